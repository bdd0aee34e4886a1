package average

import "bytes"

// links join records that came in one export: they were made on one device, so they are of one firm. An export of last year and one
// of this year that have a record in common are joined by it, whichever is read first. Only joined records take memory.
type links map[uint32]uint32

// root returns the record that stands for all that are joined with it.
func (l links) root(place uint32) uint32 {
	for {
		next, joined := l[place]
		if !joined || next == place {
			return place
		}
		place = next
	}
}

// join hangs the new record below the old one, so that a long export does not become a long chain.
func (l links) join(old, new uint32) {
	above, below := l.root(old), l.root(new)
	l[above], l[below] = above, above
}

// firm is one firm in one checklist.
type firm struct {
	root      uint32
	checklist int
}

// latest returns, of each firm with joined records, the place of the latest one that counts.
func (l links) latest(t *table) map[firm]uint32 {
	best := map[firm]uint32{}
	for place := range l {
		s := t.at(int(place))
		if s.standing() != counts {
			continue
		}
		of := firm{l.root(place), s.checklist()}
		kept, known := best[of]
		if order := bytes.Compare(s, t.at(int(kept))); !known || order > 0 || order == 0 && place < kept {
			best[of] = place
		}
	}
	return best
}
