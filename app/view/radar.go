package view

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/chart"
)

// Radar is a radar chart with its legend and the same figures as a table.
type Radar struct {
	ID, Title, Description string
	// Head names the axes in the table, Keys are their ids, Short and Names their labels in the chart and in the table.
	Head               string
	Keys, Short, Names []string
	High               float64
	// Series are drawn in their order, the last on top; the first is the one whose values stand in the chart.
	Series []Series
	Format func(float64) string
}

// The drawing is as wide as a phone's screen, so that its letters are as large as they say.
const (
	radarWidth, radarHeight = 358.0, 300.0
	radarRadius             = 88.0
)

// UI draws the chart.
func (r Radar) UI() app.UI {
	geometry := chart.Radar{Center: chart.Point{X: radarWidth / 2, Y: radarHeight / 2}, Radius: radarRadius, Axes: len(r.Short), High: r.High}
	var body []app.UI
	for ring := 1.0; ring <= r.High; ring++ {
		body = append(body, polyline("ring", chart.Line{Points: geometry.Ring(ring), Closed: true}))
	}
	for axis := range r.Short {
		body = append(body, polyline("spoke", chart.Line{Points: []chart.Point{geometry.Center, geometry.At(axis, r.High)}}))
	}
	for i := len(r.Series) - 1; i >= 0; i-- {
		body = append(body, r.shape(geometry, r.Series[i])...)
	}
	for axis, short := range r.Short {
		body = append(body, r.label(geometry, axis, short)...)
	}
	box := "0 0 358 300"
	return app.Figure().Class("chart").Body(
		drawing(r.ID, "radar", box, r.Title, r.Description, body...),
		legend(r.Series),
		table(r.Title, r.Head, r.Keys, r.Names, r.Series, r.Format),
	)
}

func (r Radar) shape(geometry chart.Radar, s Series) []app.UI {
	var body []app.UI
	for _, line := range geometry.Lines(s.Values) {
		body = append(body, polyline("line-"+s.Style, line))
	}
	for axis, v := range s.Values {
		if !math.IsNaN(v) {
			body = append(body, marker(s, geometry.At(axis, v)))
		}
	}
	return body
}

// label writes the name of an axis and, below it, the first series' value.
func (r Radar) label(geometry chart.Radar, axis int, short string) []app.UI {
	const line = 14.0
	at, anchor := geometry.Label(axis, 12)
	switch {
	case at.Y < geometry.Center.Y-radarRadius: // above: the value stands between the name and the chart
		at.Y -= line
	case at.Y > geometry.Center.Y+radarRadius:
		at.Y += line / 2
	}
	body := []app.UI{label("axis", at, anchor, short)}
	if v := r.Series[0].Values[axis]; !math.IsNaN(v) {
		body = append(body, label("axis-value", chart.Point{X: at.X, Y: at.Y + line}, anchor, r.Format(v)))
	}
	return body
}
