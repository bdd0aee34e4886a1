package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/words"
)

// notices are the messages above every screen: the one place that turns what went wrong into words.
func notices(s session.State) []app.UI {
	w := words.In(s.Lang)
	var shown []app.UI
	if text := troubleText(w, s.Trouble); text != "" {
		shown = append(shown, view.Notice("trouble", view.Warn, text))
	}
	if n := len(s.Aside) + s.Unread; n > 0 {
		shown = append(shown, view.Notice("aside", view.Warn, words.Fill(w.Notice.Aside, n),
			view.Link("", "#/data", w.Notice.ClickToData)))
	}
	if s.Update {
		shown = append(shown, view.Notice("update", view.Info, w.Notice.Update,
			view.Button("small", "update", w.Notice.UpdateNow, switchVersion{})))
	}
	return shown
}

func troubleText(w *words.Words, t session.Trouble) string {
	switch t {
	case session.Blocked:
		return w.Notice.Blocked
	case session.Full:
		return w.Notice.Full
	case session.Failed:
		return w.Notice.Failed
	case session.Newer:
		return w.Notice.Newer
	}
	return ""
}
