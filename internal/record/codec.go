package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"mamori/internal/checklist"
	"mamori/internal/valid"
)

// Format and Version are what this program writes. MaxSize is the largest document, in bytes, that it reads.
const (
	Format  = "mamori.record"
	Version = 1
	MaxSize = 4 << 20
)

var (
	// ErrDamaged says that a document is not a readable record.
	ErrDamaged = errors.New("not a readable record")
	// ErrNewer says that a record was written by a newer program: it must be left alone.
	ErrNewer = errors.New("written by a newer version")
)

// file is the JSON form of a record, version 1. Times are RFC 3339 in UTC with milliseconds.
type file struct {
	Format    string            `json:"format"`
	Version   int               `json:"version"`
	ID        ID                `json:"id" validate:"required,slug"`
	Checklist checklist.ID      `json:"checklist" validate:"required,slug"`
	Edition   string            `json:"edition" validate:"required,max=40"`
	Answers   map[string]answer `json:"answers" validate:"max=1000,dive,keys,slug,endkeys"`
	Notes     map[string]note   `json:"notes,omitempty" validate:"max=1000,dive,keys,slug,endkeys"`
	Profile   Profile           `json:"profile,omitzero"`
	Plan      map[string]Task   `json:"plan,omitempty" validate:"max=1000,dive,keys,slug,endkeys"`
	Started   time.Time         `json:"started" validate:"moment"`
	Changed   time.Time         `json:"changed" validate:"moment"`
	Finished  time.Time         `json:"finished,omitzero" validate:"omitempty,moment"`
}

type answer struct {
	Option checklist.OptionID `json:"option" validate:"required,slug"`
	At     time.Time          `json:"at" validate:"moment"`
}

type note struct {
	Text string    `json:"text"`
	At   time.Time `json:"at" validate:"moment"`
}

// Encode returns the record as JSON.
func Encode(r Record) ([]byte, error) {
	f := file{
		Format: Format, Version: Version,
		ID: r.ID, Checklist: r.Checklist, Edition: r.Edition,
		Answers: map[string]answer{}, Notes: map[string]note{},
		Profile: r.Profile,
		Started: r.Started, Changed: r.Changed, Finished: r.Finished,
	}
	for q, a := range r.Sheet.Answers() {
		f.Answers[string(q)] = answer(a)
	}
	for q, n := range r.Sheet.Notes() {
		f.Notes[string(q)] = note(n)
	}
	if len(r.Plan) > 0 {
		f.Plan = make(map[string]Task, len(r.Plan))
	}
	for q, task := range r.Plan {
		f.Plan[string(q)] = task
	}
	data, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("encode record %q: %w", r.ID, err)
	}
	return data, nil
}

// Decode reads a record. The error wraps ErrNewer or ErrDamaged.
func Decode(data []byte) (Record, error) {
	if len(data) > MaxSize {
		return Record{}, fmt.Errorf("decode record of %d bytes: %w", len(data), ErrDamaged)
	}
	if !utf8.Valid(data) {
		return Record{}, fmt.Errorf("decode record: invalid UTF-8: %w", ErrDamaged)
	}
	if err := checkKind(data); err != nil {
		return Record{}, fmt.Errorf("decode record: %w", err)
	}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return Record{}, fmt.Errorf("decode record: %w: %w", ErrDamaged, err)
	}
	if err := valid.Struct(f); err != nil {
		return Record{}, fmt.Errorf("decode record: %w: %w", ErrDamaged, err)
	}
	return f.record(), nil
}

// checkKind reads no more than format and version: the rest of a newer document may have any shape.
func checkKind(data []byte) error {
	var kind struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	switch {
	case kind.Format != Format:
		return fmt.Errorf("format %.40q: %w", kind.Format, ErrDamaged)
	case kind.Version > Version:
		return fmt.Errorf("version %d: %w", kind.Version, ErrNewer)
	case kind.Version != Version:
		return fmt.Errorf("version %d: %w", kind.Version, ErrDamaged)
	}
	return nil
}

func (f file) record() Record {
	answers := make(map[checklist.QuestionID]checklist.Answer, len(f.Answers))
	for q, a := range f.Answers {
		answers[checklist.QuestionID(q)] = checklist.Answer{Option: a.Option, At: trim(a.At)}
	}
	notes := make(map[checklist.QuestionID]checklist.Note, len(f.Notes))
	for q, n := range f.Notes {
		notes[checklist.QuestionID(q)] = checklist.Note{Text: clip(n.Text), At: trim(n.At)}
	}
	r := Record{
		ID: f.ID, Checklist: f.Checklist, Edition: f.Edition,
		Sheet:   checklist.NewSheet(answers, notes),
		Profile: f.Profile,
		Started: trim(f.Started), Changed: trim(f.Changed),
	}
	if len(f.Plan) > 0 {
		r.Plan = make(map[checklist.QuestionID]Task, len(f.Plan))
	}
	for q, task := range f.Plan {
		task.At = trim(task.At)
		r.Plan[checklist.QuestionID(q)] = task
	}
	if !f.Finished.IsZero() {
		r.Finished = trim(f.Finished)
	}
	return r
}
