package page

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/view"
	"mamori/internal/advice"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/words"
)

// delta says how the score has moved since the assessment before this one.
func (v resultView) delta() app.UI {
	if len(v.earlier) == 0 {
		return nil
	}
	before := v.earlier[0]
	moved := v.score.Value - v.list.Score(before.Sheet).Value
	date := v.w.Date(before.Finished)
	if figure(v.list, math.Abs(moved)) == figure(v.list, 0) {
		return view.P("delta", words.Fill(v.w.Compare.Same, date))
	}
	class, sign := "delta up", "▲ "
	if moved < 0 {
		class, sign = "delta down", "▼ "
	}
	return view.P(class, words.Fill(v.w.Compare.Delta, sign+v.amount(math.Abs(moved)), date))
}

// amount is a difference of scores with its unit.
func (v resultView) amount(difference float64) string {
	if v.list.Scale == checklist.Points && !counts(v.list) {
		return words.Fill(v.w.Result.PointsDone, figure(v.list, difference))
	}
	return figure(v.list, difference)
}

// radar lays this assessment, the one before, the plan and the sector's average over each other.
func (v resultView) radar() app.UI {
	series := []view.Series{{Name: v.w.Compare.This, Style: "now", Values: levelsOf(v.list, v.rec.Sheet)}}
	if len(v.earlier) > 0 {
		before := v.earlier[0]
		series = append(series, view.Series{
			Name: words.Fill(v.w.Compare.Previous, v.w.Date(before.Finished)), Style: view.PastStyles[0], Values: levelsOf(v.list, before.Sheet),
		})
	}
	if planned := planOf(v.list, v.rec); len(planned) > 0 {
		series = append(series, view.Series{
			Name: v.w.Plan.WhatIfSeries, Style: "plan", Values: levelsOf(v.list, advice.WhatIf(*v.list, v.rec.Sheet, planned)),
		})
	}
	if average, ok := v.averageSeries(); ok {
		series = append(series, average)
	}
	return app.Section().Class("parts").Body(radarOf(v.w, v.lang, v.list, "radar", series), v.averageStatus())
}

// radarOf draws series of section levels.
func radarOf(w *words.Words, lang checklist.Lang, list *checklist.Checklist, id string, series []view.Series) app.UI {
	_, high := list.Limits()
	chart := view.Radar{
		ID: id, Title: words.Fill(w.Compare.Radar, list.Title.In(lang)),
		Description: words.Fill(w.Compare.RadarDesc, len(list.Sections), high),
		Head:        w.Compare.Direction, High: float64(high), Series: series,
		Format: func(value float64) string { return figure(list, value) },
	}
	for _, s := range list.Sections {
		chart.Keys = append(chart.Keys, string(s.ID))
		chart.Short = append(chart.Short, s.Short.In(lang))
		chart.Names = append(chart.Names, string(s.ID)+" "+s.Short.In(lang))
	}
	return chart.UI()
}

// levelsOf returns the level of each section, NaN where nothing is counted.
func levelsOf(list *checklist.Checklist, sheet checklist.Sheet) []float64 {
	var values []float64
	for _, s := range list.SectionScores(sheet) {
		value := s.Value
		if s.Counted == 0 {
			value = math.NaN()
		}
		values = append(values, value)
	}
	return values
}

// weakest shows the lowest directions, and what their lowest items need for the next level.
func (v resultView) weakest() app.UI {
	if v.list.Scale != checklist.Levels || v.score.Counted == 0 {
		return nil
	}
	body := []app.UI{app.H2().Text(v.w.Compare.Lowest)}
	for _, i := range lowestSections(v.sections, 2) {
		part := v.list.Sections[i]
		body = append(body, app.Div().Class("card plain").Body(append([]app.UI{
			view.P("title", words.Fill(v.w.Compare.LowestLine, part.Title.In(v.lang), figure(v.list, v.sections[i].Value))),
			view.P("sub", words.Fill(v.w.Compare.Counted, v.sections[i].Items, v.sections[i].Counted)),
		}, v.lowestItems(part)...)...))
	}
	return app.Section().Class("weakest").Body(body...)
}

// lowestItems says what leads on from the lowest level that an item of a section has.
func (v resultView) lowestItems(part checklist.Section) []app.UI {
	lowest := checklist.Option{}
	for _, q := range part.Items {
		if o, ok := v.rec.Sheet.Chosen(*v.list, q.ID); ok && o.Points != nil && (lowest.Points == nil || *o.Points < *lowest.Points) {
			lowest = o
		}
	}
	var rows []app.UI
	for _, q := range part.Items {
		o, _ := v.rec.Sheet.Chosen(*v.list, q.ID)
		if next, ok := q.NextLevel[o.ID]; ok && o.ID == lowest.ID {
			rows = append(rows,
				app.P().Class("item-name").Text(words.Fill(v.w.Result.ItemLabel, q.Number, q.Label.In(v.lang))),
				app.P().Text(words.Fill(v.w.Compare.NextLevel, next.In(v.lang))))
		}
	}
	return rows
}

// lowestSections returns the indices of the n lowest sections that have anything counted, the lowest first.
func lowestSections(sections []checklist.SectionScore, n int) []int {
	var order []int
	for i, s := range sections {
		if s.Counted > 0 {
			order = append(order, i)
		}
	}
	sortStable(order, func(i int) float64 { return sections[i].Value })
	return order[:min(n, len(order))]
}

func planOf(list *checklist.Checklist, rec record.Record) []checklist.QuestionID {
	var planned []checklist.QuestionID
	for _, q := range list.Questions() {
		if _, ok := rec.Plan[q.ID]; ok {
			planned = append(planned, q.ID)
		}
	}
	return planned
}

// partLegend names the ticks of the bars.
func (v resultView) partLegend() app.UI {
	var series []view.Series
	if len(v.earlier) > 0 {
		series = append(series, view.Series{Name: words.Fill(v.w.Compare.Previous, v.w.Date(v.earlier[0].Finished)), Style: "past1"})
	}
	if average, ok := v.average(string(v.list.ID)); ok && average.Enough {
		series = append(series, view.Series{Name: v.averageName(average), Style: "sector"})
	}
	if len(series) == 0 {
		return nil
	}
	return view.TickLegend(series)
}
