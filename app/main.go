//go:build js && wasm

// Command app is the browser program: it loads what is kept, waits for a calm moment and takes the page over.
package main

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/app/page"
	"mamori/app/session"
	"mamori/internal/checklist"
	"mamori/internal/store"
	"mamori/internal/store/idb"
)

func main() {
	s := session.Open(idb.New(store.Name), checklist.Lang(browser.Lang()), time.Now)
	version := app.Getenv("MAMORI_VERSION")
	app.RouteWithRegexp(".*", func() app.Composer {
		return page.NewRoot(s, browser.Fragment(), version, browser.TakeOver())
	})
	browser.AwaitCalm()
	app.RunWhenOnBrowser()
}
