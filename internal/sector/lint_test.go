package sector_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
	"mamori/internal/sector"
)

func number(v float64) *float64 { return &v }

func text(s string) checklist.Text { return checklist.Text{JA: s, EN: s} }

// good is a collected file without a fault.
func good() sector.File {
	return sector.File{
		Format: sector.Format, Version: sector.Version, ID: "test", Edition: "2026", Kind: sector.Collected,
		Publisher: text("p"), Country: text("c"), Population: text("q"), Licence: text("l"), Source: "s", Surveyed: "2026-10",
		Minimum: 5, Checklists: map[checklist.ID]string{"self-check": "v3"},
		Figures: []sector.Figure{
			{Sector: "E", Size: sector.All, Target: "self-check", Unit: sector.Points, N: 12, Value: number(61.5), Q1: number(50), Median: number(60), Q3: number(70), SD: number(9)},
			{Sector: "E", Size: "1-5", Target: "self-check#1", Unit: sector.Points, Suppressed: true},
			{Sector: "E", Size: sector.All, Target: "self-check/01", Unit: sector.Points, N: 12, Value: number(3), Shares: map[checklist.OptionID]float64{"done": 0.75, "no": 0.25}},
		},
	}
}

func TestDecode_reads_a_good_file(t *testing.T) {
	data, err := json.Marshal(good())
	require.NoError(t, err)
	back, err := sector.Decode(data)
	require.NoError(t, err)
	require.Equal(t, good(), back)
}

func TestLint_refuses_with_the_reason(t *testing.T) {
	cases := []struct {
		name   string
		damage func(*sector.File)
		want   string
	}{
		{"an unknown item", func(f *sector.File) { f.Figures[2].Target = "self-check/99" }, `no item "99"`},
		{"an unknown section", func(f *sector.File) { f.Figures[1].Target = "self-check#9" }, `no section "9"`},
		{"an unknown checklist", func(f *sector.File) { f.Figures[0].Target = "nope" }, `no checklist "nope"`},
		{"an unknown sector", func(f *sector.File) { f.Figures[0].Sector = "X" }, `sector "X" is not known`},
		{"an unknown size", func(f *sector.File) { f.Figures[0].Size = "huge" }, `size "huge" is not known`},
		{"the wrong scale", func(f *sector.File) { f.Figures[0].Unit = sector.Level }, "self-check is in points"},
		{"a total above the scale", func(f *sector.File) { f.Figures[0].Value = number(101) }, "the scale runs from -25 to 100"},
		{"an item above the scale", func(f *sector.File) { f.Figures[2].Value = number(5) }, "the scale runs from -1 to 4"},
		{"a quartile above the scale", func(f *sector.File) { f.Figures[0].Q3 = number(200) }, "q3 is 200"},
		{"a missing n", func(f *sector.File) { f.Figures[0].N = 0 }, "n is missing"},
		{"an n below the minimum", func(f *sector.File) { f.Figures[0].N = 4 }, "below the minimum of 5"},
		{"an unknown n in a collected file", func(f *sector.File) { f.Figures[0].N, f.Figures[0].NUnknown = 0, true }, "only a published file"},
		{"a percentage above 100", func(f *sector.File) {
			f.Figures[0] = sector.Figure{Sector: "E", Size: "all", Target: "self-check/11", Unit: sector.PercentOfFirms, N: 9, Value: number(100.5), Measure: text("m")}
		}, "from 0 to 100"},
		{"a percentage of nobody knows what", func(f *sector.File) {
			f.Figures[0] = sector.Figure{Sector: "E", Size: "all", Target: "self-check/11", Unit: sector.PercentOfFirms, N: 9, Value: number(50)}
		}, "needs a measure"},
		{"mixed editions", func(f *sector.File) { f.Checklists["self-check"] = "v4" }, "different editions cannot be compared"},
		{"an edition that is not named", func(f *sector.File) { delete(f.Checklists, "self-check") }, "is not named in checklists"},
		{"a value of a suppressed group", func(f *sector.File) { f.Figures[1].Value = number(10) }, "suppressed but has a value"},
		{"an n of a suppressed group", func(f *sector.File) { f.Figures[1].N = 3 }, "tells n, a spread or shares"},
		{"no value at all", func(f *sector.File) { f.Figures[0].Value = nil }, "has no value"},
		{"shares that do not add up", func(f *sector.File) { f.Figures[2].Shares["no"] = 0.5 }, "add up to 1.250"},
		{"the same figure twice", func(f *sector.File) { f.Figures = append(f.Figures, f.Figures[0]) }, "stands twice"},
		{"another kind", func(f *sector.File) { f.Kind = "guessed" }, "kind"},
		{"no source", func(f *sector.File) { f.Source = "" }, "source"},
		{"another version", func(f *sector.File) { f.Version = 2 }, "version"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := good()
			f.Figures = append([]sector.Figure(nil), f.Figures...)
			c.damage(&f)
			require.ErrorContains(t, sector.Lint(f), c.want)
		})
	}
	require.NoError(t, sector.Lint(good()))
}

func TestDecode_refuses_what_follows_the_end(t *testing.T) {
	data, err := json.Marshal(good())
	require.NoError(t, err)
	_, err = sector.Decode(append(data, "{}"...))
	require.ErrorContains(t, err, "something follows the end")
}

func TestLint_lists_all_reasons_at_once(t *testing.T) {
	f := good()
	f.Figures[0].N, f.Figures[2].Target = 0, "self-check/99"
	err := sector.Lint(f)
	require.ErrorContains(t, err, "n is missing")
	require.ErrorContains(t, err, `no item "99"`)
}

func FuzzDecode(f *testing.F) {
	data, err := json.Marshal(good())
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"format":"mamori.averages","figures":[{"value":1e999}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := sector.Decode(data); err == nil {
			require.NoError(t, sector.Lint(file))
		}
	})
}
