package average

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"mamori/internal/record"
)

// A document is a piece of input that stands or falls by itself: one line of NDJSON or one JSON file. err says why it could
// not even be read.
type document struct {
	name string
	// line counts from 1; 0 for a whole file.
	line int
	data []byte
	err  error
}

// place is what a person needs to find the document.
func (d document) place() string {
	if d.line == 0 {
		return d.name
	}
	return fmt.Sprintf("%s:%d", d.name, d.line)
}

// Stdin is the name of standard input among inputs.
const Stdin = "-"

// documents returns the documents of all inputs in their order. A folder gives its *.json and *.ndjson files, at any depth, by name. A file
// that is named *.json is one document, any other NDJSON. The data of a document is good until the next one is asked for.
func documents(inputs []string, stdin io.Reader) iter.Seq[document] {
	return func(yield func(document) bool) {
		for _, name := range inputs {
			if !input(name, stdin, yield) {
				return
			}
		}
	}
}

func input(name string, stdin io.Reader, yield func(document) bool) bool {
	if name == Stdin {
		return lines("standard input", stdin, yield)
	}
	info, err := os.Stat(name)
	if err != nil {
		return yield(document{name: name, err: err})
	}
	if !info.IsDir() {
		return file(name, yield)
	}
	more := true
	// With a separator at its end a link to a folder is followed too.
	err = filepath.WalkDir(name+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(document{name: path, err: err})
		case !entry.IsDir() && (isJSON(path) || strings.EqualFold(filepath.Ext(path), ".ndjson")):
			more = file(path, yield)
		}
		if !more {
			return filepath.SkipAll
		}
		return nil
	})
	if err != nil {
		return yield(document{name: name, err: err})
	}
	return more
}

func isJSON(path string) bool { return strings.EqualFold(filepath.Ext(path), ".json") }

func file(path string, yield func(document) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(document{name: path, err: err})
	}
	defer f.Close()
	if !isJSON(path) {
		return lines(path, f, yield)
	}
	data, err := io.ReadAll(io.LimitReader(f, record.MaxExport+1))
	if len(data) > record.MaxExport {
		data, err = nil, fmt.Errorf("the file is larger than %d bytes", record.MaxExport)
	}
	return yield(document{name: path, data: bytes.TrimPrefix(data, byteOrderMark), err: err})
}
