package average

import (
	"errors"
	"fmt"
	"io"

	"mamori/internal/record"
	"mamori/internal/sector"
)

var (
	// ErrEmpty says that the input held no record that may count.
	ErrEmpty = errors.New("there is no record that may count")
	// ErrFew says that there are records, but fewer than the minimum of every checklist.
	ErrFew = errors.New("there are fewer records than the minimum")
)

// Options say how to count.
type Options struct {
	// Minimum is the number of firms below which nothing is shown of a group.
	Minimum int
	// Drafts lets complete drafts count too.
	Drafts bool
	// Latest counts one record a checklist, the latest, of those that were in one export. Without it each record is a firm.
	Latest bool
}

// A Collection gathers records and makes an averages file of them.
type Collection struct {
	options Options
	reader  reader
	table   *table
	links   links
	before  uint32 // the place of the last record added
	foreign foreign
	report  Report
}

// New returns an empty collection.
func New(o Options) (*Collection, error) {
	if o.Minimum < 1 {
		return nil, fmt.Errorf("the minimum is %d, it must be 1 or more", o.Minimum)
	}
	all, err := layouts()
	if err != nil {
		return nil, err
	}
	r := newReader(all, o.Drafts)
	return &Collection{options: o, reader: r, table: newTable(r.width), links: links{}, foreign: foreign{}}, nil
}

// Read adds all records of the inputs: files, folders, or "-" for NDJSON from stdin. What cannot be read goes to complain, one
// line with place and reason for each document, in the order of the input; the rest is read all the same.
func (c *Collection) Read(inputs []string, stdin io.Reader, complain func(string)) {
	c.reader.decodeAll(documents(inputs, stdin), func(b *batch) {
		c.report.Documents += len(b.documents)
		c.report.Unreadable += len(b.problems)
		c.report.Several += b.several
		for _, p := range b.problems {
			complain(p)
		}
		for _, e := range b.entries {
			c.add(e)
		}
	})
}

// Add adds one record.
func (c *Collection) Add(r record.Record) { c.add(c.reader.entry(r)) }

func (c *Collection) add(e entry) {
	c.report.Records++
	c.foreign.note(e.foreign)
	place := c.table.put(e.key, e.state)
	if e.follows && c.options.Latest {
		c.links.join(c.before, place)
	}
	c.before = place
}

// File returns the averages file, and what became of the records. The error wraps ErrEmpty or ErrFew where there is nothing to
// show, and otherwise says what sector.Lint has against the file, which comes from the header.
func (c *Collection) File(h Header) (sector.File, Report, error) {
	s := c.sum()
	if s.report.Counted == 0 {
		return sector.File{}, s.report, ErrEmpty
	}
	f := h.file(c.options.Minimum, s.first, s.last)
	for i, l := range c.reader.layouts {
		all, shown := figures(l, s.of[i], c.options.Minimum)
		if shown {
			f.Figures = append(f.Figures, all...)
			f.Checklists[l.list.ID] = l.list.Edition
		} else if s.of[i].total() > 0 {
			s.report.Few = append(s.report.Few, string(l.list.ID))
		}
	}
	if len(f.Figures) == 0 {
		return sector.File{}, s.report, fmt.Errorf("%w of %d", ErrFew, c.options.Minimum)
	}
	if err := sector.Lint(f); err != nil {
		return sector.File{}, s.report, fmt.Errorf("the averages file would not be right:\n%w", err)
	}
	return f, s.report, nil
}
