package advice_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/advice"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

func TestWhatIf(t *testing.T) {
	t.Run("on_points_a_planned_item_gets_the_best_answer", func(t *testing.T) {
		c := selfCheck(t)
		s := all(c, "no").With("11", "unknown", noon.Add(time.Second))
		after := advice.WhatIf(c, s, []checklist.QuestionID{"01", "11"})
		require.Equal(t, c.Score(s).Value+9, c.Score(after).Value, "from 0 to 4 and from -1 to 4")
	})
	t.Run("on_levels_a_planned_item_rises_by_one", func(t *testing.T) {
		list, err := catalog.Load("management")
		require.NoError(t, err)
		s := all(*list, "2").With("1-1", "unknown", noon.Add(time.Second)).With("1-2", "5", noon.Add(time.Second))
		after := advice.WhatIf(*list, s, []checklist.QuestionID{"1-1", "1-2", "1-3"})
		for q, want := range map[checklist.QuestionID]checklist.OptionID{"1-1": "1", "1-2": "5", "1-3": "3", "2-1": "2"} {
			o, _ := after.Answer(q)
			require.Equal(t, want, o, q)
		}
	})
	t.Run("an_unanswered_item_stays_unanswered", func(t *testing.T) {
		c := selfCheck(t)
		require.Zero(t, c.Score(advice.WhatIf(c, checklist.Sheet{}, []checklist.QuestionID{"01"})).Answered)
	})
	t.Run("a_plan_never_lowers_a_score_on_points", func(t *testing.T) {
		c := selfCheck(t)
		for _, o := range c.Options {
			s := all(c, o.ID)
			for _, q := range c.Questions() {
				require.GreaterOrEqual(t, c.Score(advice.WhatIf(c, s, []checklist.QuestionID{q.ID})).Value, c.Score(s).Value)
			}
		}
	})
}

func TestNext_on_levels_begins_with_the_contact_list(t *testing.T) {
	list, err := catalog.Load("management")
	require.NoError(t, err)
	steps := advice.Next(*list, all(*list, "1"), 3)
	require.Equal(t, []checklist.QuestionID{"7-1", "4-1", "5-1"}, labels(steps))
	require.Empty(t, advice.Next(*list, all(*list, "na"), 3))
	require.Len(t, advice.Next(*list, all(*list, "unknown"), 50), 40)
}
