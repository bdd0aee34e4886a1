package view

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

// Progress is the bar at the foot of a check: how many are answered, and the way to the next that is not. The page's first
// script keeps it up to date until the program takes over (web/early.js), by the data attributes.
type Progress struct {
	Lang            checklist.Lang
	List            checklist.ID
	Answered, Items int
}

// UI draws the bar.
func (p Progress) UI() app.UI {
	w := words.In(p.Lang)
	return app.Div().Class("progress").DataSet("progress", string(p.List)).Body(
		app.Progress().Max(p.Items).Value(p.Answered).Aria("hidden", "true"),
		app.P().Aria("live", "polite").Body(
			app.Span().Text(words.Fill(w.Check.ProgressBefore, p.Items)),
			app.B().DataSet("count", string(p.List)).Text(p.Answered),
			app.Span().Text(words.Fill(w.Check.ProgressAfter, p.Items)),
		),
		app.Button().Type("button").Class("next").DataSet("next", string(p.List)).Text(w.Check.Next),
	)
}

// Finish is the end of a check: what is still open, and the way to the result.
type Finish struct {
	Lang  checklist.Lang
	List  *checklist.Checklist
	Sheet checklist.Sheet
	// Static tells that there is no program yet that could work out a result.
	Static bool
}

// SeeResult is the intention to see the result of the open assessment of a checklist, finished or not.
type SeeResult struct{ Checklist checklist.ID }

// UI draws the end. All numbers are drawn, those with an answer hidden, so that the static page and the program's are alike.
func (f Finish) UI() app.UI {
	w := words.In(f.Lang)
	score := f.List.Score(f.Sheet)
	return app.Section().Class("finish").Body(
		app.H2().Text(w.Check.Finish),
		f.lead("some-open", w.Check.FinishOpen, score.Provisional()),
		f.lead("none-open", w.Check.FinishAll, !score.Provisional()),
		app.Div().Class("numbers").Body(f.numbers()...),
		f.button(w, score),
	)
}

func (f Finish) lead(class, text string, shown bool) app.UI {
	p := app.P().Class(class).Text(text)
	if app.IsServer && shown {
		return p
	}
	return p.Hidden(!shown)
}

func (f Finish) numbers() []app.UI {
	var numbers []app.UI
	for _, q := range f.List.Questions() {
		_, answered := f.Sheet.Chosen(*f.List, q.ID)
		jump := app.Button().Type("button").DataSet("jump", FieldID(f.List.ID, q.ID)).Text(q.Number)
		numbers = append(numbers, hidden(jump, answered))
	}
	return numbers
}

func (f Finish) button(w *words.Words, score checklist.Score) app.UI {
	if f.Static {
		return app.Div().Body(
			app.Button().Type("button").Class("primary").Disabled(true).Text(w.Check.SeeEarly),
			P("hint", w.Check.SeeNotYet),
		)
	}
	label := w.Check.See
	if score.Provisional() {
		label = w.Check.SeeEarly
	}
	return app.Div().Body(
		Button("primary", string(f.List.ID), label, SeeResult{f.List.ID}),
		P("hint", fmt.Sprintf(w.Check.SeeHint, score.Answered, score.Items)),
	)
}
