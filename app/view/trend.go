package view

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/chart"
)

// Trend is a chart of one value over time.
type Trend struct {
	ID, Title, Description string
	Times                  []time.Time // ascending
	Values                 []float64
	Dates                  []string
	Low, High              float64
	Format                 func(float64) string
}

// UI draws the chart. The table that says the same in figures is the caller's, beside it.
func (t Trend) UI() app.UI {
	const left, top, width, height = 40.0, 26.0, 286.0, 120.0
	geometry := chart.Trend{Left: left, Top: top, Width: width, Height: height, From: t.Times[0], To: t.Times[len(t.Times)-1], Low: t.Low, High: t.High}
	now := Series{Style: "now"}
	points := make([]chart.Point, len(t.Times))
	for i := range t.Times {
		points[i] = geometry.At(t.Times[i], t.Values[i])
	}
	body := []app.UI{
		polyline("spoke", chart.Line{Points: []chart.Point{{X: left - 8, Y: top + height}, {X: left + width + 8, Y: top + height}}}),
		polyline("ring", chart.Line{Points: []chart.Point{{X: left - 8, Y: top}, {X: left + width + 8, Y: top}}}),
		label("axis", chart.Point{X: left - 12, Y: top + 4}, "end", t.Format(t.High)),
		label("axis", chart.Point{X: left - 12, Y: top + height + 4}, "end", t.Format(t.Low)),
		polyline("trend-line", chart.Line{Points: points}),
	}
	last := len(points) - 1
	for i, p := range points {
		body = append(body, marker(now, p))
		if i == 0 || i == last || last < 5 {
			body = append(body, label("axis-value", chart.Point{X: p.X, Y: p.Y - 9}, "middle", t.Format(t.Values[i])))
		}
	}
	body = append(body, label("axis", chart.Point{X: left - 8, Y: top + height + 22}, "start", t.Dates[0]))
	if last > 0 {
		body = append(body, label("axis", chart.Point{X: left + width + 24, Y: top + height + 22}, "end", t.Dates[last]))
	}
	return drawing(t.ID, "trend", "0 0 358 176", t.Title, t.Description, body...)
}
