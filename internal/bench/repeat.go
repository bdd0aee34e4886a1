package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
)

//go:embed repeat.js
var answerAll string

// repeat is what is measured of a start with everything already on the device.
type repeat struct {
	kept, ready, score samples
	worst              moved
}

// repeatStart measures a start with 25 kept answers, the service worker installed and the server switched off: in a browser
// that has just been started, and once more in the same browser.
func (l *lab) repeatStart() error {
	profile := filepath.Join(l.dir, "repeat")
	host, err := serveSite(l.site)
	if err != nil {
		return err
	}
	id, err := l.firstVisit(profile, host)
	if err != nil {
		return err
	}
	if err := host.stop(); err != nil {
		return err
	}
	var started, again repeat
	for range l.rounds {
		if err := l.repeatOnce(profile, host.url, id, &started, &again); err != nil {
			return err
		}
	}
	fmt.Println("\nRepeat start, server off, 25 answers kept")
	started.print("browser just started")
	again.print("browser already open")
	fmt.Printf("  %-22s %s\n", "score of the result", again.score.seconds())
	l.judge(keptBudget, max(started.kept.median(), again.kept.median())/1000)
	l.judge(repeatBudget, max(started.ready.median(), again.ready.median())/1000)
	return nil
}

func (r repeat) print(name string) {
	fmt.Printf("  %-22s answers %s, Go ready %s\n", name, r.kept.seconds(), r.ready.seconds())
	fmt.Printf("  %-22s layout shift of the worst start %.4f\n", "", r.worst.Shift)
	r.worst.print()
}

// firstVisit leaves a profile with every item answered, and returns the id of the assessment.
func (l *lab) firstVisit(profile string, h *host) (id string, err error) {
	err = l.visit(profile, h.url+checkScreen, freeLine, "", func(t *tab) error {
		if _, err := t.wait("ready"); err != nil {
			return err
		}
		id, err = evaluate[string](t, answerAll+`("done")`)
		return err
	})
	return id, err
}

// seekScore looks for the score where one is to be expected.
const seekScore = `if (location.hash.startsWith("#/result/")) bench.find("score", "main[data-score]");`

func (l *lab) repeatOnce(profile, url, id string, started, again *repeat) error {
	return l.visit(profile, url+checkScreen, freeLine, seekScore, func(t *tab) error {
		if err := started.take(t); err != nil {
			return err
		}
		if err := t.reopen(url + checkScreen); err != nil {
			return err
		}
		if err := again.take(t); err != nil {
			return err
		}
		if err := t.reopen(url + "#/result/" + id); err != nil {
			return err
		}
		score, err := t.wait("score")
		again.score = append(again.score, score)
		return err
	})
}

// take measures the check that has just been opened.
func (r *repeat) take(t *tab) error {
	kept, err := t.wait("kept")
	if err != nil {
		return err
	}
	ready, err := t.wait("ready")
	if err != nil {
		return err
	}
	m, err := t.moved()
	r.kept, r.ready = append(r.kept, kept), append(r.ready, ready)
	if m.Shift > r.worst.Shift {
		r.worst = m
	}
	return err
}

// reopen opens an address as a new page; another fragment alone would not be one.
func (t *tab) reopen(address string) error {
	if err := t.open("about:blank"); err != nil {
		return err
	}
	return t.open(address)
}
