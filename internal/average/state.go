package average

import (
	"crypto/sha256"
	"encoding/binary"

	"mamori/internal/record"
	"mamori/internal/sector"
)

// Standing says whether a state of a record may count, and if not why.
type standing byte

const (
	noChecklist standing = iota
	otherEdition
	draft
	incomplete
	counts
)

// A state is what is kept of one record: all that the averages need, in a few dozen bytes.
//
//	0-7   when it was changed, in milliseconds, the highest byte first
//	8     its standing
//	9     the checklist, as its place in the catalogue
//	10    the sector, 11 the size: as places in their lists, counted from 1; 0 when not said, or not known here
//	12-   the answer to each item by its code
//
// Of two states of one record the one that is greater as a string of bytes wins: the later one, and among two of the same
// moment always the same one, whichever came first.
type state []byte

// head is the number of bytes in front of the answers.
const head = 12

func (s state) standing() standing { return standing(s[8]) }
func (s state) checklist() int     { return int(s[9]) }
func (s state) changed() int64     { return int64(binary.BigEndian.Uint64(s)) }

// group returns the row and the column of the state in a grid (see grid).
func (s state) group() (row, column int) {
	row, column = int(s[10])-1, int(s[11])-1
	if row < 0 {
		row = len(sector.Sectors)
	}
	if column < 0 {
		column = len(sector.Sizes)
	}
	return row, column
}

// A key stands for the id of a record: half of its SHA-256, so that long ids take no more room than short ones.
type key [16]byte

func keyOf(id record.ID) key {
	sum := sha256.Sum256([]byte(id))
	return key(sum[:16])
}

// reader turns records into states.
type reader struct {
	layouts []*layout
	width   int
	drafts  bool
}

func newReader(all []*layout, drafts bool) reader {
	r := reader{layouts: all, drafts: drafts}
	for _, l := range all {
		r.width = max(r.width, head+len(l.items))
	}
	return r
}

// state returns the state of a record.
func (r reader) state(rec record.Record) state {
	s := make(state, r.width)
	binary.BigEndian.PutUint64(s, uint64(max(0, rec.Changed.UnixMilli())))
	for i, l := range r.layouts {
		if l.list.ID == rec.Checklist {
			s[9] = byte(i)
			s[8] = byte(r.judge(l, rec, s))
		}
	}
	s[10], s[11] = sectorCode(rec.Profile.Sector), sizeCode(rec.Profile.Size)
	return s
}

// judge writes the answers into the state and returns its standing.
func (r reader) judge(l *layout, rec record.Record, s state) standing {
	if rec.Edition != l.list.Edition {
		return otherEdition
	}
	open, scored := false, false
	for i, q := range l.items {
		option, _ := rec.Sheet.Answer(q)
		code := l.codes[option]
		s[head+i] = code
		if code == 0 {
			open = true
		} else if _, counted := l.points(code); counted {
			scored = true
		}
	}
	switch {
	case rec.Draft() && !r.drafts:
		return draft
	case open || !scored:
		return incomplete
	}
	return counts
}

func sectorCode(code string) byte {
	for i, s := range sector.Sectors {
		if s.Code == code {
			return byte(i + 1)
		}
	}
	return 0
}

func sizeCode(code string) byte {
	for i, s := range sector.Sizes {
		if s.Code == code {
			return byte(i + 1)
		}
	}
	return 0
}
