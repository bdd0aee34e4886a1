package view

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Toggle is a checkbox with its words; each change is an intention.
func Toggle[T any](id, text string, on bool, intention func(checked bool) T) app.UI {
	box := app.Input().Type("checkbox").ID(id).
		OnChange(func(ctx app.Context, _ app.Event) { Post(ctx, intention(ctx.JSSrc().Get("checked").Bool())) }, app.EventScope(id))
	return app.Label().Class("choice tick").Body(checked(box, on), app.Span().Text(text))
}
