package average

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"mamori/internal/sector"
)

// Encode returns an averages file as JSON: the head for people to read, then one figure a line.
func Encode(f sector.File) ([]byte, error) {
	figures := f.Figures
	f.Figures = []sector.Figure{}
	head, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode averages: %w", err)
	}
	front, ok := bytes.CutSuffix(head, []byte("]\n}"))
	if !ok {
		return nil, errors.New("encode averages: the figures are not the last field of the file")
	}
	b := bytes.NewBuffer(front)
	for i, figure := range figures {
		line, err := json.Marshal(figure)
		if err != nil {
			return nil, fmt.Errorf("encode averages: %w", err)
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n    ")
		b.Write(line)
	}
	b.WriteString("\n  ]\n}\n")
	return b.Bytes(), nil
}

// WriteFile puts data under a name in one step: whoever looks sees the old file or the new one, never a part.
func WriteFile(name string, data []byte) (err error) {
	temporary, err := os.CreateTemp(filepath.Dir(name), ".mamori-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			os.Remove(temporary.Name())
			err = fmt.Errorf("write %s: %w", name, err)
		}
	}()
	if err := fill(temporary, data); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}

func fill(f *os.File, data []byte) error {
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	return f.Sync()
}
