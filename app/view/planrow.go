package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/words"
)

// Planned is the intention to do something about an item; with On false, to leave it. PlannedWho and PlannedBy say who is to do it
// and by when: each carries no more than what has just changed, so that two quick changes cannot undo each other.
type (
	Planned struct {
		Record   record.ID
		Question checklist.QuestionID
		On       bool
	}
	PlannedWho struct {
		Record   record.ID
		Question checklist.QuestionID
		Who      string
	}
	PlannedBy struct {
		Record   record.ID
		Question checklist.QuestionID
		By       string // YYYY-MM-DD
	}
)

// PlanRow lets a person tick a thing to do, with a name and a day.
type PlanRow struct {
	app.Compo

	Lang     checklist.Lang
	Record   record.ID
	Question checklist.QuestionID
	Planned  bool
	Who, By  string

	shownWho, shownBy string // what the fields were last given or gave
}

// CompoID makes the row of another item another component.
func (p *PlanRow) CompoID() string { return string(p.Record) + "/" + string(p.Question) }

// OnMount implements app.Mounter.
func (p *PlanRow) OnMount(ctx app.Context) { p.show(ctx) }

// OnUpdate implements app.Updater.
func (p *PlanRow) OnUpdate(ctx app.Context) { ctx.Defer(p.show) }

// show writes name and day into their fields when they have changed from outside, never over what is being typed.
func (p *PlanRow) show(ctx app.Context) {
	p.shownWho = p.write(ctx, "input[type=text]", p.Who, p.shownWho)
	p.shownBy = p.write(ctx, "input[type=date]", p.By, p.shownBy)
}

func (p *PlanRow) write(ctx app.Context, selector, value, shown string) string {
	field := ctx.JSSrc().Call("querySelector", selector)
	if !field.Truthy() {
		return ""
	}
	if value != shown {
		field.Set("value", value)
	}
	return value
}

// Render implements app.Composer.
func (p *PlanRow) Render() app.UI {
	w := words.In(p.Lang)
	id := "plan-" + p.CompoID()
	box := app.Input().Type("checkbox").ID(id).OnChange(p.toggle, app.EventScope(id))
	return app.Div().Class("plan").Body(
		app.Label().Class("choice tick").Body(checked(box, p.Planned), app.Span().Text(w.Plan.Do)),
		app.If(p.Planned, func() app.UI {
			return app.Div().Class("plan-fields").Body(
				app.Label().Body(app.Span().Text(w.Plan.Who), app.Input().Type("text").MaxLength(60).OnChange(p.onWho, app.EventScope(id))),
				app.Label().Body(app.Span().Text(w.Plan.By), app.Input().Type("date").OnChange(p.onBy, app.EventScope(id))),
			)
		}),
	)
}

func (p *PlanRow) toggle(ctx app.Context, _ app.Event) {
	Post(ctx, Planned{p.Record, p.Question, ctx.JSSrc().Get("checked").Bool()})
}

func (p *PlanRow) onWho(ctx app.Context, _ app.Event) {
	p.shownWho = ctx.JSSrc().Get("value").String()
	Post(ctx, PlannedWho{p.Record, p.Question, p.shownWho})
}

func (p *PlanRow) onBy(ctx app.Context, _ app.Event) {
	p.shownBy = ctx.JSSrc().Get("value").String()
	Post(ctx, PlannedBy{p.Record, p.Question, p.shownBy})
}
