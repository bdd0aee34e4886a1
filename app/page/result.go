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

// resultView is what the parts of the result screen draw from.
type resultView struct {
	w        *words.Words
	lang     checklist.Lang
	state    session.State
	list     *checklist.Checklist
	rec      record.Record
	score    checklist.Score
	sections []checklist.SectionScore
	// earlier are the finished assessments before this one, the latest first.
	earlier []record.Record
	// more tells that more candidates for the plan are asked for; choosing that the sector is being chosen.
	more, choosing bool
}

func (r *Root) result(s session.State) app.UI {
	rec, ok := s.Records[r.route.Record]
	if !ok {
		return main("result", gone(s.Lang))
	}
	list, err := catalog.Load(rec.Checklist)
	if err != nil {
		return main("result", gone(s.Lang))
	}
	v := resultView{
		w: words.In(s.Lang), lang: s.Lang, state: s, list: list, rec: rec,
		score: list.Score(rec.Sheet), sections: list.SectionScores(rec.Sheet), earlier: s.Previous(rec),
		more: r.more, choosing: r.choosing,
	}
	return main("result", v.screen()).
		DataSet("score", figure(list, v.score.Value)).
		DataSet("answered", v.score.Answered).
		DataSet("items", v.score.Items)
}

// screen begins with one page for whoever decides: score, shape, sector and the next steps. The items follow.
func (v resultView) screen() app.UI {
	standing := v.list.Standing(v.rec.Sheet)
	return app.Section().Class("result").Body(
		v.sampleBanner(),
		app.Div().Class("columns first-page").Body(
			app.Div().Class("column summary").Body(v.head(), v.hero(), v.verdict(), v.parts(), v.actions()),
			app.Div().Class("column").Body(v.next()),
			view.P("paper", v.list.Source.In(v.lang)+" "+v.list.Notice.In(v.lang)),
		),
		app.Div().Class("columns items").Body(
			app.Div().Class("column").Body(v.sector(), v.bands()),
			app.Div().Class("column").Body(
				v.weakest(), v.unknown(standing.Unknown), v.open(standing.Open),
				v.weak(standing.Weak), v.strong(standing.Strong), v.skipped(standing.Skipped),
			),
		),
		sources(v.w, v.list, v.lang),
	)
}

func (v resultView) head() app.UI {
	when := v.w.Date(v.rec.Finished)
	if v.rec.Draft() {
		when = words.Fill(v.w.Result.Draft, v.w.Date(v.rec.Changed))
	}
	return app.Header().Class("head").Body(
		app.H1().TabIndex(-1).Text(words.Fill(v.w.Result.Title, v.list.Title.In(v.lang))),
		view.P("eyebrow", words.Fill(v.w.Result.HeadLine, when, v.list.EditionName.In(v.lang))),
		v.business(),
	)
}

// business names sector and size, once they are chosen.
func (v resultView) business() app.UI {
	if v.profile().Sector == "" {
		return nil
	}
	return view.P("eyebrow", v.businessText())
}

// hero is the figure everybody looks for.
func (v resultView) hero() app.UI {
	unit := words.Fill(v.w.Result.OutOf, figure(v.list, v.score.Max))
	if counts(v.list) {
		unit = words.Fill(v.w.Result.OutOfItems, v.score.Items)
	}
	if v.list.Scale == checklist.Levels {
		unit = v.w.Compare.LevelUnit
	}
	return app.Div().Class("score").Body(
		app.P().Body(
			app.B().Text(figure(v.list, v.score.Value)),
			app.Span().Text(unit),
		),
		v.delta(),
	)
}

// verdict is what the figure means; before all items are answered, what it counts.
func (v resultView) verdict() app.UI {
	if v.score.Provisional() {
		return app.Div().Class("verdict provisional").Body(
			app.P().Class("title").Text(v.w.Result.Provisional),
			app.P().Text(v.provisional()),
			view.Button("small", "finish", v.w.Result.Finish, edit{Record: v.rec.ID, Question: v.rec.Sheet.Unanswered(*v.list)[0].ID}),
		)
	}
	band, ok := v.list.Band(v.score.Value)
	if !ok {
		return nil
	}
	return app.Div().Class("verdict").DataSet("band", string(band.ID)).Body(
		app.P().Class("title").Text(band.Title.In(v.lang)),
		app.P().Text(band.Text.In(v.lang)),
	)
}

func (v resultView) provisional() string {
	if v.list.Scale == checklist.Levels || counts(v.list) {
		return words.Fill(v.w.Result.ProvisionalItems, v.score.Items, v.score.Answered)
	}
	return words.Fill(v.w.Result.ProvisionalSub, v.score.Items, v.score.Answered, figure(v.list, v.score.Possible))
}

// parts shows the score of each section: a radar of levels, or bars of points.
func (v resultView) parts() app.UI {
	if v.list.Scale == checklist.Levels {
		return v.radar()
	}
	if len(v.sections) < 2 {
		return nil
	}
	rows := []app.UI{app.H2().Text(v.w.Result.Parts)}
	for i := range v.sections {
		rows = append(rows, v.partRow(i))
	}
	return app.Section().Class("parts").Body(append(rows, v.partLegend(), v.averageStatus())...)
}

// partRow is a bar with the points of a section; ticks mark the last assessment's and the sector's.
func (v resultView) partRow(i int) app.UI {
	part := v.sections[i]
	var ticks []view.Tick
	if len(v.earlier) > 0 {
		before := v.list.SectionScores(v.earlier[0].Sheet)[i]
		ticks = append(ticks, view.Tick{Style: "past1", Value: before.Value})
	}
	if average, ok := v.average(string(v.list.ID) + "#" + string(part.Section)); ok && average.Enough {
		ticks = append(ticks, view.Tick{Style: "sector", Value: *average.Value})
	}
	return app.Div().Class("part-row").
		DataSet("section", string(part.Section)).DataSet("score", figure(v.list, part.Value)).Body(
		app.Span().Class("name").Text(v.list.Sections[i].Title.In(v.lang)),
		view.Meter(part.Value, part.Max, ticks...),
		app.Span().Class("value").Text(words.Fill(v.w.Result.PartCount, figure(v.list, part.Value), figure(v.list, part.Max))),
	)
}

func (v resultView) actions() app.UI {
	return app.Div().Class("row actions").Body(
		view.Button("primary", "print", v.w.Result.Print, printPage{}),
		view.Button("secondary", "edit", v.w.Result.Continue, edit{Record: v.rec.ID}),
		view.Link("button", "#/history", v.w.History.ToHistory),
	)
}

func (v resultView) weak(items []checklist.Question) app.UI {
	return v.itemList("weak", v.w.Result.Weak, "", v.w.Result.WeakNone, items, v.answerLine)
}

func (v resultView) skipped(items []checklist.Question) app.UI {
	if len(items) == 0 {
		return nil
	}
	return v.itemList("skipped", v.w.Compare.Skipped, v.w.Compare.SkippedLead, "", items, nil)
}

func (v resultView) strong(items []checklist.Question) app.UI {
	return v.itemList("strong", v.w.Result.Strong, "", v.w.Result.StrongNone, items, nil)
}

func (v resultView) unknown(items []checklist.Question) app.UI {
	if len(items) == 0 {
		return nil
	}
	return v.itemList("unknown", v.w.Result.Unknown, v.w.Result.UnknownLead, "", items,
		func(q checklist.Question) string { return q.Ask.In(v.lang) })
}

func (v resultView) open(items []checklist.Question) app.UI {
	if len(items) == 0 {
		return nil
	}
	return v.itemList("open", v.w.Result.Open, "", "", items, nil)
}

// itemList lists items, each with the way to change its answer.
func (v resultView) itemList(class, title, lead, empty string, items []checklist.Question, line func(checklist.Question) string) app.UI {
	body := []app.UI{app.H2().Text(title)}
	if lead != "" {
		body = append(body, app.P().Text(lead))
	}
	if len(items) == 0 {
		return app.Section().Class("list", class).Body(append(body, app.P().Text(empty))...)
	}
	rows := make([]app.UI, 0, len(items))
	for _, q := range items {
		rows = append(rows, v.itemRow(class, q, line))
	}
	return app.Section().Class("list", class).Body(append(body, app.Ul().Body(rows...))...)
}

func (v resultView) itemRow(class string, q checklist.Question, line func(checklist.Question) string) app.UI {
	text := []app.UI{app.P().Text(words.Fill(v.w.Result.ItemLabel, q.Number, q.Label.In(v.lang)))}
	if line != nil {
		text = append(text, view.P("sub", line(q)))
	}
	if note := v.rec.Sheet.Note(q.ID); note != "" {
		text = append(text, view.P("sub note-text", v.w.Result.NoteLabel+note))
	}
	label := v.w.Result.Edit
	if class == "open" {
		label = v.w.Result.AnswerIt
	}
	change := view.Button("small", class, label, edit{Record: v.rec.ID, Question: q.ID}).
		Aria("label", words.Fill(v.w.Result.EditItem, q.Number))
	return app.Li().Body(app.Div().Body(text...), change)
}

func (v resultView) answerLine(q checklist.Question) string {
	o, _ := v.rec.Sheet.Chosen(*v.list, q.ID)
	return optionText(v.w, v.list, o, v.lang)
}

// optionText names an option; a level stands with its number.
func optionText(w *words.Words, list *checklist.Checklist, o checklist.Option, lang checklist.Lang) string {
	if list.Scale == checklist.Levels && o.Points != nil {
		return words.Fill(w.Compare.Choice, string(o.ID), o.Label.In(lang))
	}
	return o.Label.In(lang)
}

// bands explains the ranges of the total.
func (v resultView) bands() app.UI {
	if len(v.list.Bands) == 0 || counts(v.list) {
		return nil
	}
	rows := []app.UI{}
	top := int(v.score.Max)
	for _, b := range v.list.Bands {
		span := words.Fill(v.w.Result.BandRange, b.From, top)
		if b.From == top {
			span = words.Fill(v.w.Result.BandSingle, b.From)
		}
		rows = append(rows, app.Dt().Text(span), app.Dd().Text(b.Title.In(v.lang)))
		top = b.From - 1
	}
	return app.Section().Class("bands").Body(
		app.H2().Text(v.w.Result.BandsTitle),
		app.Dl().Body(rows...),
		view.P("sub", v.w.Result.UnknownIsMinus),
	)
}

// gone says that there is no such assessment on this device.
func gone(lang checklist.Lang) app.UI {
	w := words.In(lang)
	return app.Section().Class("missing").Body(
		app.H1().TabIndex(-1).Text(w.Result.Gone),
		app.P().Text(w.Result.GoneSub),
		view.Link("button", "#/", w.Missing.Home),
	)
}
