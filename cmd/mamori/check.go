package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/sector"
)

// check lists every problem of the given checklist and averages files, or of the built-in catalogue when none is given.
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
		problems = append(problems, checkFile(name))
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("problems:\n%w", err)
	}
	fmt.Println("no problems")
	return nil
}

// checkFile returns what is wrong with a file. What does not say that it is an averages file is held to be a checklist.
func checkFile(name string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !isAverages(data) {
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		return catalog.Lint(checklist.ID(id), data)
	}
	if _, err := sector.Decode(data); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// isAverages looks at the format alone: what is wrong further on is not its business.
func isAverages(data []byte) bool {
	d := json.NewDecoder(bytes.NewReader(data))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return false
		}
		var value any
		if err := d.Decode(&value); err != nil {
			return false
		}
		if name == "format" {
			return value == sector.Format
		}
	}
	return false
}
