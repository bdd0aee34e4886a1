package average_test

import (
	"bytes"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/average"
	"mamori/internal/average/generate"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
)

// exports writes the records of a plan as one export each into a folder.
func exports(t *testing.T, p generate.Plan) (dir string, records []record.Record) {
	t.Helper()
	dir, records = t.TempDir(), shuffled(t, p, 1)
	for i, r := range records {
		data, err := record.EncodeExport([]record.Record{r}, noon)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, strconv.Itoa(i)+".json"), data, 0o600))
	}
	return dir, records
}

// values are what the firms of one group have in each target: plain lists, made with the functions that the app scores with.
type values map[string][]float64

// byHand takes the records that count and lists the values of a group.
func byHand(t *testing.T, records []record.Record, sectorCode, size string) values {
	t.Helper()
	v := values{}
	for _, r := range latestOf(records) {
		list, err := catalog.Load(r.Checklist)
		require.NoError(t, err)
		inGroup := (sectorCode == sector.All || r.Profile.Sector == sectorCode) && (size == sector.All || r.Profile.Size == size)
		if !inGroup || r.Draft() || r.Edition != list.Edition || len(r.Sheet.Unanswered(*list)) > 0 || list.Score(r.Sheet).Counted == 0 {
			continue
		}
		v.note(string(list.ID), list.Score(r.Sheet))
		for _, s := range list.SectionScores(r.Sheet) {
			v.note(string(list.ID)+"#"+string(s.Section), s.Score)
		}
		for _, q := range list.Questions() {
			if o, _ := r.Sheet.Chosen(*list, q.ID); o.Points != nil {
				v.note(string(list.ID)+"/"+string(q.ID), checklist.Score{Value: float64(*o.Points), Counted: 1})
			}
		}
	}
	return v
}

func (v values) note(target string, s checklist.Score) {
	if s.Counted > 0 {
		v[target] = append(v[target], s.Value)
	}
}

func latestOf(records []record.Record) []record.Record {
	latest := map[record.ID]record.Record{}
	for _, r := range records {
		if known, ok := latest[r.ID]; !ok || r.Changed.After(known.Changed) {
			latest[r.ID] = r
		}
	}
	return slices.Collect(maps.Values(latest))
}

func TestRead_of_two_hundred_exports_agrees_with_a_calculation_by_hand(t *testing.T) {
	dir, records := exports(t, generate.Plan{N: 200, Seed: 7})
	c, err := average.New(five)
	require.NoError(t, err)
	c.Read([]string{dir}, nil, func(problem string) { t.Error(problem) })
	f, report, err := c.File(average.Header{})
	require.NoError(t, err)
	require.Equal(t, len(records), report.Records)

	data, err := average.Encode(f)
	require.NoError(t, err)
	f, err = sector.Decode(data)
	require.NoError(t, err, "what is written can be read")

	hands := map[[2]string]values{}
	shown := 0
	for _, fig := range f.Figures {
		group := [2]string{fig.Sector, fig.Size}
		if hands[group] == nil {
			hands[group] = byHand(t, records, fig.Sector, fig.Size)
		}
		if !fig.Suppressed {
			shown++
			requireFigure(t, hands[group][fig.Target], fig)
		}
	}
	require.Greater(t, shown, 500, "the comparison is of something")
}

// requireFigure holds a figure against the list of values.
func requireFigure(t *testing.T, list []float64, fig sector.Figure) {
	t.Helper()
	place := fig.Sector + " " + fig.Size + " " + fig.Target
	require.Equal(t, len(list), fig.N, place)
	slices.Sort(list)
	sum, squares := 0.0, 0.0
	for _, v := range list {
		sum += v
		squares += v * v
	}
	n := float64(len(list))
	require.InDelta(t, sum/n, *fig.Value, 5.1e-5, place)
	require.InDelta(t, math.Sqrt(max(0, squares/n-sum/n*sum/n)), *fig.SD, 5.2e-5, place)
	require.InDelta(t, between(list, 1), *fig.Q1, 5.1e-5, place)
	require.InDelta(t, between(list, 2), *fig.Median, 5.1e-5, place)
	require.InDelta(t, between(list, 3), *fig.Q3, 5.1e-5, place)
}

// between returns the k-th quartile of a sorted list.
func between(sorted []float64, k int) float64 {
	whole, part := k*(len(sorted)-1)/4, float64(k*(len(sorted)-1)%4)/4
	if part == 0 {
		return sorted[whole]
	}
	return sorted[whole] + part*(sorted[whole+1]-sorted[whole])
}

func TestRead_gives_the_same_from_exports_records_and_lines(t *testing.T) {
	plan := generate.Plan{N: 150, Seed: 8}
	dir, records := exports(t, plan)
	var lines bytes.Buffer
	require.NoError(t, generate.NDJSON(&lines, plan))
	singles := t.TempDir()
	for i, r := range records {
		data, err := record.Encode(r)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(singles, strconv.Itoa(i)+".json"), data, 0o600))
	}
	all, err := record.EncodeExport(records, noon)
	require.NoError(t, err)

	want, _ := averagesOf(t, five, records...)
	for name, input := range map[string]func(*average.Collection){
		"one export each":        func(c *average.Collection) { c.Read([]string{dir}, nil, nil) },
		"one record each":        func(c *average.Collection) { c.Read([]string{singles}, nil, nil) },
		"lines":                  func(c *average.Collection) { c.Read([]string{average.Stdin}, &lines, nil) },
		"one export of all":      func(c *average.Collection) { c.Read([]string{average.Stdin}, bytes.NewReader(all), nil) },
		"one after another":      func(c *average.Collection) { c.Read([]string{singles, dir}, nil, nil) },
		"an export in the lines": func(c *average.Collection) { c.Read([]string{average.Stdin, dir}, bytes.NewReader(all), nil) },
	} {
		t.Run(name, func(t *testing.T) {
			c, err := average.New(five)
			require.NoError(t, err)
			input(c)
			got, _, err := c.File(average.Header{})
			require.NoError(t, err)
			require.Equal(t, want, got)
		})
	}
}
