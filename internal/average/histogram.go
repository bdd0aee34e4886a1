package average

import (
	"maps"
	"math"
	"slices"
)

// A histogram counts how many firms have which value. Values are sums of points or quotients of small whole numbers, so there are
// few different ones however many firms there are, and equal quotients are equal as floats.
type histogram map[float64]int

func (h histogram) add(other histogram) {
	for value, count := range other {
		h[value] += count
	}
}

func (h histogram) n() int {
	n := 0
	for _, count := range h {
		n += count
	}
	return n
}

// summary is what an averages file tells of a histogram.
type summary struct {
	n                        int
	mean, sd, q1, median, q3 float64
}

// summary goes through the values in their order, so that the result does not depend on the order of the records in its last digit.
func (h histogram) summary() summary {
	values := slices.Sorted(maps.Keys(h))
	s := summary{n: h.n()}
	for _, v := range values {
		s.mean += v * float64(h[v])
	}
	s.mean /= float64(s.n)
	for _, v := range values {
		s.sd += (v - s.mean) * (v - s.mean) * float64(h[v])
	}
	s.sd = math.Sqrt(s.sd / float64(s.n))
	s.q1, s.median, s.q3 = h.quantile(values, s.n, 0.25), h.quantile(values, s.n, 0.5), h.quantile(values, s.n, 0.75)
	return s
}

// quantile interpolates between the two values on either side of place (n-1)p in the sorted list.
func (h histogram) quantile(values []float64, n int, p float64) float64 {
	place := float64(n-1) * p
	below := math.Floor(place)
	low, high := h.ranked(values, int(below)), h.ranked(values, int(math.Ceil(place)))
	return low + (high-low)*(place-below)
}

// ranked returns the value at a place, counted from 0, of the sorted list of all values.
func (h histogram) ranked(values []float64, place int) float64 {
	for _, v := range values {
		if place -= h[v]; place < 0 {
			return v
		}
	}
	return math.NaN()
}
