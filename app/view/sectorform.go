package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
	"mamori/internal/words"
)

// ChosenProfile is the intention to be compared with a sector and a size.
type ChosenProfile struct {
	Record  record.ID
	Profile record.Profile
}

// SectorForm asks for sector and size.
type SectorForm struct {
	Lang    checklist.Lang
	Record  record.ID
	Profile record.Profile
}

// UI draws the form. Each choice is an intention of its own: there is nothing to send.
func (f SectorForm) UI() app.UI {
	w := words.In(f.Lang)
	sectors := make([]choiceOf, 0, len(sector.Sectors))
	for _, s := range sector.Sectors {
		sectors = append(sectors, choiceOf{s.Code, words.Fill(w.Sector.Option, s.Name.In(f.Lang), s.Examples.In(f.Lang))})
	}
	sizes := make([]choiceOf, 0, len(sector.Sizes))
	for _, s := range sector.Sizes {
		sizes = append(sizes, choiceOf{s.Code, s.Name.In(f.Lang)})
	}
	return app.Div().Class("sector-form").Body(
		P("", w.Sector.Lead),
		selection("sector-business", w.Sector.Business, w.Sector.Choose, f.Profile.Sector, sectors),
		selection("sector-size", w.Sector.Size, w.Sector.Choose, f.Profile.Size, sizes),
		app.Button().Type("button").Class("secondary").Text(w.Sector.Keep).OnClick(f.send, app.EventScope(string(f.Record))),
	)
}

type choiceOf struct{ value, text string }

func selection(id, name, empty, chosen string, choices []choiceOf) app.UI {
	options := []app.UI{option("", empty, chosen == "")}
	for _, c := range choices {
		options = append(options, option(c.value, c.text, c.value == chosen))
	}
	return app.Div().Class("field").Body(
		app.Label().For(id).Text(name),
		app.Select().ID(id).Body(options...),
	)
}

func option(value, text string, selected bool) app.UI {
	o := app.Option().Attr("value", value).Text(text)
	if app.IsServer && !selected {
		return o
	}
	return o.Selected(selected)
}

// send reads both choices when the button is pressed; with one missing the focus goes there.
func (f SectorForm) send(ctx app.Context, _ app.Event) {
	profile := record.Profile{Sector: browser.Value("sector-business"), Size: browser.Value("sector-size")}
	switch {
	case profile.Sector == "":
		browser.Focus("sector-business")
	case profile.Size == "":
		browser.Focus("sector-size")
	default:
		Post(ctx, ChosenProfile{f.Record, profile})
	}
}
