package main

import (
	"fmt"
	"time"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

const (
	// tapVisits is how often all items are answered twice over.
	tapVisits = 2
	// tapPause is between two taps, so that one does not wait for the other.
	tapPause = 150 * time.Millisecond
)

// taps measures the time from the change that a tap makes until the saved mark, with the program running.
func (l *lab) taps() error {
	list, err := catalog.Load(checked)
	if err != nil {
		return fmt.Errorf("load the checklist: %w", err)
	}
	form, ours := &variant{name: "form by hand", host: l.form}, &variant{name: "ours", host: l.ours}
	for range tapVisits {
		for _, v := range []*variant{form, ours} {
			if err := l.tapsOf(v, v == ours, list); err != nil {
				return fmt.Errorf("%s: %w", v.name, err)
			}
		}
	}
	fmt.Printf("\nTap to saved mark, Go ready, %d taps each\n", len(ours.done))
	for _, v := range []*variant{form, ours} {
		fmt.Printf("  %-18s median %4.0f ms, 95 of 100 within %4.0f ms, all within %4.0f ms\n", v.name, v.done.median(), v.done.at(0.95), v.done.at(1))
	}
	l.judge(tapBudget, ours.done.at(0.95))
	return nil
}

func (l *lab) tapsOf(v *variant, program bool, list *checklist.Checklist) error {
	questions := list.Questions()
	last := fmt.Sprintf("bench.find('last', %q);", radio(field(list.ID, questions[len(questions)-1].ID), ""))
	return l.cold(v.host.url+checkScreen, freeLine, last, func(t *tab) error {
		if _, err := t.wait("last"); err != nil {
			return err
		}
		if err := t.calm(program); err != nil {
			return err
		}
		for _, option := range list.Options[:2] {
			if err := v.tapAll(t, list, option.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// calm waits until the program runs and the page has been put aside for offline use, which is not what is measured.
func (t *tab) calm(program bool) error {
	if !program {
		return nil
	}
	if _, err := t.wait("ready"); err != nil {
		return err
	}
	_, err := evaluate[bool](t, "bench.offline()")
	return err
}

func (v *variant) tapAll(t *tab, list *checklist.Checklist, option checklist.OptionID) error {
	for _, q := range list.Questions() {
		took, err := evaluate[float64](t, fmt.Sprintf("bench.tap(%q)", radio(field(list.ID, q.ID), option)))
		if err != nil {
			return err
		}
		v.done = append(v.done, took)
		time.Sleep(tapPause)
	}
	return nil
}
