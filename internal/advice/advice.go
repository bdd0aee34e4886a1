// Package advice says what to do next: which weak items, in which order.
//
// The order is ours, not official: each item of the catalogue has a rank (what stops or limits the worst accidents comes
// first: copies, updates, passwords; written rules later), and an item that is half done already waits twice as long. It
// explains and recommends; it promises no score and assesses nobody.
package advice

import (
	"cmp"
	"slices"

	"mamori/internal/checklist"
)

// Step is one thing to do.
type Step struct {
	Question checklist.Question
	// Chosen is the answer that makes it a thing to do.
	Chosen checklist.Option
	// Gain is what the best answer would add to the points; on the levels scale, by how many levels it lies above.
	Gain int
	// Partly tells that something is done already.
	Partly bool
}

// Next returns up to n things to do, the most pressing first. Unanswered items and those that do not apply are none.
func Next(c checklist.Checklist, s checklist.Sheet, n int) []Step {
	low, best := c.Limits()
	var steps []Step
	for _, q := range c.Questions() {
		o, ok := s.Chosen(c, q.ID)
		if !ok || o.Best || o.NA {
			continue
		}
		have := min(low, 0)
		if o.Points != nil {
			have = *o.Points
		}
		gain := best - have
		partly := !o.Unknown && gain < best-max(low, 0)
		steps = append(steps, Step{Question: q, Chosen: o, Gain: gain, Partly: partly})
	}
	slices.SortStableFunc(steps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(urgency(a, best-max(low, 0)), urgency(b, best-max(low, 0))), cmp.Compare(a.Question.Order, b.Question.Order))
	})
	return steps[:min(n, len(steps))]
}

// urgency is the item's rank, stretched by how much of the way from nothing to everything is done: lower is more pressing.
func urgency(s Step, way int) float64 {
	if !s.Partly {
		return float64(s.Question.Order)
	}
	return float64(s.Question.Order) * float64(way) / float64(s.Gain)
}
