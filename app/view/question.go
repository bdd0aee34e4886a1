package view

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

// Answered is the intention to answer an item.
type Answered struct {
	Checklist checklist.ID
	Question  checklist.QuestionID
	Option    checklist.OptionID
}

// Noted is the intention to write a note beside an item.
type Noted struct {
	Checklist checklist.ID
	Question  checklist.QuestionID
	Text      string
}

// Question is one item with its radio buttons, its help and its note. It is a component, not a function, so that an answer
// redraws one item and not all of them.
type Question struct {
	app.Compo

	List    *checklist.Checklist
	Section int // index of the section
	Index   int // index of the item in it
	Chosen  checklist.OptionID
	Note    string
	Lang    checklist.Lang
}

// CompoID makes another item another component: radio buttons never change their group.
func (q *Question) CompoID() string {
	return string(q.List.ID) + "/" + string(q.item().ID)
}

func (q *Question) item() *checklist.Question { return &q.List.Sections[q.Section].Items[q.Index] }

// FieldID is the name of an item's radio group, and the id of its box on the page.
func FieldID(c checklist.ID, q checklist.QuestionID) string { return string(c) + "/" + string(q) }

// Render implements app.Composer.
func (q *Question) Render() app.UI {
	w, item := words.In(q.Lang), q.item()
	field := FieldID(q.List.ID, item.ID)
	number := fmt.Sprintf(w.Check.Number, item.Number, q.List.Len(), item.Label.In(q.Lang))
	return app.FieldSet().ID(field).Class("item").Body(
		app.Legend().Body(
			app.Span().Class("number").Text(number),
			app.Span().Class("statement").Text(item.Statement.In(q.Lang)),
		),
		app.Div().Class("choices").Body(q.choices(field)...),
		q.help(w, item, field),
		q.note(w, item, field),
	)
}

func (q *Question) choices(field string) []app.UI {
	choices := make([]app.UI, 0, len(q.List.Options))
	for _, o := range q.List.Options {
		choices = append(choices, q.choice(field, o))
	}
	return choices
}

func (q *Question) choice(field string, o checklist.Option) app.UI {
	answered := Answered{q.List.ID, q.item().ID, o.ID}
	radio := app.Input().Type("radio").Name(field).ID(field+"/"+string(o.ID)).Value(string(o.ID)).
		OnChange(func(ctx app.Context, _ app.Event) { Post(ctx, answered) }, app.EventScope(field, string(o.ID)))
	return app.Label().Class("choice").Body(
		checked(radio, q.Chosen == o.ID),
		app.Span().Text(q.choiceText(o)),
	)
}

// choiceText names an option; a level stands with its number.
func (q *Question) choiceText(o checklist.Option) string {
	if q.List.Scale == checklist.Levels && o.Points != nil {
		return fmt.Sprintf(words.In(q.Lang).Compare.Choice, string(o.ID), o.Label.In(q.Lang))
	}
	return o.Label.In(q.Lang)
}

// examples are what some levels look like in a small company.
func (q *Question) examples(w *words.Words, item *checklist.Question) []app.UI {
	if len(item.Examples) == 0 {
		return nil
	}
	rows := []app.UI{app.Dt().Text(w.Compare.Examples)}
	for _, o := range q.List.Options {
		if example, ok := item.Examples[o.ID]; ok {
			rows = append(rows, app.Dd().Text(fmt.Sprintf(w.Compare.Example, string(o.ID), example.In(q.Lang))))
		}
	}
	return rows
}

func (q *Question) help(w *words.Words, item *checklist.Question, field string) app.UI {
	rows := make([]app.UI, 0, 2*len(item.Where)+4)
	for _, place := range item.Where {
		rows = append(rows, app.Dt().Text(w.Check.On.Name(place.On)), app.Dd().Text(place.Text.In(q.Lang)))
	}
	rows = append(rows, q.examples(w, item)...)
	if !item.Evidence.Empty() {
		rows = append(rows, app.Dt().Text(w.Check.Evidence), app.Dd().Text(item.Evidence.In(q.Lang)))
	}
	rows = append(rows,
		app.Dt().Text(w.Check.Why), app.Dd().Text(item.Why.In(q.Lang)),
		app.Dt().Text(w.Check.How), app.Dd().Text(item.How.In(q.Lang)),
	)
	return app.Details().ID(field+"/look").Class("help").Body(
		app.Summary().Text(q.helpTitle(w)),
		app.Dl().Body(rows...),
	)
}

// helpTitle asks what the help answers: where to look, or what the levels mean.
func (q *Question) helpTitle(w *words.Words) string {
	if q.List.Scale == checklist.Levels {
		return w.Check.Meaning
	}
	return w.Check.Look
}

func (q *Question) note(w *words.Words, item *checklist.Question, field string) app.UI {
	return app.Details().ID(field+"/memo").Class("help").Body(
		app.Summary().Text(w.Check.Note),
		&NoteField{Checklist: q.List.ID, Question: item.ID, Value: q.Note, Lang: q.Lang},
	)
}
