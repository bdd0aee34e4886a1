package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/store"
	"mamori/internal/valid"
)

// openKey is the setting that names the open assessment of a checklist. The page's first script reads it too.
func openKey(c checklist.ID) string { return "open-" + string(c) }

// asidePrefix marks journal entries among the things set aside.
const asidePrefix = "journal-"

// load reads everything that is kept and, in the same transaction, moves what the page has written down before the program
// started from the journal into the records. What cannot be read is set aside, byte for byte, never overwritten.
func load(ctx context.Context, kept store.Store, newID func() record.ID) (State, error) {
	var s State
	err := kept.Update(ctx, func(tx store.Tx) (err error) {
		s = State{Records: map[record.ID]record.Record{}, Open: map[checklist.ID]record.ID{}}
		if s, err = readRecords(s, tx); err != nil {
			return err
		}
		if s, err = readOpen(s, tx); err != nil {
			return err
		}
		if s, err = readSettings(s, tx); err != nil {
			return err
		}
		if s, err = drain(s, tx, newID); err != nil {
			return err
		}
		s.SavedAt = lastChange(s)
		s.Aside, err = tx.All(store.Aside)
		return err
	})
	if err != nil {
		return State{}, fmt.Errorf("load: %w", err)
	}
	return s, nil
}

// lastChange is when the newest change of all was made: everything that was loaded is durable.
func lastChange(s State) time.Time {
	var last time.Time
	for _, r := range s.Records {
		if r.Changed.After(last) {
			last = r.Changed
		}
	}
	return last
}

func readRecords(s State, tx store.Tx) (State, error) {
	entries, err := tx.All(store.Records)
	if err != nil {
		return s, err
	}
	for _, e := range entries {
		r, err := record.Decode([]byte(e.Value))
		switch {
		case err == nil && string(r.ID) == e.Key:
			s.Records[r.ID] = r // the map is our own until load returns
		case errors.Is(err, record.ErrNewer):
			s.Unread++
		default:
			if err := setAside(tx, store.Records, e, e.Key); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// setAside moves an entry to the things set aside, under a key that nothing there has yet.
func setAside(tx store.Tx, from store.Kind, e store.Entry, key string) error {
	for n := 2; ; n++ {
		old, taken, err := tx.Get(store.Aside, key)
		if err != nil {
			return err
		}
		if !taken || old == e.Value {
			break
		}
		key = fmt.Sprintf("%s-%d", e.Key, n)
	}
	if err := tx.Put(store.Aside, key, e.Value); err != nil {
		return err
	}
	return tx.Delete(from, e.Key)
}

func readOpen(s State, tx store.Tx) (State, error) {
	for _, c := range catalog.IDs {
		id, ok, err := tx.Get(store.Settings, openKey(c))
		if err != nil {
			return s, err
		}
		if r, known := s.Records[record.ID(id)]; ok && known && r.Checklist == c {
			s.Open[c] = r.ID
		}
	}
	return s, nil
}

// profileKey and sampleKey are the settings of the comparison with others.
const (
	profileKey = "profile"
	sampleKey  = "sample"
)

func readSettings(s State, tx store.Tx) (State, error) {
	profile, ok, err := tx.Get(store.Settings, profileKey)
	if err != nil {
		return s, err
	}
	if ok {
		s.Profile = decodeProfile(profile)
	}
	_, s.Sample, err = tx.Get(store.Settings, sampleKey)
	return s, err
}

// decodeProfile reads a profile; one that cannot be read is as good as none: the person is asked again.
func decodeProfile(data string) record.Profile {
	var p record.Profile
	if err := json.Unmarshal([]byte(data), &p); err != nil || valid.Struct(p) != nil {
		return record.Profile{}
	}
	return p
}

func drain(s State, tx store.Tx, newID func() record.ID) (State, error) {
	entries, err := tx.All(store.Journal)
	if err != nil {
		return s, err
	}
	touched := map[record.ID]bool{}
	for _, e := range entries {
		entry, err := record.DecodeEntry([]byte(e.Value))
		if err != nil || !catalog.Known(entry.Checklist) {
			if err := setAside(tx, store.Journal, e, asidePrefix+e.Key); err != nil {
				return s, err
			}
			continue
		}
		var r record.Record
		s, r = s.replay(entry, newID)
		touched[r.ID] = true
		if err := tx.Delete(store.Journal, e.Key); err != nil {
			return s, err
		}
	}
	for id := range touched {
		if err := put(tx, s.Records[id]); err != nil {
			return s, err
		}
		if err := tx.Put(store.Settings, openKey(s.Records[id].Checklist), string(s.Open[s.Records[id].Checklist])); err != nil {
			return s, err
		}
	}
	return s, nil
}

// replay puts an entry of the journal into the assessment it was made for; if that is gone, into the open one; if there is
// none, into a new one. Doing it twice changes nothing.
func (s State) replay(e record.Entry, newID func() record.ID) (State, record.Record) {
	r, ok := s.Records[e.Record]
	if !ok || r.Checklist != e.Checklist {
		r, ok = s.OpenRecord(e.Checklist)
	}
	if !ok {
		r = record.New(newID(), e.Checklist, edition(e.Checklist), e.At)
		s = s.withOpen(e.Checklist, r.ID)
	}
	r = r.Replay(e)
	return s.withRecord(r), r
}

func edition(c checklist.ID) string {
	list, err := catalog.Load(c)
	if err != nil {
		return "unknown" // the catalogue is checked when the program is built
	}
	return list.Edition
}

func put(tx store.Tx, r record.Record) error {
	data, err := record.Encode(r)
	if err != nil {
		return err
	}
	return tx.Put(store.Records, string(r.ID), string(data))
}

// loadTimeout bounds the wait for a device that does not answer.
const loadTimeout = 12 * time.Second
