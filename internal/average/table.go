package average

import (
	"bytes"
	"iter"
)

// perChunk is the number of states that get memory at once.
const perChunk = 1 << 14

// A table keeps the latest state of each record. It holds no pointers beside its chunks, which spares the garbage collector
// a walk over a million of them.
type table struct {
	width  int
	chunks [][]byte
	places map[key]uint32
}

func newTable(width int) *table {
	return &table{width: width, places: map[key]uint32{}}
}

// put keeps a state unless a later one of the same record is there, and returns the place of the record.
func (t *table) put(k key, s state) uint32 {
	place, known := t.places[k]
	if !known {
		place = uint32(len(t.places))
		t.places[k] = place
		if int(place)/perChunk == len(t.chunks) {
			t.chunks = append(t.chunks, make([]byte, perChunk*t.width))
		}
	}
	if kept := t.at(int(place)); bytes.Compare(s, kept) > 0 {
		copy(kept, s)
	}
	return place
}

func (t *table) len() int { return len(t.places) }

func (t *table) at(i int) state {
	from := i % perChunk * t.width
	return state(t.chunks[i/perChunk][from : from+t.width])
}

// all returns the states, one a record, with their places.
func (t *table) all() iter.Seq2[uint32, state] {
	return func(yield func(uint32, state) bool) {
		for i := range t.len() {
			if !yield(uint32(i), t.at(i)) {
				return
			}
		}
	}
}
