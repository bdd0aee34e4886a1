package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"text/template"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/app/page"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/store"
	"mamori/internal/words"
	"mamori/web"
)

var shell = template.Must(template.New("shell").Parse(web.Shell))

func pageName(l checklist.Lang) string { return page.Document(l) }

// drawPage draws the document of a language: style and first script stand in it, so that it can be read and answered when
// nothing else has arrived yet, or ever does.
func drawPage(lang checklist.Lang, n names, version string) ([]byte, error) {
	ui, err := page.Static(lang)
	if err != nil {
		return nil, err
	}
	body, err := canonical(app.HTMLString(ui))
	if err != nil {
		return nil, fmt.Errorf("draw %s: %w", pageName(lang), err)
	}
	schema, err := schemaJSON()
	if err != nil {
		return nil, err
	}
	w := words.In(lang)
	style, early := strings.TrimSpace(web.Style)+aimed(), strings.TrimSpace(web.Early)
	data := map[string]string{
		"Lang": string(lang), "CSP": policy(style, early),
		"Title": text(w.Product + " | " + w.Tagline), "Description": text(w.Home.Lead),
		"Manifest": manifestName(lang),
		"Style":    style, "Early": early, "Schema": schema,
		"Other":   pageName(other(lang)),
		"SavedAt": text(w.Saved.At), "Lost": text(w.Saved.Failed),
		"Body":        body,
		"CannotStart": text(w.Notice.CannotStart), "OpenedAsFile": text(w.Notice.OpenedAsFile),
		"Stopped": text(w.Notice.Stopped), "Reload": text(w.Notice.Reload), "NoScript": text(w.Notice.NoScript),
		"WasmExec": n.WasmExec, "Boot": n.Boot, "Wasm": n.Wasm, "Version": version, "Averages": strings.Join(n.Averages, " "), "Data": strings.Join(n.Data, " "),
	}
	var b bytes.Buffer
	if err := shell.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("draw %s: %w", pageName(lang), err)
	}
	return b.Bytes(), nil
}

// aimed shows the form that the first script has read from the address, long before the browser finds its target.
func aimed() string {
	var rules strings.Builder
	for _, id := range catalog.IDs {
		fmt.Fprintf(&rules, "\n.at-%[1]s .static [id=\"/check/%[1]s\"] { display: block; } .at-%[1]s .static .first { display: none; }", id)
	}
	return rules.String()
}

func text(s string) string { return html.EscapeString(s) }

func other(l checklist.Lang) checklist.Lang {
	if l == checklist.English {
		return checklist.Japanese
	}
	return checklist.English
}

// schemaJSON tells the first script which database the program keeps.
func schemaJSON() (string, error) {
	data, err := json.Marshal(map[string]any{"name": store.Name, "version": store.Version, "kinds": store.Kinds})
	if err != nil {
		return "", fmt.Errorf("write schema: %w", err)
	}
	return string(data), nil
}

// policy is the content security policy of the page: nothing but our own files, and of scripts and styles in the page exactly
// these two.
func policy(style, early string) string {
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval' '" + digest(early) + "'",
		"style-src '" + digest(style) + "'",
		"img-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
