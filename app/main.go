//go:build js && wasm

// Command app is the browser program: it loads what is kept, waits for a calm moment and takes the page over.
package main

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/browser"
	"mamori/app/page"
	"mamori/app/session"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/sector"
	"mamori/internal/store"
	"mamori/internal/store/idb"
)

func main() {
	for _, id := range catalog.IDs {
		catalog.Provide(id, browser.Data("catalog", string(id)))
	}
	for _, id := range sector.BuiltIn() {
		sector.Provide(id, browser.Data("sector", id))
	}
	s := session.Open(idb.New(store.Name), checklist.Lang(browser.Lang()), time.Now)
	app.RouteWithRegexp(".*", func() app.Composer {
		return page.NewRoot(s, page.Start{
			Fragment: browser.Fragment(),
			Version:  app.Getenv("MAMORI_VERSION"),
			Averages: strings.Fields(app.Getenv("MAMORI_AVERAGES")),
			Journal:  browser.TakeOver(),
		})
	})
	browser.AwaitCalm()
	app.RunWhenOnBrowser()
}
