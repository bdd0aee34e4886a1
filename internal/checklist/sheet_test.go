package checklist_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
)

func TestSheet(t *testing.T) {
	t.Run("With_leaves_the_old_sheet_as_it_was", func(t *testing.T) {
		old := checklist.Sheet{}.With("01", "no", noon)
		_ = old.With("01", "done", noon.Add(time.Second)).WithNote("01", "x", noon)
		o, _ := old.Answer("01")
		require.Equal(t, checklist.OptionID("no"), o)
		require.Empty(t, old.Note("01"))
	})
	t.Run("the_later_answer_wins_in_whatever_order_they_arrive", func(t *testing.T) {
		early, late := noon, noon.Add(time.Millisecond)
		one := checklist.Sheet{}.With("01", "no", early).With("01", "done", late)
		other := checklist.Sheet{}.With("01", "done", late).With("01", "no", early)
		require.Equal(t, one, other)
		o, _ := one.Answer("01")
		require.Equal(t, checklist.OptionID("done"), o)
	})
	t.Run("the_later_note_wins_too", func(t *testing.T) {
		s := checklist.Sheet{}.WithNote("01", "second", noon.Add(time.Second)).WithNote("01", "first", noon)
		require.Equal(t, "second", s.Note("01"))
	})
	t.Run("what_is_handed_out_cannot_change_the_sheet", func(t *testing.T) {
		s := checklist.Sheet{}.With("01", "no", noon)
		s.Answers()["01"] = checklist.Answer{Option: "done"}
		o, _ := s.Answer("01")
		require.Equal(t, checklist.OptionID("no"), o)
	})
	t.Run("Unanswered_lists_open_items_in_order", func(t *testing.T) {
		c := official(4)
		require.Equal(t, []string{"01", "03"}, ids(fill(c, "", "done", "", "no").Unanswered(c)))
	})
	t.Run("Latest_is_the_time_of_the_newest_change", func(t *testing.T) {
		s := checklist.Sheet{}.With("01", "no", noon).WithNote("02", "x", noon.Add(time.Hour))
		require.Equal(t, noon.Add(time.Hour), s.Latest())
		require.True(t, checklist.Sheet{}.Latest().IsZero())
	})
}
