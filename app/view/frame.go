package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/internal/checklist"
	"mamori/internal/words"
)

// SwitchLanguage is the intention to read on in another language.
type SwitchLanguage struct{ To checklist.Lang }

// Frame is what surrounds every screen.
type Frame struct {
	Lang  checklist.Lang
	Saved Saved
	// Static tells that the page is drawn before the program has arrived.
	Static bool
	// Notices stand above the screen, Main is the screen itself.
	Notices []app.UI
	Main    app.UI
}

// UI draws the frame. Its root is what the program replaces when it takes over.
func (f Frame) UI() app.UI {
	w := words.In(f.Lang)
	class := "live"
	if f.Static {
		class = "static"
	}
	return app.Div().ID("app").Class(class).Body(
		app.A().Class("skip").Href("#main").Text(w.Skip).OnClick(skip),
		f.header(w),
		app.Div().ID("notices").Body(f.Notices...),
		f.Main,
		f.footer(w),
	)
}

// skip moves the focus to the screen instead of navigating: a fragment names a screen here, not a place on the page.
func skip(ctx app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	browser.Focus("main")
}

func (f Frame) header(w *words.Words) app.UI {
	other := checklist.English
	href := "en.html"
	if f.Lang == checklist.English {
		other, href = checklist.Japanese, "index.html"
	}
	return app.Header().Class("top").Body(
		app.A().Class("brand").Href("#/").Body(Mark(), app.Span().Text(w.Product)),
		f.Saved.UI(w),
		app.A().Class("language").ID("language").Href(href).Lang(string(other)).Attr("hreflang", string(other)).Text(w.Language).
			OnClick(func(ctx app.Context, e app.Event) {
				e.PreventDefault()
				e.Call("stopPropagation")
				Post(ctx, SwitchLanguage{other})
			}, app.EventScope(string(other))),
	)
}

func (f Frame) footer(w *words.Words) app.UI {
	return app.Footer().Class("bottom").Body(
		app.Nav().Aria("label", w.Product).Body(
			Link("", "#/", w.Missing.Home),
			Link("", "#/history", w.History.Title),
			Link("", "#/data", w.Data.Title),
			Link("", "#/about", w.About.Title),
		),
		P("official", w.About.NotOfficial),
	)
}
