package main

import (
	"fmt"
	"math"
	"slices"
)

// samples are measurements of one thing, in milliseconds.
type samples []float64

// at returns the value below which a part of the samples lies, from 0 to 1.
func (s samples) at(part float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	return sorted[int(math.Ceil(part*float64(len(sorted))))-1]
}

func (s samples) median() float64 { return s.at(0.5) }

// seconds prints the median, and between what the samples lie.
func (s samples) seconds() string {
	return fmt.Sprintf("%6.2f s  (%.2f to %.2f)", s.median()/1000, slices.Min(s)/1000, slices.Max(s)/1000)
}

// times is how often another median goes into this one.
func (s samples) times(reference samples) float64 { return s.median() / reference.median() }
