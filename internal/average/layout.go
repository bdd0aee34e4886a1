package average

import (
	"fmt"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/sector"
)

// A layout is a checklist as positions and small numbers, so that a sheet fits into one byte an item.
type layout struct {
	list *checklist.Checklist
	// items are the questions in their order; codes numbers the options from 1, because 0 stands for "no answer".
	items []checklist.QuestionID
	codes map[checklist.OptionID]byte
	// parts are the whole checklist, then its sections.
	parts []part
}

// A part is a run of items with a score of its own.
type part struct {
	target   string
	from, to int
}

// layouts returns the layout of every checklist in the catalogue, in its order.
func layouts() ([]*layout, error) {
	all := make([]*layout, 0, len(catalog.IDs))
	for _, id := range catalog.IDs {
		list, err := catalog.Load(id)
		if err != nil {
			return nil, fmt.Errorf("lay out the catalogue: %w", err)
		}
		all = append(all, newLayout(list))
	}
	return all, nil
}

func newLayout(list *checklist.Checklist) *layout {
	l := &layout{list: list, codes: map[checklist.OptionID]byte{}}
	l.parts = append(l.parts, part{string(list.ID), 0, list.Len()})
	for _, s := range list.Sections {
		from := len(l.items)
		for _, q := range s.Items {
			l.items = append(l.items, q.ID)
		}
		l.parts = append(l.parts, part{fmt.Sprintf("%s#%s", list.ID, s.ID), from, len(l.items)})
	}
	for i, o := range list.Options {
		l.codes[o.ID] = byte(i + 1)
	}
	return l
}

// points returns what an answer brings; counted is false for one without points.
func (l *layout) points(code byte) (points int, counted bool) {
	if p := l.list.Options[code-1].Points; p != nil {
		return *p, true
	}
	return 0, false
}

// value turns a sum of points over so many counted answers into a score, as checklist.Score does.
func (l *layout) value(sum, counted int) float64 {
	if l.list.Scale == checklist.Levels {
		return float64(sum) / float64(counted)
	}
	return float64(sum)
}

func (l *layout) unit() sector.Unit {
	if l.list.Scale == checklist.Levels {
		return sector.Level
	}
	return sector.Points
}
