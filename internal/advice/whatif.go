package advice

import (
	"mamori/internal/checklist"
)

// WhatIf returns the sheet as it would be if the planned items were carried out: on the points scale each gets the best answer, on
// the levels scale the next level up. Items that are unanswered or do not apply stay as they are.
func WhatIf(c checklist.Checklist, s checklist.Sheet, planned []checklist.QuestionID) checklist.Sheet {
	after := s
	for _, id := range planned {
		o, ok := s.Chosen(c, id)
		if !ok || o.NA {
			continue
		}
		if better, ok := improved(c, o); ok {
			after = after.With(id, better.ID, s.Latest())
		}
	}
	return after
}

// improved returns the option that a planned item reaches: the best, or on the levels scale the lowest one above. Not knowing is
// below every level.
func improved(c checklist.Checklist, from checklist.Option) (checklist.Option, bool) {
	var found checklist.Option
	ok := false
	for _, o := range c.Options {
		if o.Points == nil || from.Points != nil && *o.Points <= *from.Points {
			continue
		}
		higher := ok && *o.Points > *found.Points
		if !ok || higher == (c.Scale == checklist.Points) {
			found, ok = o, true
		}
	}
	return found, ok
}
