// Package generate invents records for tests and for the benchmark.
//
// Nothing that it returns comes from a real company, and no figure made from it says anything about any. The same Plan
// always gives the same bytes. Beside ordinary assessments it invents what a real collection has too: companies that did not
// name their sector, drafts, sheets with a gap, records of another edition, and records handed in twice, the older state
// before the newer one or after it.
package generate

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"time"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
)

// Plan says what to invent.
type Plan struct {
	// N is the number of companies; each of them hands in one record, a few of them twice.
	N    int
	Seed uint64
	// Checklists are taken in turn; all of the catalogue when empty.
	Checklists []checklist.ID
}

// NDJSON writes the records of a plan, one a line.
func NDJSON(w io.Writer, p Plan) error {
	records, err := Records(p)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<20)
	for r := range records {
		line, err := record.Encode(r)
		if err != nil {
			return fmt.Errorf("invent records: %w", err)
		}
		out.Write(line) // a bufio.Writer keeps its error for Flush
		out.WriteByte('\n')
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("invent records: %w", err)
	}
	return nil
}

// Records returns the records of a plan.
func Records(p Plan) (iter.Seq[record.Record], error) {
	if len(p.Checklists) == 0 {
		p.Checklists = catalog.IDs
	}
	lists := make([]*checklist.Checklist, 0, len(p.Checklists))
	for _, id := range p.Checklists {
		list, err := catalog.Load(id)
		if err != nil {
			return nil, fmt.Errorf("invent records: %w", err)
		}
		lists = append(lists, list)
	}
	return func(yield func(record.Record) bool) {
		dice := rand.New(rand.NewPCG(p.Seed, 0))
		for i := range p.N {
			for _, r := range company(dice, lists[i%len(lists)], i) {
				if !yield(r) {
					return
				}
			}
		}
	}, nil
}

// company returns the record of one company, and sometimes an older state of it.
func company(dice *rand.Rand, list *checklist.Checklist, i int) []record.Record {
	started := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(dice.IntN(200*24*3600)) * time.Second)
	r := record.New(record.ID(fmt.Sprintf("INVENTED%08X", i)), list.ID, list.Edition, started)
	if dice.IntN(20) > 0 {
		r.Profile = profile(dice)
	}
	if dice.IntN(50) == 0 {
		r.Edition = "of-another-year"
	}
	answers := sheet(dice, list, started)
	if dice.IntN(50) == 0 {
		delete(answers, list.Questions()[dice.IntN(list.Len())].ID)
	}
	r.Sheet = checklist.NewSheet(answers, nil)
	r.Changed = r.Sheet.Latest()
	if dice.IntN(30) > 0 {
		r = r.Finish(r.Changed.Add(time.Duration(dice.IntN(60000)) * time.Millisecond))
	}
	return states(dice, list, r)
}

// states returns a record, and for one in twenty-five a later state too, in which one answer is another. The order is thrown.
func states(dice *rand.Rand, list *checklist.Checklist, r record.Record) []record.Record {
	if dice.IntN(25) > 0 {
		return []record.Record{r}
	}
	q := list.Questions()[dice.IntN(list.Len())].ID
	later := r.Answered(q, list.Options[dice.IntN(len(list.Options))].ID, r.Changed.AddDate(0, 0, 1))
	if dice.IntN(2) == 0 {
		return []record.Record{later, r}
	}
	return []record.Record{r, later}
}

// profile favours the sectors and sizes early in their lists, so that some groups are large and some very small.
func profile(dice *rand.Rand) record.Profile {
	return record.Profile{
		Sector: sector.Sectors[skewed(dice, len(sector.Sectors))].Code,
		Size:   sector.Sizes[skewed(dice, len(sector.Sizes))].Code,
	}
}

// skewed returns a number below n, a small one more often than a large one.
func skewed(dice *rand.Rand, n int) int {
	x := dice.Float64()
	return int(x * x * x * float64(n))
}

// sheet answers every item, well or badly as the company is.
func sheet(dice *rand.Rand, list *checklist.Checklist, at time.Time) map[checklist.QuestionID]checklist.Answer {
	care := dice.Float64()
	answers := make(map[checklist.QuestionID]checklist.Answer, list.Len())
	for _, q := range list.Questions() {
		at = at.Add(time.Duration(2000+dice.IntN(20000)) * time.Millisecond)
		answers[q.ID] = checklist.Answer{Option: option(dice, list, care), At: at}
	}
	return answers
}

// option draws twice and, with a careful company, takes the answer with more points.
func option(dice *rand.Rand, list *checklist.Checklist, care float64) checklist.OptionID {
	a, b := list.Options[dice.IntN(len(list.Options))], list.Options[dice.IntN(len(list.Options))]
	if dice.Float64() < care && a.Points != nil && b.Points != nil && *b.Points > *a.Points {
		return b.ID
	}
	return a.ID
}
