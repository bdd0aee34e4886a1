package average

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A Report says what became of the input.
type Report struct {
	// Documents is the number of lines and files, Unreadable of those in which something could not be read, Records of the
	// readable records in them.
	Documents, Unreadable, Records int
	// Counted is the number of records in the averages. The others were left out: Older states of a record that was handed in
	// again, Earlier records of one firm (with Options.Latest), Drafts, Incomplete sheets, records of another Edition, and of
	// a checklist that is not known here.
	Counted, Older, Earlier, Drafts, Incomplete, Edition, Checklist int
	// Several is the number of exports with more than one record of a checklist.
	Several int
	// Unnamed is how many of those counted name no sector or no size that is known here: they are in the sums over all only.
	Unnamed int
	// Foreign are the checklists and editions of records left out for one of these, at most a few.
	Foreign []string
	// Few are the checklists without a single figure, because fewer records than the minimum were counted.
	Few []string
}

// String says it in a few lines.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d documents read, %d of them not readable in whole or part; %d records, %d counted",
		r.Documents, r.Unreadable, r.Records, r.Counted)
	for _, part := range []struct {
		n    int
		what string
	}{
		{r.Older, "older states of a record handed in again"},
		{r.Earlier, "earlier records of the same firm"},
		{r.Drafts, "drafts"},
		{r.Incomplete, "without an answer to every item"},
		{r.Edition, "of another edition of the checklist"},
		{r.Checklist, "of a checklist that is not known here"},
	} {
		if part.n > 0 {
			fmt.Fprintf(&b, "\n  left out: %d %s", part.n, part.what)
		}
	}
	if len(r.Foreign) > 0 {
		fmt.Fprintf(&b, "\n  of other editions or checklists were: %s", strings.Join(r.Foreign, ", "))
	}
	if r.Several > 0 && r.Earlier == 0 {
		fmt.Fprintf(&b, "\n  %d exports hold several records of one checklist; each was counted as a firm of its own", r.Several)
		b.WriteString(" (--latest counts the latest only)")
	}
	if r.Unnamed > 0 {
		fmt.Fprintf(&b, "\n  %d counted in the sums only: they name no sector or no size", r.Unnamed)
	}
	if len(r.Few) > 0 {
		fmt.Fprintf(&b, "\n  fewer records than the minimum, so no figures at all: %s", strings.Join(r.Few, ", "))
	}
	return b.String()
}

// foreign remembers the names of checklists and editions that are not ours; only a few, so that a flood of names takes no memory.
type foreign map[string]bool

const foreignNames = 20

func (f foreign) note(name string) {
	if name != "" && len(f) < foreignNames {
		f[name] = true
	}
}

func (f foreign) names() []string { return slices.Sorted(maps.Keys(f)) }

// note adds a record by its standing.
func (r *Report) note(s state) {
	switch s.standing() {
	case counts:
		r.Counted++
		if row, column := s.group(); row == rows-2 || column == columns-2 {
			r.Unnamed++
		}
	case draft:
		r.Drafts++
	case incomplete:
		r.Incomplete++
	case otherEdition:
		r.Edition++
	case noChecklist:
		r.Checklist++
	}
}
