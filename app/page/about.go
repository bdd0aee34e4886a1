package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/words"
)

// about says what the product is, for whom, and on what it is based.
func about(lang checklist.Lang, version string) app.UI {
	w := words.In(lang)
	body := []app.UI{app.H1().TabIndex(-1).Text(w.About.Title)}
	for _, part := range [][2]string{
		{w.About.What, w.About.WhatText},
		{w.About.ForWhom, w.About.ForWhomText},
		{w.About.Private, w.About.PrivateText},
		{w.About.Offline, w.About.OfflineText},
		{w.About.Declaration, w.About.DeclarationText},
	} {
		body = append(body, app.H2().Text(part[0]), app.P().Text(part[1]))
	}
	body = append(body, app.H2().Text(w.About.Sources))
	for _, id := range catalog.IDs {
		if list, err := catalog.Load(id); err == nil {
			body = append(body, app.P().Text(words.Fill(w.About.Source, list.Title.In(lang), list.Source.In(lang))))
		}
	}
	body = append(body, app.P().Text(w.About.NotOfficial), view.P("hint", words.Fill(w.About.Version, version)))
	return app.Section().Class("about").Body(body...)
}

// missing answers an address that leads nowhere.
func missing(lang checklist.Lang) app.UI {
	w := words.In(lang)
	return app.Section().Class("missing").Body(
		app.H1().TabIndex(-1).Text(w.Missing.Title),
		app.P().Text(w.Missing.Text),
		view.Link("button", "#/", w.Missing.Home),
	)
}
