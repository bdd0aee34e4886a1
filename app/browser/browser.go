// Package browser is what we ask of the browser beyond drawing: the page's first scripts, focus, scrolling, files, printing
// and updates. It is the only package of the program that reaches for the window. Natively every call does nothing.
package browser

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/store"
)

// early is what the page's first script (web/early.js) offers; it is missing where another page carries the program.
func early() app.Value { return app.Window().Get("mamoriEarly") }

// AwaitCalm waits until no finger is on the screen and no text is being composed, so that replacing the page swallows neither
// a tap nor a half-typed word.
func AwaitCalm() {
	if app.IsServer || !early().Truthy() {
		return
	}
	done := make(chan struct{})
	early().Call("calm").Then(func(app.Value) { close(done) })
	<-done
}

// TakeOver makes the first script stop and returns what it has written into the journal in this visit, key and value. The
// focus, the scroll position and the open helps of the page are kept until GiveBack.
func TakeOver() []store.Entry {
	if app.IsServer || !early().Truthy() {
		return nil
	}
	taken := early().Call("take")
	entries := make([]store.Entry, 0, taken.Length())
	for i := range taken.Length() {
		pair := taken.Index(i)
		entries = append(entries, store.Entry{Key: pair.Index(0).String(), Value: pair.Index(1).String()})
	}
	return entries
}

// GiveBack returns focus, scroll position and open helps to the page that the program has drawn.
func GiveBack() {
	if early().Truthy() {
		early().Call("giveBack")
	}
}

// Ready tells the page that the program is on the screen.
func Ready() {
	if app.IsServer {
		return
	}
	document().Get("documentElement").Get("dataset").Set("ready", "true")
	if hook := app.Window().Get("mamoriReady"); hook.Truthy() {
		hook.Invoke()
	}
}

func document() app.Value { return app.Window().Get("document") }

// Top scrolls to the top and moves the focus to the heading of the screen, so that a screen reader reads it.
func Top() {
	if app.IsServer {
		return
	}
	app.Window().Call("scrollTo", 0, 0)
	focus(document().Call("querySelector", "main h1"))
}

// Jump brings an item of a check to the middle of the screen and moves the focus to its answer.
func Jump(field string) {
	if early().Truthy() {
		early().Call("jump", field)
	}
}

// Value returns what a form field holds.
func Value(id string) string {
	if field := app.Window().GetElementByID(id); field.Truthy() {
		return field.Get("value").String()
	}
	return ""
}

// Fetch returns a file of the site, nil when it cannot be had.
func Fetch(name string) []byte {
	if app.IsServer {
		return nil
	}
	got := make(chan []byte, 1)
	app.Window().Call("mamoriFetch", name).Then(func(v app.Value) { got <- bytesOf(v) })
	return <-got
}

// Data returns a built-in file by its kind and id, nil when it did not come.
func Data(kind, id string) []byte {
	if hook := app.Window().Get("mamoriData"); app.IsServer || !hook.Truthy() {
		return nil
	}
	return bytesOf(app.Window().Call("mamoriData", kind+"/"+id))
}

func bytesOf(v app.Value) []byte {
	if !v.Truthy() {
		return nil
	}
	data := make([]byte, v.Length())
	app.CopyBytesToGo(data, v)
	return data
}

// Focus moves the focus to an element without scrolling.
func Focus(id string) { focus(app.Window().GetElementByID(id)) }

func focus(element app.Value) {
	if element.Truthy() {
		element.Call("focus", map[string]any{"preventScroll": true})
	}
}

// SetLang tells the document and later visits in which language the screens are. Address is the document of that language.
func SetLang(lang, address string) {
	if app.IsServer {
		return
	}
	document().Get("documentElement").Set("lang", lang)
	if storage := app.Window().Get("localStorage"); storage.Truthy() {
		storage.Call("setItem", "mamori.lang", lang)
	}
	here := app.Window().URL()
	app.Window().Get("history").Call("replaceState", nil, "", address+"#"+here.Fragment)
}

// Lang returns the language of the document.
func Lang() string {
	if app.IsServer {
		return ""
	}
	return document().Get("documentElement").Get("lang").String()
}

// Fragment returns the fragment of the address, without its "#".
func Fragment() string { return app.Window().URL().Fragment }

// SetFragment changes the fragment of the address and nothing else of it; the engine hears of it. It returns false when the
// fragment was the same already.
func SetFragment(href string) bool {
	location := app.Window().Get("location")
	if app.IsClient && location.Get("hash").String() == href {
		return false
	}
	location.Set("hash", href)
	return true
}

// Print opens the print dialogue.
func Print() {
	if app.IsClient {
		app.Window().Call("print")
	}
}

// Download offers bytes as a file.
func Download(name, mime string, data []byte) {
	if app.IsServer {
		return
	}
	buffer := app.Window().Get("Uint8Array").New(len(data))
	app.CopyBytesToJS(buffer, data)
	blob := app.Window().Get("Blob").New([]any{buffer}, map[string]any{"type": mime})
	url := app.Window().Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	app.Window().Get("URL").Call("revokeObjectURL", url)
}

// Switch lets the waiting new version take the place of this one and loads the page again.
func Switch() {
	if hook := app.Window().Get("mamoriSwitch"); hook.Truthy() {
		hook.Invoke()
	}
}

// Reload loads the page again.
func Reload() {
	if app.IsClient {
		app.Window().Get("location").Call("reload")
	}
}
