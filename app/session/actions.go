package session

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
	"mamori/internal/store"
)

// Answer puts an answer into the open assessment of a checklist, and starts one if there is none.
func (s *Session) Answer(ctx app.Context, c checklist.ID, q checklist.QuestionID, o checklist.OptionID) {
	r := s.openOrNew(c).Answered(q, o, s.now())
	s.keep(ctx, r)
}

// Note puts a note into the open assessment, by the same rule.
func (s *Session) Note(ctx app.Context, c checklist.ID, q checklist.QuestionID, text string) {
	r := s.openOrNew(c).Noted(q, text, s.now())
	s.keep(ctx, r)
}

// Finish ends the open assessment of a checklist and returns its id; ok is false when there is none.
func (s *Session) Finish(ctx app.Context, c checklist.ID) (record.ID, bool) {
	r, ok := s.state.OpenRecord(c)
	if !ok {
		return "", false
	}
	if r.Draft() {
		s.keep(ctx, r.Finish(s.now()))
	}
	return r.ID, true
}

// Start opens a new, empty assessment of a checklist; the others stay.
func (s *Session) Start(ctx app.Context, c checklist.ID) {
	s.keep(ctx, s.newRecord(c))
}

// StartFrom opens a new assessment with the answers of an earlier one.
func (s *Session) StartFrom(ctx app.Context, earlier record.ID) {
	if r, ok := s.state.Records[earlier]; ok {
		s.keep(ctx, record.NewFrom(r, newID(), edition(r.Checklist), s.now()))
	}
}

// Edit makes an assessment the one that its checklist's form shows.
func (s *Session) Edit(ctx app.Context, id record.ID) {
	r, ok := s.state.Records[id]
	if !ok || s.state.Open[r.Checklist] == id {
		return
	}
	s.change(ctx, s.state.withOpen(r.Checklist, id), openWrite(r))
}

// Delete takes an assessment away. Undelete brings the last one back, with all it had.
func (s *Session) Delete(ctx app.Context, id record.ID) {
	r, ok := s.state.Records[id]
	if !ok {
		return
	}
	writes := []write{{Kind: store.Records, Key: string(id)}}
	if s.state.Open[r.Checklist] == id {
		writes = append(writes, write{Kind: store.Settings, Key: openKey(r.Checklist)})
	}
	next := s.state.withoutRecord(id)
	next.Deleted = &r
	s.change(ctx, next, writes...)
}

// Undelete brings back what Delete took away last.
func (s *Session) Undelete(ctx app.Context) {
	if s.state.Deleted == nil {
		return
	}
	r := *s.state.Deleted
	s.state.Deleted = nil
	if _, taken := s.state.Open[r.Checklist]; taken {
		s.change(ctx, s.state.withRecord(r), recordWrite(r))
		return
	}
	s.keep(ctx, r)
}

// ForgetDeleted ends the time in which a deletion can be undone.
func (s *Session) ForgetDeleted() { s.state.Deleted = nil }

// SetProfile keeps what the person said about the company, and puts it into the assessment it was said for.
func (s *Session) SetProfile(ctx app.Context, id record.ID, p record.Profile) {
	data, err := json.Marshal(p)
	if err != nil {
		panic(err) // two strings always have a JSON form
	}
	next := s.state
	next.Profile = p
	writes := []write{{Kind: store.Settings, Key: profileKey, Value: string(data)}}
	if r, ok := next.Records[id]; ok {
		r = r.WithProfile(p, s.now())
		next = next.withRecord(r)
		writes = append(writes, recordWrite(r))
	}
	s.change(ctx, next, writes...)
}

// SetSample switches the invented averages on or off. They are only ever shown: nothing of them is kept.
func (s *Session) SetSample(ctx app.Context, on bool) {
	next := s.state
	next.Sample = on
	w := write{Kind: store.Settings, Key: sampleKey}
	if on {
		w.Value = "on"
	}
	s.change(ctx, next, w)
}

// SetAverages takes the host's files of averages.
func (s *Session) SetAverages(files []sector.File) { s.state.Averages = files }

// Plan notes the intention to do something about an item of an assessment, or takes it back.
func (s *Session) Plan(ctx app.Context, id record.ID, q checklist.QuestionID, on bool) {
	s.plan(ctx, id, q, on, func(t record.Task) record.Task { return t })
}

// PlanWho notes who is to do it.
func (s *Session) PlanWho(ctx app.Context, id record.ID, q checklist.QuestionID, who string) {
	s.plan(ctx, id, q, true, func(t record.Task) record.Task { t.Who = who; return t })
}

// PlanBy notes by when, as YYYY-MM-DD; empty when there is no day.
func (s *Session) PlanBy(ctx app.Context, id record.ID, q checklist.QuestionID, by string) {
	s.plan(ctx, id, q, true, func(t record.Task) record.Task { t.By = by; return t })
}

func (s *Session) plan(ctx app.Context, id record.ID, q checklist.QuestionID, on bool, change func(record.Task) record.Task) {
	if r, ok := s.state.Records[id]; ok {
		task := change(r.Plan[q])
		r = r.Planned(q, on, task.Who, task.By, s.now())
		s.change(ctx, s.state.withRecord(r), recordWrite(r))
	}
}

// SetLang changes the language of the screens.
func (s *Session) SetLang(l checklist.Lang) { s.state.Lang = l }

// SetUpdate notes that a new version of the program is waiting.
func (s *Session) SetUpdate() { s.state.Update = true }

// Replay takes over what the page wrote down before the program did: entries of the journal, as they are kept there. Some may
// be among those that were loaded; taking them over twice changes nothing.
func (s *Session) Replay(ctx app.Context, journal []store.Entry) {
	var writes []write
	next := s.state
	for _, e := range journal {
		entry, err := record.DecodeEntry([]byte(e.Value))
		if err != nil || !catalog.Known(entry.Checklist) {
			continue // it stays in the journal, and the next start sets it aside
		}
		var r record.Record
		next, r = next.replay(entry, newID)
		writes = append(writes, recordWrite(r), openWrite(next.Records[next.Open[r.Checklist]]),
			write{Kind: store.Journal, Key: e.Key})
	}
	if len(writes) > 0 {
		s.change(ctx, next, writes...)
	}
}

func (s *Session) openOrNew(c checklist.ID) record.Record {
	if r, ok := s.state.OpenRecord(c); ok {
		return r
	}
	return s.newRecord(c)
}

func (s *Session) newRecord(c checklist.ID) record.Record {
	r := record.New(newID(), c, edition(c), s.now())
	r.Profile = s.state.Profile
	return r
}

// keep writes an assessment and makes it the open one of its checklist.
func (s *Session) keep(ctx app.Context, r record.Record) {
	next := s.state.withRecord(r)
	writes := []write{recordWrite(r)}
	if next.Open[r.Checklist] != r.ID {
		next = next.withOpen(r.Checklist, r.ID)
		writes = append(writes, openWrite(r))
	}
	s.change(ctx, next, writes...)
}

func recordWrite(r record.Record) write {
	data, err := record.Encode(r)
	if err != nil {
		panic(err) // a record of our own always has a JSON form
	}
	return write{Kind: store.Records, Key: string(r.ID), Value: string(data)}
}

func openWrite(r record.Record) write {
	return write{Kind: store.Settings, Key: openKey(r.Checklist), Value: string(r.ID)}
}
