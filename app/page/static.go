package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/words"

	"time"
)

// Static draws the page that people get before the program has arrived: every checklist as a complete form, and the first
// screen. The form whose address is asked for is shown by CSS :target; the first screen stands last so that it can give way.
func Static(lang checklist.Lang) (app.UI, error) {
	var sections []app.UI
	for _, id := range catalog.IDs {
		list, err := catalog.Load(id)
		if err != nil {
			return nil, fmt.Errorf("draw static page: %w", err)
		}
		sections = append(sections, app.Div().ID(checkPath(id)).Class("screen").Body(checkForm(list, lang, record.Record{}, true)))
	}
	sections = append(sections,
		app.Div().Class("screen waiting").Role("status").Body(app.P().Text(words.In(lang).Notice.Starting)),
		app.Div().Class("screen first").Body(home(session.State{Lang: lang}, time.Time{})),
	)
	return view.Frame{
		Lang:    lang,
		Static:  true,
		Notices: []app.UI{staticTrouble(lang)},
		Main:    main("static", sections...),
	}.UI(), nil
}

// staticTrouble is shown by the page's first script when the device keeps nothing.
func staticTrouble(lang checklist.Lang) app.UI {
	return view.Notice("trouble", view.Warn, words.In(lang).Notice.Blocked).Hidden(true)
}
