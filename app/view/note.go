package view

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

// NoteField is a field for free text. It writes the value into the page when it appears and when it changes from outside, but
// never under the fingers of somebody who is typing.
type NoteField struct {
	app.Compo

	Checklist checklist.ID
	Question  checklist.QuestionID
	Value     string
	Lang      checklist.Lang

	typed string // what the page holds, as far as we know
}

// OnMount implements app.Mounter.
func (n *NoteField) OnMount(ctx app.Context) { n.show(ctx) }

// OnUpdate implements app.Updater.
func (n *NoteField) OnUpdate(ctx app.Context) {
	if n.Value != n.typed {
		n.show(ctx)
	}
}

func (n *NoteField) show(ctx app.Context) {
	n.typed = n.Value
	if area := ctx.JSSrc().Call("querySelector", "textarea"); area.Truthy() {
		area.Set("value", n.Value)
	}
}

// Render implements app.Composer.
func (n *NoteField) Render() app.UI {
	w := words.In(n.Lang)
	field := FieldID(n.Checklist, n.Question)
	return app.Div().Class("note").Body(
		app.Label().For(field+"/note").Text(w.Check.NoteHint),
		app.Textarea().ID(field+"/note").Name("note:"+field).Rows(3).MaxLength(4000).
			OnInput(n.onInput, app.EventScope(field)),
	)
}

func (n *NoteField) onInput(ctx app.Context, _ app.Event) {
	n.typed = ctx.JSSrc().Get("value").String()
	Post(ctx, Noted{n.Checklist, n.Question, n.typed})
}
