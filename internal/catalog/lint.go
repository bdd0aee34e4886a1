package catalog

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mamori/internal/checklist"
	"mamori/internal/valid"
)

// Lint returns everything that is wrong with a checklist file: one line each with place and reason, nil when it is right. The
// name is the id that the file has to carry.
func Lint(name checklist.ID, data []byte) error {
	var c checklist.Checklist
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return fmt.Errorf("%s: not readable: %w", name, err)
	}
	var problems []error
	add := func(place, format string, args ...any) {
		problems = append(problems, fmt.Errorf("%s: %s: %s", name, place, fmt.Sprintf(format, args...)))
	}
	if err := valid.Struct(c); err != nil {
		for line := range strings.SplitSeq(err.Error(), "\n") {
			problems = append(problems, fmt.Errorf("%s: %s", name, itemPlace(c, line)))
		}
	}
	if c.ID != name {
		add("id", "is %q, the file is named %q", c.ID, name)
	}
	if c.Items != c.Len() {
		add("items", "says %d, there are %d", c.Items, c.Len())
	}
	lintOptions(c, add)
	lintBands(c, add)
	lintItems(c, add)
	return errors.Join(problems...)
}

type report func(place, format string, args ...any)

func lintOptions(c checklist.Checklist, add report) {
	seen := map[checklist.OptionID]bool{}
	best := 0
	for _, o := range c.Options {
		place := "option " + string(o.ID)
		if seen[o.ID] {
			add(place, "stands twice")
		}
		seen[o.ID] = true
		if o.Best {
			best++
			if _, high := c.Limits(); o.Points == nil || *o.Points != high {
				add(place, "is the best but has not the most points")
			}
		}
	}
	if best != 1 {
		add("options", "%d of them are the best, one must be", best)
	}
}

func lintBands(c checklist.Checklist, add report) {
	if len(c.Bands) == 0 {
		return
	}
	low, high := c.Limits()
	if last := c.Bands[len(c.Bands)-1]; last.From != low*c.Len() {
		add("band "+string(last.ID), "the lowest begins at %d, the lowest total is %d", last.From, low*c.Len())
	}
	for i, b := range c.Bands {
		if b.From > high*c.Len() {
			add("band "+string(b.ID), "begins at %d, above the highest total", b.From)
		}
		if i > 0 && b.From >= c.Bands[i-1].From {
			add("band "+string(b.ID), "is not below the one before")
		}
	}
}

func lintItems(c checklist.Checklist, add report) {
	seen := map[checklist.QuestionID]bool{}
	var orders []int
	for _, q := range c.Questions() {
		place := "item " + string(q.ID)
		if seen[q.ID] {
			add(place, "stands twice")
		}
		seen[q.ID] = true
		orders = append(orders, q.Order)
		if len(q.Where) == 0 && c.Scale == checklist.Points {
			add(place, "says nowhere to look")
		}
		if c.Scale == checklist.Levels {
			lintLevels(q, place, add)
		}
	}
	slices.Sort(orders)
	for i, n := range orders {
		if n != i+1 {
			add("order", "must be 1 to %d, each once; found %d in place %d", len(orders), n, i+1)
			return
		}
	}
}

// lintLevels checks what an item on the levels scale needs beside the rest: examples that fix what the levels mean, the way to
// each next level, and what to keep as evidence.
func lintLevels(q checklist.Question, place string, add report) {
	for _, level := range []checklist.OptionID{"1", "3", "5"} {
		if q.Examples[level].Empty() {
			add(place, "has no example of level %s", level)
		}
	}
	for _, level := range []checklist.OptionID{"1", "2", "3", "4"} {
		if q.NextLevel[level].Empty() {
			add(place, "does not say what leads on from level %s", level)
		}
	}
	if q.Evidence.JA == "" || q.Evidence.EN == "" {
		add(place, "does not say what to keep as evidence")
	}
}

// itemPlace puts the item's id into a place that counts sections and items.
func itemPlace(c checklist.Checklist, line string) string {
	var section, item int
	if n, _ := fmt.Sscanf(line, "sections[%d].items[%d]", &section, &item); n != 2 {
		return line
	}
	return fmt.Sprintf("item %s: %s", c.Sections[section].Items[item].ID, line)
}
