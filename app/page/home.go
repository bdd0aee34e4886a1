package page

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/words"
)

// home lets people choose by what they want to do, go on with a draft, and look at earlier results.
func home(s session.State, now time.Time) app.UI {
	w := words.In(s.Lang)
	cards := make([]app.UI, 0, len(catalog.IDs))
	for _, id := range catalog.IDs {
		cards = append(cards, card(w, s, id, now))
	}
	return app.Section().Class("home").Body(
		app.H1().TabIndex(-1).Text(w.Home.Title),
		view.P("lead", w.Home.Lead),
		app.H2().Text(w.Home.Choose),
		app.Div().Class("cards").Body(cards...),
		past(w, s),
	)
}

// card leads to one checklist; an unfinished assessment of it says so in the same place.
func card(w *words.Words, s session.State, id checklist.ID, now time.Time) app.UI {
	head, err := catalog.ReadHead(id)
	if err != nil {
		return app.Text("") // the catalogue is checked when the program is built
	}
	title, sub := cardWords(w, s.Lang, head)
	class := "card"
	body := []app.UI{app.Span().Class("title").Text(title)}
	if r, ok := s.OpenRecord(id); ok && r.Draft() && answered(r) > 0 {
		class = "card draft"
		body = append(body, app.Span().Class("chip").Text(w.Home.Chip))
		sub = words.Fill(w.Home.Progress, answered(r), head.Items, w.When(r.Changed, now))
	}
	body = append(body, app.Span().Class("sub").Text(sub))
	return app.A().Class(class).Href(checkHref(id)).Body(
		app.Span().Class("words").Body(body...),
		view.Icon("chevron", view.ChevronPath),
	)
}

func cardWords(w *words.Words, l checklist.Lang, h catalog.Head) (title, sub string) {
	switch h.ID {
	case "self-check":
		return w.Home.SelfCheck, words.Fill(w.Home.SelfCheckSub, h.Items, h.Minutes)
	case "six-rules":
		return w.Home.SixRules, words.Fill(w.Home.SixRulesSub, h.Items, h.Minutes)
	}
	return words.Fill(w.Home.Other, h.Title.In(l)), words.Fill(w.Home.OtherSub, h.Items, h.Minutes)
}

// answered counts the answers of an assessment without reading its checklist.
func answered(r record.Record) int { return len(r.Sheet.Answers()) }

// past lists the finished assessments, the last one of each checklist with the way to a new one.
func past(w *words.Words, s session.State) app.UI {
	var rows []app.UI
	for _, id := range catalog.IDs {
		last, ok := s.LastFinished(id)
		if !ok {
			continue
		}
		rows = append(rows, pastRow(w, s, last))
	}
	if len(rows) == 0 {
		return nil
	}
	return app.Section().Class("past").Body(
		append([]app.UI{app.H2().Text(w.Home.Past)}, append(rows, view.P("hint", w.Home.CopyHint))...)...,
	)
}

func pastRow(w *words.Words, s session.State, r record.Record) app.UI {
	list, err := catalog.Load(r.Checklist)
	if err != nil {
		return nil
	}
	score := list.Score(r.Sheet)
	return app.Div().Class("card plain").Body(
		app.P().Class("title").Text(list.Title.In(s.Lang)),
		view.P("sub", words.Fill(w.Home.Done, scoreText(w, list, score), w.Date(r.Finished))),
		app.Div().Class("row").Body(
			view.Link("button", resultHref(r.ID), w.Home.SeeResult),
			view.Button("small", "copy", w.Home.Copy, startFrom{r.ID}),
			view.Button("small", "again", w.Home.Again, startNew{r.Checklist}),
		),
	)
}

// figure writes a score: whole points, or a level with one decimal.
func figure(list *checklist.Checklist, value float64) string {
	if list.Scale == checklist.Levels {
		return strconv.FormatFloat(value, 'f', 1, 64)
	}
	return strconv.FormatFloat(value, 'f', 0, 64)
}

// scoreText is a score in a sentence: points, or how many of the rules are done.
func scoreText(w *words.Words, list *checklist.Checklist, score checklist.Score) string {
	if list.Scale == checklist.Levels {
		return figure(list, score.Value)
	}
	if counts(list) {
		return words.Fill(w.Result.CountDone, figure(list, score.Value), score.Items)
	}
	return words.Fill(w.Result.PointsDone, figure(list, score.Value))
}

// counts reports whether a checklist has no points of its own: its value is the number of items that are done.
func counts(list *checklist.Checklist) bool {
	low, high := list.Limits()
	return list.Scale == checklist.Points && low == 0 && high == 1
}
