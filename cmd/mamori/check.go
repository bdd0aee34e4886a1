package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

// check lists every problem of the given checklist files, or of the built-in catalogue when none is given.
func check(args []string) error {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		if err := catalog.LintAll(); err != nil {
			return fmt.Errorf("the catalogue has problems:\n%w", err)
		}
		fmt.Println("no problems in the built-in checklists")
		return nil
	}
	var problems []error
	for _, name := range flags.Args() {
		data, err := os.ReadFile(name)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		problems = append(problems, catalog.Lint(checklist.ID(id), data))
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("problems:\n%w", err)
	}
	fmt.Println("no problems")
	return nil
}
