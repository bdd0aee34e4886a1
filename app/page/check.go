package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/words"
)

func (r *Root) check(s session.State) app.UI {
	list, err := catalog.Load(r.route.Checklist)
	if err != nil {
		return main("missing", missing(s.Lang))
	}
	rec, _ := s.OpenRecord(list.ID)
	return main("check", checkForm(list, s.Lang, rec, false))
}

// checkForm is a checklist as one page of native radio buttons. Static leaves out what needs the program.
func checkForm(list *checklist.Checklist, lang checklist.Lang, rec record.Record, static bool) app.UI {
	w := words.In(lang)
	body := []app.UI{
		view.P("eyebrow", eyebrow(w, list, lang, rec)),
		app.H1().TabIndex(-1).Text(list.Title.In(lang)),
		view.P("lead", list.Lead.In(lang)),
	}
	for i, part := range list.Sections {
		body = append(body, checkPart(list, i, part, lang, rec.Sheet))
	}
	body = append(body,
		view.Finish{Lang: lang, List: list, Sheet: rec.Sheet, Static: static}.UI(),
		editing(w, rec),
		sources(w, list, lang),
		view.Progress{Lang: lang, List: list.ID, Answered: list.Score(rec.Sheet).Answered, Items: list.Len()}.UI(),
	)
	return app.Section().Class("check").DataSet("checklist", string(list.ID)).Body(body...)
}

// eyebrow names the edition, and says when a finished assessment is being changed. It is one line either way, so that the page
// does not move when the program takes over.
func eyebrow(w *words.Words, list *checklist.Checklist, lang checklist.Lang, rec record.Record) string {
	edition := words.Fill(w.Check.Edition, list.EditionName.In(lang))
	if rec.ID == "" || rec.Draft() {
		return edition
	}
	return words.Fill(w.Check.Editing, edition, w.Date(rec.Finished))
}

// editing leads from a finished assessment back to its result, or on to a new one.
func editing(w *words.Words, rec record.Record) app.UI {
	if rec.ID == "" || rec.Draft() {
		return nil
	}
	return app.Div().Class("row").Body(
		view.Link("button", resultHref(rec.ID), w.Check.ToResult),
		view.Button("small", "again", w.Home.Again, startNew{rec.Checklist}))
}

func checkPart(list *checklist.Checklist, i int, part checklist.Section, lang checklist.Lang, sheet checklist.Sheet) app.UI {
	w := words.In(lang)
	body := make([]app.UI, 0, len(part.Items)+1)
	if len(list.Sections) > 1 {
		body = append(body, app.H2().Text(words.Fill(w.Check.Part, string(part.ID), part.Title.In(lang))))
	}
	for n, q := range part.Items {
		chosen, _ := sheet.Answer(q.ID)
		body = append(body, &view.Question{List: list, Section: i, Index: n, Chosen: chosen, Note: sheet.Note(q.ID), Lang: lang})
	}
	return app.Section().Class("part").Body(body...)
}

func sources(w *words.Words, list *checklist.Checklist, lang checklist.Lang) app.UI {
	return app.Aside().Class("sources").Body(
		app.H2().Text(w.Check.Sources),
		app.P().Text(list.Source.In(lang)),
		app.P().Text(list.Notice.In(lang)),
	)
}

func complete(rec record.Record) bool {
	list, err := catalog.Load(rec.Checklist)
	return err == nil && !list.Score(rec.Sheet).Provisional()
}

func checklistTitle(id checklist.ID, lang checklist.Lang) string {
	head, err := catalog.ReadHead(id)
	if err != nil {
		return string(id)
	}
	return head.Title.In(lang)
}
