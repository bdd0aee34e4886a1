package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mamori/internal/bundle"
	"mamori/internal/catalog"
	"mamori/internal/sector"
)

// build makes the static site. A damaged checklist stops it with file, item and reason.
func build(args []string) error {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	wasm := flags.String("wasm", "dist/app.wasm", "the browser program")
	exec := flags.String("exec", "dist/wasm_exec.js", "the loader of the Go release that compiled it")
	averages := flags.String("averages", "", "averages files of the host, separated by commas")
	out := flags.String("out", "dist/site", "the folder to fill; it is emptied first")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := catalog.LintAll(); err != nil {
		return fmt.Errorf("the catalogue has problems:\n%w", err)
	}
	files, err := readAverages(*averages)
	if err != nil {
		return err
	}
	site, err := readAndBuild(*wasm, *exec, *out, files)
	if err != nil {
		return err
	}
	if err := writeSite(*out, site); err != nil {
		return err
	}
	fmt.Printf("version %s: %d files in %s\n", site.Version, len(site.Files), *out)
	return nil
}

// readAverages reads averages files and refuses a damaged one with all reasons.
func readAverages(names string) ([]sector.File, error) {
	var files []sector.File
	for _, name := range strings.FieldsFunc(names, func(r rune) bool { return r == ',' }) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read averages: %w", err)
		}
		f, err := sector.Decode(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files = append(files, f)
	}
	return files, nil
}

func readAndBuild(wasm, exec, out string, averages []sector.File) (bundle.Site, error) {
	program, err := os.ReadFile(wasm)
	if err != nil {
		return bundle.Site{}, fmt.Errorf("read the browser program: %w", err)
	}
	loader, err := os.ReadFile(exec)
	if err != nil {
		return bundle.Site{}, fmt.Errorf("read the loader: %w", err)
	}
	site, err := bundle.Build(bundle.Input{Wasm: program, WasmExec: loader, Averages: averages})
	if err != nil {
		return bundle.Site{}, err
	}
	return bundle.Pack(site, func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			return nil
		}
		return data
	})
}

func writeSite(dir string, site bundle.Site) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("empty %s: %w", dir, err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", dir, err)
	}
	for _, name := range slices.Sorted(maps.Keys(site.Files)) {
		if err := os.WriteFile(filepath.Join(dir, name), site.Files[name], 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}
