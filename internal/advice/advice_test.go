package advice_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/advice"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func selfCheck(t *testing.T) checklist.Checklist {
	t.Helper()
	c, err := catalog.Load("self-check")
	require.NoError(t, err)
	return *c
}

func all(c checklist.Checklist, o checklist.OptionID) checklist.Sheet {
	var s checklist.Sheet
	for _, q := range c.Questions() {
		s = s.With(q.ID, o, noon)
	}
	return s
}

func labels(steps []advice.Step) []checklist.QuestionID {
	var ids []checklist.QuestionID
	for _, s := range steps {
		ids = append(ids, s.Question.ID)
	}
	return ids
}

func TestNext(t *testing.T) {
	c := selfCheck(t)
	t.Run("with_nothing_done_the_copies_and_updates_come_first", func(t *testing.T) {
		require.Equal(t, []checklist.QuestionID{"11", "01", "03"}, labels(advice.Next(c, all(c, "no"), 3)))
	})
	t.Run("with_everything_done_there_is_nothing", func(t *testing.T) {
		require.Empty(t, advice.Next(c, all(c, "done"), 3))
	})
	t.Run("unanswered_items_are_no_advice", func(t *testing.T) {
		require.Empty(t, advice.Next(c, checklist.Sheet{}, 3))
	})
	t.Run("a_half_done_item_waits_behind_one_not_begun", func(t *testing.T) {
		s := all(c, "done").With("11", "partly", noon).With("25", "no", noon).With("01", "no", noon)
		require.Equal(t, []checklist.QuestionID{"11", "01", "25"}, labels(advice.Next(c, s, 3)), "rank 1 half done is as pressing as rank 2")
		s = s.With("03", "partly", noon).With("11", "done", noon).With("02", "no", noon)
		require.Equal(t, []checklist.QuestionID{"01", "02", "03"}, labels(advice.Next(c, s, 3)))
	})
	t.Run("an_unknown_item_is_as_pressing_as_one_not_done", func(t *testing.T) {
		s := all(c, "done").With("11", "unknown", noon)
		steps := advice.Next(c, s, 3)
		require.Len(t, steps, 1)
		require.Equal(t, 5, steps[0].Gain, "from minus one to four")
	})
	t.Run("the_gain_is_what_the_best_answer_adds", func(t *testing.T) {
		for range 100 {
			s := checklist.Sheet{}
			for _, q := range c.Questions() {
				s = s.With(q.ID, c.Options[rand.IntN(len(c.Options))].ID, noon)
			}
			for _, step := range advice.Next(c, s, c.Len()) {
				better := s.With(step.Question.ID, "done", noon.Add(time.Second))
				require.Equal(t, float64(step.Gain), c.Score(better).Value-c.Score(s).Value)
			}
		}
	})
}
