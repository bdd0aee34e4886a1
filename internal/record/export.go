package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

// ExportFormat and ExportVersion are those of an export: an envelope of records with a SHA-256 over them. MaxExport is the
// largest one, in bytes, that is read at once.
const (
	ExportFormat  = "mamori.export"
	ExportVersion = 1
	MaxExport     = 64 << 20
)

// exportFile is the JSON form of an export. The hash is over the bytes of the records' array, without white space.
type exportFile struct {
	Format  string          `json:"format"`
	Version int             `json:"version"`
	Created time.Time       `json:"created"`
	Records json.RawMessage `json:"records"`
	SHA256  string          `json:"sha256"`
}

// EncodeExport returns an export of records.
func EncodeExport(records []Record, created time.Time) ([]byte, error) {
	raw := make([]json.RawMessage, 0, len(records))
	for _, r := range records {
		data, err := Encode(r)
		if err != nil {
			return nil, err
		}
		raw = append(raw, data)
	}
	array, err := json.Marshal(raw)
	if err != nil {
		return nil, fmt.Errorf("encode export: %w", err)
	}
	data, err := json.Marshal(exportFile{ExportFormat, ExportVersion, trim(created), array, digest(array)})
	if err != nil {
		return nil, fmt.Errorf("encode export: %w", err)
	}
	return data, nil
}

// DecodeExport reads an export. Its envelope must be whole: a hash that does not fit means that the file was cut or changed. Single
// records that cannot be read are left out and told in the error beside the readable ones (errors.Join); when the envelope
// itself is not readable there are none. The error wraps ErrDamaged or ErrNewer.
func DecodeExport(data []byte) ([]Record, error) {
	if len(data) > MaxExport || !utf8.Valid(data) {
		return nil, fmt.Errorf("decode export: %w", ErrDamaged)
	}
	var f exportFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("decode export: %w: %w", ErrDamaged, err)
	}
	switch {
	case f.Format != ExportFormat || f.Version < 1:
		return nil, fmt.Errorf("decode export: format %.40q: %w", f.Format, ErrDamaged)
	case f.Version > ExportVersion:
		return nil, fmt.Errorf("decode export: version %d: %w", f.Version, ErrNewer)
	}
	var array bytes.Buffer
	if err := json.Compact(&array, f.Records); err != nil {
		return nil, fmt.Errorf("decode export: %w: %w", ErrDamaged, err)
	}
	if digest(array.Bytes()) != f.SHA256 {
		return nil, fmt.Errorf("decode export: the hash does not fit the records: %w", ErrDamaged)
	}
	return decodeAll(f.Records)
}

func decodeAll(array json.RawMessage) ([]Record, error) {
	var raw []json.RawMessage
	if err := json.Unmarshal(array, &raw); err != nil {
		return nil, fmt.Errorf("decode export: %w: %w", ErrDamaged, err)
	}
	var records []Record
	var problems []error
	for i, data := range raw {
		r, err := Decode(data)
		if err != nil {
			problems = append(problems, fmt.Errorf("record %d: %w", i+1, err))
			continue
		}
		records = append(records, r)
	}
	return records, errors.Join(problems...)
}

func digest(data []byte) string {
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
