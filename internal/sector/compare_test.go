package sector_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/sector"
)

func TestData_every_file_is_right(t *testing.T) {
	names, err := filepath.Glob("data/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			_, err = sector.Decode(data)
			require.NoError(t, err)
		})
	}
}

func references(t *testing.T) []sector.File {
	t.Helper()
	all, err := sector.References()
	require.NoError(t, err)
	return all
}

func TestReferences_are_published_and_hold_no_invented_figure(t *testing.T) {
	for _, f := range references(t) {
		require.Equal(t, sector.Published, f.Kind, f.ID)
		for _, fig := range f.Figures {
			require.Equal(t, sector.PercentOfFirms, fig.Unit, "%s: no level or score by sector is published", f.ID)
		}
	}
	sample, err := sector.SampleAverages()
	require.NoError(t, err)
	require.Equal(t, sector.Sample, sample.Kind)
	require.Contains(t, sample.Publisher.JA, "見本（架空の数値）")
}

func TestShares(t *testing.T) {
	all := references(t)
	t.Run("of_a_builder_are_those_of_construction", func(t *testing.T) {
		found := sector.Shares(all, "D", "6-19", "self-check/11")
		require.Equal(t, 50.2, *found[0].Value, "regular backup")
		require.Equal(t, 6759, found[0].N)
		require.Equal(t, sector.OwnSector, found[0].Scope)
		require.Equal(t, "ニュージーランド", found[0].File.Country.JA)
		require.Equal(t, sector.OwnSize, found[len(found)-1].Scope)
	})
	t.Run("of_wholesale_and_retail_differ", func(t *testing.T) {
		require.Equal(t, 77.1, *sector.Shares(all, "I1", "", "self-check/11")[0].Value)
		require.Equal(t, 73.1, *sector.Shares(all, "I2", "", "self-check/11")[0].Value)
	})
	t.Run("of_all_Japanese_small_firms_stand_first_and_say_so", func(t *testing.T) {
		found := sector.Shares(all, "E", "", "self-check/01")
		require.Equal(t, 73.0, *found[0].Value)
		require.Equal(t, sector.Everyone, found[0].Scope)
		require.Equal(t, "日本", found[0].File.Country.JA)
	})
	t.Run("of_a_sector_with_too_few_firms_are_not_shown_and_not_borrowed", func(t *testing.T) {
		for _, code := range []string{"C", "Q", "S", "T"} {
			for _, f := range sector.Shares(all, code, "1-5", "self-check/11") {
				require.False(t, f.Enough, code)
				require.Nil(t, f.Value, code)
			}
		}
	})
	t.Run("of_an_item_nobody_asked_about_are_none", func(t *testing.T) {
		require.Empty(t, sector.Shares(all, "E", "6-19", "self-check/15"))
	})
}

func TestAverage(t *testing.T) {
	t.Run("is_not_to_be_had_from_shares_of_firms", func(t *testing.T) {
		_, ok := sector.Average(references(t), "E", "6-19", "self-check")
		require.False(t, ok)
	})
	t.Run("comes_from_a_collected_file_with_its_n", func(t *testing.T) {
		found, ok := sector.Average([]sector.File{good()}, "E", "1-5", "self-check")
		require.True(t, ok)
		require.True(t, found.Enough)
		require.Equal(t, 12, found.N)
		require.Equal(t, sector.OwnSector, found.Scope)
	})
	t.Run("of_the_own_size_goes_before_that_of_all_sizes", func(t *testing.T) {
		f := good()
		f.Figures = append([]sector.Figure{{Sector: "E", Size: "1-5", Target: "self-check", Unit: sector.Points, N: 6, Value: number(40)}}, f.Figures...)
		found, _ := sector.Average([]sector.File{f}, "E", "1-5", "self-check")
		require.Equal(t, 40.0, *found.Value)
		require.Equal(t, sector.OwnSectorAndSize, found.Scope)
	})
	t.Run("of_a_suppressed_or_absent_sector_is_not_enough_data_and_never_another_sectors", func(t *testing.T) {
		found, ok := sector.Average([]sector.File{good()}, "M", "1-5", "self-check")
		require.True(t, ok)
		require.False(t, found.Enough)
		require.Nil(t, found.Value)
		found, ok = sector.Average([]sector.File{good()}, "E", "1-5", "self-check#1")
		require.True(t, ok)
		require.False(t, found.Enough)
	})
}

func TestSectors_are_the_sections_of_the_classification_with_G_and_I_split(t *testing.T) {
	var codes string
	for _, s := range sector.Sectors {
		codes += s.Code + " "
		require.NotEmpty(t, s.Examples.JA)
		require.NotEmpty(t, s.Examples.EN)
	}
	require.Equal(t, "A B C D E F G1 G2 H I1 I2 J K L M N O P Q R S T ", codes)
	_, ok := sector.Find("I")
	require.False(t, ok)
}
