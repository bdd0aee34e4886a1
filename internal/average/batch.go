package average

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"
	"strings"

	"mamori/internal/checklist"
	"mamori/internal/record"
)

// A batch is a number of documents that one worker decodes at a stretch, and afterwards what they held.
type batch struct {
	documents []document
	size      int
	done      chan struct{}

	entries  []entry
	problems []string
	// several counts the documents with more than one record of a checklist.
	several int
}

// An entry is a state of a record, as a worker found it.
type entry struct {
	key   key
	state state
	// foreign names the checklist and edition when they are not ours.
	foreign string
	// follows tells that the entry before is from the same export.
	follows bool
}

// A batch is full with so many documents or bytes: enough for little talk between the workers, and little memory.
const (
	batchDocuments = 256
	batchBytes     = 1 << 20
)

// decodeAll decodes documents on all processors and hands over the batches in the order of the input.
func (r reader) decodeAll(all iter.Seq[document], take func(*batch)) {
	workers := runtime.GOMAXPROCS(0)
	jobs, queue := make(chan *batch), make(chan *batch, 2*workers)
	go func() {
		defer close(queue)
		defer close(jobs)
		for b := range batches(all) {
			queue <- b
			jobs <- b
		}
	}()
	for range workers {
		go func() {
			for b := range jobs {
				r.decode(b)
				close(b.done)
			}
		}()
	}
	for b := range queue {
		<-b.done
		take(b)
	}
}

func batches(all iter.Seq[document]) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		b := &batch{done: make(chan struct{})}
		for d := range all {
			if d.line > 0 {
				d.data = bytes.Clone(d.data)
			}
			b.documents, b.size = append(b.documents, d), b.size+len(d.data)
			if len(b.documents) < batchDocuments && b.size < batchBytes {
				continue
			}
			if !yield(b) {
				return
			}
			b = &batch{done: make(chan struct{})}
		}
		if len(b.documents) > 0 {
			yield(b)
		}
	}
}

// decode fills the batch with what its documents hold, and forgets the documents.
func (r reader) decode(b *batch) {
	for _, d := range b.documents {
		records, err := d.records()
		if err != nil {
			b.problems = append(b.problems, d.place()+": "+oneLine(err))
		}
		for i, rec := range records {
			e := r.entry(rec)
			e.follows = i > 0
			b.entries = append(b.entries, e)
		}
		if several(records) {
			b.several++
		}
	}
	clear(b.documents)
}

// several reports whether two of the records are of one checklist.
func several(records []record.Record) bool {
	seen := map[checklist.ID]record.ID{}
	for _, rec := range records {
		if other, ok := seen[rec.Checklist]; ok && other != rec.ID {
			return true
		}
		seen[rec.Checklist] = rec.ID
	}
	return false
}

func (r reader) entry(rec record.Record) entry {
	e := entry{key: keyOf(rec.ID), state: r.state(rec)}
	if s := e.state.standing(); s == noChecklist || s == otherEdition {
		e.foreign = fmt.Sprintf("%s %q", rec.Checklist, rec.Edition)
	}
	return e
}

// records returns the records of a document: the one that it is, or those of the export that it is. Of an export some may be
// readable beside an error.
func (d document) records() ([]record.Record, error) {
	if d.err != nil {
		return nil, d.err
	}
	rec, err := record.Decode(d.data)
	if err == nil {
		return []record.Record{rec}, nil
	}
	if !isExport(d.data) {
		return nil, err
	}
	return record.DecodeExport(d.data)
}

func isExport(data []byte) bool {
	var kind struct {
		Format string `json:"format"`
	}
	return json.Unmarshal(data, &kind) == nil && kind.Format == record.ExportFormat
}

// oneLine makes a reason fit for a list: what was joined stands side by side, and what is very long is cut.
func oneLine(err error) string {
	const enough = 300
	text := strings.ReplaceAll(err.Error(), "\n", "; ")
	if runes := []rune(text); len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return text
}
