package checklist_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
)

func points(n int) *int { return &n }

// official is a checklist with the options and bands of the self-check and n items in two sections.
func official(n int) checklist.Checklist {
	c := checklist.Checklist{
		ID: "t", Scale: checklist.Points,
		Options: []checklist.Option{
			{ID: "done", Points: points(4), Best: true}, {ID: "partly", Points: points(2)},
			{ID: "no", Points: points(0)}, {ID: "unknown", Points: points(-1), Unknown: true},
		},
		Bands: []checklist.Band{{ID: "top", From: 100}, {ID: "near", From: 70}, {ID: "low", From: 50}, {ID: "start", From: -25}},
	}
	var items []checklist.Question
	for i := range n {
		items = append(items, checklist.Question{ID: checklist.QuestionID(fmt.Sprintf("%02d", i+1))})
	}
	c.Sections = []checklist.Section{{ID: "1", Items: items[:n/2]}, {ID: "2", Items: items[n/2:]}}
	return c
}

// levels is a checklist whose value is a mean, with an answer that is not counted.
func levels(n int) checklist.Checklist {
	c := official(n)
	c.Scale, c.Bands, c.Options = checklist.Levels, nil, []checklist.Option{
		{ID: "1", Points: points(1)}, {ID: "2", Points: points(2)}, {ID: "3", Points: points(3)},
		{ID: "4", Points: points(4)}, {ID: "5", Points: points(5), Best: true},
		{ID: "unknown", Unknown: true}, {ID: "na", NA: true},
	}
	return c
}

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// fill answers the items of a checklist in order, leaving out empty options.
func fill(c checklist.Checklist, options ...checklist.OptionID) checklist.Sheet {
	var s checklist.Sheet
	for i, o := range options {
		if o != "" {
			s = s.With(c.Questions()[i].ID, o, noon)
		}
	}
	return s
}

func TestScore(t *testing.T) {
	cases := []struct {
		name    string
		list    checklist.Checklist
		options []checklist.OptionID
		want    checklist.Score
	}{
		{"実施している_counts_four", official(4), []checklist.OptionID{"done"}, checklist.Score{Value: 4, Possible: 4, Max: 16, Answered: 1, Counted: 1, Items: 4}},
		{"一部実施している_counts_two", official(4), []checklist.OptionID{"partly"}, checklist.Score{Value: 2, Possible: 4, Max: 16, Answered: 1, Counted: 1, Items: 4}},
		{"実施していない_counts_nothing", official(4), []checklist.OptionID{"no"}, checklist.Score{Value: 0, Possible: 4, Max: 16, Answered: 1, Counted: 1, Items: 4}},
		{"わからない_counts_minus_one", official(4), []checklist.OptionID{"unknown"}, checklist.Score{Value: -1, Possible: 4, Max: 16, Answered: 1, Counted: 1, Items: 4}},
		{"unanswered_items_count_nothing_and_are_not_answered", official(4), nil, checklist.Score{Max: 16, Items: 4}},
		{"an_option_the_checklist_does_not_have_is_no_answer", official(4), []checklist.OptionID{"maybe"}, checklist.Score{Max: 16, Items: 4}},
		{"levels_take_the_mean_of_what_is_counted", levels(4), []checklist.OptionID{"1", "4", "na", "unknown"}, checklist.Score{Value: 2.5, Possible: 5, Max: 5, Answered: 4, Counted: 2, Items: 4}},
		{"levels_without_a_counted_answer_are_zero", levels(4), []checklist.OptionID{"na"}, checklist.Score{Possible: 5, Max: 5, Answered: 1, Items: 4}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, c.list.Score(fill(c.list, c.options...)))
		})
	}
}

func TestScore_runs_from_minus_25_to_100_over_25_items(t *testing.T) {
	c := official(25)
	all := func(o checklist.OptionID) float64 {
		var s checklist.Sheet
		for _, q := range c.Questions() {
			s = s.With(q.ID, o, noon)
		}
		return c.Score(s).Value
	}
	require.Equal(t, 100.0, all("done"))
	require.Equal(t, -25.0, all("unknown"))
}

func TestScore_of_the_sections_adds_up_to_the_whole(t *testing.T) {
	c := official(25)
	for range 200 {
		s := randomSheet(c)
		sum := 0.0
		for _, part := range c.SectionScores(s) {
			sum += part.Value
		}
		require.Equal(t, c.Score(s).Value, sum)
	}
}

func TestScore_never_falls_when_an_answer_gets_better(t *testing.T) {
	for name, c := range map[string]checklist.Checklist{"points": official(10), "levels": levels(10)} {
		t.Run(name, func(t *testing.T) {
			for range 500 {
				s := randomSheet(c)
				q := c.Questions()[rand.IntN(c.Len())]
				before, ok := s.Chosen(c, q.ID)
				if !ok || before.Points == nil {
					continue
				}
				for _, better := range c.Options {
					if better.Points != nil && *better.Points > *before.Points {
						after := s.With(q.ID, better.ID, noon.Add(time.Hour))
						require.GreaterOrEqual(t, c.Score(after).Value, c.Score(s).Value)
					}
				}
			}
		})
	}
}

func randomSheet(c checklist.Checklist) checklist.Sheet {
	var s checklist.Sheet
	for _, q := range c.Questions() {
		if rand.IntN(5) > 0 {
			s = s.With(q.ID, c.Options[rand.IntN(len(c.Options))].ID, noon)
		}
	}
	return s
}

func TestBand(t *testing.T) {
	c := official(25)
	cases := map[float64]checklist.BandID{
		100: "top", 99: "near", 70: "near", 69: "low", 50: "low", 49: "start", 0: "start", -25: "start",
	}
	for value, want := range cases {
		t.Run(fmt.Sprintf("%v_points_are_in_%s", value, want), func(t *testing.T) {
			band, ok := c.Band(value)
			require.True(t, ok)
			require.Equal(t, want, band.ID)
		})
	}
}

func TestStanding_puts_every_item_in_exactly_one_list(t *testing.T) {
	c := levels(6)
	st := c.Standing(fill(c, "5", "2", "unknown", "na", "", "5"))
	require.Equal(t, []string{"01", "06"}, ids(st.Strong))
	require.Equal(t, []string{"02"}, ids(st.Weak))
	require.Equal(t, []string{"03"}, ids(st.Unknown))
	require.Equal(t, []string{"04"}, ids(st.Skipped))
	require.Equal(t, []string{"05"}, ids(st.Open))
}

func ids(items []checklist.Question) []string {
	var all []string
	for _, q := range items {
		all = append(all, string(q.ID))
	}
	return all
}
