// Package session is what the open app knows: the assessments, which of them is being answered, and how far the last change
// has come on its way to the disk. It joins go-app's Context with internal/*.
//
// It promises that a change is on the screen at once, is called saved only when the store says it is durable, and is never
// dropped: what could not be written stays in memory and is written with the next change. It draws nothing.
package session

import (
	"maps"
	"slices"
	"time"

	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
	"mamori/internal/store"
)

// Trouble is what keeps changes from being kept.
type Trouble int

const (
	NoTrouble Trouble = iota
	// Blocked: this device keeps nothing for us.
	Blocked
	// Full: there is no room.
	Full
	// Failed: the last write failed for another reason.
	Failed
	// Newer: a newer version of the program owns the database.
	Newer
)

// State is everything the screens show. It is a value: every change returns a new one, and its maps and slices are never
// changed in place.
type State struct {
	Lang checklist.Lang
	// Records are all assessments, by id.
	Records map[record.ID]record.Record
	// Open names, for each checklist, the assessment that its form shows.
	Open map[checklist.ID]record.ID
	// Aside are records that could not be read, byte for byte. Unread counts those of a newer version, left in place.
	Aside  []store.Entry
	Unread int
	// Writing tells that a change is on its way; SavedAt is the time of the last commit, zero before the first.
	Writing bool
	SavedAt time.Time
	Trouble Trouble
	// Deleted is the last deleted assessment as long as it can be brought back.
	Deleted *record.Record
	// Profile is what the person said about the company; empty until then.
	Profile record.Profile
	// Averages are the host's own files of averages; Sample tells that the invented one is switched on.
	Averages []sector.File
	Sample   bool
	// Update tells that a new version of the program is waiting.
	Update bool
}

// OpenRecord returns the assessment that the form of a checklist shows.
func (s State) OpenRecord(c checklist.ID) (record.Record, bool) {
	r, ok := s.Records[s.Open[c]]
	return r, ok
}

// History returns the assessments of a checklist, or of all when c is empty, the latest change first.
func (s State) History(c checklist.ID) []record.Record {
	var all []record.Record
	for _, r := range s.Records {
		if c == "" || r.Checklist == c {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b record.Record) int {
		if order := b.Changed.Compare(a.Changed); order != 0 {
			return order
		}
		return compareIDs(a.ID, b.ID)
	})
	return all
}

func compareIDs(a, b record.ID) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// LastFinished returns the finished assessment of a checklist that ended last.
func (s State) LastFinished(c checklist.ID) (last record.Record, ok bool) {
	for _, r := range s.Records {
		if r.Checklist == c && !r.Draft() && (!ok || r.Finished.After(last.Finished)) {
			last, ok = r, true
		}
	}
	return last, ok
}

// LastStarted returns the finished assessment of a checklist that was started last.
func (s State) LastStarted(c checklist.ID) (last record.Record, ok bool) {
	for _, r := range s.Records {
		if r.Checklist == c && !r.Draft() && (!ok || r.Started.After(last.Started)) {
			last, ok = r, true
		}
	}
	return last, ok
}

// Previous returns the finished assessments of the same checklist that were started before this one, the latest first.
func (s State) Previous(r record.Record) []record.Record {
	var earlier []record.Record
	for _, other := range s.Records {
		if other.Checklist == r.Checklist && other.ID != r.ID && !other.Draft() && other.Started.Before(r.Started) {
			earlier = append(earlier, other)
		}
	}
	slices.SortFunc(earlier, func(a, b record.Record) int { return b.Started.Compare(a.Started) })
	return earlier
}

func (s State) withRecord(r record.Record) State {
	s.Records = maps.Clone(s.Records)
	if s.Records == nil {
		s.Records = make(map[record.ID]record.Record)
	}
	s.Records[r.ID] = r
	return s
}

func (s State) withoutRecord(id record.ID) State {
	s.Records = maps.Clone(s.Records)
	delete(s.Records, id)
	s.Open = maps.Clone(s.Open)
	maps.DeleteFunc(s.Open, func(_ checklist.ID, open record.ID) bool { return open == id })
	return s
}

func (s State) withOpen(c checklist.ID, id record.ID) State {
	s.Open = maps.Clone(s.Open)
	if s.Open == nil {
		s.Open = make(map[checklist.ID]record.ID)
	}
	s.Open[c] = id
	return s
}
