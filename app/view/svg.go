package view

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/chart"
)

// svg is an element of a drawing.
func svg(tag, class string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg").Class(class)
}

// drawing is a chart with a name and a description for screen readers. The id must be unique on the screen.
func drawing(id, class, box, title, description string, body ...app.UI) app.UI {
	named := []app.UI{
		svg("title", "").ID(id + "-title").Body(app.Text(title)),
		svg("desc", "").ID(id + "-desc").Body(app.Text(description)),
	}
	return svg("svg", class).Attr("viewBox", box).Role("img").
		Aria("labelledby", id+"-title "+id+"-desc").Attr("focusable", "false").
		Body(append(named, body...)...)
}

func coordinate(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

func pointList(points []chart.Point) string {
	parts := make([]string, len(points))
	for i, p := range points {
		parts[i] = coordinate(p.X) + "," + coordinate(p.Y)
	}
	return strings.Join(parts, " ")
}

// polyline draws a line through points, closed or not.
func polyline(class string, line chart.Line) app.UI {
	tag := "polyline"
	if line.Closed {
		tag = "polygon"
	}
	return svg(tag, class).Attr("points", pointList(line.Points))
}

// label writes a short text at a place.
func label(class string, at chart.Point, anchor, text string) app.UI {
	return svg("text", class).Attr("x", coordinate(at.X)).Attr("y", coordinate(at.Y)).Attr("text-anchor", anchor).Body(app.Text(text))
}

// marker draws the sign of a series at a place. Each series has a sign of its own, so that none rests on colour alone.
func marker(series Series, at chart.Point) app.UI {
	const r = 4.5
	class := "mark-" + series.Style
	corners := func(offsets ...float64) app.UI {
		points := make([]chart.Point, 0, len(offsets)/2)
		for i := 0; i < len(offsets); i += 2 {
			points = append(points, chart.Point{X: at.X + offsets[i]*r, Y: at.Y + offsets[i+1]*r})
		}
		return polyline(class, chart.Line{Points: points, Closed: true})
	}
	switch series.Style {
	case "past1":
		return corners(-1, -1, 1, -1, 1, 1, -1, 1)
	case "past2":
		return corners(0, -1.2, 1.1, 0.9, -1.1, 0.9)
	case "past3":
		return corners(0, 1.2, 1.1, -0.9, -1.1, -0.9)
	case "past4":
		return corners(-1.2, -0.4, 1.2, -0.4, 1.2, 0.4, -1.2, 0.4)
	case "sector":
		return corners(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0)
	}
	return svg("circle", class).Attr("cx", coordinate(at.X)).Attr("cy", coordinate(at.Y)).Attr("r", coordinate(r))
}
