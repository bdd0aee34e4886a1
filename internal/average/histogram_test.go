package average

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSummary(t *testing.T) {
	cases := []struct {
		name   string
		values []float64
		want   summary
	}{
		{"of_one_value_is_that_value", []float64{3}, summary{n: 1, mean: 3, sd: 0, q1: 3, median: 3, q3: 3}},
		{"of_an_odd_number_has_the_middle_one_as_median", []float64{1, 2, 3, 4, 100}, summary{n: 5, mean: 22, sd: math.Sqrt(1522), q1: 2, median: 3, q3: 4}},
		{"of_an_even_number_interpolates", []float64{1, 2, 3, 4}, summary{n: 4, mean: 2.5, sd: math.Sqrt(1.25), q1: 1.75, median: 2.5, q3: 3.25}},
		{"of_equal_values_does_not_spread", []float64{-1, -1, -1}, summary{n: 3, mean: -1, sd: 0, q1: -1, median: -1, q3: -1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, histogramOf(c.values).summary()) })
	}
}

func TestSummary_agrees_with_the_sorted_list(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		values := make([]float64, 1+dice.IntN(40))
		for i := range values {
			values[i] = float64(dice.IntN(20)) / float64(1+dice.IntN(3))
		}
		requireSummary(t, values, histogramOf(values).summary())
	}
}

func histogramOf(values []float64) histogram {
	h := histogram{}
	for _, v := range values {
		h[v]++
	}
	return h
}

// requireSummary holds a summary against the plain list of values, by the formulas as they stand in a textbook.
func requireSummary(t *testing.T, values []float64, s summary) {
	t.Helper()
	sorted := slices.Sorted(slices.Values(values))
	sum, squares := 0.0, 0.0
	for _, v := range values {
		sum += v
	}
	mean := sum / float64(len(values))
	for _, v := range values {
		squares += math.Pow(v-mean, 2)
	}
	at := func(p float64) float64 {
		place := p * float64(len(sorted)-1)
		below := int(place)
		if below == len(sorted)-1 {
			return sorted[below]
		}
		return sorted[below]*(1-place+float64(below)) + sorted[below+1]*(place-float64(below))
	}
	require.Equal(t, len(values), s.n)
	require.InDelta(t, mean, s.mean, 6e-5)
	require.InDelta(t, math.Sqrt(squares/float64(len(values))), s.sd, 6e-5)
	require.InDelta(t, at(0.25), s.q1, 6e-5)
	require.InDelta(t, at(0.5), s.median, 6e-5)
	require.InDelta(t, at(0.75), s.q3, 6e-5)
}
