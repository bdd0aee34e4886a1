package view

import (
	"fmt"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/internal/words"
)

// SavedPhase tells how far the last change has come.
type SavedPhase int

const (
	// NothingYet: no change in this visit.
	NothingYet SavedPhase = iota
	// Writing: on its way to the disk.
	Writing
	// Durable: on the disk.
	Durable
	// NotKept: refused by the device.
	NotKept
)

// Saved is the saved mark. Its data-saved attribute, the ISO time of the commit, is there only while everything the person
// did is on the disk.
type Saved struct {
	Phase SavedPhase
	At    time.Time // of the commit
	Now   time.Time
}

// UI draws the mark.
func (s Saved) UI(w *words.Words) app.UI {
	mark := app.P().ID("saved").Class("saved").Role("status")
	switch s.Phase {
	case Writing:
		return mark.Class("writing").Text(w.Saved.Writing)
	case Durable:
		return mark.Class("durable").DataSet("saved", s.At.UTC().Format("2006-01-02T15:04:05.000Z")).
			Text(fmt.Sprintf(w.Saved.At, w.When(s.At, s.Now)))
	case NotKept:
		return mark.Class("lost").Text(w.Saved.Failed)
	}
	return mark.Text(w.Saved.Nothing)
}
