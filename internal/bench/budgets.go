package main

import "fmt"

// budget is a promise about a figure: it stays at or below the limit.
type budget struct {
	name   string
	limit  float64
	format string // of the figure with its unit
}

var (
	firstAnswerBudget = budget{"first answer, against the form by hand", 1.25, "%.2fx"}
	pageBudget        = budget{"index.html in brotli", 40_000, "%.0f bytes"}
	programBudget     = budget{"program in brotli", 2_000_000, "%.0f bytes"}
	fetchBudget       = budget{"program fetched, until it works offline", 1, "%.0f times"}
	readyFreeBudget   = budget{"Go ready, against go-app's handler, unthrottled line", 0.75, "%.2fx"}
	readySlowBudget   = budget{"Go ready, against go-app's handler, slow line", 1, "%.3fx"}
	keptBudget        = budget{"repeat start offline, answers shown", 1, "%.2f s"}
	repeatBudget      = budget{"repeat start offline, Go ready", 2, "%.2f s"}
	tapBudget         = budget{"tap to saved mark, 95 of 100", 150, "%.0f ms"}
	shiftBudget       = budget{"layout shift, the worst visit", 0, "%.4f"}
)

// judgement is a budget and the figure that was measured.
type judgement struct {
	budget
	figure float64
}

func (l *lab) judge(b budget, figure float64) { l.judged = append(l.judged, judgement{b, figure}) }

func (j judgement) met() bool { return j.figure <= j.limit }

func (j judgement) String() string {
	limit, figure := fmt.Sprintf(j.format, j.limit), fmt.Sprintf(j.format, j.figure)
	if j.met() {
		return fmt.Sprintf("  met     %-54s %16s, at most %s", j.name, figure, limit)
	}
	over := fmt.Sprintf(j.format, j.figure-j.limit)
	return fmt.Sprintf("  MISSED  %-54s %16s, at most %s: by %s%s", j.name, figure, limit, over, j.share())
}

// share says how much too much is in per cent, where that makes sense.
func (j judgement) share() string {
	if j.limit == 0 {
		return ""
	}
	return fmt.Sprintf(", %.0f %%", 100*(j.figure/j.limit-1))
}

func (l *lab) verdict() {
	l.quiet.print()
	fmt.Println("\nBudgets")
	for _, j := range l.judged {
		fmt.Println(j)
	}
}
