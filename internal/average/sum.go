package average

import "time"

// A sum is what all states together come to.
type sum struct {
	// of holds the tallies of each checklist, in the order of the layouts.
	of     []tallies
	report Report
	// first and last are when the earliest and the latest record of those counted were changed.
	first, last time.Time
}

// sum goes through the states. It is the only place where a record is counted, once its latest state is known.
func (c *Collection) sum() sum {
	s := sum{report: c.report}
	for _, l := range c.reader.layouts {
		s.of = append(s.of, newTallies(l))
	}
	s.report.Older = c.report.Records - c.table.len()
	s.report.Foreign = c.foreign.names()
	latest := c.links.latest(c.table)
	for place, state := range c.table.all() {
		if best, joined := latest[firm{c.links.root(place), state.checklist()}]; joined && best != place && state.standing() == counts {
			s.report.Earlier++
			continue
		}
		s.report.note(state)
		if state.standing() == counts {
			s.count(c.reader.layouts, state)
		}
	}
	for _, t := range s.of {
		t.addUp()
	}
	return s
}

func (s *sum) count(layouts []*layout, one state) {
	row, column := one.group()
	s.of[one.checklist()][row][column].count(layouts[one.checklist()], one)
	changed := time.UnixMilli(one.changed()).UTC()
	if s.first.IsZero() || changed.Before(s.first) {
		s.first = changed
	}
	if changed.After(s.last) {
		s.last = changed
	}
}
