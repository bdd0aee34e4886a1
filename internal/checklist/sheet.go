package checklist

import (
	"maps"
	"slices"
	"time"
)

// Answer is the option chosen for an item, and when.
type Answer struct {
	Option OptionID
	At     time.Time
}

// Note is what the person wrote beside an item, and when.
type Note struct {
	Text string
	At   time.Time
}

// Sheet is one set of answers and notes. The zero Sheet is empty and ready for use.
type Sheet struct {
	answers map[QuestionID]Answer
	notes   map[QuestionID]Note
}

// NewSheet returns a sheet with copies of the given answers and notes. Sheets with the same content are equal.
func NewSheet(answers map[QuestionID]Answer, notes map[QuestionID]Note) Sheet {
	var s Sheet
	if len(answers) > 0 {
		s.answers = maps.Clone(answers)
	}
	if len(notes) > 0 {
		s.notes = maps.Clone(notes)
	}
	return s
}

// With returns the sheet with an answer. An answer that is older than the one on the sheet changes nothing: the later
// answer wins, in whatever order two of them arrive.
func (s Sheet) With(q QuestionID, o OptionID, at time.Time) Sheet {
	if old, ok := s.answers[q]; ok && old.At.After(at) {
		return s
	}
	return Sheet{answers: with(s.answers, q, Answer{o, at}), notes: s.notes}
}

// WithNote returns the sheet with a note, by the same rule. An empty text takes the note away.
func (s Sheet) WithNote(q QuestionID, text string, at time.Time) Sheet {
	if old, ok := s.notes[q]; ok && old.At.After(at) {
		return s
	}
	return Sheet{answers: s.answers, notes: with(s.notes, q, Note{text, at})}
}

func with[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	next := make(map[K]V, len(m)+1)
	maps.Copy(next, m)
	next[k] = v
	return next
}

// Answer returns the option chosen for an item; ok is false when there is none.
func (s Sheet) Answer(q QuestionID) (o OptionID, ok bool) {
	a, ok := s.answers[q]
	return a.Option, ok
}

// Note returns the note beside an item, empty when there is none.
func (s Sheet) Note(q QuestionID) string { return s.notes[q].Text }

// Answers returns a copy of all answers, those to unknown items included.
func (s Sheet) Answers() map[QuestionID]Answer { return maps.Clone(s.answers) }

// Notes returns a copy of all notes.
func (s Sheet) Notes() map[QuestionID]Note { return maps.Clone(s.notes) }

// Latest returns the time of the newest answer or note, the zero time for an empty sheet.
func (s Sheet) Latest() time.Time {
	var latest time.Time
	for _, a := range s.answers {
		if a.At.After(latest) {
			latest = a.At
		}
	}
	for _, n := range s.notes {
		if n.At.After(latest) {
			latest = n.At
		}
	}
	return latest
}

// Unanswered returns the items of a checklist without a valid answer, in their order.
func (s Sheet) Unanswered(c Checklist) []Question {
	return slices.DeleteFunc(c.Questions(), func(q Question) bool {
		_, ok := s.Chosen(c, q.ID)
		return ok
	})
}

// Chosen returns the option chosen for an item, if the checklist has it.
func (s Sheet) Chosen(c Checklist, q QuestionID) (Option, bool) {
	id, ok := s.Answer(q)
	if !ok {
		return Option{}, false
	}
	return c.Option(id)
}
