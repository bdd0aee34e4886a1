// Package record is one assessment: who answered which checklist, how and when. It is the form in which assessments are
// kept in the browser and, later, exported.
//
// Decode is strict about what kind of document it is given and in which version, tolerant about items and options it does
// not know (another edition may have them), and never panics. Encode writes nothing that Decode would refuse. The package
// knows neither the questions nor the store.
package record

import (
	"maps"
	"time"

	"mamori/internal/checklist"
)

// ID names an assessment. It is random, and safe in fragments and file names.
type ID string

// Record is one assessment. It is immutable: every change returns a new one.
type Record struct {
	ID        ID
	Checklist checklist.ID
	// Edition is that of the checklist when the assessment was started.
	Edition string
	Sheet   checklist.Sheet
	// Profile is what the person said about the company at the time; may be empty.
	Profile Profile
	// Plan holds what the person means to do about an item.
	Plan map[checklist.QuestionID]Task
	// Started, Changed and Finished are times of this device. Changed never goes back, even when the clock does. Finished
	// is zero for a draft.
	Started, Changed, Finished time.Time
}

// Profile is what is known of a company: its sector by the codes of package sector (JSIC sections, some of them split), and its
// size by the classes there. Both are empty until the person chooses.
type Profile struct {
	Sector string `json:"sector,omitempty" validate:"omitempty,slug"`
	Size   string `json:"size,omitempty" validate:"omitempty,slug"`
}

// Task is the intention to do something about an item: who, and by when (a day, YYYY-MM-DD). Both may be empty.
type Task struct {
	Who string    `json:"who,omitempty" validate:"max=60"`
	By  string    `json:"by,omitempty" validate:"omitempty,datetime=2006-01-02"`
	At  time.Time `json:"at" validate:"required,moment"`
}

// New returns an empty assessment.
func New(id ID, c checklist.ID, edition string, now time.Time) Record {
	now = trim(now)
	return Record{ID: id, Checklist: c, Edition: edition, Started: now, Changed: now}
}

// NewFrom returns a new draft with the answers and notes of an earlier assessment.
func NewFrom(earlier Record, id ID, edition string, now time.Time) Record {
	r := New(id, earlier.Checklist, edition, now)
	r.Sheet, r.Profile = earlier.Sheet, earlier.Profile
	r.Changed = r.after(now)
	return r
}

// Draft reports whether the assessment is not finished.
func (r Record) Draft() bool { return r.Finished.IsZero() }

// Answered returns the record with an answer given now, or just after the last change if the clock went back.
func (r Record) Answered(q checklist.QuestionID, o checklist.OptionID, now time.Time) Record {
	at := r.after(now)
	r.Sheet, r.Changed = r.Sheet.With(q, o, at), at
	return r
}

// Noted returns the record with a note, by the same rule. A text over MaxNote runes is cut there.
func (r Record) Noted(q checklist.QuestionID, text string, now time.Time) Record {
	at := r.after(now)
	r.Sheet, r.Changed = r.Sheet.WithNote(q, clip(text), at), at
	return r
}

// Planned returns the record with the intention to do something about an item, or, with on false, without it.
func (r Record) Planned(q checklist.QuestionID, on bool, who, by string, now time.Time) Record {
	at := r.after(now)
	plan := maps.Clone(r.Plan)
	if plan == nil {
		plan = make(map[checklist.QuestionID]Task)
	}
	delete(plan, q)
	if on {
		if _, err := time.Parse(time.DateOnly, by); err != nil {
			by = "" // a day that is none would make the record unreadable
		}
		plan[q] = Task{Who: clipTo(who, maxWho), By: by, At: at}
	}
	if len(plan) == 0 {
		plan = nil
	}
	r.Plan, r.Changed = plan, at
	return r
}

// maxWho is the longest name in a task, in runes.
const maxWho = 60

// WithProfile returns the record with what is known of the company.
func (r Record) WithProfile(p Profile, now time.Time) Record {
	r.Profile, r.Changed = p, r.after(now)
	return r
}

// Finish returns the record as finished now. A finished one stays as it was.
func (r Record) Finish(now time.Time) Record {
	if r.Draft() {
		r.Finished = r.after(now)
		r.Changed = r.Finished
	}
	return r
}

// Replay returns the record with an answer or note that was given at a known time, perhaps long ago: it counts only if
// nothing later is on the sheet.
func (r Record) Replay(e Entry) Record {
	if e.Note {
		r.Sheet = r.Sheet.WithNote(e.Question, clip(e.Text), trim(e.At))
	} else {
		r.Sheet = r.Sheet.With(e.Question, checklist.OptionID(e.Text), trim(e.At))
	}
	if latest := r.Sheet.Latest(); latest.After(r.Changed) {
		r.Changed = latest
	}
	return r
}

// after returns now, but never a time at or before the last change of the record or of its sheet.
func (r Record) after(now time.Time) time.Time {
	last := r.Changed
	if latest := r.Sheet.Latest(); latest.After(last) {
		last = latest
	}
	now = trim(now)
	if !now.After(last) {
		return last.Add(time.Millisecond)
	}
	return now
}

// trim brings a time to the form in which it is kept: UTC, whole milliseconds, as in the browser.
func trim(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

// MaxNote is the longest note in runes.
const MaxNote = 4000

func clip(s string) string { return clipTo(s, MaxNote) }

func clipTo(s string, limit int) string {
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit])
	}
	return s
}
