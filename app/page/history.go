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

// maxOverlaid is how many earlier assessments can be laid over the latest: more lines than that nobody can tell apart.
const maxOverlaid = 4

// history shows, for each checklist, how its results have moved and what changed between any two of them.
func history(s session.State, overlaid map[record.ID]bool) app.UI {
	w := words.In(s.Lang)
	body := []app.UI{app.H1().TabIndex(-1).Text(w.History.Title), view.P("lead", w.History.Lead)}
	empty := true
	for _, id := range catalog.IDs {
		if finished := finishedOf(s, id); len(finished) > 0 {
			empty = false
			body = append(body, historyOf(s.Lang, finished, overlaid))
		}
	}
	if empty {
		body = append(body, app.Div().Class("empty").Body(
			app.P().Text(w.History.Empty),
			view.Link("button", checkHref(catalog.IDs[0]), w.History.Start),
		))
	}
	return app.Section().Class("history").Body(body...)
}

// finishedOf returns the finished assessments of a checklist, the latest first.
func finishedOf(s session.State, id checklist.ID) []record.Record {
	last, ok := s.LastStarted(id)
	if !ok {
		return nil
	}
	return append([]record.Record{last}, s.Previous(last)...)
}

// historyView is what the history of one checklist draws from.
type historyView struct {
	w    *words.Words
	lang checklist.Lang
	list *checklist.Checklist
	// all are the finished assessments, the latest first; chosen those laid over the latest.
	all, chosen []record.Record
}

func historyOf(lang checklist.Lang, all []record.Record, overlaid map[record.ID]bool) app.UI {
	list, err := catalog.Load(all[0].Checklist)
	if err != nil {
		return nil
	}
	v := historyView{w: words.In(lang), lang: lang, list: list, all: all, chosen: chosenOf(all, overlaid)}
	body := []app.UI{app.H2().Text(words.Fill(v.w.History.Trend, list.Title.In(lang)))}
	if len(all) > 1 {
		body = append(body, v.trend())
	}
	body = append(body, v.rows())
	if len(all) == 1 {
		return app.Section().Class("past-of").Body(append(body, app.P().Text(v.w.History.One))...)
	}
	return app.Section().Class("past-of").Body(append(body, v.edition(), v.comparison(), v.changes())...)
}

// chosenOf returns the earlier assessments that are laid over the latest: the one before, until a person chooses.
func chosenOf(all []record.Record, overlaid map[record.ID]bool) []record.Record {
	var chosen []record.Record
	for _, r := range all[1:] {
		if overlaid[r.ID] && len(chosen) < maxOverlaid {
			chosen = append(chosen, r)
		}
	}
	if len(chosen) == 0 && len(all) > 1 {
		return all[1:2]
	}
	return chosen
}

func (v historyView) trend() app.UI {
	low, high := v.bounds()
	chart := view.Trend{
		ID: "trend-" + string(v.list.ID), Title: words.Fill(v.w.History.Trend, v.list.Title.In(v.lang)),
		Description: words.Fill(v.w.History.TrendDesc, len(v.all)), Low: low, High: high,
		Format: func(value float64) string { return figure(v.list, value) },
	}
	for i := len(v.all) - 1; i >= 0; i-- {
		chart.Times = append(chart.Times, v.all[i].Started)
		chart.Values = append(chart.Values, v.list.Score(v.all[i].Sheet).Value)
		chart.Dates = append(chart.Dates, v.w.Date(v.all[i].Finished))
	}
	return app.Figure().Class("chart").Body(chart.UI())
}

// bounds are the ends of the scale; a total below zero stretches it.
func (v historyView) bounds() (low, high float64) {
	high = v.list.Score(v.all[0].Sheet).Max
	if v.list.Scale == checklist.Levels {
		low = 1
	}
	for _, r := range v.all {
		low = min(low, v.list.Score(r.Sheet).Value)
	}
	return low, high
}

// rows list the assessments with their results; the earlier ones can be laid over the latest.
func (v historyView) rows() app.UI {
	items := make([]app.UI, 0, len(v.all))
	for i, r := range v.all {
		text := words.Fill(v.w.History.Row, v.w.Date(r.Finished), scoreText(v.w, v.list, v.list.Score(r.Sheet)))
		items = append(items, app.Li().Body(v.rowMark(i, r, text), view.Link("button small", resultHref(r.ID), v.w.Home.SeeResult)))
	}
	body := []app.UI{app.Ul().Class("picks").Body(items...)}
	if len(v.all) > 2 {
		body = append([]app.UI{app.H3().Text(v.w.History.Pick), view.P("hint", words.Fill(v.w.History.PickHint, maxOverlaid))}, body...)
	}
	return app.Div().Body(body...)
}

func (v historyView) rowMark(i int, r record.Record, text string) app.UI {
	if i == 0 || len(v.all) == 2 {
		return app.P().Text(text)
	}
	on := false
	for _, c := range v.chosen {
		on = on || c.ID == r.ID
	}
	return view.Toggle("overlay-"+string(r.ID), text, on, func(checked bool) overlay { return overlay{r.ID, checked} })
}

// edition says when not everything can be compared.
func (v historyView) edition() app.UI {
	foreign, mixed := 0, false
	for _, r := range append([]record.Record{v.all[0]}, v.chosen...) {
		mixed = mixed || r.Edition != v.list.Edition
		foreign += v.list.Compare(r.Sheet, v.all[0].Sheet).Foreign
	}
	if !mixed && foreign == 0 {
		return nil
	}
	text := v.w.History.Edition
	if foreign > 0 {
		text = words.Fill(v.w.History.Foreign, foreign)
	}
	return view.Notice("edition-"+string(v.list.ID), view.Info, text)
}

// comparison lays the chosen assessments over the latest: levels as a radar, points as a table of sections.
func (v historyView) comparison() app.UI {
	series := []view.Series{{Name: v.w.Date(v.all[0].Finished), Style: "now", Values: levelsOf(v.list, v.all[0].Sheet)}}
	for i, r := range v.chosen {
		series = append(series, view.Series{Name: v.w.Date(r.Finished), Style: view.PastStyles[i], Values: levelsOf(v.list, r.Sheet)})
	}
	if v.list.Scale == checklist.Levels {
		return radarOf(v.w, v.lang, v.list, "radar-"+string(v.list.ID), series)
	}
	if len(v.list.Sections) < 2 {
		return nil
	}
	return view.Figures{
		Title: v.w.Result.Parts, Head: v.w.Compare.Direction,
		Keys: sectionKeys(v.list), Names: sectionNames(v.list, v.lang), Series: series,
		Format: func(value float64) string { return figure(v.list, value) },
	}.UI()
}

func sectionKeys(list *checklist.Checklist) []string {
	var keys []string
	for _, s := range list.Sections {
		keys = append(keys, string(s.ID))
	}
	return keys
}

func sectionNames(list *checklist.Checklist, lang checklist.Lang) []string {
	var names []string
	for _, s := range list.Sections {
		names = append(names, s.Title.In(lang))
	}
	return names
}

// changes list what rose, fell and was newly answered from the oldest chosen assessment to the latest.
func (v historyView) changes() app.UI {
	oldest, latest := v.chosen[len(v.chosen)-1], v.all[0]
	c := v.list.Compare(oldest.Sheet, latest.Sheet)
	body := []app.UI{app.H3().Text(words.Fill(v.w.History.Changes, v.w.Date(oldest.Finished), v.w.Date(latest.Finished)))}
	for _, group := range []struct {
		title string
		list  []checklist.Change
	}{{v.w.History.Rose, c.Rose}, {v.w.History.Fell, c.Fell}, {v.w.History.New, c.New}, {v.w.History.Lost, c.Lost}} {
		body = append(body, v.group(group.title, group.list))
	}
	return app.Section().Class("changes").Body(append(body, view.P("hint", words.Fill(v.w.History.Same, c.Same)))...)
}

func (v historyView) group(title string, changes []checklist.Change) app.UI {
	if len(changes) == 0 {
		return nil
	}
	rows := make([]app.UI, 0, len(changes))
	for _, c := range changes {
		rows = append(rows, app.Li().Text(words.Fill(v.w.History.Line, c.Question.Number, c.Question.Label.In(v.lang), v.optionName(c.From), v.optionName(c.To))))
	}
	return app.Div().Body(app.H4().Text(title), app.Ul().Class("plain").Body(rows...))
}

func (v historyView) optionName(o checklist.Option) string {
	if o.ID == "" {
		return v.w.History.NoAnswer
	}
	return optionText(v.w, v.list, o, v.lang)
}

// onOverlay lays an earlier assessment over the latest, at most so many.
func (r *Root) onOverlay(_ app.Context, i overlay) {
	next := make(map[record.ID]bool, len(r.overlaid)+1)
	if r.overlaid == nil {
		next = r.shownByDefault(i.Record)
	}
	for id, on := range r.overlaid {
		next[id] = on
	}
	next[i.Record] = i.On
	r.overlaid = next
}

// shownByDefault is the assessment before the latest: it stays when a person adds another one.
func (r *Root) shownByDefault(id record.ID) map[record.ID]bool {
	shown := map[record.ID]bool{}
	s := r.session.State()
	rec, ok := s.Records[id]
	if !ok {
		return shown
	}
	if all := finishedOf(s, rec.Checklist); len(all) > 1 {
		shown[all[1].ID] = true
	}
	return shown
}
