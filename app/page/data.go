package page

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/record"
	"mamori/internal/store"
	"mamori/internal/words"
)

// data shows what is kept on this device, and deletes what the person no longer wants.
func data(s session.State, now time.Time, asking record.ID) app.UI {
	w := words.In(s.Lang)
	body := []app.UI{
		app.H1().TabIndex(-1).Text(w.Data.Title),
		view.P("lead", w.Data.Lead),
	}
	if s.Deleted != nil {
		body = append(body, view.Notice("deleted", view.Info, w.Data.Deleted, view.Button("small", "undo", w.Data.Undo, undelete{})))
	}
	body = append(body, kept(w, s, now, asking), aside(w, s),
		app.H2().Text(w.Data.Where),
		app.P().Text(w.Data.WhereText),
	)
	return app.Section().Class("data").Body(body...)
}

func kept(w *words.Words, s session.State, now time.Time, asking record.ID) app.UI {
	all := s.History("")
	if len(all) == 0 {
		return app.Div().Class("empty").Body(
			app.P().Text(w.Data.Empty),
			view.Link("button", checkHref(catalog.IDs[0]), w.Data.Start),
		)
	}
	rows := []app.UI{app.P().Class("hint").Text(words.Fill(w.Data.Count, len(all)))}
	for _, r := range all {
		rows = append(rows, keptRow(w, s, r, now, asking == r.ID))
	}
	return app.Div().Class("cards").Body(rows...)
}

func keptRow(w *words.Words, s session.State, r record.Record, now time.Time, asking bool) app.UI {
	head, err := catalog.ReadHead(r.Checklist)
	title, items := string(r.Checklist), 0
	if err == nil {
		title, items = head.Title.In(s.Lang), head.Items
	}
	ended := words.Fill(w.Data.Changed, w.When(r.Changed, now))
	if !r.Draft() {
		ended = words.Fill(w.Data.Finished, w.Date(r.Finished))
	}
	scope := string(r.ID)
	actions := app.Div().Class("row").Body(
		view.Link("button", resultHref(r.ID), w.Data.Result),
		view.Button("small", scope, w.Data.Open, edit{Record: r.ID}),
		view.Button("small danger", scope, w.Data.Delete, askDelete{r.ID}),
	)
	if asking {
		actions = app.Div().Class("row sure").Role("alert").Body(
			app.P().Text(words.Fill(w.Data.Sure, title, w.Date(r.Started))),
			view.Button("small danger", scope, w.Data.Yes, confirmDelete{r.ID}),
			view.Button("small", scope, w.Data.No, askDelete{}),
		)
	}
	return app.Div().Class("card plain").DataSet("record", string(r.ID)).Body(
		app.P().Class("title").Text(title),
		view.P("sub", words.Fill(w.Data.Line, words.Fill(w.Data.Started, w.Date(r.Started)), ended)),
		view.P("sub", words.Fill(w.Data.Row, answered(r), items)),
		actions,
	)
}

// aside lists what could not be read, and hands it out unchanged.
func aside(w *words.Words, s session.State) app.UI {
	if len(s.Aside) == 0 && s.Unread == 0 {
		return nil
	}
	rows := []app.UI{app.H2().Text(w.Data.Aside), app.P().Text(w.Data.AsideLead)}
	for _, e := range s.Aside {
		rows = append(rows, app.Div().Class("card plain").Body(
			app.P().Text(e.Key),
			view.Button("small", e.Key, w.Data.AsideSave, saveAside{e.Key}),
		))
	}
	return app.Section().Class("aside").Body(rows...)
}

func (r *Root) saveAside(key string) {
	for _, e := range r.session.State().Aside {
		if e.Key == key {
			browser.Download(store.Name+"-"+key+".txt", "text/plain", []byte(e.Value))
		}
	}
}
