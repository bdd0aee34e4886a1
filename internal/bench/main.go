package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
)

// leastRounds is the smallest number of rounds whose median is worth printing.
const leastRounds = 5

// An experiment prints what it has found, and judges it against the budgets.
type experiment struct {
	name string
	run  func(*lab) error
}

var experiments = []experiment{
	{"wire", (*lab).wire},
	{"first", (*lab).firstAnswer},
	{"ready", (*lab).goReady},
	{"repeat", (*lab).repeatStart},
	{"tap", (*lab).taps},
	{"shift", (*lab).layoutShift},
}

func main() {
	rounds := flag.Int("n", leastRounds, "rounds, at least 5")
	only := flag.String("only", "", "run these alone, with commas between: "+names())
	flag.Parse()
	if err := bench(max(*rounds, leastRounds), *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func names() string {
	var all []string
	for _, e := range experiments {
		all = append(all, e.name)
	}
	return strings.Join(all, ",")
}

func bench(rounds int, only string) error {
	chosen, err := choose(only)
	if err != nil {
		return err
	}
	l, err := openLab(rounds)
	if err != nil {
		return err
	}
	defer l.close()
	if err := l.header(); err != nil {
		return err
	}
	for _, e := range chosen {
		if err := e.run(l); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	l.verdict()
	return nil
}

func choose(only string) ([]experiment, error) {
	if only == "" {
		return experiments, nil
	}
	var chosen []experiment
	for name := range strings.SplitSeq(only, ",") {
		i := slices.IndexFunc(experiments, func(e experiment) bool { return e.name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no experiment %q, only %s", name, names())
		}
		chosen = append(chosen, experiments[i])
	}
	return chosen, nil
}
