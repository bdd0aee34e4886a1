package words

import (
	"fmt"
	"time"
)

// Date returns a date in the reader's time zone.
func (w *Words) Date(t time.Time) string {
	t = t.Local()
	return fmt.Sprintf(w.Time.Date, t.Year(), int(t.Month()), t.Day())
}

// When returns a moment as people say it on the day now: the time alone today, "yesterday" and the time, or the date and
// time.
func (w *Words) When(t, now time.Time) string {
	t, now = t.Local(), now.Local()
	clock := fmt.Sprintf(w.Time.Clock, t.Hour(), t.Minute())
	switch {
	case sameDay(t, now):
		return clock
	case sameDay(t, now.AddDate(0, 0, -1)):
		return fmt.Sprintf(w.Time.Yesterday, clock)
	}
	return fmt.Sprintf(w.Time.DateClock, w.Date(t), clock)
}

func sameDay(a, b time.Time) bool {
	ay, am, ad := a.Date()
	by, bm, bd := b.Date()
	return ay == by && am == bm && ad == bd
}
