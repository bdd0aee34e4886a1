package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mamori/internal/bundle"
	"mamori/internal/checklist"
)

const (
	// built is where make build leaves the site, from the root of the project.
	built = "dist/site"
	// checked is the checklist that is answered here, checkScreen its screen, firstItem the name of its first item.
	checked     checklist.ID = "self-check"
	checkScreen              = "#/check/self-check"
	firstItem                = "self-check/01"
)

// field is the name of the radio buttons of an item.
func field(list checklist.ID, q checklist.QuestionID) string { return string(list) + "/" + string(q) }

// radio selects the button for an option of an item; any button when the option is empty.
func radio(name string, option checklist.OptionID) string {
	if option == "" {
		return fmt.Sprintf("input[type=radio][name=%q]", name)
	}
	return fmt.Sprintf("input[type=radio][name=%q][value=%q]", name, option)
}

// packed is a file in the forms in which it travels.
type packed struct{ raw, gzip, brotli []byte }

// copySite takes a copy of the built site, so that a build in the meantime does not change what is measured, and returns the
// program in it.
func copySite(dir string) (packed, error) {
	if err := os.CopyFS(dir, os.DirFS(built)); err != nil {
		return packed{}, fmt.Errorf("copy the site (make build makes it): %w", err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "app-*.wasm"))
	if err != nil {
		return packed{}, fmt.Errorf("find the program: %w", err)
	}
	if len(found) != 1 {
		return packed{}, fmt.Errorf("%d programs in %s, want one", len(found), built)
	}
	return readPacked(found[0])
}

func readPacked(name string) (packed, error) {
	var p packed
	for ending, data := range map[string]*[]byte{"": &p.raw, ".gz": &p.gzip, ".br": &p.brotli} {
		read, err := os.ReadFile(name + ending)
		if err != nil {
			return p, fmt.Errorf("read the site: %w", err)
		}
		*data = read
	}
	return p, nil
}

func serveSite(dir string) (*host, error) { return serve(bundle.Handler(os.DirFS(dir))) }
