package average

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
)

// smallTown invents records in two sectors and two sizes, some without a name, with a few firms in most groups.
func smallTown(t *testing.T, dice *rand.Rand, id checklist.ID) []record.Record {
	t.Helper()
	list, err := catalog.Load(id)
	require.NoError(t, err)
	var all []record.Record
	for _, s := range []string{"A", "B", ""} {
		for _, z := range []string{"1-5", "6-19", ""} {
			for range dice.IntN(4) * dice.IntN(3) {
				answers := map[checklist.QuestionID]checklist.Answer{}
				for _, q := range list.Questions() {
					answers[q.ID] = checklist.Answer{Option: list.Options[dice.IntN(len(list.Options))].ID}
				}
				r := record.New(record.ID(fmt.Sprint(len(all))), id, list.Edition, time.Date(2026, 10, 5, 0, 0, 0, 0, time.UTC))
				r.Sheet, r.Profile = checklist.NewSheet(answers, nil), record.Profile{Sector: s, Size: z}
				all = append(all, r.Finish(r.Changed))
			}
		}
	}
	return all
}

// firmsIn counts the records that have a value in a target, by cell, with margins, as somebody who knows everything.
func firmsIn(list *checklist.Checklist, records []record.Record, target string) grid {
	cells := make([][]int, rows-1)
	for r := range cells {
		cells[r] = make([]int, columns-1)
	}
	for _, rec := range records {
		if hasValue(list, rec.Sheet, target) {
			row, column := state{10: sectorCode(rec.Profile.Sector), 11: sizeCode(rec.Profile.Size)}.group()
			cells[row][column]++
		}
	}
	return gridOf(cells)
}

func hasValue(list *checklist.Checklist, sheet checklist.Sheet, target string) bool {
	if target == string(list.ID) {
		return list.Score(sheet).Counted > 0
	}
	for _, s := range list.SectionScores(sheet) {
		if target == fmt.Sprintf("%s#%s", list.ID, s.Section) {
			return s.Counted > 0
		}
	}
	o, _ := sheet.Chosen(*list, checklist.QuestionID(target[len(list.ID)+1:]))
	return o.Points != nil
}

// A reader of the file alone, who takes all that is published of a target and solves for what is not.
func TestFile_never_lets_a_suppressed_group_be_recovered(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 5))
	for round := range 60 {
		id := []checklist.ID{"six-rules", "management"}[round%2]
		records, minimum := smallTown(t, dice, id), 2+dice.IntN(4)
		c, err := New(Options{Minimum: minimum})
		require.NoError(t, err)
		for _, r := range records {
			c.Add(r)
		}
		f, _, err := c.File(Header{})
		if errors.Is(err, ErrEmpty) || errors.Is(err, ErrFew) {
			continue
		}
		require.NoError(t, err)
		list, _ := catalog.Load(id)
		for target, shown := range published(t, f) {
			truth := firmsIn(list, records, target)
			requireUnrecoverable(t, truth, shown, minimum, target == string(id))
		}
	}
}

// published returns which groups the file shows of each target.
func published(t *testing.T, f sector.File) map[string]mask {
	t.Helper()
	all := map[string]mask{}
	for _, fig := range f.Figures {
		if all[fig.Target] == nil {
			all[fig.Target] = make(mask, rows)
			for r := range all[fig.Target] {
				all[fig.Target][r] = make([]bool, columns)
			}
		}
		row, column := rows-1, columns-1
		if fig.Sector != sector.All {
			row = int(sectorCode(fig.Sector)) - 1
		}
		if fig.Size != sector.All {
			column = int(sizeCode(fig.Size)) - 1
		}
		all[fig.Target][row][column] = !fig.Suppressed
		if fig.Suppressed {
			require.Equal(t, sector.Figure{Sector: fig.Sector, Size: fig.Size, Target: fig.Target, Unit: fig.Unit, Suppressed: true}, fig, "nothing else is said of it")
		}
	}
	return all
}

// requireUnrecoverable takes the file literally. Of the whole checklist the reader is even told which groups are empty; of a section
// or an item he is not, as the file does not say, but no small group may come out even if he were.
func requireUnrecoverable(t *testing.T, truth grid, shown mask, minimum int, emptyKnown bool) {
	t.Helper()
	require.Nil(t, newKnowledge(truth, shown, true).smallGroup(minimum), "%v", picture(truth, shown))
	known := newKnowledge(truth, shown, emptyKnown)
	for r := range truth {
		for c, n := range truth[r] {
			require.False(t, shown[r][c] && n < minimum)
			if n > 0 && !shown[r][c] && truth.named(r, c) {
				require.False(t, known.holds(known.group(r, c)), "%d, %d of %v", r, c, picture(truth, shown))
			}
		}
	}
}
