package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"mamori/internal/bundle"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

//go:embed form.html
var formPage string

// The data of the form, in Japanese.
type (
	form struct {
		Title    string
		Options  []formOption
		Sections []formSection
	}
	formOption  struct{ Value, Label string }
	formSection struct {
		Title string
		Items []formItem
	}
	formItem struct {
		Name, Number, Label, Statement, Why, How string
		Where                                    []string
	}
)

// drawForm draws the reference: what one would write by hand for the same items, as lean as it goes.
func drawForm() ([]byte, error) {
	list, err := catalog.Load(checked)
	if err != nil {
		return nil, fmt.Errorf("draw the reference form: %w", err)
	}
	page, err := template.New("form").Parse(formPage)
	if err != nil {
		return nil, fmt.Errorf("draw the reference form: %w", err)
	}
	var b bytes.Buffer
	if err := page.Execute(&b, formOf(list)); err != nil {
		return nil, fmt.Errorf("draw the reference form: %w", err)
	}
	return b.Bytes(), nil
}

func formOf(list *checklist.Checklist) form {
	f := form{Title: list.Title.JA}
	for _, o := range list.Options {
		f.Options = append(f.Options, formOption{string(o.ID), o.Label.JA})
	}
	for _, s := range list.Sections {
		section := formSection{Title: s.Title.JA}
		for _, q := range s.Items {
			section.Items = append(section.Items, formItemOf(list.ID, q))
		}
		f.Sections = append(f.Sections, section)
	}
	return f
}

func formItemOf(list checklist.ID, q checklist.Question) formItem {
	item := formItem{
		Name: field(list, q.ID), Number: q.Number, Label: q.Label.JA, Statement: q.Statement.JA,
		Why: q.Why.JA, How: q.How.JA,
	}
	for _, place := range q.Where {
		item.Where = append(item.Where, place.Text.JA)
	}
	return item
}

// serveForm serves the form as our own site is served: from a folder, with compressed copies, by the same handler.
func serveForm(dir string) (*host, error) {
	page, err := drawForm()
	if err != nil {
		return nil, err
	}
	site, err := bundle.Pack(bundle.Site{Files: map[string][]byte{"index.html": page}}, nil)
	if err != nil {
		return nil, fmt.Errorf("pack the reference form: %w", err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, fmt.Errorf("write the reference form: %w", err)
	}
	for name, data := range site.Files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return nil, fmt.Errorf("write the reference form: %w", err)
		}
	}
	return serveSite(dir)
}
