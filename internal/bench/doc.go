// Command bench measures the product as a person with a slow phone would meet it, and compares it with what else one could
// have made: the same items as an HTML form written by hand, and the same program served by go-app's own Handler.
//
// It drives an installed Chromium. Every time is taken inside the page, from the beginning of the navigation; variants take
// turns within a round, each cold visit in a browser of its own with an empty profile, and what is printed are medians. The
// budgets stand in budgets.go. A missed budget is printed, not an error: the exit status tells only whether the benchmark
// could run.
//
// It reads the site that make build has left in dist/site, and is run from the root of the project:
//
//	go run ./internal/bench [-n rounds] [-only first,ready,repeat,tap,shift,wire]
package main
