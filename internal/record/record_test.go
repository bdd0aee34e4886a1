package record_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
	"mamori/internal/record"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func sample() record.Record {
	return record.New("abc", "self-check", "v3", noon).
		Answered("01", "done", noon.Add(time.Minute)).
		Noted("02", "経理の田中さんに聞く\n<b>", noon.Add(2*time.Minute)).
		Finish(noon.Add(3 * time.Minute))
}

func TestRecord(t *testing.T) {
	t.Run("comes_back_as_it_was_written", func(t *testing.T) {
		data, err := record.Encode(sample())
		require.NoError(t, err)
		back, err := record.Decode(data)
		require.NoError(t, err)
		require.Equal(t, sample(), back)
	})
	t.Run("changes_without_changing_the_old_one", func(t *testing.T) {
		old := sample()
		_ = old.Answered("01", "no", noon.Add(time.Hour))
		require.Equal(t, sample(), old)
	})
	t.Run("keeps_its_order_when_the_clock_goes_back", func(t *testing.T) {
		r := sample().Answered("03", "no", noon.Add(-24*time.Hour)).Answered("03", "done", noon.Add(-48*time.Hour))
		o, _ := r.Sheet.Answer("03")
		require.Equal(t, checklist.OptionID("done"), o)
		require.True(t, r.Changed.After(sample().Changed))
	})
	t.Run("is_finished_once", func(t *testing.T) {
		require.Equal(t, sample().Finished, sample().Finish(noon.Add(time.Hour)).Finished)
	})
	t.Run("NewFrom_starts_a_draft_with_the_same_answers", func(t *testing.T) {
		next := record.NewFrom(sample(), "def", "v3", noon.AddDate(1, 0, 0))
		require.True(t, next.Draft())
		require.Equal(t, sample().Sheet, next.Sheet)
		require.Equal(t, noon.AddDate(1, 0, 0), next.Started)
	})
	t.Run("a_plan_and_a_profile_come_back_too", func(t *testing.T) {
		r := sample().Planned("01", true, "田中", "2026-12-24", noon.Add(time.Hour)).WithProfile(record.Profile{Sector: "I2", Size: "6-19"}, noon.Add(time.Hour))
		data, err := record.Encode(r)
		require.NoError(t, err)
		back, err := record.Decode(data)
		require.NoError(t, err)
		require.Equal(t, r, back)
		require.Empty(t, back.Planned("01", false, "", "", noon).Plan)
		require.Len(t, back.Plan, 1, "the old one keeps it")
	})
	t.Run("a_long_note_is_cut_at_the_limit", func(t *testing.T) {
		r := sample().Noted("01", strings.Repeat("長", record.MaxNote+5), noon)
		require.Equal(t, record.MaxNote, len([]rune(r.Sheet.Note("01"))))
	})
}

func TestReplay(t *testing.T) {
	answer := record.Entry{Checklist: "self-check", Question: "01", Text: "no", At: noon.Add(10 * time.Minute)}
	t.Run("twice_changes_nothing_more", func(t *testing.T) {
		once := sample().Replay(answer)
		require.Equal(t, once, once.Replay(answer))
	})
	t.Run("an_older_entry_does_not_win", func(t *testing.T) {
		answer.At = noon
		o, _ := sample().Replay(answer).Sheet.Answer("01")
		require.Equal(t, checklist.OptionID("done"), o)
	})
	t.Run("a_note_is_taken_over", func(t *testing.T) {
		r := sample().Replay(record.Entry{Question: "05", Note: true, Text: "x", At: noon})
		require.Equal(t, "x", r.Sheet.Note("05"))
	})
}

func TestDecode(t *testing.T) {
	head := `"format":"mamori.record","version":1,"id":"a","checklist":"self-check","edition":"v3",`
	tail := `"started":"2026-11-23T12:00:00Z","changed":"2026-11-23T12:00:00Z"}`
	cases := []struct {
		name, data string
		want       error
	}{
		{"an empty document is damaged", ``, record.ErrDamaged},
		{"garbage is damaged", `{garbage`, record.ErrDamaged},
		{"an array is damaged", `[]`, record.ErrDamaged},
		{"another format is damaged", `{"format":"other","version":1}`, record.ErrDamaged},
		{"no version is damaged", `{"format":"mamori.record"}`, record.ErrDamaged},
		{"a negative version is damaged", `{"format":"mamori.record","version":-1}`, record.ErrDamaged},
		{"a newer version is newer, whatever its shape", `{"format":"mamori.record","version":2,"answers":7}`, record.ErrNewer},
		{"an id that could leave a fragment is damaged", `{"format":"mamori.record","version":1,"id":"a/../b","checklist":"c","edition":"e","answers":{},` + tail, record.ErrDamaged},
		{"an answer without an option is damaged", `{` + head + `"answers":{"01":{"at":"2026-11-23T12:00:00Z"}},` + tail, record.ErrDamaged},
		{"an answer without a time is damaged", `{` + head + `"answers":{"01":{"option":"done"}},` + tail, record.ErrDamaged},
		{"markup as an item is damaged", `{` + head + `"answers":{"<b>":{"option":"done","at":"2026-11-23T12:00:00Z"}},` + tail, record.ErrDamaged},
		{"no time is damaged", `{` + head + `"answers":{}}`, record.ErrDamaged},
		{"a time beyond all reason is damaged", strings.Replace(`{`+head+`"answers":{},`+tail, "2026", "9999", 2), record.ErrDamaged},
		{"invalid UTF-8 is damaged", "{\"format\":\"mamori.record\xff\",\"version\":1}", record.ErrDamaged},
		{"a document over the limit is damaged", strings.Repeat(" ", record.MaxSize+1), record.ErrDamaged},
		{"unknown items are kept", `{` + head + `"answers":{"99":{"option":"new","at":"2026-11-23T12:00:00Z"}},` + tail, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := record.Decode([]byte(c.data))
			if c.want == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, c.want)
		})
	}
}

// Every version that was ever released must be read for ever: the fixture may not be changed.
func TestDecode_reads_the_first_released_version(t *testing.T) {
	r, err := record.Decode([]byte(firstRelease))
	require.NoError(t, err)
	require.Equal(t, record.ID("K3QX7MZP"), r.ID)
	o, _ := r.Sheet.Answer("07")
	require.Equal(t, checklist.OptionID("unknown"), o)
	require.Equal(t, "田中さん", r.Sheet.Note("07"))
	require.True(t, r.Draft())
}

const firstRelease = `{"format":"mamori.record","version":1,"id":"K3QX7MZP","checklist":"self-check","edition":"v3",
"answers":{"07":{"option":"unknown","at":"2026-11-23T03:10:00.123Z"}},
"notes":{"07":{"text":"田中さん","at":"2026-11-23T03:11:00Z"}},
"started":"2026-11-23T03:10:00.123Z","changed":"2026-11-23T03:11:00Z"}`

func TestDecodeEntry(t *testing.T) {
	ok := []string{
		`{"record":"","checklist":"self-check","item":"01","option":"done","at":"2026-11-23T12:00:00.000Z"}`,
		`{"record":"abc","checklist":"self-check","item":"01","note":"","at":"2026-11-23T12:00:00.000Z"}`,
	}
	for _, data := range ok {
		_, err := record.DecodeEntry([]byte(data))
		require.NoError(t, err, data)
	}
	bad := []string{
		``, `{}`, `null`, `[1]`, `{"checklist":"self-check","item":"01","at":"2026-11-23T12:00:00Z"}`,
		`{"checklist":"self-check","item":"../x","option":"done","at":"2026-11-23T12:00:00Z"}`,
		`{"checklist":"self-check","item":"01","option":"done","at":"yesterday"}`,
	}
	for _, data := range bad {
		_, err := record.DecodeEntry([]byte(data))
		require.ErrorIs(t, err, record.ErrDamaged, data)
	}
}

func FuzzDecode(f *testing.F) {
	data, err := record.Encode(sample())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(firstRelease))
	f.Add([]byte(`{"format":"mamori.record","version":2}`))
	f.Add([]byte(`{"format":"mamori.record","version":1,"answers":{"01":{"option":"done"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := record.Decode(data)
		if err != nil {
			return
		}
		written, err := record.Encode(r)
		require.NoError(t, err, "what was read can be written")
		again, err := record.Decode(written)
		require.NoError(t, err, "what was written can be read")
		require.Equal(t, r, again)
	})
}

func FuzzDecodeEntry(f *testing.F) {
	f.Add([]byte(`{"record":"","checklist":"self-check","item":"01","option":"done","at":"2026-11-23T12:00:00.000Z"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if e, err := record.DecodeEntry(data); err == nil {
			require.NotEmpty(t, e.Question)
			require.False(t, e.At.IsZero())
		}
	})
}
