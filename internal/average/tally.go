package average

import "mamori/internal/sector"

// A tally is what one group of firms answered: whole numbers only, so that tallies add up in any order.
type tally struct {
	n int
	// parts holds the scores of the whole checklist and of its sections, answers how often each option was chosen for each item.
	parts   []histogram
	answers [][]int
}

func newTally(l *layout) *tally {
	t := &tally{parts: make([]histogram, len(l.parts)), answers: make([][]int, len(l.items))}
	for i := range t.parts {
		t.parts[i] = histogram{}
	}
	for i := range t.answers {
		t.answers[i] = make([]int, len(l.list.Options)+1)
	}
	return t
}

// count adds one firm.
func (t *tally) count(l *layout, s state) {
	t.n++
	codes := s[head:]
	for i := range l.items {
		t.answers[i][codes[i]]++
	}
	for i, p := range l.parts {
		sum, counted := 0, 0
		for _, code := range codes[p.from:p.to] {
			if points, ok := l.points(code); ok {
				sum, counted = sum+points, counted+1
			}
		}
		if counted > 0 {
			t.parts[i][l.value(sum, counted)]++
		}
	}
}

// add adds all firms of another tally.
func (t *tally) add(other *tally) {
	t.n += other.n
	for i, h := range other.parts {
		t.parts[i].add(h)
	}
	for i, counts := range other.answers {
		for code, n := range counts {
			t.answers[i][code] += n
		}
	}
}

// item returns the points that an item brought. An answer without points is in no place of it.
func (t *tally) item(l *layout, i int) histogram {
	h := histogram{}
	for code, n := range t.answers[i] {
		if code == 0 || n == 0 {
			continue
		}
		if points, counted := l.points(byte(code)); counted {
			h[float64(points)] += n
		}
	}
	return h
}

// tallies are the tallies of all groups: a row for each sector, one for firms that did not say theirs and one for all; and so
// with a column for each size.
type tallies [][]*tally

// The rows and columns of every table of groups.
var (
	rows    = len(sector.Sectors) + 2
	columns = len(sector.Sizes) + 2
)

func newTallies(l *layout) tallies {
	t := make(tallies, rows)
	for r := range t {
		t[r] = make([]*tally, columns)
		for c := range t[r] {
			t[r][c] = newTally(l)
		}
	}
	return t
}

// addUp fills the last row and the last column.
func (t tallies) addUp() {
	for r := range rows - 1 {
		for c := range columns - 1 {
			t[r][columns-1].add(t[r][c])
			t[rows-1][c].add(t[r][c])
			t[rows-1][columns-1].add(t[r][c])
		}
	}
}

// total is the number of all firms.
func (t tallies) total() int { return t[rows-1][columns-1].n }

// grid returns the number of firms in each group by one way of counting them.
func (t tallies) grid(n func(*tally) int) grid {
	g := make(grid, len(t))
	for r := range t {
		g[r] = make([]int, len(t[r]))
		for c := range t[r] {
			g[r][c] = n(t[r][c])
		}
	}
	return g
}
