package session

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/store"
)

// Session holds the state of one open app. Its methods are called on the UI goroutine; writing goes on beside it.
type Session struct {
	state State
	kept  store.Store
	now   func() time.Time

	mu      sync.Mutex
	pending []write // in the order in which they were made
	busy    bool
}

// write is one change to what is kept; an empty Value takes the key away.
type write struct {
	Kind       store.Kind
	Key, Value string
}

// Open loads what is kept. If the device keeps nothing, the session works in memory and says so in its state.
func Open(kept store.Store, lang checklist.Lang, now func() time.Time) *Session {
	ctx, cancel := context.WithTimeout(context.Background(), loadTimeout)
	defer cancel()
	s := &Session{kept: kept, now: now}
	state, err := load(ctx, kept, newID)
	if err != nil {
		state = State{Trouble: troubleOf(err)}
		if state.Trouble != Newer {
			state.Trouble = Blocked
		}
		s.kept = &store.Memory{}
	}
	state.Lang = lang
	s.state = state
	return s
}

// State returns the present state.
func (s *Session) State() State { return s.state }

// Now returns the present time.
func (s *Session) Now() time.Time { return s.now() }

func newID() record.ID { return record.ID(rand.Text()[:16]) }

func troubleOf(err error) Trouble {
	switch {
	case err == nil:
		return NoTrouble
	case errors.Is(err, store.ErrNewer):
		return Newer
	case errors.Is(err, store.ErrFull):
		return Full
	case errors.Is(err, store.ErrBlocked):
		return Blocked
	}
	return Failed
}

// lossy reports whether the session works in memory only.
func (s *Session) lossy() bool { return s.state.Trouble == Blocked || s.state.Trouble == Newer }

// change makes a new state the present one and has the writes done that go with it.
func (s *Session) change(ctx app.Context, next State, writes ...write) {
	s.state = next
	if s.lossy() {
		return
	}
	s.state.Writing = true
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = append(s.pending, writes...)
	if !s.busy {
		s.busy = true
		ctx.Async(func() { s.flush(ctx) })
	}
}

// flush writes until nothing is left to write. What a failed attempt should have written is kept for the next one.
func (s *Session) flush(ctx app.Context) {
	for {
		batch := s.take()
		if len(batch) == 0 {
			return
		}
		err := s.kept.Update(context.Background(), func(tx store.Tx) error { return apply(tx, batch) })
		more := s.settle(batch, err)
		at := s.now()
		ctx.Dispatch(func(app.Context) { s.report(err, at, more) })
		if err != nil {
			return
		}
	}
}

func (s *Session) take() []write {
	s.mu.Lock()
	defer s.mu.Unlock()
	batch := s.pending
	s.pending = nil
	if len(batch) == 0 {
		s.busy = false
	}
	return batch
}

// settle puts a failed batch back in front of what has come since, and tells whether there is more to write.
func (s *Session) settle(batch []write, err error) (more bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		s.pending = append(batch, s.pending...)
		s.busy = false
	}
	return len(s.pending) > 0
}

func (s *Session) report(err error, at time.Time, more bool) {
	s.state.Trouble = troubleOf(err)
	if err != nil {
		app.Log(err)
		s.state.Writing = false
		return
	}
	s.state.SavedAt = at
	s.state.Writing = more
}

func apply(tx store.Tx, writes []write) error {
	for _, w := range latest(writes) {
		var err error
		if w.Value == "" {
			err = tx.Delete(w.Kind, w.Key)
		} else {
			err = tx.Put(w.Kind, w.Key, w.Value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// latest leaves only the last write to each key, in order.
func latest(writes []write) []write {
	type place struct {
		kind store.Kind
		key  string
	}
	last := make(map[place]int, len(writes))
	for i, w := range writes {
		last[place{w.Kind, w.Key}] = i
	}
	kept := make([]write, 0, len(last))
	for i, w := range writes {
		if last[place{w.Kind, w.Key}] == i {
			kept = append(kept, w)
		}
	}
	return kept
}
