package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/chart"
)

// Tick marks another value on a bar: an earlier one's, or the sector's.
type Tick struct {
	Style string
	Value float64
}

// Meter is a bar that is as long as value is of full. It is decoration beside the figure in words.
func Meter(value, full float64, ticks ...Tick) app.UI {
	const width, height = 200.0, 14.0
	at := func(v float64) float64 {
		if full <= 0 {
			return 0
		}
		return width * min(1, max(0, v/full))
	}
	bar := func(class string, w float64) app.UI {
		return svg("rect", class).Attr("y", "2").Attr("width", coordinate(w)).Attr("height", "10").Attr("rx", "5")
	}
	body := []app.UI{bar("track", width), bar("fill", at(value))}
	for _, t := range ticks {
		x := min(width-2, max(2, at(t.Value)))
		body = append(body, polyline("tick-"+t.Style, chart.Line{Points: []chart.Point{{X: x, Y: 0}, {X: x, Y: height}}}))
	}
	return svg("svg", "meter").Attr("viewBox", "0 0 200 14").Attr("preserveAspectRatio", "none").
		Aria("hidden", "true").Attr("focusable", "false").
		Body(body...)
}

// TickLegend names the ticks of bars.
func TickLegend(series []Series) app.UI {
	items := make([]app.UI, 0, len(series))
	for _, s := range series {
		items = append(items, app.Li().Body(
			svg("svg", "key narrow").Attr("viewBox", "0 0 14 14").Aria("hidden", "true").Attr("focusable", "false").Body(
				polyline("tick-"+s.Style, chart.Line{Points: []chart.Point{{X: 7, Y: 0}, {X: 7, Y: 14}}}),
			),
			app.Span().Text(s.Name),
		))
	}
	return app.Ul().Class("legend").Body(items...)
}
