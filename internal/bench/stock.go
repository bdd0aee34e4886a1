package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"mamori/web"
)

// wasmPath is where go-app looks for the program.
const wasmPath = "/web/app.wasm"

// serveStock serves the same program as go-app does by itself: its Handler, its page, its loader, its service worker.
func serveStock(p packed, site string) (*host, error) {
	data, err := dataScript(site)
	if err != nil {
		return nil, err
	}
	app.Route("/", func() app.Composer { return new(blank) })
	icon := "/web/icon-192.png"
	handler := &app.Handler{
		Name: "mamori", Lang: "ja", Version: "bench",
		Icon:   app.Icon{Default: icon, Large: icon, Maskable: icon, SVG: "/web/icon.svg"}, // the default ones are elsewhere
		Styles: []string{"/web/style.css"},
		Resources: folder{files(map[string][]byte{
			wasmPath: p.raw, "/web/style.css": []byte(web.Style), icon: web.Icon192, "/web/icon.svg": web.Icon,
			dataPath: data,
		})},
		RawHeaders:        []string{dataLoader},
		WasmContentLength: strconv.Itoa(len(p.raw)),
	}
	h, err := serve(compressed(handler, map[string][]byte{wasmPath: p.brotli}))
	if err != nil {
		return nil, err
	}
	return h, h.warm("", "app.js", "app.css", "wasm_exec.js", "app-worker.js", "manifest.webmanifest",
		"web/style.css", "web/data.js", "web/icon-192.png", "web/icon.svg")
}

// warm asks for files once, so that no visit has to wait until they are compressed.
func (h *host) warm(names ...string) error {
	for _, name := range names {
		answer, err := http.Get(h.url + name)
		if err != nil {
			return fmt.Errorf("ask go-app's handler for %q: %w", name, err)
		}
		_ = answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return fmt.Errorf("ask go-app's handler for %q: %s", name, answer.Status)
		}
	}
	return nil
}

// blank is the component that the handler draws beforehand. Its loader covers it until the program has started.
type blank struct{ app.Compo }

func (b *blank) Render() app.UI { return app.Div() }

// folder is app.LocalDir("") for files that lie elsewhere: LocalDir of another folder puts its path into every address.
type folder struct{ http.Handler }

func (folder) Resolve(location string) string { return location }

type files map[string][]byte

func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	data, ok := f[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentType(r.URL.Path))
	_, _ = w.Write(data)
}

func contentType(name string) string {
	for ending, kind := range map[string]string{
		".wasm": "application/wasm", ".css": "text/css", ".png": "image/png", ".svg": "image/svg+xml",
	} {
		if strings.HasSuffix(name, ending) {
			return kind
		}
	}
	return "application/octet-stream"
}

// compressed does what a good server in front of go-app's handler does, which does not compress: everything goes out in
// brotli, compressed once. The program's copy is the very one that our own site hands out.
func compressed(next http.Handler, ready map[string][]byte) http.Handler {
	shelf := shelf{ready: ready}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		small := shelf.get(r.URL.Path)
		held := &heldBack{header: w.Header(), status: http.StatusOK, known: small != nil}
		next.ServeHTTP(held, r)
		if held.status != http.StatusOK {
			w.WriteHeader(held.status)
			return
		}
		if small == nil {
			small = shelf.put(r.URL.Path, held.body.Bytes())
		}
		w.Header().Set("Content-Encoding", "br")
		w.Header().Set("Content-Length", strconv.Itoa(len(small)))
		_, _ = w.Write(small) // a visitor who has gone is no error of ours
	})
}

// shelf keeps compressed bodies by path.
type shelf struct {
	mu    sync.Mutex
	ready map[string][]byte
}

func (s *shelf) get(path string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ready[path]
}

func (s *shelf) put(path string, body []byte) []byte {
	small := squeeze(body)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ready[path] = small
	return small
}

func squeeze(data []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

// heldBack is a response that is not sent yet. Its body is dropped where it is known.
type heldBack struct {
	header http.Header
	status int
	known  bool
	body   bytes.Buffer
}

func (h *heldBack) Header() http.Header { return h.header }

func (h *heldBack) WriteHeader(status int) { h.status = status }

func (h *heldBack) Write(data []byte) (int, error) {
	if h.known {
		return len(data), nil
	}
	return h.body.Write(data)
}
