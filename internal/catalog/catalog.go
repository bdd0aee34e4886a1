// Package catalog holds the checklists as data: one JSON file each in data/. The tool has them inside; the browser program gets them
// as files beside it.
//
// It decodes one checklist when it is asked for, never all of them at once, because decoding is what makes a browser
// program slow to start. Lint says everything that is wrong with a file; the build refuses a catalogue with a problem, so
// that Load can rely on it. It does not know answers or scores: that is package checklist.
package catalog

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"sync"

	"mamori/internal/checklist"
)

// IDs are the checklists in the order in which people meet them. It may only grow.
var IDs = []checklist.ID{"self-check", "six-rules", "management"}

// ErrUnknown says that there is no checklist of that name.
var ErrUnknown = errors.New("no such checklist")

var loaded sync.Map // checklist.ID -> *checklist.Checklist

// Load returns a checklist. It decodes a file on first use and keeps the result; the value must not be changed.
func Load(id checklist.ID) (*checklist.Checklist, error) {
	if c, ok := loaded.Load(id); ok {
		return c.(*checklist.Checklist), nil
	}
	data, err := Raw(id)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return nil, fmt.Errorf("load checklist %q: %w", id, ErrUnknown)
	}
	if err != nil {
		return nil, fmt.Errorf("load checklist %q: %w", id, err)
	}
	c := new(checklist.Checklist)
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("decode checklist %q: %w", id, err)
	}
	loaded.Store(id, c)
	return c, nil
}

// Known reports whether there is a checklist of that name, without decoding it.
func Known(id checklist.ID) bool {
	for _, known := range IDs {
		if known == id {
			return true
		}
	}
	return false
}
