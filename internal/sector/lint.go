package sector

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode/utf8"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/valid"
)

// MaxSize is the largest averages file, in bytes.
const MaxSize = 32 << 20

// Decode reads an averages file and refuses it with everything that is wrong with it (see Lint).
func Decode(data []byte) (File, error) {
	var f File
	if len(data) > MaxSize || !utf8.Valid(data) {
		return File{}, fmt.Errorf("decode averages: over %d bytes, or not UTF-8", MaxSize)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return File{}, fmt.Errorf("decode averages: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return File{}, errors.New("decode averages: something follows the end of the file")
	}
	if err := Lint(f); err != nil {
		return File{}, fmt.Errorf("decode averages %q: %w", f.ID, err)
	}
	return f, nil
}

// Lint returns everything that is wrong with a file, one line each with place and reason; nil when it is right.
func Lint(f File) error {
	var problems []error
	if err := valid.Struct(f); err != nil {
		problems = append(problems, err)
	}
	for id, edition := range f.Checklists {
		if list, err := catalog.Load(id); err != nil {
			problems = append(problems, fmt.Errorf("checklists: there is no checklist %q", id))
		} else if list.Edition != edition {
			problems = append(problems, fmt.Errorf("checklists: %s is of edition %q, ours is %q: points of different editions cannot be compared", id, edition, list.Edition))
		}
	}
	seen := map[string]bool{}
	for i, fig := range f.Figures {
		place := fmt.Sprintf("figures[%d] (%s, %s, %s)", i, fig.Sector, fig.Size, fig.Target)
		for _, reason := range f.lintFigure(fig) {
			problems = append(problems, fmt.Errorf("%s: %s", place, reason))
		}
		key := strings.Join([]string{fig.Sector, fig.Size, fig.Target, string(fig.Unit), fig.Measure.EN}, "|")
		if seen[key] {
			problems = append(problems, fmt.Errorf("%s: stands twice", place))
		}
		seen[key] = true
	}
	return errors.Join(problems...)
}

func (f File) lintFigure(fig Figure) []string {
	var reasons []string
	add := func(wrong bool, format string, args ...any) {
		if wrong {
			reasons = append(reasons, fmt.Sprintf(format, args...))
		}
	}
	_, sectorKnown := Find(fig.Sector)
	add(!sectorKnown && fig.Sector != All, "sector %q is not known", fig.Sector)
	_, sizeKnown := FindSize(fig.Size)
	add(!sizeKnown && fig.Size != All, "size %q is not known", fig.Size)
	add(fig.Value == nil && !fig.Suppressed, "has no value and is not suppressed")
	add(fig.Value != nil && fig.Suppressed, "is suppressed but has a value")
	rest := fig.N > 0 || fig.NUnknown || fig.SD != nil || fig.Q1 != nil || fig.Median != nil || fig.Q3 != nil || len(fig.Shares) > 0
	add(rest && fig.Suppressed, "is suppressed but tells n, a spread or shares")
	add(fig.N == 0 && !fig.NUnknown && !fig.Suppressed, "n is missing")
	add(fig.NUnknown && f.Kind != Published, "only a published file may leave n unknown")
	add(fig.N > 0 && fig.N < f.Minimum && !fig.Suppressed, "n is %d, below the minimum of %d, and it is not suppressed", fig.N, f.Minimum)
	reasons = append(reasons, f.lintTarget(fig)...)
	return append(reasons, lintShares(fig)...)
}

// lintTarget checks that the target exists and that the value lies on its scale.
func (f File) lintTarget(fig Figure) []string {
	list, items, err := target(fig.Target)
	if err != nil {
		return []string{err.Error()}
	}
	var reasons []string
	low, high := 0.0, 100.0
	if fig.Unit != PercentOfFirms {
		if _, named := f.Checklists[list.ID]; !named {
			reasons = append(reasons, fmt.Sprintf("the edition of %s is not named in checklists", list.ID))
		}
		l, h := list.Limits()
		low, high = float64(l*items), float64(h*items)
		if list.Scale == checklist.Levels {
			low, high = float64(l), float64(h)
		}
		if want := unitOf(list); fig.Unit != want {
			reasons = append(reasons, fmt.Sprintf("is in %s, %s is in %s", fig.Unit, list.ID, want))
		}
	} else if fig.Measure.JA == "" || fig.Measure.EN == "" {
		reasons = append(reasons, "a share of firms needs a measure in both languages")
	}
	for name, v := range map[string]*float64{"value": fig.Value, "q1": fig.Q1, "median": fig.Median, "q3": fig.Q3} {
		if v != nil && (math.IsNaN(*v) || *v < low || *v > high) {
			reasons = append(reasons, fmt.Sprintf("%s is %v, the scale runs from %v to %v", name, *v, low, high))
		}
	}
	return reasons
}

func unitOf(list *checklist.Checklist) Unit {
	if list.Scale == checklist.Levels {
		return Level
	}
	return Points
}

func lintShares(fig Figure) []string {
	var reasons []string
	sum := 0.0
	for o, share := range fig.Shares {
		if share < 0 || share > 1 {
			reasons = append(reasons, fmt.Sprintf("share of %q is %v, not from 0 to 1", o, share))
		}
		sum += share
	}
	if len(fig.Shares) > 0 && math.Abs(sum-1) > 0.01 {
		reasons = append(reasons, fmt.Sprintf("the shares add up to %.3f", sum))
	}
	return reasons
}

// target finds what a figure speaks of: the checklist, and the number of items that the value adds up.
func target(name string) (list *checklist.Checklist, items int, err error) {
	id, item, isItem := strings.Cut(name, "/")
	section := ""
	if !isItem {
		id, section, _ = strings.Cut(name, "#")
	}
	list, err = catalog.Load(checklist.ID(id))
	if err != nil {
		return nil, 0, fmt.Errorf("there is no checklist %q", id)
	}
	if isItem {
		if _, ok := list.Question(checklist.QuestionID(item)); !ok {
			return nil, 0, fmt.Errorf("there is no item %q in %s", item, id)
		}
		return list, 1, nil
	}
	if section == "" {
		return list, list.Len(), nil
	}
	for _, s := range list.Sections {
		if string(s.ID) == section {
			return list, len(s.Items), nil
		}
	}
	return nil, 0, fmt.Errorf("there is no section %q in %s", section, id)
}
