package chart_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/chart"
)

var radar = chart.Radar{Center: chart.Point{X: 100, Y: 100}, Radius: 50, Axes: 4, Low: 0, High: 5}

func near(t *testing.T, want, got chart.Point) {
	t.Helper()
	require.InDelta(t, want.X, got.X, 1e-9)
	require.InDelta(t, want.Y, got.Y, 1e-9)
}

func TestRadar(t *testing.T) {
	t.Run("the_first_axis_points_up_and_the_others_follow_clockwise", func(t *testing.T) {
		near(t, chart.Point{X: 100, Y: 50}, radar.At(0, 5))
		near(t, chart.Point{X: 150, Y: 100}, radar.At(1, 5))
		near(t, chart.Point{X: 100, Y: 150}, radar.At(2, 5))
		near(t, chart.Point{X: 50, Y: 100}, radar.At(3, 5))
	})
	t.Run("a_value_beyond_the_scale_lies_on_its_end", func(t *testing.T) {
		near(t, radar.At(1, 5), radar.At(1, 99))
		near(t, radar.Center, radar.At(1, -99))
	})
	t.Run("a_higher_value_is_further_out", func(t *testing.T) {
		last := -1.0
		for v := 0.0; v <= 5; v += 0.1 {
			p := radar.At(3, v)
			out := math.Hypot(p.X-100, p.Y-100)
			require.Greater(t, out, last)
			last = out
		}
	})
	t.Run("labels_are_anchored_away_from_the_chart", func(t *testing.T) {
		for axis, want := range []string{"middle", "start", "middle", "end"} {
			_, anchor := radar.Label(axis, 10)
			require.Equal(t, want, anchor)
		}
	})
	t.Run("a_whole_series_is_one_closed_line", func(t *testing.T) {
		lines := radar.Lines([]float64{1, 2, 3, 4})
		require.Len(t, lines, 1)
		require.True(t, lines[0].Closed)
	})
	t.Run("a_missing_value_breaks_the_line", func(t *testing.T) {
		lines := radar.Lines([]float64{1, math.NaN(), 3, 4})
		require.Len(t, lines, 1)
		require.False(t, lines[0].Closed)
		require.Len(t, lines[0].Points, 3, "from the third axis over the top to the first")
		near(t, radar.At(2, 3), lines[0].Points[0])
	})
	t.Run("two_missing_values_leave_two_lines", func(t *testing.T) {
		require.Len(t, radar.Lines([]float64{1, math.NaN(), 3, math.NaN()}), 2)
	})
	t.Run("nothing_at_all_leaves_no_line", func(t *testing.T) {
		require.Empty(t, radar.Lines([]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}))
	})
}

func TestTrend(t *testing.T) {
	day := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	trend := chart.Trend{Left: 10, Top: 20, Width: 100, Height: 50, From: day, To: day.AddDate(0, 0, 10), Low: 0, High: 100}
	near(t, chart.Point{X: 10, Y: 70}, trend.At(day, 0))
	near(t, chart.Point{X: 110, Y: 20}, trend.At(day.AddDate(0, 0, 10), 100))
	near(t, chart.Point{X: 60, Y: 45}, trend.At(day.AddDate(0, 0, 5), 50))
	trend.To = day
	near(t, chart.Point{X: 60, Y: 70}, trend.At(day, -5))
}
