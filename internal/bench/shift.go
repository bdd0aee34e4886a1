package main

import (
	"fmt"
	"time"
)

// settling is how long things may still move after the program has taken over.
const settling = time.Second

var shiftCases = []struct{ name, screen, script string }{
	{"home", "#/", ""},
	{"check", checkScreen, ""},
	{"check, scrolled to item 13", checkScreen, scrolled},
}

// scrolled is a person who has read on before the program arrives.
const scrolled = `addEventListener("DOMContentLoaded", () => document.getElementsByName("self-check/13")[0].scrollIntoView());`

// moved is what has moved on a screen by itself: how much in all, and what.
type moved struct {
	Shift float64
	Moves []string
}

// layoutShift adds up what moves on the screen during a first visit, the takeover included, on both lines.
func (l *lab) layoutShift() error {
	fmt.Println("\nLayout shift, cold visit, until one second after Go ready")
	worst := 0.0
	for _, c := range shiftCases {
		for _, on := range []line{slowLine, freeLine} {
			var m moved
			err := l.cold(l.ours.url+c.screen, on, c.script, func(t *tab) (err error) {
				m, err = t.moved()
				return err
			})
			if err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			fmt.Printf("  %-28s %-20s %.4f\n", c.name, on.name, m.Shift)
			m.print()
			worst = max(worst, m.Shift)
		}
	}
	l.judge(shiftBudget, worst)
	return nil
}

func (m moved) print() {
	for _, move := range m.Moves {
		fmt.Println("    ", move)
	}
}

// moved returns all shifts that no hand has caused, once the page has settled.
func (t *tab) moved() (moved, error) {
	if _, err := t.wait("ready"); err != nil {
		return moved{}, err
	}
	time.Sleep(settling)
	return evaluate[moved](t, "({ shift: bench.shift, moves: bench.moves })")
}
