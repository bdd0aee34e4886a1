package average

// A grid holds the number of firms in each group. Its rows are sectors, then firms that did not say theirs, then all; its columns
// are sizes in the same way. A cell is a group of one row and one column, a margin one of all in either direction. The row and
// the column of those who did not say are never shown, but they are part of the sums.
type grid [][]int

func (g grid) allRow() int    { return len(g) - 1 }
func (g grid) allColumn() int { return len(g[0]) - 1 }
func (g grid) total() int     { return g[g.allRow()][g.allColumn()] }

// named reports whether a group has a name in an averages file.
func (g grid) named(r, c int) bool { return r != g.allRow()-1 && c != g.allColumn()-1 }

// A mask says which groups of a grid may be shown.
type mask [][]bool

// everything allows all groups.
func everything(g grid) mask {
	m := make(mask, len(g))
	for r := range g {
		m[r] = make([]bool, len(g[r]))
		for c := range m[r] {
			m[r][c] = true
		}
	}
	return m
}

// protect returns which groups may be shown, at most those that allowed has.
//
// It promises two things of a reader who knows the number of firms and the sum of values of every shown group, who knows which
// groups are empty, and who adds and subtracts as long as he likes:
//
//  1. every group of firms that he can compute, be it put together from several sectors and sizes, has at least the minimum of
//     firms, or none;
//  2. no group with firms that was hidden here can be computed at all.
//
// Groups below the minimum are hidden first, then what seal finds for each small cell. The total is hidden only when it is
// itself below the minimum, and then there is nothing to show.
func protect(g grid, minimum int, allowed mask) mask {
	p := protector{grid: g, minimum: minimum, shown: make(mask, len(g))}
	for r := range g {
		p.shown[r] = make([]bool, len(g[r]))
		for c, n := range g[r] {
			p.shown[r][c] = g.total() >= minimum && n >= minimum && g.named(r, c) && allowed[r][c]
		}
	}
	if g.total() < minimum {
		return p.shown
	}
	for r := range g.allRow() {
		for c := range g.allColumn() {
			if n := g[r][c]; n > 0 && n < minimum {
				p.seal(r, c)
			}
		}
	}
	return p.shown
}

type protector struct {
	grid
	minimum int
	shown   mask
}
