package view

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Tone is how a notice sounds. It is never carried by colour alone: every notice has a sign.
type Tone string

const (
	Info Tone = "info"
	Warn Tone = "warn"
)

// Notice is a message above the screen, with what a person can do about it.
func Notice(id string, tone Tone, text string, actions ...app.UI) app.HTMLDiv {
	sign := "i"
	role := "status"
	if tone == Warn {
		sign, role = "!", "alert"
	}
	body := []app.UI{
		app.Span().Class("sign").Aria("hidden", "true").Text(sign),
		app.P().Text(text),
	}
	return app.Div().ID(id).Class("notice", string(tone)).Role(role).Body(append(body, actions...)...)
}
