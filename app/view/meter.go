package view

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Meter is a bar that is as long as value is of full. It is decoration beside the figure in words.
func Meter(value, full float64) app.UI {
	const ns, width = "http://www.w3.org/2000/svg", 200.0
	filled := 0.0
	if full > 0 {
		filled = width * min(1, max(0, value/full))
	}
	bar := func(class string, w float64) app.UI {
		return app.Elem("rect").XMLNS(ns).Class(class).Attr("width", strconv.FormatFloat(w, 'f', 1, 64)).Attr("height", "10").Attr("rx", "5")
	}
	return app.Elem("svg").XMLNS(ns).Class("meter").Attr("viewBox", "0 0 200 10").Attr("preserveAspectRatio", "none").
		Aria("hidden", "true").Attr("focusable", "false").
		Body(bar("track", width), bar("fill", filled))
}
