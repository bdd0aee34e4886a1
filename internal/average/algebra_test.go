package average

// A span is everything that can be computed from a set of sums by adding, subtracting and multiplying with numbers. It is kept as
// an echelon of vectors modulo a large prime, so that nothing is rounded.
type span [][]int64

const prime = 1_000_000_007

// add takes a sum into the span.
func (s *span) add(vector []int64) {
	if rest := s.reduce(vector); rest != nil {
		*s = append(*s, rest)
	}
}

// holds reports whether a sum can be computed.
func (s *span) holds(vector []int64) bool { return s.reduce(vector) == nil }

// reduce takes away what the span holds of a vector; nil when nothing is left. What is left begins with 1.
func (s *span) reduce(vector []int64) []int64 {
	rest := append([]int64(nil), vector...)
	for _, row := range *s {
		lead := leading(row)
		if factor := rest[lead]; factor != 0 {
			for i := range rest {
				rest[i] = ((rest[i]-factor*row[i])%prime + prime) % prime
			}
		}
	}
	lead := leading(rest)
	if lead < 0 {
		return nil
	}
	inverse := power(rest[lead], prime-2)
	for i := range rest {
		rest[i] = rest[i] * inverse % prime
	}
	return rest
}

func leading(vector []int64) int {
	for i, v := range vector {
		if v != 0 {
			return i
		}
	}
	return -1
}

func power(base, exponent int64) int64 {
	result := int64(1)
	for base %= prime; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = result * base % prime
		}
		base = base * base % prime
	}
	return result
}

// knowledge is what a reader of a grid can compute: a vector has a place for each cell, those of firms that did not say included.
type knowledge struct {
	grid
	span
}

// newKnowledge begins with what is no secret: with empty known, that the empty cells are empty.
func newKnowledge(g grid, shown mask, emptyKnown bool) *knowledge {
	k := &knowledge{grid: g}
	for r := range g {
		for c := range g[r] {
			if shown[r][c] {
				k.add(k.group(r, c))
			}
			if r < g.allRow() && c < g.allColumn() && g[r][c] == 0 && emptyKnown {
				k.add(k.group(r, c))
			}
		}
	}
	return k
}

// group returns the cells of a group.
func (k *knowledge) group(row, column int) []int64 {
	vector := make([]int64, k.allRow()*k.allColumn())
	for r := range k.allRow() {
		for c := range k.allColumn() {
			if (r == row || row == k.allRow()) && (c == column || column == k.allColumn()) {
				vector[r*k.allColumn()+c] = 1
			}
		}
	}
	return vector
}

// smallGroup looks for a group of cells with firms, but fewer than the minimum, that can be computed.
func (k *knowledge) smallGroup(minimum int) []int64 {
	return k.extend(make([]int64, k.allRow()*k.allColumn()), 0, minimum)
}

// extend tries all groups that begin with the given one and add cells from a place on.
func (k *knowledge) extend(group []int64, from, room int) []int64 {
	for i := from; i < len(group); i++ {
		n := k.grid[i/k.allColumn()][i%k.allColumn()]
		if n == 0 || n >= room {
			continue
		}
		group[i] = 1
		if k.holds(group) {
			return group
		}
		if found := k.extend(group, i+1, room-n); found != nil {
			return found
		}
		group[i] = 0
	}
	return nil
}
