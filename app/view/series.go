package view

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/chart"
)

// Series is one line of a chart: a value for each axis, NaN where there is none.
type Series struct {
	Name   string
	Style  string // now, past1 … past4, sector, plan
	Values []float64
}

// PastStyles are the styles of earlier assessments, the latest first.
var PastStyles = []string{"past1", "past2", "past3", "past4"}

// legend names the lines of a chart, each with its line and sign.
func legend(series []Series) app.UI {
	items := make([]app.UI, 0, len(series))
	for _, s := range series {
		items = append(items, app.Li().Body(
			svg("svg", "key").Attr("viewBox", "0 0 44 14").Aria("hidden", "true").Attr("focusable", "false").Body(
				polyline("line-"+s.Style, chart.Line{Points: []chart.Point{{X: 2, Y: 7}, {X: 42, Y: 7}}}),
				marker(s, chart.Point{X: 22, Y: 7}),
			),
			app.Span().Text(s.Name),
		))
	}
	return app.Ul().Class("legend").Body(items...)
}

// Figures is a table alone, where a chart would say no more.
type Figures struct {
	Title, Head string
	Keys, Names []string
	Series      []Series
	Format      func(float64) string
}

// UI draws the table.
func (f Figures) UI() app.UI { return table(f.Title, f.Head, f.Keys, f.Names, f.Series, f.Format) }

// table says in figures what a chart shows: a row for each axis, by its key, and a column for each series.
func table(caption, head string, keys, names []string, series []Series, format func(float64) string) app.UI {
	columns := []app.UI{app.Th().Scope("col").Text(head)}
	for _, s := range series {
		columns = append(columns, app.Th().Scope("col").Text(s.Name))
	}
	rows := make([]app.UI, 0, len(names))
	for axis, name := range names {
		cells := []app.UI{app.Th().Scope("row").Text(name)}
		for _, s := range series {
			text := "–"
			if !math.IsNaN(s.Values[axis]) {
				text = format(s.Values[axis])
			}
			cells = append(cells, app.Td().Text(text))
		}
		row := app.Tr().Body(cells...)
		if v := series[0].Values[axis]; !math.IsNaN(v) {
			row = row.DataSet("section", keys[axis]).DataSet("score", format(v))
		}
		rows = append(rows, row)
	}
	return app.Table().Class("figures").Body(
		app.Caption().Text(caption),
		app.THead().Body(app.Tr().Body(columns...)),
		app.TBody().Body(rows...),
	)
}
