// Package bundle makes the static site: the page drawn in advance by the program's own components, the program, the service
// worker that keeps both for offline use, and a compressed copy of each file.
//
// It promises that the site works in any folder of any web server, names no foreign address, and is the same to the byte when
// it is built twice from the same input. It starts no compiler: the program comes in as bytes.
package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/sector"
	"mamori/web"
)

// Input is what a site is made of beside our own files.
type Input struct {
	// Wasm is the browser program, WasmExec the loader of the Go release that compiled it.
	Wasm, WasmExec []byte
	// Averages are averages files of the host, checked already.
	Averages []sector.File
}

// Site is a finished site: the content of each file by its path.
type Site struct {
	Version string
	Files   map[string][]byte
}

// Build makes the site, without compressed copies (see Pack).
func Build(in Input) (Site, error) {
	site := Site{Files: map[string][]byte{
		"icon.svg":              web.Icon,
		"icon-180.png":          web.Icon180,
		"icon-192.png":          web.Icon192,
		"icon-512.png":          web.Icon512,
		"icon-maskable-512.png": web.IconMaskable512,
	}}
	names := names{
		Wasm:     hashed("app.wasm", in.Wasm),
		WasmExec: hashed("wasm_exec.js", in.WasmExec),
		Boot:     hashed("boot.js", web.Boot),
	}
	site.Files[names.Wasm], site.Files[names.WasmExec], site.Files[names.Boot] = in.Wasm, in.WasmExec, web.Boot
	if err := site.addData(&names); err != nil {
		return Site{}, err
	}
	for _, f := range in.Averages {
		data, err := json.Marshal(f)
		if err != nil {
			return Site{}, fmt.Errorf("write averages %q: %w", f.ID, err)
		}
		name := hashed("averages-"+f.ID+".json", data)
		site.Files[name] = data
		names.Averages = append(names.Averages, name)
	}
	for _, lang := range []checklist.Lang{checklist.Japanese, checklist.English} {
		m, err := manifest(lang)
		if err != nil {
			return Site{}, err
		}
		site.Files[manifestName(lang)] = m
	}
	if err := site.addPages(names); err != nil {
		return Site{}, err
	}
	worker, err := serviceWorker(site)
	if err != nil {
		return Site{}, err
	}
	site.Files["sw.js"] = worker
	return site, nil
}

// names are the files whose names carry their content: an old page never meets a new program.
type names struct {
	Wasm, WasmExec, Boot string
	Averages             []string
	// Data are the built-in files, each as "kind/id=name".
	Data []string
}

// addData adds the checklists and the figures that come with the product, as the program asks for them.
func (s *Site) addData(n *names) error {
	add := func(kind, id string, raw []byte, err error) error {
		if err != nil {
			return fmt.Errorf("read %s %q: %w", kind, id, err)
		}
		var data bytes.Buffer
		if err := json.Compact(&data, raw); err != nil {
			return fmt.Errorf("read %s %q: %w", kind, id, err)
		}
		name := hashed(kind+"-"+id+".json", data.Bytes())
		s.Files[name] = data.Bytes()
		n.Data = append(n.Data, kind+"/"+id+"="+name)
		return nil
	}
	for _, id := range catalog.IDs {
		raw, err := catalog.Raw(id)
		if err := add("catalog", string(id), raw, err); err != nil {
			return err
		}
	}
	for _, id := range sector.BuiltIn() {
		raw, err := sector.Raw(id)
		if err := add("sector", id, raw, err); err != nil {
			return err
		}
	}
	return nil
}

// addPages draws the pages twice: once to learn the version, which is a hash of everything, once with the version in them.
func (s *Site) addPages(n names) error {
	draw := func(version string) error {
		for _, lang := range []checklist.Lang{checklist.Japanese, checklist.English} {
			page, err := drawPage(lang, n, version)
			if err != nil {
				return err
			}
			s.Files[pageName(lang)] = page
		}
		return nil
	}
	if err := draw(""); err != nil {
		return err
	}
	s.Version = s.hash()
	return draw(s.Version)
}

func (s *Site) hash() string {
	h := sha256.New()
	h.Write([]byte(web.ServiceWorker))
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		fmt.Fprintf(h, "%s %d\n", name, len(s.Files[name]))
		h.Write(s.Files[name])
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return fmt.Sprintf("%s-%x%s", strings.TrimSuffix(name, ext), sum[:5], ext)
}

// kept is what the service worker knows of a file.
type kept struct {
	SHA256 string `json:"sha256"`
	Type   string `json:"type"`
	Packed bool   `json:"packed,omitempty"`
}

func serviceWorker(s Site) ([]byte, error) {
	list := struct {
		Version string          `json:"version"`
		Files   map[string]kept `json:"files"`
	}{s.Version, map[string]kept{}}
	for name, data := range s.Files {
		list.Files[name] = kept{
			SHA256: fmt.Sprintf("%x", sha256.Sum256(data)),
			Type:   ContentType(name),
			Packed: path.Ext(name) == ".wasm",
		}
	}
	data, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("list files: %w", err)
	}
	return bytes.Replace([]byte(web.ServiceWorker), []byte("__BUNDLE__"), data, 1), nil
}

// ContentType returns the type under which a file of the site is to be served.
func ContentType(name string) string {
	switch path.Ext(name) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".wasm":
		return "application/wasm"
	case ".json":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	}
	return "application/octet-stream"
}
