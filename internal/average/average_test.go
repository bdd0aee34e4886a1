package average_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/average"
	"mamori/internal/average/generate"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
)

var update = flag.Bool("update", false, "write the golden file anew")

var noon = time.Date(2026, 10, 5, 12, 0, 0, 0, time.UTC)

// firm returns a finished record in which every item has the same answer.
func firm(t *testing.T, id record.ID, list checklist.ID, option checklist.OptionID, place record.Profile) record.Record {
	t.Helper()
	c, err := catalog.Load(list)
	require.NoError(t, err)
	answers := map[checklist.QuestionID]checklist.Answer{}
	for _, q := range c.Questions() {
		answers[q.ID] = checklist.Answer{Option: option, At: noon}
	}
	r := record.New(id, list, c.Edition, noon)
	r.Sheet, r.Profile = checklist.NewSheet(answers, nil), place
	return r.Finish(noon.Add(time.Minute))
}

// firms returns so many of them, with ids of their own.
func firms(t *testing.T, n int, list checklist.ID, option checklist.OptionID, place record.Profile) []record.Record {
	t.Helper()
	var all []record.Record
	for i := range n {
		all = append(all, firm(t, record.ID(fmt.Sprintf("%s-%s-%s%s-%d", list, option, place.Sector, place.Size, i)), list, option, place))
	}
	return all
}

var (
	maker = record.Profile{Sector: "E", Size: "6-19"}
	shop  = record.Profile{Sector: "I2", Size: "1-5"}
)

// averagesOf makes a file of records.
func averagesOf(t *testing.T, o average.Options, records ...record.Record) (sector.File, average.Report) {
	t.Helper()
	c, err := average.New(o)
	require.NoError(t, err)
	for _, r := range records {
		c.Add(r)
	}
	f, report, err := c.File(average.Header{})
	require.NoError(t, err)
	return f, report
}

var five = average.Options{Minimum: 5}

// find returns a figure; ok is false when the file has none, or a suppressed one.
func find(f sector.File, sectorCode, size, target string) (sector.Figure, bool) {
	for _, fig := range f.Figures {
		if fig.Sector == sectorCode && fig.Size == size && fig.Target == target {
			return fig, !fig.Suppressed
		}
	}
	return sector.Figure{}, false
}

func TestFile_holds_total_sections_and_items_of_each_group(t *testing.T) {
	records := append(firms(t, 6, "self-check", "done", maker), firms(t, 2, "self-check", "no", maker)...)
	f, _ := averagesOf(t, five, records...)
	for target, want := range map[string]float64{"self-check": 75, "self-check#1": 15, "self-check/01": 3} {
		fig, ok := find(f, "E", "6-19", target)
		require.True(t, ok, target)
		require.Equal(t, 8, fig.N)
		require.Equal(t, want, *fig.Value)
	}
	item, _ := find(f, "E", "6-19", "self-check/01")
	require.Equal(t, map[checklist.OptionID]float64{"done": 0.75, "no": 0.25}, item.Shares)
	require.Equal(t, map[checklist.ID]string{"self-check": "v3"}, f.Checklists, "no other checklist is spoken of")
	_, ok := find(f, "D", "all", "self-check")
	require.False(t, ok)
}

func TestFile_on_the_levels_scale_averages_the_answers_that_have_a_level(t *testing.T) {
	records := append(firms(t, 6, "management", "2", maker), firms(t, 6, "management", "5", maker)...)
	for i, o := range []checklist.OptionID{"unknown", "na"} {
		records[i] = records[i].Answered("1-1", o, noon.Add(time.Hour))
	}
	f, _ := averagesOf(t, five, records...)
	item, ok := find(f, "E", "6-19", "management/1-1")
	require.True(t, ok)
	require.Equal(t, 10, item.N, "two have no level")
	require.Equal(t, 3.8, *item.Value)
	require.Equal(t, map[checklist.OptionID]float64{"2": 0.3333, "5": 0.5, "unknown": 0.0833, "na": 0.0833}, item.Shares, "of all twelve")
	whole, ok := find(f, "E", "6-19", "management")
	require.True(t, ok)
	require.Equal(t, 12, whole.N)
	require.Equal(t, 3.5, *whole.Value)
	require.Equal(t, sector.Level, whole.Unit)
}

func TestFile_suppresses_a_single_item_that_few_firms_gave_a_level(t *testing.T) {
	records := firms(t, 12, "management", "3", maker)
	for i := range 9 {
		records[i] = records[i].Answered("1-1", "na", noon.Add(time.Hour))
	}
	f, _ := averagesOf(t, five, records...)
	item, ok := find(f, "E", "6-19", "management/1-1")
	require.False(t, ok)
	require.Equal(t, sector.Figure{Sector: "E", Size: "6-19", Target: "management/1-1", Unit: sector.Level, Suppressed: true}, item)
	_, ok = find(f, "E", "6-19", "management/1-2")
	require.True(t, ok)
}

func TestFile_says_the_same_of_small_hidden_and_empty_groups(t *testing.T) {
	records := slices.Concat(firms(t, 3, "self-check", "done", shop), firms(t, 5, "self-check", "done", maker), firms(t, 30, "self-check", "no", record.Profile{Sector: "D", Size: "6-19"}))
	f, _ := averagesOf(t, five, records...)
	for name, code := range map[string]string{"small": "I2", "hidden for its sake": "E", "empty": "J"} {
		var found []sector.Figure
		for _, fig := range f.Figures {
			if fig.Sector == code && fig.Size == sector.All {
				found = append(found, fig)
			}
		}
		require.Equal(t, []sector.Figure{{Sector: code, Size: sector.All, Target: "self-check", Unit: sector.Points, Suppressed: true}}, found, name)
	}
	_, ok := find(f, "D", "all", "self-check")
	require.True(t, ok)
}

func TestRecords(t *testing.T) {
	rest := firms(t, 6, "self-check", "done", maker)
	one := firm(t, "one", "self-check", "no", maker)
	draft, gap, edition, list, option, nowhere, more := one, one, one, one, one, one, one
	draft.Finished = time.Time{}
	answers := one.Sheet.Answers()
	delete(answers, "07")
	gap.Sheet = checklist.NewSheet(answers, nil)
	edition.Edition = "v2"
	list.Checklist = "another"
	option = option.Answered("07", "perhaps", noon.Add(time.Hour))
	more = more.Answered("99", "done", noon.Add(time.Hour))
	nowhere.Profile = record.Profile{Sector: "X9", Size: "huge"}
	var nothing record.Record
	cases := []struct {
		name  string
		one   record.Record
		n     int
		check func(average.Report) int
	}{
		{"that_are_finished_and_complete_count", one, 7, func(r average.Report) int { return r.Counted - 6 }},
		{"with_an_item_that_is_not_ours_beside_the_rest_count", more, 7, func(r average.Report) int { return r.Counted - 6 }},
		{"without_a_known_sector_count_in_the_sums", nowhere, 7, func(r average.Report) int { return r.Unnamed }},
		{"that_are_drafts_do_not_count", draft, 6, func(r average.Report) int { return r.Drafts }},
		{"with_a_gap_do_not_count", gap, 6, func(r average.Report) int { return r.Incomplete }},
		{"with_an_option_that_is_not_ours_do_not_count", option, 6, func(r average.Report) int { return r.Incomplete }},
		{"of_another_edition_do_not_count", edition, 6, func(r average.Report) int { return r.Edition }},
		{"of_another_checklist_do_not_count", list, 6, func(r average.Report) int { return r.Checklist }},
		{"without_any_content_do_not_count", nothing, 6, func(r average.Report) int { return r.Checklist }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, report := averagesOf(t, five, append(slices.Clone(rest), c.one)...)
			all, ok := find(f, sector.All, sector.All, "self-check")
			require.True(t, ok)
			require.Equal(t, c.n, all.N)
			require.Equal(t, 1, c.check(report), report.String())
		})
	}
	t.Run("that_are_complete_drafts_count_when_asked", func(t *testing.T) {
		f, _ := averagesOf(t, average.Options{Minimum: 5, Drafts: true}, append(slices.Clone(rest), draft)...)
		all, _ := find(f, sector.All, sector.All, "self-check")
		require.Equal(t, 7, all.N)
	})
	t.Run("of_other_editions_are_named_in_the_report", func(t *testing.T) {
		_, report := averagesOf(t, five, append(slices.Clone(rest), edition)...)
		require.Contains(t, report.String(), `1 of another edition`)
		require.Contains(t, report.String(), `self-check "v2"`)
	})
}

func TestStates_of_one_record(t *testing.T) {
	rest := firms(t, 6, "self-check", "done", maker)
	old := firm(t, "one", "self-check", "no", maker)
	late := old.Answered("01", "done", noon.Add(time.Hour))
	want, _ := averagesOf(t, five, append(slices.Clone(rest), late)...)
	t.Run("count_once_and_the_latest_wins_in_any_order", func(t *testing.T) {
		for _, states := range [][]record.Record{{old, late}, {late, old}, {late, old, late, old}} {
			got, report := averagesOf(t, five, append(slices.Clone(rest), states...)...)
			require.Equal(t, want, got)
			require.Equal(t, len(states)-1, report.Older)
		}
	})
	t.Run("count_for_nothing_when_the_latest_cannot_count", func(t *testing.T) {
		broken := late.Answered("02", "perhaps", noon.Add(2*time.Hour))
		f, report := averagesOf(t, five, append(slices.Clone(rest), broken, late)...)
		all, _ := find(f, sector.All, sector.All, "self-check")
		require.Equal(t, 6, all.N)
		require.Equal(t, 1, report.Incomplete)
	})
	t.Run("of_the_same_moment_give_one_result_in_any_order", func(t *testing.T) {
		twin := late
		twin.Profile = shop
		one, _ := averagesOf(t, five, append(slices.Clone(rest), late, twin)...)
		other, _ := averagesOf(t, five, append(slices.Clone(rest), twin, late)...)
		require.Equal(t, one, other)
	})
}

func TestFile_refuses(t *testing.T) {
	c, err := average.New(five)
	require.NoError(t, err)
	t.Run("an_empty_collection", func(t *testing.T) {
		_, _, err := c.File(average.Header{})
		require.ErrorIs(t, err, average.ErrEmpty)
	})
	t.Run("fewer_records_than_the_minimum_of_each_checklist", func(t *testing.T) {
		for _, r := range append(firms(t, 4, "self-check", "done", maker), firms(t, 4, "six-rules", "done", maker)...) {
			c.Add(r)
		}
		_, report, err := c.File(average.Header{})
		require.ErrorIs(t, err, average.ErrFew)
		require.Equal(t, []string{"self-check", "six-rules"}, report.Few)
	})
	t.Run("a_header_that_the_format_refuses", func(t *testing.T) {
		c.Add(firm(t, "fifth", "self-check", "no", maker))
		_, _, err := c.File(average.Header{ID: "not an id"})
		require.ErrorContains(t, err, "id: slug")
	})
	t.Run("a_minimum_of_nobody", func(t *testing.T) {
		_, err := average.New(average.Options{})
		require.ErrorContains(t, err, "minimum")
	})
}

func TestHeader(t *testing.T) {
	records := firms(t, 5, "six-rules", "done", maker)
	records[0].Changed = noon.AddDate(0, -3, 0)
	c, err := average.New(five)
	require.NoError(t, err)
	for _, r := range records {
		c.Add(r)
	}
	t.Run("has_true_defaults", func(t *testing.T) {
		f, _, err := c.File(average.Header{})
		require.NoError(t, err)
		require.Equal(t, sector.Collected, f.Kind)
		require.Equal(t, "2026-07 – 2026-10", f.Surveyed)
		require.Equal(t, "2026-10", f.Edition)
	})
	t.Run("takes_a_text_in_one_language_for_both", func(t *testing.T) {
		f, _, err := c.File(average.Header{ID: "town-2026", Publisher: checklist.Text{JA: "まち商工会"}})
		require.NoError(t, err)
		require.Equal(t, checklist.Text{JA: "まち商工会", EN: "まち商工会"}, f.Publisher)
		require.Equal(t, "town-2026", f.ID)
	})
}

// shuffled returns the records of a plan in an order of their own.
func shuffled(t *testing.T, p generate.Plan, seed uint64) []record.Record {
	t.Helper()
	seq, err := generate.Records(p)
	require.NoError(t, err)
	records := slices.Collect(seq)
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	return records
}

func TestFile_does_not_depend_on_the_order_of_the_input(t *testing.T) {
	plan := generate.Plan{N: 600, Seed: 3}
	want, wantReport := averagesOf(t, five, shuffled(t, plan, 1)...)
	for seed := range uint64(5) {
		got, report := averagesOf(t, five, shuffled(t, plan, 2+seed)...)
		require.Equal(t, want, got)
		require.Equal(t, wantReport, report)
	}
}

func TestFile_is_the_same_with_older_states_added(t *testing.T) {
	records := shuffled(t, generate.Plan{N: 400, Seed: 4}, 1)
	want, _ := averagesOf(t, five, records...)
	for i, r := range slices.Clone(records) {
		if i%3 == 0 {
			r.Changed = r.Changed.AddDate(-1, 0, 0)
			r.Profile, r.Finished = shop, r.Changed
			records = append(records, r)
		}
	}
	got, _ := averagesOf(t, five, records...)
	require.Equal(t, want, got)
}

func TestFile_as_it_was(t *testing.T) {
	records := shuffled(t, generate.Plan{N: 90, Seed: 9, Checklists: []checklist.ID{"six-rules"}}, 1)
	f, _ := averagesOf(t, five, records...)
	got, err := average.Encode(f)
	require.NoError(t, err)
	golden := filepath.Join("testdata", "six-rules.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "if this is meant: go test ./internal/average -update")
	back, err := sector.Decode(got)
	require.NoError(t, err)
	require.Equal(t, f, back)
	require.Equal(t, len(f.Figures), bytes.Count(got, []byte("\n    {\"sector\"")), "one figure a line")
}
