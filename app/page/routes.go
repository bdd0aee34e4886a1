// Package page is the screens: one file each, and routes.go, which says what address leads to which. A screen turns the
// session's state into views and the views' intentions into calls of the session. The same code draws the static page that
// people get before the program has arrived (Static) and the program's own (Root).
package page

import (
	"strings"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
)

// Screen names a screen.
type Screen string

const (
	HomeScreen    Screen = "home"
	CheckScreen   Screen = "check"
	ResultScreen  Screen = "result"
	HistoryScreen Screen = "history"
	DataScreen    Screen = "data"
	AboutScreen   Screen = "about"
	MissingScreen Screen = "missing"
)

// Route is what a fragment asks for.
type Route struct {
	Screen    Screen
	Checklist checklist.ID // of CheckScreen
	Record    record.ID    // of ResultScreen
}

// ParseRoute reads a fragment without its "#". Anything that is not an address of ours leads to MissingScreen.
func ParseRoute(fragment string) Route {
	name, arg, _ := strings.Cut(strings.Trim(fragment, "/"), "/")
	switch {
	case name == "":
		return Route{Screen: HomeScreen}
	case name == "check" && catalog.Known(checklist.ID(arg)):
		return Route{Screen: CheckScreen, Checklist: checklist.ID(arg)}
	case name == "result" && arg != "":
		return Route{Screen: ResultScreen, Record: record.ID(arg)}
	case name == "history" && arg == "":
		return Route{Screen: HistoryScreen}
	case name == "data" && arg == "":
		return Route{Screen: DataScreen}
	case name == "about" && arg == "":
		return Route{Screen: AboutScreen}
	}
	return Route{Screen: MissingScreen}
}

func checkPath(c checklist.ID) string { return "/check/" + string(c) }

func checkHref(c checklist.ID) string { return "#" + checkPath(c) }

func resultHref(id record.ID) string { return "#/result/" + string(id) }
