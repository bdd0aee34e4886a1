package bundle

import (
	"encoding/json"
	"fmt"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

func manifestName(l checklist.Lang) string { return "manifest-" + string(l) + ".webmanifest" }

type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// manifest says how the page is put on a home screen. Every address in it is relative to its own folder.
func manifest(lang checklist.Lang) ([]byte, error) {
	w := words.In(lang)
	data, err := json.Marshal(struct {
		ID          string `json:"id"`
		Name        string `json:"name"`
		ShortName   string `json:"short_name"`
		Description string `json:"description"`
		Lang        string `json:"lang"`
		Dir         string `json:"dir"`
		StartURL    string `json:"start_url"`
		Scope       string `json:"scope"`
		Display     string `json:"display"`
		Background  string `json:"background_color"`
		Theme       string `json:"theme_color"`
		Icons       []icon `json:"icons"`
	}{
		ID: "./", Name: w.Product, ShortName: w.Product, Description: w.Tagline,
		Lang: string(lang), Dir: "ltr", StartURL: pageName(lang), Scope: "./", Display: "standalone",
		Background: "#faf8f4", Theme: "#faf8f4",
		Icons: []icon{
			{"icon.svg", "any", "image/svg+xml", "any"},
			{"icon-192.png", "192x192", "image/png", "any"},
			{"icon-512.png", "512x512", "image/png", "any"},
			{"icon-maskable-512.png", "512x512", "image/png", "maskable"},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("write manifest: %w", err)
	}
	return data, nil
}
