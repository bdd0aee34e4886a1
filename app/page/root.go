package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
	"mamori/internal/store"
	"mamori/internal/words"
)

// Root is the one component that routes lead to. It holds the session, shows the screen that the fragment asks for, and turns
// intentions into calls of the session.
type Root struct {
	app.Compo

	session *session.Session
	start   Start
	route   Route
	// jump is the item to show once the check is on the screen.
	jump string
	// asking is the assessment whose deletion waits for a yes.
	asking record.ID
	// more, choosing and overlaid belong to the screen at hand: more candidates for the plan are asked for, the sector is being
	// chosen, and which earlier assessments are laid over the latest (nil: the one before).
	more, choosing bool
	overlaid       map[record.ID]bool
}

// Start is what the page knows when the program takes over.
type Start struct {
	// Fragment is that of the address at hand, Version that of the site.
	Fragment, Version string
	// Averages are the names of the host's averages files.
	Averages []string
	// Journal is what the page has written down before the program took over.
	Journal []store.Entry
}

// NewRoot returns the root for a session.
func NewRoot(s *session.Session, start Start) *Root {
	return &Root{session: s, start: start, route: ParseRoute(start.Fragment)}
}

// OnMount implements app.Mounter.
func (r *Root) OnMount(ctx app.Context) {
	r.listen(ctx)
	r.session.Replay(ctx, r.start.Journal)
	r.setTitle(ctx)
	browser.GiveBack()
	browser.Ready()
	ctx.Async(func() {
		files := readAverages(r.start.Averages)
		ctx.Dispatch(func(app.Context) { r.session.SetAverages(files) })
	})
}

// readAverages fetches the host's averages; a file that is not right is left out, and the page runs without it.
func readAverages(names []string) []sector.File {
	var files []sector.File
	for _, name := range names {
		f, err := sector.Decode(browser.Fetch(name))
		if err != nil {
			app.Log(err)
			continue
		}
		files = append(files, f)
	}
	return files
}

// OnNav implements app.Navigator.
func (r *Root) OnNav(ctx app.Context) {
	next := ParseRoute(ctx.Page().URL().Fragment)
	if next == r.route && r.jump == "" {
		return
	}
	r.route, r.asking, r.more, r.choosing, r.overlaid = next, "", false, false, nil
	r.session.ForgetDeleted()
	r.setTitle(ctx)
	ctx.Defer(func(app.Context) { r.arrive() })
}

// OnAppUpdate implements app.AppUpdater.
func (r *Root) OnAppUpdate(app.Context) { r.session.SetUpdate() }

// arrive puts the focus where the screen begins, or on the item that was asked for.
func (r *Root) arrive() {
	if r.jump == "" {
		browser.Top()
		return
	}
	browser.Jump(r.jump)
	r.jump = ""
}

func (r *Root) setTitle(ctx app.Context) {
	w := words.In(r.session.State().Lang)
	ctx.Page().SetTitle(r.title(w) + " | " + w.Product)
}

// Render implements app.Composer.
func (r *Root) Render() app.UI {
	s := r.session.State()
	return view.Frame{
		Lang:    s.Lang,
		Saved:   view.Saved{Phase: phase(s), At: s.SavedAt, Now: r.session.Now()},
		Notices: notices(s),
		Main:    r.screen(s),
	}.UI()
}

func phase(s session.State) view.SavedPhase {
	switch {
	case s.Trouble != session.NoTrouble:
		return view.NotKept
	case s.Writing:
		return view.Writing
	case !s.SavedAt.IsZero():
		return view.Durable
	}
	return view.NothingYet
}

func (r *Root) screen(s session.State) app.UI {
	switch r.route.Screen {
	case HomeScreen:
		return main("home", home(s, r.session.Now()))
	case CheckScreen:
		return r.check(s)
	case ResultScreen:
		return r.result(s)
	case HistoryScreen:
		return main("history", history(s, r.overlaid))
	case DataScreen:
		return main("data", data(s, r.session.Now(), r.asking))
	case AboutScreen:
		return main("about", about(s.Lang, r.start.Version))
	}
	return main("missing", missing(s.Lang))
}

func (r *Root) title(w *words.Words) string {
	switch r.route.Screen {
	case HomeScreen:
		return w.Home.Title
	case CheckScreen:
		return checklistTitle(r.route.Checklist, r.session.State().Lang)
	case ResultScreen:
		if rec, ok := r.session.State().Records[r.route.Record]; ok {
			return words.Fill(w.Result.Title, checklistTitle(rec.Checklist, r.session.State().Lang))
		}
		return w.Result.Gone
	case HistoryScreen:
		return w.History.Title
	case DataScreen:
		return w.Data.Title
	case AboutScreen:
		return w.About.Title
	}
	return w.Missing.Title
}

// main is the element that a screen fills.
func main(screen string, body ...app.UI) app.HTMLMain {
	return app.Main().ID("main").TabIndex(-1).DataSet("screen", screen).Body(body...)
}

func (r *Root) listen(ctx app.Context) {
	s := r.session
	view.On(ctx, func(ctx app.Context, a view.Answered) { s.Answer(ctx, a.Checklist, a.Question, a.Option) })
	view.On(ctx, func(ctx app.Context, n view.Noted) { s.Note(ctx, n.Checklist, n.Question, n.Text) })
	view.On(ctx, r.onSeeResult)
	view.On(ctx, r.onSwitchLanguage)
	view.On(ctx, func(ctx app.Context, i startNew) { s.Start(ctx, i.Checklist); r.goTo(ctx, checkHref(i.Checklist)) })
	view.On(ctx, r.onStartFrom)
	view.On(ctx, r.onEdit)
	view.On(ctx, func(_ app.Context, i askDelete) { r.asking = i.Record })
	view.On(ctx, func(ctx app.Context, i confirmDelete) { r.asking = ""; s.Delete(ctx, i.Record) })
	view.On(ctx, func(ctx app.Context, _ undelete) { s.Undelete(ctx) })
	view.On(ctx, func(_ app.Context, i saveAside) { r.saveAside(i.Key) })
	view.On(ctx, func(ctx app.Context, i view.Planned) { s.Plan(ctx, i.Record, i.Question, i.On) })
	view.On(ctx, func(ctx app.Context, i view.PlannedWho) { s.PlanWho(ctx, i.Record, i.Question, i.Who) })
	view.On(ctx, func(ctx app.Context, i view.PlannedBy) { s.PlanBy(ctx, i.Record, i.Question, i.By) })
	view.On(ctx, func(ctx app.Context, i view.ChosenProfile) {
		r.choosing = false
		s.SetProfile(ctx, i.Record, i.Profile)
	})
	view.On(ctx, func(app.Context, chooseSector) { r.choosing = true })
	view.On(ctx, func(ctx app.Context, i switchSample) { s.SetSample(ctx, i.On) })
	view.On(ctx, func(app.Context, showMore) { r.more = true })
	view.On(ctx, r.onOverlay)
	view.On(ctx, func(app.Context, printPage) { browser.Print() })
	view.On(ctx, func(app.Context, switchVersion) { browser.Switch() })
}

func (r *Root) onSeeResult(ctx app.Context, i view.SeeResult) {
	rec, ok := r.session.State().OpenRecord(i.Checklist)
	if !ok {
		r.jumpToFirst(i.Checklist) // nothing is answered yet: begin there
		return
	}
	if complete(rec) {
		r.session.Finish(ctx, i.Checklist)
	}
	r.goTo(ctx, resultHref(rec.ID))
}

func (r *Root) jumpToFirst(id checklist.ID) {
	if list, err := catalog.Load(id); err == nil {
		browser.Jump(view.FieldID(id, list.Questions()[0].ID))
	}
}

func (r *Root) onSwitchLanguage(ctx app.Context, i view.SwitchLanguage) {
	r.session.SetLang(i.To)
	browser.SetLang(string(i.To), Document(i.To))
	r.setTitle(ctx)
	ctx.Defer(func(app.Context) { browser.Focus("language") })
}

func (r *Root) onStartFrom(ctx app.Context, i startFrom) {
	rec, ok := r.session.State().Records[i.Record]
	if !ok {
		return
	}
	r.session.StartFrom(ctx, i.Record)
	r.goTo(ctx, checkHref(rec.Checklist))
}

func (r *Root) onEdit(ctx app.Context, i edit) {
	rec, ok := r.session.State().Records[i.Record]
	if !ok {
		return
	}
	r.session.Edit(ctx, i.Record)
	if i.Question != "" {
		r.jump = view.FieldID(rec.Checklist, i.Question)
	}
	r.goTo(ctx, checkHref(rec.Checklist))
}

// goTo leads to another screen. It changes the fragment only: the engine would take an address without a path for one at the
// root of the host, and lose the folder, the query and the document of the language.
func (r *Root) goTo(ctx app.Context, href string) {
	if !browser.SetFragment(href) {
		ctx.Defer(func(app.Context) { r.arrive() }) // already there: begin at the top again
	}
}

// Document is the file that carries the page in a language.
func Document(l checklist.Lang) string {
	if l == checklist.English {
		return "en.html"
	}
	return "index.html"
}
