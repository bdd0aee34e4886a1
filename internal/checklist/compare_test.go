package checklist_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
)

func changed(changes []checklist.Change) []string {
	var all []string
	for _, c := range changes {
		all = append(all, string(c.Question.ID))
	}
	return all
}

func TestCompare(t *testing.T) {
	c := levels(7)
	earlier := fill(c, "1", "4", "", "3", "3", "unknown", "na")
	later := fill(c, "2", "3", "5", "3", "", "4", "na")
	got := c.Compare(earlier, later)
	require.Equal(t, []string{"01"}, changed(got.Rose))
	require.Equal(t, []string{"02"}, changed(got.Fell))
	require.Equal(t, []string{"03", "06"}, changed(got.New), "unanswered before, or not known")
	require.Equal(t, []string{"05"}, changed(got.Lost))
	require.Equal(t, 1, got.Same)
	require.Zero(t, got.Foreign)
}

func TestCompare_says_what_another_edition_had_that_this_one_has_not(t *testing.T) {
	c := official(4)
	earlier := fill(c, "done").With("99", "done", noon)
	require.Equal(t, 1, c.Compare(earlier, checklist.Sheet{}).Foreign)
}

func TestCompare_the_other_way_round_swaps_rise_and_fall(t *testing.T) {
	c := levels(20)
	for range 200 {
		a, b := randomSheet(c), randomSheet(c)
		there, back := c.Compare(a, b), c.Compare(b, a)
		require.Equal(t, changed(there.Rose), changed(back.Fell))
		require.Equal(t, changed(there.New), changed(back.Lost))
		require.Equal(t, there.Same, back.Same)
	}
}
