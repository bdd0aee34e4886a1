package average

import "slices"

// How a small cell is sealed.
//
// What a reader can compute is a sum of shown groups with factors. Shown cells he can add and take away as he likes, so what matters
// is which hidden cells remain. A shown row margin gives its row a factor, the same for all its cells, and so does a shown
// column margin; the total gives one to everything. He has computed a group of firms when the factors of row and column make 1
// (in the group) or 0 (not in it) for every hidden cell. Such factors are a cut: put rows and columns on two sides, so that a cell is
// in the group when its row is on the first side and its column on the second; a cell the other way round would count -1,
// which it does in no group. Factors with more than two values are several such cuts, each of them a group and none of them
// larger. A row without a shown margin has no factor of its own, so all such rows stand on one side together, and so do all
// such columns.
//
// The smallest computable group around a cell is therefore a smallest cut between its row and its column, where a hidden cell weighs
// its firms in the one direction and cannot be cut in the other. Smallest cut and largest flow are equal (Ford and
// Fulkerson): when as many firms as the minimum can flow from the row to the column, the cell is sealed. Hiding a shown group
// opens one more way for the flow, so the cheapest way tells which groups to hide. Hiding never takes a way from another
// cell, so each cell is sealed once.
//
// The groups hidden for a cell lie with it on a ring. Adding one to the value of every other hidden cell on the ring, and taking one from
// the cells between, leaves all shown sums as they were and changes each group that was hidden: so none of them can be computed.

// unbreakable is more than all firms together.
const unbreakable = 1 << 40

// seal hides further groups until the cell is in no computable group below the minimum.
func (p *protector) seal(r, c int) {
	for flow, net := 0, p.network(); flow < p.minimum; {
		path := net.cheapest(p.rowNode(r), p.columnNode(c))
		if hid := p.hide(net, path); hid {
			flow, net = 0, p.network()
			continue
		}
		flow += net.push(path)
	}
}

// hide hides the shown groups that a path runs through, and reports whether there were any.
func (p *protector) hide(net network, path []int) bool {
	hid := false
	for i, to := range path[1:] {
		if way := net[path[i]][to]; way.room == 0 {
			p.shown[way.row][way.column], hid = false, true
		}
	}
	return hid
}

// rowNode and columnNode give each row and column with a shown margin a point of its own, and one in common to the others.
func (p *protector) rowNode(r int) int {
	if p.shown[r][p.allColumn()] {
		return r
	}
	return p.allRow()
}

func (p *protector) columnNode(c int) int {
	if p.shown[p.allRow()][c] {
		return len(p.grid) + c
	}
	return len(p.grid) + p.allColumn()
}

// A way leads from one point to another: through hidden cells, with room for so many firms, or, where there is no room, through
// the group at row and column once that is hidden, at a cost.
type way struct {
	room, cost  int
	row, column int
}

// A network holds the ways between all points.
type network [][]way

func (p *protector) network() network {
	net := make(network, len(p.grid)+len(p.grid[0]))
	for i := range net {
		net[i] = make([]way, len(net))
	}
	for r := range p.allRow() {
		for c, n := range p.grid[r][:p.allColumn()] {
			p.connect(net, r, c, n)
		}
		p.offer(net, r, p.allRow(), r, p.allColumn(), p.total())
	}
	for c := range p.allColumn() {
		p.offer(net, len(p.grid)+c, len(p.grid)+p.allColumn(), p.allRow(), c, p.total())
	}
	return net
}

// connect adds the ways through a cell.
func (p *protector) connect(net network, r, c, n int) {
	from, to := p.rowNode(r), p.columnNode(c)
	if n > 0 && !p.shown[r][c] {
		net[from][to].room += n
		net[to][from].room = unbreakable
	}
	p.offer(net, from, to, r, c, 0)
}

// offer adds the ways that hiding a shown group would open. It costs the firms of the group, and more when the group is a
// margin: a margin is hidden only where no cell will do.
func (p *protector) offer(net network, a, b, row, column, more int) {
	if !p.shown[row][column] {
		return
	}
	cost := p.grid[row][column] + more
	for _, w := range []*way{&net[a][b], &net[b][a]} {
		if w.cost == 0 || cost < w.cost {
			w.cost, w.row, w.column = cost, row, column
		}
	}
}

// price returns what it costs to take a way; ok is false where there is none.
func (w way) price() (cost int, ok bool) {
	if w.room > 0 {
		return 0, true
	}
	return w.cost, w.cost > 0
}

// cheapest returns the cheapest path between two points (Dijkstra). There always is one: a point that cannot be reached would mean that
// only the total divides it from the rest, and the total has the minimum.
func (net network) cheapest(from, to int) []int {
	const far = 1 << 60
	cost, before, done := make([]int, len(net)), make([]int, len(net)), make([]bool, len(net))
	for i := range cost {
		cost[i] = far
	}
	cost[from] = 0
	for !done[to] {
		at := -1
		for i := range cost {
			if !done[i] && (at < 0 || cost[i] < cost[at]) {
				at = i
			}
		}
		done[at] = true
		for next, w := range net[at] {
			if price, ok := w.price(); ok && cost[at]+price < cost[next] {
				cost[next], before[next] = cost[at]+price, at
			}
		}
	}
	path := []int{to}
	for at := to; at != from; {
		at = before[at]
		path = append(path, at)
	}
	slices.Reverse(path)
	return path
}

// push lets as much flow along a path as it takes, and returns how much.
func (net network) push(path []int) int {
	room := unbreakable
	for i, to := range path[1:] {
		room = min(room, net[path[i]][to].room)
	}
	for i, to := range path[1:] {
		net[path[i]][to].room -= room
		net[to][path[i]].room += room
	}
	return room
}
