package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/view"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
	"mamori/internal/words"
)

// averages are the files that may give an average line: the host's own and, when a person has switched it on, the invented one.
func (v resultView) averages() []sector.File {
	files := v.state.Averages
	if v.state.Sample {
		if sample, err := sector.SampleAverages(); err == nil {
			files = append(files[:len(files):len(files)], sample)
		}
	}
	return files
}

func (v resultView) average(target string) (sector.Found, bool) {
	if v.profile().Sector == "" {
		return sector.Found{}, false
	}
	return sector.Average(v.averages(), v.profile().Sector, v.profile().Size, target)
}

// profile is the company as it was at the time of the assessment, else as it is now.
func (v resultView) profile() record.Profile {
	if v.rec.Profile.Sector != "" {
		return v.rec.Profile
	}
	return v.state.Profile
}

// averageName names an average line: an invented one says so, a collected one has its n.
func (v resultView) averageName(found sector.Found) string {
	if found.File.Kind == sector.Sample {
		return v.w.Sector.SampleName
	}
	return words.Fill(v.w.Sector.Legend, found.N)
}

// averageSeries is the sector's line in the radar.
func (v resultView) averageSeries() (view.Series, bool) {
	whole, ok := v.average(string(v.list.ID))
	if !ok || !whole.Enough {
		return view.Series{}, false
	}
	series := view.Series{Name: v.averageName(whole), Style: "sector"}
	for _, s := range v.list.Sections {
		value := notThere
		if found, ok := v.average(string(v.list.ID) + "#" + string(s.ID)); ok && found.Enough {
			value = *found.Value
		}
		series.Values = append(series.Values, value)
	}
	return series, true
}

// sampleBanner says on every screen and print that shows the sample that its figures are invented.
func (v resultView) sampleBanner() app.UI {
	if !v.state.Sample {
		return nil
	}
	return view.Notice("sample", view.Warn, v.w.Sector.SampleBanner,
		view.Button("small", "sample", v.w.Sector.SampleOff, switchSample{false})).Class("printed")
}

// averageStatus says what average there is for this sector, or why there is none.
func (v resultView) averageStatus() app.UI {
	w := v.w.Sector
	found, ok := v.average(string(v.list.ID))
	switch {
	case ok && found.Enough:
		scope := w.OwnSector
		if found.Scope == sector.OwnSectorAndSize {
			scope = w.OwnSectorAndSize
		}
		line := words.Fill(w.AverageLine, figure(v.list, *found.Value), scope, found.N)
		if found.File.Kind == sector.Sample {
			line = words.Fill(w.SampleLine, figure(v.list, *found.Value))
		}
		return app.Div().Class("average").Body(app.P().Text(line), v.source(found))
	case ok:
		return app.Div().Class("average").Body(app.P().Text(w.AverageNotEnough))
	}
	return app.Details().ID("no-average").Class("help average").Body(
		app.Summary().Text(w.NoAverage),
		app.Div().Class("note").Body(
			app.P().Text(w.NoAverageWhy),
			app.P().Text(w.NoAverageHost),
			sampleButton(v),
		),
	)
}

func sampleButton(v resultView) app.UI {
	if v.state.Sample {
		return nil
	}
	return view.Button("small", "sample", v.w.Sector.SampleOn, switchSample{true})
}

// sector shows published shares of firms beside the person's own answers.
func (v resultView) sector() app.UI {
	body := []app.UI{app.H2().ID("sector").Text(v.w.Sector.Title)}
	if v.profile().Sector == "" || v.choosing {
		body = append(body, view.SectorForm{Lang: v.lang, Record: v.rec.ID, Profile: v.profile()}.UI())
		return app.Section().Class("sector").Body(body...)
	}
	body = append(body, v.chosenSector())
	rows := v.shareRows()
	if len(rows) == 0 {
		rows = []app.UI{app.P().Text(v.w.Sector.NoItems)}
	}
	return app.Section().Class("sector").Body(append(body, rows...)...)
}

func (v resultView) businessText() string {
	business, _ := sector.Find(v.profile().Sector)
	size, _ := sector.FindSize(v.profile().Size)
	return words.Fill(v.w.Sector.Chosen, business.Name.In(v.lang), size.Name.In(v.lang))
}

func (v resultView) chosenSector() app.UI {
	return app.Div().Class("row chosen").Body(
		app.P().Text(v.businessText()),
		view.Button("small", "sector", v.w.Sector.Change, chooseSector{}),
	)
}

func (v resultView) shareRows() []app.UI {
	references, err := sector.References()
	if err != nil {
		return nil // the files are checked by a test
	}
	var rows []app.UI
	for _, q := range v.list.Questions() {
		target := fmt.Sprintf("%s/%s", v.list.ID, q.ID)
		found := sector.Shares(references, v.profile().Sector, v.profile().Size, target)
		if len(found) > 0 {
			rows = append(rows, v.shareItem(q, found))
		}
	}
	return rows
}

// shareItem is one item with the person's own answer and what others said.
func (v resultView) shareItem(q checklist.Question, found []sector.Found) app.UI {
	answer := v.w.History.NoAnswer
	if o, ok := v.rec.Sheet.Chosen(*v.list, q.ID); ok {
		answer = o.Label.In(v.lang)
	}
	body := []app.UI{
		view.P("title", words.Fill(v.w.Result.ItemLabel, q.Number, q.Label.In(v.lang))),
		view.P("sub", words.Fill(v.w.Sector.Yours, answer)),
	}
	for i, f := range found {
		body = append(body, v.share(f, fmt.Sprintf("%s-%d", q.ID, i)))
	}
	return app.Div().Class("share-item").Body(body...)
}

func (v resultView) share(f sector.Found, id string) app.UI {
	scope := map[sector.Scope]string{
		sector.OwnSector: v.w.Sector.OwnSector, sector.OwnSectorAndSize: v.w.Sector.OwnSectorAndSize,
		sector.OwnSize: v.w.Sector.OwnSize, sector.Everyone: v.w.Sector.Everyone,
	}[f.Scope]
	if !f.Enough {
		return app.Div().Class("share").Body(
			view.P("sub", words.Fill(v.w.Sector.SourceShort, scope, f.File.Country.In(v.lang), f.File.Edition)),
			app.P().Text(v.w.Sector.NotEnough),
		)
	}
	return app.Div().Class("share").Body(
		view.P("sub", words.Fill(v.w.Sector.SourceShort, scope, f.File.Country.In(v.lang), f.File.Edition)),
		app.P().Text(words.Fill(v.w.Sector.Share, percent(*f.Value), f.Measure.In(v.lang))),
		view.Meter(*f.Value, 100),
		app.Details().ID("source-"+id).Class("help").Body(
			app.Summary().Text(v.w.Sector.Source),
			app.Div().Class("note").Body(v.sourceLines(f)...),
		),
	)
}

// source says where a figure comes from, in sight or one tap away.
func (v resultView) source(f sector.Found) app.UI {
	return app.Details().ID("average-source").Class("help").Body(
		app.Summary().Text(v.w.Sector.Source),
		app.Div().Class("note").Body(v.sourceLines(f)...),
	)
}

func (v resultView) sourceLines(f sector.Found) []app.UI {
	w := v.w.Sector
	firms := w.FirmsUnknown
	if f.N > 0 {
		firms = words.Fill(w.Firms, f.N)
	}
	lines := []string{
		words.Fill(w.SourceLine, f.File.Publisher.In(v.lang), f.File.Source, f.File.Surveyed),
		words.Fill(w.Country, f.File.Country.In(v.lang)),
		words.Fill(w.Population, f.File.Population.In(v.lang)),
		firms,
		words.Fill(w.Licence, f.File.Licence.In(v.lang)),
	}
	if f.File.Kind == sector.Published && f.File.Country.EN != "Japan" {
		lines = append([]string{words.Fill(w.NotJapan, f.File.Country.In(v.lang))}, lines...)
	}
	rows := make([]app.UI, len(lines))
	for i, line := range lines {
		rows[i] = app.P().Text(line)
	}
	return rows
}
