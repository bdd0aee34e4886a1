package average

import (
	"math"

	"mamori/internal/checklist"
	"mamori/internal/sector"
)

// figures returns the figures of one checklist: all sectors first, then each sector in the order of the classification, within
// it all sizes first. A group that may not be shown is one figure, that of the whole checklist, with nothing but "suppressed".
func figures(l *layout, t tallies, minimum int) (all []sector.Figure, shown bool) {
	whole := t.grid(func(t *tally) int { return t.n })
	groups := protect(whole, minimum, everything(whole))
	targets := targetsOf(l, t, whole, groups, minimum)
	for _, r := range order(rows) {
		for _, c := range order(columns) {
			place := sector.Figure{Sector: sectorName(r), Size: sizeName(c), Unit: l.unit()}
			if !groups[r][c] {
				all = append(all, suppressed(place, l.parts[0].target))
				continue
			}
			shown = true
			for _, target := range targets {
				all = append(all, target.figure(place, t[r][c], target.shown[r][c]))
			}
		}
	}
	return all, shown
}

// order returns the places of the named rows or columns of a grid, the one for all first.
func order(n int) []int {
	places := []int{n - 1}
	for i := range n - 2 {
		places = append(places, i)
	}
	return places
}

func sectorName(row int) string {
	if row == rows-1 {
		return sector.All
	}
	return sector.Sectors[row].Code
}

func sizeName(column int) string {
	if column == columns-1 {
		return sector.All
	}
	return sector.Sizes[column].Code
}

// A target is what figures speak of: the whole checklist, a section or an item.
type target struct {
	name   string
	values func(*tally) histogram
	shares func(*tally) map[checklist.OptionID]float64
	shown  mask
}

// targetsOf returns the targets of a checklist in their order. Each is protected by itself, within the groups that are shown at all:
// on the levels scale fewer firms have a counted answer to an item than are in the group. Where they are as many, which on
// the points scale they always are, the mask of the groups serves.
func targetsOf(l *layout, t tallies, whole grid, groups mask, minimum int) []target {
	var all []target
	for i, p := range l.parts {
		all = append(all, target{name: p.target, values: func(t *tally) histogram { return t.parts[i] }})
	}
	for i, q := range l.items {
		all = append(all, target{
			name:   string(l.list.ID) + "/" + string(q),
			values: func(t *tally) histogram { return t.item(l, i) },
			shares: func(t *tally) map[checklist.OptionID]float64 { return t.shares(l, i) },
		})
	}
	for i, one := range all {
		all[i].shown = groups
		if g := t.grid(func(t *tally) int { return one.values(t).n() }); !g.equal(whole) {
			all[i].shown = protect(g, minimum, groups)
		}
	}
	return all
}

func (g grid) equal(other grid) bool {
	for r := range g {
		for c, n := range g[r] {
			if n != other[r][c] {
				return false
			}
		}
	}
	return true
}

// shares returns the part of all firms of the group that chose each option; options that nobody chose are left out.
func (t *tally) shares(l *layout, item int) map[checklist.OptionID]float64 {
	shares := map[checklist.OptionID]float64{}
	for i, o := range l.list.Options {
		if n := t.answers[item][i+1]; n > 0 {
			shares[o.ID] = rounded(float64(n) / float64(t.n))
		}
	}
	return shares
}

func suppressed(f sector.Figure, target string) sector.Figure {
	f.Target, f.Suppressed = target, true
	return f
}

func (one target) figure(f sector.Figure, t *tally, shown bool) sector.Figure {
	if !shown {
		return suppressed(f, one.name)
	}
	s := one.values(t).summary()
	f.Target, f.N = one.name, s.n
	f.Value, f.SD = number(s.mean), number(s.sd)
	f.Q1, f.Median, f.Q3 = number(s.q1), number(s.median), number(s.q3)
	if one.shares != nil {
		f.Shares = one.shares(t)
	}
	return f
}

func number(v float64) *float64 {
	v = rounded(v)
	return &v
}

// rounded keeps four decimals, and never minus zero.
func rounded(v float64) float64 { return math.Round(v*1e4)/1e4 + 0 }
