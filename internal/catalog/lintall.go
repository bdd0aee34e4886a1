//go:build !js

package catalog

import (
	"errors"
	"fmt"
	"strings"

	"mamori/internal/checklist"
)

// LintAll lints every file of the catalogue, and the list of their names.
func LintAll() error {
	entries, err := files.ReadDir("data")
	if err != nil {
		return fmt.Errorf("lint catalogue: %w", err)
	}
	var problems []error
	for _, e := range entries {
		id := checklist.ID(strings.TrimSuffix(e.Name(), ".json"))
		if !Known(id) {
			problems = append(problems, fmt.Errorf("%s: is not in catalog.IDs", id))
		}
		data, err := files.ReadFile("data/" + e.Name())
		if err != nil {
			return fmt.Errorf("lint catalogue: %w", err)
		}
		problems = append(problems, Lint(id, data))
	}
	return errors.Join(problems...)
}
