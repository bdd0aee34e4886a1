package bundle

import (
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// hashedName matches files whose name carries their content: they never change.
var hashedName = regexp.MustCompile(`-[0-9a-f]{10}\.(js|wasm|json)$`)

// Handler serves a site as a good web space would: right types, compressed copies, headers that keep strangers out. The site
// needs none of it.
func Handler(site fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		header := w.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Content-Security-Policy", "frame-ancestors 'none'")
		header.Set("Cache-Control", "no-cache")
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, "only GET", http.StatusMethodNotAllowed)
			return
		}
		serveFile(w, r, site, name)
	})
}

func serveFile(w http.ResponseWriter, r *http.Request, site fs.FS, name string) {
	data, err := fs.ReadFile(site, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", ContentType(name))
	w.Header().Set("Vary", "Accept-Encoding")
	if hashedName.MatchString(name) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if copied, encoding := compressedCopy(r, site, name); copied != nil {
		w.Header().Set("Content-Encoding", encoding)
		data = copied
	}
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(data) // a visitor who has gone is no error of ours
}

func compressedCopy(r *http.Request, site fs.FS, name string) (data []byte, encoding string) {
	accepted := r.Header.Get("Accept-Encoding")
	for _, c := range []struct{ ext, encoding string }{{".br", "br"}, {".gz", "gzip"}} {
		if !accepts(accepted, c.encoding) {
			continue
		}
		if data, err := fs.ReadFile(site, name+c.ext); err == nil {
			return data, c.encoding
		}
	}
	return nil, ""
}

func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err == nil && name == encoding && params["q"] != "0" {
			return true
		}
	}
	return false
}
