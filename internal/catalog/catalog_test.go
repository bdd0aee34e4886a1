package catalog

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
)

func TestLint(t *testing.T) {
	names, err := filepath.Glob("data/*.json")
	require.NoError(t, err)
	require.Len(t, names, len(IDs), "every file is named in catalog.IDs, and every name has a file")
	for _, name := range names {
		id := checklist.ID(strings.TrimSuffix(filepath.Base(name), ".json"))
		t.Run(string(id), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			require.NoError(t, Lint(id, data))
		})
	}
}

// The golden list: ids are permanent, so lines may be added to it and never taken away.
func TestIDs_may_only_grow(t *testing.T) {
	golden, err := os.ReadFile("testdata/ids.txt")
	require.NoError(t, err)
	have := map[string]bool{}
	for _, id := range IDs {
		c, err := Load(id)
		require.NoError(t, err)
		for _, o := range c.Options {
			have[string(id)+" option "+string(o.ID)] = true
		}
		for _, q := range c.Questions() {
			have[string(id)+"/"+string(q.ID)] = true
		}
	}
	lines := strings.Split(strings.TrimSpace(string(golden)), "\n")
	for _, line := range lines {
		require.True(t, have[line], "%s is in the golden list and gone from the catalogue", line)
	}
	require.Len(t, lines, len(have), "new ids belong into testdata/ids.txt")
}

func TestSelfCheck_has_the_official_points_and_bands(t *testing.T) {
	c, err := Load("self-check")
	require.NoError(t, err)
	require.Equal(t, "v3", c.Edition)
	require.Equal(t, 25, c.Len())
	want := map[checklist.OptionID]int{"done": 4, "partly": 2, "no": 0, "unknown": -1}
	require.Len(t, c.Options, len(want))
	for _, o := range c.Options {
		require.Equal(t, want[o.ID], *o.Points, o.ID)
	}
	var from []int
	for _, b := range c.Bands {
		from = append(from, b.From)
	}
	require.Equal(t, []int{100, 70, 50, -25}, from)
	var parts []int
	for _, s := range c.Sections {
		parts = append(parts, len(s.Items))
	}
	require.Equal(t, []int{5, 13, 7}, parts)
}

func TestSixRules_are_six_in_edition_v4(t *testing.T) {
	c, err := Load("six-rules")
	require.NoError(t, err)
	require.Equal(t, "v4", c.Edition)
	require.Equal(t, 6, c.Len())
	require.Len(t, c.Options, 3)
}

func TestManagement_is_forty_items_in_ten_directions(t *testing.T) {
	c, err := Load("management")
	require.NoError(t, err)
	require.Equal(t, checklist.Levels, c.Scale)
	require.Equal(t, "ours-2026", c.Edition)
	var split []int
	for _, s := range c.Sections {
		split = append(split, len(s.Items))
		require.NotEmpty(t, s.Short.JA)
		require.NotEmpty(t, s.Short.EN)
	}
	require.Equal(t, []int{3, 3, 5, 5, 6, 4, 6, 3, 3, 2}, split)
	low, high := c.Limits()
	require.Equal(t, []int{1, 5}, []int{low, high})
	for _, id := range []checklist.OptionID{"unknown", "na"} {
		o, ok := c.Option(id)
		require.True(t, ok)
		require.Nil(t, o.Points, "is not counted")
	}
	require.Contains(t, c.Source.JA, "当方", "says that the questions and their split are ours")
}

func TestTexts_never_speak_of_certification(t *testing.T) {
	for _, id := range IDs {
		data, err := Raw(id)
		require.NoError(t, err)
		for _, word := range []string{"認定", "取得"} {
			require.NotContains(t, string(data), word, "%s: a declaration is declared, not granted", id)
		}
	}
}

func TestLoad_says_that_it_does_not_know_a_name(t *testing.T) {
	for _, id := range []checklist.ID{"nope", "", "../catalog", "self-check.json"} {
		_, err := Load(id)
		require.ErrorIs(t, err, ErrUnknown, id)
	}
}

func TestReadHead_agrees_with_the_whole_file(t *testing.T) {
	for _, id := range IDs {
		c, err := Load(id)
		require.NoError(t, err)
		h, err := ReadHead(id)
		require.NoError(t, err)
		require.Equal(t, Head{ID: c.ID, Edition: c.Edition, Minutes: c.Minutes, Items: c.Len(), Title: c.Title}, h)
	}
}

// Each damage must be found, and be told with the item and the reason.
func TestLint_tells_item_and_reason_of_a_damage(t *testing.T) {
	cases := []struct {
		name   string
		damage func(*checklist.Checklist)
		want   []string
	}{
		{"a missing English text", func(c *checklist.Checklist) { c.Sections[0].Items[2].Why.EN = "" }, []string{"item 03", "why.en", "required"}},
		{"markup in a text", func(c *checklist.Checklist) { c.Sections[0].Items[0].How.JA = "<b>x</b>" }, []string{"item 01", "how.ja", "prose"}},
		{"an id that stands twice", func(c *checklist.Checklist) { c.Sections[0].Items[1].ID = "01" }, []string{"item 01", "twice"}},
		{"a broken order", func(c *checklist.Checklist) { c.Sections[0].Items[0].Order = 99 }, []string{"order", "each once"}},
		{"a wrong count", func(c *checklist.Checklist) { c.Items = 24 }, []string{"items", "24", "25"}},
		{"bands that leave a gap below", func(c *checklist.Checklist) { c.Bands[3].From = 0 }, []string{"band start", "-25"}},
		{"two best options", func(c *checklist.Checklist) { c.Options[1].Best = true }, []string{"options", "2 of them are the best"}},
		{"nowhere to look", func(c *checklist.Checklist) { c.Sections[0].Items[4].Where = nil }, []string{"item 05", "nowhere to look"}},
		{"another name than the file's", func(c *checklist.Checklist) { c.ID = "other" }, []string{"id", "other"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			data, err := Raw("self-check")
			require.NoError(t, err)
			var list checklist.Checklist
			require.NoError(t, json.Unmarshal(data, &list))
			c.damage(&list)
			damaged, err := json.Marshal(list)
			require.NoError(t, err)
			err = Lint("self-check", damaged)
			require.Error(t, err)
			for _, part := range append(c.want, "self-check") {
				require.ErrorContains(t, err, part)
			}
		})
	}
	t.Run("a file that is no JSON", func(t *testing.T) {
		require.ErrorContains(t, Lint("self-check", []byte("{")), "not readable")
	})
	t.Run("a field nobody knows", func(t *testing.T) {
		data, err := Raw("self-check")
		require.NoError(t, err)
		data = bytes.Replace(data, []byte(`"edition"`), []byte(`"editoin"`), 1)
		require.ErrorContains(t, Lint("self-check", data), "editoin")
	})
}
