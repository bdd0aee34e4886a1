package session_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/require"

	"mamori/app/session"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/store"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

// host is a component that lends its context to a test.
type host struct {
	app.Compo
	do func(app.Context)
}

func (h *host) OnPreRender(ctx app.Context) { h.do(ctx) }
func (h *host) Render() app.UI              { return app.Div() }

// inApp runs a function on the UI goroutine and everything that follows from it.
func inApp(t *testing.T, do func(app.Context)) {
	t.Helper()
	engine := app.NewTestEngine()
	require.NoError(t, engine.Load(&host{do: do}))
	engine.ConsumeAll()
}

func value(t *testing.T, s store.Store, k store.Kind, key string) (v string, ok bool) {
	t.Helper()
	require.NoError(t, s.View(context.Background(), func(tx store.Tx) (err error) {
		v, ok, err = tx.Get(k, key)
		return err
	}))
	return v, ok
}

func put(t *testing.T, s store.Store, k store.Kind, key, v string) {
	t.Helper()
	require.NoError(t, s.Update(context.Background(), func(tx store.Tx) error { return tx.Put(k, key, v) }))
}

func encoded(t *testing.T, r record.Record) string {
	t.Helper()
	data, err := record.Encode(r)
	require.NoError(t, err)
	return string(data)
}

func openRecord(t *testing.T, s *session.Session) record.Record {
	t.Helper()
	r, ok := s.State().OpenRecord("self-check")
	require.True(t, ok, "an assessment is open")
	return r
}

// gated is a store whose writes wait for a word, and fail when the word is an error.
type gated struct {
	store.Memory
	words chan error
}

func (g *gated) Update(ctx context.Context, write func(store.Tx) error) error {
	if g.words != nil {
		if err := <-g.words; err != nil {
			return err
		}
	}
	return g.Memory.Update(ctx, write)
}

func TestAnswer(t *testing.T) {
	t.Run("is_on_the_screen_at_once_and_saved_only_when_durable", func(t *testing.T) {
		kept := &gated{}
		s := session.Open(kept, checklist.Japanese, clock)
		kept.words = make(chan error, 1)
		inApp(t, func(ctx app.Context) {
			s.Answer(ctx, "self-check", "01", "done")
			o, _ := openRecord(t, s).Sheet.Answer("01")
			require.Equal(t, checklist.OptionID("done"), o)
			require.True(t, s.State().Writing)
			require.True(t, s.State().SavedAt.IsZero())
			kept.words <- nil
		})
		require.False(t, s.State().Writing)
		require.Equal(t, noon, s.State().SavedAt)
		_, ok := value(t, kept, store.Records, string(openRecord(t, s).ID))
		require.True(t, ok)
	})
	t.Run("of_two_quick_taps_the_second_wins_here_and_on_the_disk", func(t *testing.T) {
		kept := &store.Memory{}
		s := session.Open(kept, checklist.Japanese, clock)
		inApp(t, func(ctx app.Context) {
			for range 50 {
				s.Answer(ctx, "self-check", "01", "no")
				s.Answer(ctx, "self-check", "01", "done")
			}
		})
		again := session.Open(kept, checklist.Japanese, clock)
		o, _ := openRecord(t, again).Sheet.Answer("01")
		require.Equal(t, checklist.OptionID("done"), o)
		require.Equal(t, openRecord(t, s), openRecord(t, again))
	})
	t.Run("that_could_not_be_written_is_written_with_the_next", func(t *testing.T) {
		kept := &gated{}
		s := session.Open(kept, checklist.Japanese, clock)
		kept.words = make(chan error, 1)
		kept.words <- fmt.Errorf("put: %w", store.ErrFull)
		inApp(t, func(ctx app.Context) { s.Answer(ctx, "self-check", "01", "done") })
		require.Equal(t, session.Full, s.State().Trouble)
		require.True(t, s.State().SavedAt.IsZero())
		kept.words <- nil
		inApp(t, func(ctx app.Context) { s.Answer(ctx, "self-check", "02", "no") })
		require.Equal(t, session.NoTrouble, s.State().Trouble)
		require.False(t, s.State().SavedAt.IsZero())
		kept.words = nil
		again := session.Open(kept, checklist.Japanese, clock)
		require.Len(t, openRecord(t, again).Sheet.Answers(), 2)
	})
}

func TestOpen_works_in_memory_when_the_device_keeps_nothing(t *testing.T) {
	kept := &gated{words: make(chan error, 1)}
	kept.words <- errors.New("SecurityError")
	s := session.Open(kept, checklist.Japanese, clock)
	require.Equal(t, session.Blocked, s.State().Trouble)
	inApp(t, func(ctx app.Context) { s.Answer(ctx, "self-check", "01", "done") })
	require.Len(t, openRecord(t, s).Sheet.Answers(), 1)
	require.True(t, s.State().SavedAt.IsZero(), "nothing is ever called saved")
	require.Equal(t, session.Blocked, s.State().Trouble)
}

func TestOpen_sets_aside_what_cannot_be_read(t *testing.T) {
	kept := &store.Memory{}
	good := record.New("good", "self-check", "v3", noon).Answered("01", "done", noon)
	newer := `{"format":"mamori.record","version":99}`
	put(t, kept, store.Records, "good", encoded(t, good))
	put(t, kept, store.Records, "bad", "{garbage")
	put(t, kept, store.Records, "other", encoded(t, good))
	put(t, kept, store.Records, "newer", newer)
	put(t, kept, store.Aside, "bad", "an earlier one of the same name")

	s := session.Open(kept, checklist.Japanese, clock)

	require.Len(t, s.State().Records, 1)
	require.Equal(t, 1, s.State().Unread)
	require.Len(t, s.State().Aside, 3)
	v, _ := value(t, kept, store.Aside, "bad-2")
	require.Equal(t, "{garbage", v, "byte for byte, and not over an earlier one")
	v, _ = value(t, kept, store.Aside, "other")
	require.Equal(t, encoded(t, good), v, "a record under a foreign key is not trusted")
	v, _ = value(t, kept, store.Records, "newer")
	require.Equal(t, newer, v, "a newer one stays where it is")
	require.Len(t, session.Open(kept, checklist.Japanese, clock).State().Aside, 3, "opening again adds nothing")
}

func journal(record, item, option, at string) string {
	return fmt.Sprintf(`{"record":%q,"checklist":"self-check","item":%q,"option":%q,"at":%q}`, record, item, option, at)
}

func TestOpen_drains_the_journal(t *testing.T) {
	t.Run("into_a_new_assessment_when_there_is_none", func(t *testing.T) {
		kept := &store.Memory{}
		put(t, kept, store.Journal, "1", journal("", "01", "no", "2026-11-23T11:00:00.000Z"))
		put(t, kept, store.Journal, "2", journal("", "01", "done", "2026-11-23T11:00:00.500Z"))
		put(t, kept, store.Journal, "3", `{"checklist":"self-check","item":"02","note":"田中さん","at":"2026-11-23T11:00:01Z"}`)
		s := session.Open(kept, checklist.Japanese, clock)
		r := openRecord(t, s)
		o, _ := r.Sheet.Answer("01")
		require.Equal(t, checklist.OptionID("done"), o)
		require.Equal(t, "田中さん", r.Sheet.Note("02"))
		_, left := value(t, kept, store.Journal, "1")
		require.False(t, left, "the journal is empty")
		require.Equal(t, r, openRecord(t, session.Open(kept, checklist.Japanese, clock)), "and everything is in the record")
		require.False(t, s.State().SavedAt.IsZero(), "what was drained is durable")
	})
	t.Run("into_the_assessment_it_was_written_for", func(t *testing.T) {
		kept := &store.Memory{}
		for _, id := range []record.ID{"one", "two"} {
			put(t, kept, store.Records, string(id), encoded(t, record.New(id, "self-check", "v3", noon.Add(-time.Hour))))
		}
		put(t, kept, store.Settings, "open-self-check", "two")
		put(t, kept, store.Journal, "1", journal("one", "01", "done", "2026-11-23T11:30:00.000Z"))
		s := session.Open(kept, checklist.Japanese, clock)
		require.Len(t, s.State().Records["one"].Sheet.Answers(), 1)
		require.Equal(t, record.ID("two"), openRecord(t, s).ID)
	})
	t.Run("never_over_a_later_answer", func(t *testing.T) {
		kept := &store.Memory{}
		put(t, kept, store.Records, "one", encoded(t, record.New("one", "self-check", "v3", noon).Answered("01", "done", noon)))
		put(t, kept, store.Settings, "open-self-check", "one")
		put(t, kept, store.Journal, "1", journal("one", "01", "no", "2026-11-23T11:00:00.000Z"))
		o, _ := openRecord(t, session.Open(kept, checklist.Japanese, clock)).Sheet.Answer("01")
		require.Equal(t, checklist.OptionID("done"), o)
	})
	t.Run("and_sets_aside_what_it_does_not_understand", func(t *testing.T) {
		kept := &store.Memory{}
		put(t, kept, store.Journal, "1", `{"checklist":"nope","item":"01","option":"done","at":"2026-11-23T11:00:00Z"}`)
		put(t, kept, store.Journal, "2", `garbage`)
		s := session.Open(kept, checklist.Japanese, clock)
		require.Empty(t, s.State().Records)
		require.Len(t, s.State().Aside, 2)
	})
}

func TestReplay_takes_over_what_the_page_wrote_down_meanwhile(t *testing.T) {
	kept := &store.Memory{}
	entry := store.Entry{Key: "k1", Value: journal("", "01", "done", "2026-11-23T11:00:00.000Z")}
	put(t, kept, store.Journal, entry.Key, entry.Value)
	s := session.Open(kept, checklist.Japanese, clock) // drains k1
	late := store.Entry{Key: "k2", Value: journal("", "02", "no", "2026-11-23T11:00:01.000Z")}
	put(t, kept, store.Journal, late.Key, late.Value)
	inApp(t, func(ctx app.Context) {
		s.Replay(ctx, []store.Entry{entry, late, {Key: "k3", Value: "garbage"}})
	})
	require.Len(t, s.State().Records, 1)
	require.Len(t, openRecord(t, s).Sheet.Answers(), 2)
	_, left := value(t, kept, store.Journal, late.Key)
	require.False(t, left)
	again := session.Open(kept, checklist.Japanese, clock)
	require.Equal(t, openRecord(t, s), openRecord(t, again))
}

func TestStart(t *testing.T) {
	kept := &store.Memory{}
	s := session.Open(kept, checklist.Japanese, clock)
	inApp(t, func(ctx app.Context) {
		s.Answer(ctx, "self-check", "01", "done")
		s.Finish(ctx, "self-check")
	})
	first := openRecord(t, s).ID
	inApp(t, func(ctx app.Context) { s.StartFrom(ctx, first) })
	copied := openRecord(t, s)
	require.NotEqual(t, first, copied.ID)
	require.True(t, copied.Draft())
	require.Len(t, copied.Sheet.Answers(), 1)
	inApp(t, func(ctx app.Context) { s.Start(ctx, "self-check") })
	require.Empty(t, openRecord(t, s).Sheet.Answers())
	require.Len(t, session.Open(kept, checklist.Japanese, clock).State().Records, 3, "all three are kept")
	last, ok := s.State().LastFinished("self-check")
	require.True(t, ok)
	require.Equal(t, first, last.ID)
	inApp(t, func(ctx app.Context) { s.Edit(ctx, first) })
	require.Equal(t, first, openRecord(t, session.Open(kept, checklist.Japanese, clock)).ID)
}

func TestDelete_can_be_undone(t *testing.T) {
	kept := &store.Memory{}
	s := session.Open(kept, checklist.Japanese, clock)
	inApp(t, func(ctx app.Context) { s.Answer(ctx, "self-check", "01", "done") })
	r := openRecord(t, s)
	inApp(t, func(ctx app.Context) { s.Delete(ctx, r.ID) })
	require.Empty(t, s.State().Records)
	require.Empty(t, session.Open(kept, checklist.Japanese, clock).State().Records)
	inApp(t, func(ctx app.Context) { s.Undelete(ctx) })
	require.Equal(t, r, openRecord(t, session.Open(kept, checklist.Japanese, clock)))
}

func TestHistory_has_the_latest_change_first(t *testing.T) {
	kept := &store.Memory{}
	for i, id := range []record.ID{"a", "b", "c"} {
		put(t, kept, store.Records, string(id), encoded(t, record.New(id, "self-check", "v3", noon.AddDate(i, 0, 0))))
	}
	put(t, kept, store.Records, "d", encoded(t, record.New("d", "six-rules", "v4", noon)))
	s := session.Open(kept, checklist.Japanese, clock).State()
	var ids []record.ID
	for _, r := range s.History("self-check") {
		ids = append(ids, r.ID)
	}
	require.Equal(t, []record.ID{"c", "b", "a"}, ids)
	require.Len(t, s.History(""), 4)
}

// The state of a running app may be read while writes go on beside it.
func TestSession_has_no_data_race(t *testing.T) {
	kept := &store.Memory{}
	s := session.Open(kept, checklist.Japanese, clock)
	var others sync.WaitGroup
	inApp(t, func(ctx app.Context) {
		for i := range 20 {
			s.Answer(ctx, "self-check", checklist.QuestionID(fmt.Sprintf("%02d", i+1)), "done")
		}
		others.Go(func() { _, _ = value(t, kept, store.Records, "x") })
	})
	others.Wait()
	require.Len(t, openRecord(t, s).Sheet.Answers(), 20)
}
