// Package view draws: leaf components and small pieces of markup. Properties go in, intentions come out (see Post); a view
// loads nothing, keeps nothing and knows no screen but its own piece.
//
// The same views draw the page twice: natively, into the HTML that people get at once, and in the browser, where the program
// takes over. Both must look the same to the pixel, or the page would jump.
package view

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Post sends an intention to whoever listens with On. The intention's type is its name.
func Post[T any](ctx app.Context, intention T) {
	ctx.NewActionWithValue(fmt.Sprintf("%T", intention), intention)
}

// On listens for the intentions of one type, in the order in which they were posted.
func On[T any](ctx app.Context, handle func(app.Context, T)) {
	var zero T
	ctx.Handle(fmt.Sprintf("%T", zero), func(ctx app.Context, a app.Action) {
		if intention, ok := a.Value.(T); ok {
			handle(ctx, intention)
		}
	})
}

// checked sets or clears a radio button. In the browser it must always be said; in prerendered HTML any checked attribute,
// even "false", means checked.
func checked(in app.HTMLInput, on bool) app.HTMLInput {
	if app.IsServer && !on {
		return in
	}
	return in.Checked(on)
}

// hidden hides or shows a button, by the same rule as checked.
func hidden(b app.HTMLButton, on bool) app.HTMLButton {
	if app.IsServer && !on {
		return b
	}
	return b.Hidden(on)
}

// P is a paragraph.
func P(class, text string) app.UI { return app.P().Class(class).Text(text) }

// Link leads to another screen or, with external set, out of the product in a tab of its own.
func Link(class, href, text string) app.HTMLA {
	return app.A().Class(class).Href(href).Text(text)
}

// Button posts an intention when it is pressed. The scope tells buttons of one list apart.
func Button[T any](class, scope, text string, intention T) app.HTMLButton {
	return app.Button().Type("button").Class(class).Text(text).
		OnClick(func(ctx app.Context, _ app.Event) { Post(ctx, intention) }, app.EventScope(scope, fmt.Sprintf("%v", intention)))
}

// Icon draws one of the product's own icons. It is decoration: the words beside it say what it means.
func Icon(class, path string) app.UI {
	const ns = "http://www.w3.org/2000/svg"
	return app.Elem("svg").XMLNS(ns).Class("icon", class).
		Attr("viewBox", "0 0 24 24").Aria("hidden", "true").Attr("focusable", "false").
		Body(app.Elem("path").XMLNS(ns).Attr("d", path))
}

// The paths of the icons, drawn on a grid of 24.
const (
	ShieldPath  = "M12 2.5l8 3v6c0 5-3.4 8.6-8 10-4.6-1.4-8-5-8-10v-6z"
	TickPath    = "M8 12l3 3 5.5-6"
	ChevronPath = "M9 5l7 7-7 7"
)

// Mark is the product's mark: a shield with a tick.
func Mark() app.UI {
	const ns = "http://www.w3.org/2000/svg"
	return app.Elem("svg").XMLNS(ns).Class("mark").
		Attr("viewBox", "0 0 24 24").Aria("hidden", "true").Attr("focusable", "false").
		Body(
			app.Elem("path").XMLNS(ns).Class("shield").Attr("d", ShieldPath),
			app.Elem("path").XMLNS(ns).Class("tick").Attr("d", TickPath),
		)
}
