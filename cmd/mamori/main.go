// Command mamori builds, serves and checks the site of まもりチェック. Each sub-command has a file of its own.
package main

import (
	"fmt"
	"os"
)

type command struct {
	name, help string
	run        func(args []string) error
}

var commands = []command{
	{"build", "make the static site from the browser program", build},
	{"serve", "serve a site on this machine", serve},
	{"check", "check the checklists, or checklist and averages files", check},
	{"average", "turn exported records into an averages file", averages},
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "mamori:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 {
		for _, c := range commands {
			if c.name == args[0] {
				return c.run(args[1:])
			}
		}
	}
	fmt.Fprintln(os.Stderr, "usage: mamori COMMAND [options]   (mamori COMMAND -h says more)")
	for _, c := range commands {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", c.name, c.help)
	}
	return fmt.Errorf("no such command: %q", args)
}
