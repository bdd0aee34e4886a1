package record

import (
	"encoding/json"
	"fmt"
	"time"
	"unicode/utf8"

	"mamori/internal/checklist"
	"mamori/internal/valid"
)

// Entry is one change as the page wrote it down before the program had started (see web/early.js).
type Entry struct {
	// Record is the assessment that was on the screen, empty when there was none yet.
	Record    ID
	Checklist checklist.ID
	Question  checklist.QuestionID
	// Note tells whether Text is a note; otherwise it is the id of an option.
	Note bool
	Text string
	At   time.Time
}

type entryFile struct {
	Record    ID                   `json:"record" validate:"omitempty,slug"`
	Checklist checklist.ID         `json:"checklist" validate:"required,slug"`
	Item      checklist.QuestionID `json:"item" validate:"required,slug"`
	Option    string               `json:"option" validate:"omitempty,slug"`
	Note      *string              `json:"note"`
	At        time.Time            `json:"at" validate:"moment"`
}

// DecodeEntry reads one entry of the journal. The error wraps ErrDamaged.
func DecodeEntry(data []byte) (Entry, error) {
	var f entryFile
	if len(data) > MaxSize || !utf8.Valid(data) {
		return Entry{}, fmt.Errorf("decode journal entry: %w", ErrDamaged)
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return Entry{}, fmt.Errorf("decode journal entry: %w: %w", ErrDamaged, err)
	}
	if err := valid.Struct(f); err != nil {
		return Entry{}, fmt.Errorf("decode journal entry: %w: %w", ErrDamaged, err)
	}
	e := Entry{Record: f.Record, Checklist: f.Checklist, Question: f.Item, Text: f.Option, At: trim(f.At)}
	if f.Note != nil {
		e.Note, e.Text = true, *f.Note
	} else if f.Option == "" {
		return Entry{}, fmt.Errorf("decode journal entry: neither option nor note: %w", ErrDamaged)
	}
	return e, nil
}
