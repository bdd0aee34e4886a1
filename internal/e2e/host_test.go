//go:build !js

package e2e

import (
	"io/fs"
	"maps"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"mamori/internal/bundle"
)

// site reads the finished site into memory, so that a build going on beside the tests cannot change it under them.
var site = sync.OnceValues(func() (fstest.MapFS, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	return readFolder(filepath.Join(root, "dist", "site"))
})

func builtSite(t *testing.T) fstest.MapFS {
	t.Helper()
	files, err := site()
	require.NoError(t, err, "run make build first")
	require.Contains(t, files, "index.html", "run make build first")
	return files
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if filepath.Dir(dir) == dir {
			return "", fs.ErrNotExist
		}
		dir = filepath.Dir(dir)
	}
}

func readFolder(dir string) (fstest.MapFS, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	files := fstest.MapFS{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		files[e.Name()] = &fstest.MapFile{Data: data}
	}
	return files, nil
}

// originals are the names of the files that pages ask for: no compressed copies.
func originals(files fstest.MapFS) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(files)), bundle.Copy)
}

// without returns a site that lacks the files whose names match.
func without(files fstest.MapFS, pattern string) fstest.MapFS {
	files = maps.Clone(files)
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool {
		match, _ := path.Match(pattern, name)
		return match
	})
	return files
}

// request is one that reached a host.
type request struct {
	Name string // path below the site's folder; the whole path with "!" before it when it is outside
	Sent int    // bytes of the body that the host could write
}

// host is the web space that a site lies on: the product's own handler behind switches that make it as poor as real ones are.
type host struct {
	t      *testing.T
	folder string // "/" or "/sub/dir/"
	addr   string

	// Plain makes it neither compress nor say how long a file may be kept, only when it was last changed.
	Plain bool
	// Octet makes it call every file but the pages application/octet-stream.
	Octet bool

	mu     sync.Mutex
	files  fs.FS
	held   map[string]chan struct{} // pattern of a name -> closed when released
	log    []*request
	server *http.Server
}

// newHost puts the finished site into a folder of a web space of its own, so of an origin of its own.
func newHost(t *testing.T, folder string) *host {
	t.Helper()
	h := &host{t: t, folder: folder, files: builtSite(t), held: map[string]chan struct{}{}, addr: "127.0.0.1:0"}
	h.On()
	t.Cleanup(h.Off)
	return h
}

// On puts the host on the net, under the address it had before.
func (h *host) On() {
	h.t.Helper()
	listener, err := net.Listen("tcp", h.addr)
	require.NoError(h.t, err)
	h.addr = listener.Addr().String()
	h.server = &http.Server{Handler: h}
	go h.server.Serve(listener) //nolint:errcheck // it ends when the host is switched off
}

// Off takes it off the net: connections are refused.
func (h *host) Off() { h.server.Close() }

// URL returns an absolute address for a path, query or fragment below the site's folder.
func (h *host) URL(rel string) string { return "http://" + h.addr + h.folder + rel }

// Put replaces the files, as an upload does.
func (h *host) Put(files fs.FS) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.files = files
}

// Hold keeps back the answers to requests for a file until release is called.
func (h *host) Hold(pattern string) (release func()) {
	gate := make(chan struct{})
	h.mu.Lock()
	defer h.mu.Unlock()
	h.held[pattern] = gate
	return sync.OnceFunc(func() {
		h.mu.Lock()
		delete(h.held, pattern)
		h.mu.Unlock()
		close(gate)
	})
}

// Log returns the requests so far.
func (h *host) Log() []request {
	h.mu.Lock()
	defer h.mu.Unlock()
	log := make([]request, len(h.log))
	for i, r := range h.log {
		log[i] = *r
	}
	return log
}

// Asked reports whether a file was asked for since a former length of the log.
func (h *host) Asked(name string, since int) bool {
	return slices.ContainsFunc(h.Log()[since:], func(r request) bool { return r.Name == name })
}

// ServeHTTP implements http.Handler.
func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, inside := strings.CutPrefix(r.URL.Path, h.folder)
	if !inside {
		name = "!" + r.URL.Path
	}
	files, gate, entry := h.admit(name)
	if gate != nil {
		select {
		case <-gate:
		case <-r.Context().Done():
			return
		}
	}
	if !inside {
		http.NotFound(w, r)
		return
	}
	r = r.Clone(r.Context())
	r.URL.Path = "/" + name
	if h.Plain {
		r.Header.Del("Accept-Encoding")
	}
	bundle.Handler(files).ServeHTTP(&poorWriter{ResponseWriter: w, host: h, name: name, entry: entry}, r)
}

func (h *host) admit(name string) (fs.FS, chan struct{}, *request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	entry := &request{Name: name}
	h.log = append(h.log, entry)
	for pattern, gate := range h.held {
		if ok, _ := path.Match(pattern, name); ok {
			return h.files, gate, entry
		}
	}
	return h.files, nil, entry
}

// poorWriter takes away from an answer what its host does not do.
type poorWriter struct {
	http.ResponseWriter
	host  *host
	name  string
	entry *request
	begun bool
}

func (w *poorWriter) begin() {
	if w.begun {
		return
	}
	w.begun = true
	header := w.Header()
	if w.host.Plain {
		header.Del("Cache-Control")
		header.Set("Last-Modified", "Tue, 01 Jan 2019 00:00:00 GMT")
	}
	if w.host.Octet {
		header.Del("X-Content-Type-Options")
		if path.Ext(w.name) != ".html" && w.name != "" {
			header.Set("Content-Type", "application/octet-stream")
		}
	}
}

// WriteHeader implements http.ResponseWriter.
func (w *poorWriter) WriteHeader(status int) {
	w.begin()
	w.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (w *poorWriter) Write(data []byte) (int, error) {
	w.begin()
	n, err := w.ResponseWriter.Write(data)
	w.host.mu.Lock()
	defer w.host.mu.Unlock()
	w.entry.Sent += n
	return n, err
}
