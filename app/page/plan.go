package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/view"
	"mamori/internal/advice"
	"mamori/internal/words"
)

// nextSteps is how many things to do are shown: as many as a person can hold in mind. moreSteps is how many when asked for.
const (
	nextSteps = 3
	moreSteps = 10
)

// next says what to do next, why, and lets the person plan it.
func (v resultView) next() app.UI {
	limit := nextSteps
	if v.more {
		limit = moreSteps
	}
	steps := advice.Next(*v.list, v.rec.Sheet, limit)
	if len(steps) == 0 {
		text := v.w.Result.NextNone
		if v.score.Provisional() {
			text = v.w.Result.NextStart
		}
		return app.Section().Class("next").Body(app.H2().Text(v.w.Result.Next), app.P().Text(text))
	}
	cards := make([]app.UI, 0, len(steps))
	for _, step := range steps {
		cards = append(cards, v.step(step))
	}
	body := []app.UI{app.H2().Text(v.w.Result.Next), app.Ol().Class("steps").Body(cards...)}
	if len(advice.Next(*v.list, v.rec.Sheet, limit+1)) > limit && !v.more {
		body = append(body, view.Button("small", "more", v.w.Plan.More, showMore{}))
	}
	return app.Section().Class("next").Body(append(body, v.whatIf())...)
}

func (v resultView) step(step advice.Step) app.UI {
	q := step.Question
	how := q.How
	if next, ok := q.NextLevel[step.Chosen.ID]; ok {
		how = next
	}
	if step.Chosen.Unknown {
		how = q.Ask
	}
	task, planned := v.rec.Plan[q.ID]
	return app.Li().Class("card plain").Body(
		app.P().Class("title").Text(q.Label.In(v.lang)),
		view.P("sub", words.Fill(v.w.Result.StepLine, q.Number, q.Effort.In(v.lang))),
		app.P().Text(how.In(v.lang)),
		view.P("sub why", v.w.Result.NextWhy+q.Why.In(v.lang)),
		view.P("sub why", v.reason(step)),
		&view.PlanRow{Lang: v.lang, Record: v.rec.ID, Question: q.ID, Planned: planned, Who: task.Who, By: task.By},
	)
}

// reason says why an item stands where it stands.
func (v resultView) reason(step advice.Step) string {
	rank := words.Fill(v.w.Plan.Reason, step.Question.Order, v.list.Len())
	how := v.w.Plan.ReasonNone
	switch {
	case step.Chosen.Unknown:
		how = v.w.Plan.ReasonAsk
	case step.Partly:
		how = v.w.Plan.ReasonHalf
	}
	return words.Fill(v.w.Data.Line, rank, how)
}

// whatIf shows the score to which the plan would lead.
func (v resultView) whatIf() app.UI {
	planned := planOf(v.list, v.rec)
	if len(planned) == 0 {
		return nil
	}
	after := v.list.Score(advice.WhatIf(*v.list, v.rec.Sheet, planned))
	return app.Div().Class("what-if").Role("status").Body(
		view.P("title", words.Fill(v.w.Plan.WhatIf, scoreText(v.w, v.list, v.score), scoreText(v.w, v.list, after))),
		view.P("sub", v.w.Plan.WhatIfNote),
	)
}
