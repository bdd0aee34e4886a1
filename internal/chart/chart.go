// Package chart is the geometry of the charts: numbers in, points out. It knows no colours, no words and no markup; package view
// draws with it.
package chart

import (
	"math"
	"slices"
	"time"
)

// Point is a place on a drawing, in its own units; y grows downwards.
type Point struct{ X, Y float64 }

// Radar is a chart with one axis for each value, the first pointing up, the others following clockwise.
type Radar struct {
	Center Point
	Radius float64
	Axes   int
	// Low stands in the centre, High at the rim.
	Low, High float64
}

// At returns the place of a value on an axis. Values beyond the scale lie on its end.
func (r Radar) At(axis int, value float64) Point {
	share := 0.0
	if r.High > r.Low {
		share = min(1, max(0, (value-r.Low)/(r.High-r.Low)))
	}
	return r.beyond(axis, share*r.Radius)
}

// Label returns the place for the label of an axis, at a distance outside the rim, and where the text is anchored.
func (r Radar) Label(axis int, distance float64) (Point, string) {
	p := r.beyond(axis, r.Radius+distance)
	switch {
	case p.X > r.Center.X+1:
		return p, "start"
	case p.X < r.Center.X-1:
		return p, "end"
	}
	return p, "middle"
}

func (r Radar) beyond(axis int, distance float64) Point {
	angle := 2*math.Pi*float64(axis)/float64(r.Axes) - math.Pi/2
	return Point{r.Center.X + distance*math.Cos(angle), r.Center.Y + distance*math.Sin(angle)}
}

// Ring returns the corners of the line on which every axis has the same value.
func (r Radar) Ring(value float64) []Point {
	ring := make([]Point, r.Axes)
	for i := range ring {
		ring[i] = r.At(i, value)
	}
	return ring
}

// Line is a run of neighbouring points; a closed one ends where it begins.
type Line struct {
	Points []Point
	Closed bool
}

// Lines returns the shape of a series. NaN stands for a value that is not there: the line breaks at it instead of pretending.
func (r Radar) Lines(values []float64) []Line {
	first := slices.IndexFunc(values, math.IsNaN)
	if first < 0 {
		return []Line{{Points: r.points(values), Closed: true}}
	}
	var lines []Line
	var run []Point
	for k := 1; k <= len(values); k++ {
		axis := (first + k) % len(values)
		if !math.IsNaN(values[axis]) {
			run = append(run, r.At(axis, values[axis]))
			continue
		}
		if len(run) > 0 {
			lines = append(lines, Line{Points: run})
		}
		run = nil
	}
	return lines
}

func (r Radar) points(values []float64) []Point {
	points := make([]Point, len(values))
	for i, v := range values {
		points[i] = r.At(i, v)
	}
	return points
}

// Trend is a chart of values over time.
type Trend struct {
	// Left, Top, Width and Height bound the drawing area.
	Left, Top, Width, Height float64
	// From and To bound the time, Low and High the values.
	From, To  time.Time
	Low, High float64
}

// At returns the place of a value at a time. A single moment stands in the middle.
func (t Trend) At(when time.Time, value float64) Point {
	x := 0.5
	if span := t.To.Sub(t.From); span > 0 {
		x = float64(when.Sub(t.From)) / float64(span)
	}
	y := 0.0
	if t.High > t.Low {
		y = min(1, max(0, (value-t.Low)/(t.High-t.Low)))
	}
	return Point{t.Left + x*t.Width, t.Top + (1-y)*t.Height}
}
