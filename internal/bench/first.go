package main

import "fmt"

// variant is one of the things that are compared.
type variant struct {
	name string
	host *host
	seen samples // what led to it: the first item on the screen, the program asked for
	done samples // what is compared
	rate samples // of the line
}

// firstAnswer measures how long it takes on a first visit until an answer is on the disk: the first item is clicked in the
// frame after it can be seen.
func (l *lab) firstAnswer() error {
	variants := []*variant{{name: "form by hand", host: l.form}, {name: "ours", host: l.ours}, {name: "go-app's handler", host: l.stock}}
	for range l.rounds {
		for _, v := range variants {
			if err := l.firstAnswerOf(v); err != nil {
				return fmt.Errorf("%s: %w", v.name, err)
			}
		}
	}
	reference, ours := variants[0].done, variants[1].done
	fmt.Printf("\nFirst recorded answer, cold visit, %s\n", slowLine.name)
	for _, v := range variants {
		fmt.Printf("  %-18s %s  %6.2fx  item seen at %.2f s\n", v.name, v.done.seconds(), v.done.times(reference), v.seen.median()/1000)
	}
	l.judge(firstAnswerBudget, ours.times(reference))
	return nil
}

func (l *lab) firstAnswerOf(v *variant) error {
	script := fmt.Sprintf("bench.answer(%q);", radio(firstItem, ""))
	return l.cold(v.host.url+checkScreen, slowLine, script, func(t *tab) error {
		seen, err := t.wait("visible")
		if err != nil {
			return err
		}
		saved, err := t.wait("saved")
		v.seen, v.done = append(v.seen, seen), append(v.done, saved)
		return err
	})
}
