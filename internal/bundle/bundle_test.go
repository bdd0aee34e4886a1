package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/web"
)

var input = Input{Wasm: []byte("\x00asm the program"), WasmExec: []byte("// the loader")}

func built(t *testing.T) Site {
	t.Helper()
	site, err := Build(input)
	require.NoError(t, err)
	return site
}

func parsed(t *testing.T, page []byte) *html.Node {
	t.Helper()
	node, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	return node
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestBuild_is_the_same_to_the_byte_each_time(t *testing.T) {
	for range 5 {
		require.Equal(t, built(t), built(t))
	}
}

func TestBuild_gives_another_version_to_another_program(t *testing.T) {
	other, err := Build(Input{Wasm: []byte("another"), WasmExec: input.WasmExec})
	require.NoError(t, err)
	require.NotEqual(t, built(t).Version, other.Version)
}

func TestPage_is_every_checklist_as_a_form(t *testing.T) {
	site := built(t)
	for _, lang := range []checklist.Lang{checklist.Japanese, checklist.English} {
		page := parsed(t, site.Files[pageName(lang)])
		for _, id := range catalog.IDs {
			t.Run(fmt.Sprintf("%s_%s", lang, id), func(t *testing.T) {
				list, err := catalog.Load(id)
				require.NoError(t, err)
				radios := map[string]int{}
				for n := range page.Descendants() {
					if n.Data == "input" && attr(n, "type") == "radio" {
						require.Empty(t, attr(n, "checked"), "no answer is given in advance")
						radios[attr(n, "name")+"="+attr(n, "value")]++
					}
				}
				for _, q := range list.Questions() {
					for _, o := range list.Options {
						require.Equal(t, 1, radios[fmt.Sprintf("%s/%s=%s", id, q.ID, o.ID)])
					}
				}
			})
		}
	}
}

// An attribute is quoted for Go, not for HTML: a text of the catalogue in one could end it early.
func TestPage_has_no_text_of_an_item_in_an_attribute(t *testing.T) {
	site := built(t)
	for _, id := range catalog.IDs {
		list, err := catalog.Load(id)
		require.NoError(t, err)
		for n := range parsed(t, site.Files["index.html"]).Descendants() {
			for _, a := range n.Attr {
				for _, q := range list.Questions() {
					for _, text := range []checklist.Text{q.Label, q.Statement, q.Why, q.How, q.Ask, q.Effort} {
						require.NotContains(t, a.Val, text.JA, "%s/%s in %s", id, q.ID, a.Key)
					}
				}
			}
		}
	}
}

func TestPage_names_no_foreign_address(t *testing.T) {
	foreign := regexp.MustCompile(`(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}`)
	for name, data := range built(t).Files {
		if ext := path.Ext(name); ext == ".wasm" || ext == ".png" || name == "icon.svg" {
			continue
		}
		require.Empty(t, foreign.FindAllString(string(data), -1), name)
	}
}

func TestPage_has_only_relative_addresses(t *testing.T) {
	site := built(t)
	for _, name := range []string{"index.html", "en.html"} {
		for n := range parsed(t, site.Files[name]).Descendants() {
			for _, key := range []string{"href", "src", "data-wasm"} {
				address := attr(n, key)
				require.False(t, strings.HasPrefix(address, "/"), "%s in %s", address, name)
				if address != "" && !strings.HasPrefix(address, "#") {
					require.Contains(t, site.Files, address, "%s leads to a file of the site", name)
				}
			}
		}
	}
}

func TestPolicy_allows_exactly_the_style_and_script_in_the_page(t *testing.T) {
	for _, name := range []string{"index.html", "en.html"} {
		page := parsed(t, built(t).Files[name])
		var csp string
		for n := range page.Descendants() {
			if attr(n, "http-equiv") == "Content-Security-Policy" {
				csp = attr(n, "content")
			}
		}
		require.NotContains(t, csp, "unsafe-inline")
		require.NotContains(t, csp, "'unsafe-eval'")
		require.Contains(t, csp, "default-src 'none'")
		require.Contains(t, csp, "connect-src 'self'")
		for n := range page.Descendants() {
			require.Empty(t, attr(n, "style"), "a style attribute would be refused")
			if (n.Data == "script" && attr(n, "src") == "") || n.Data == "style" {
				require.Contains(t, csp, digest(n.FirstChild.Data), "the hash of the %s", n.Data)
			}
		}
	}
}

func TestServiceWorker_knows_every_file_by_its_hash(t *testing.T) {
	site := built(t)
	_, rest, found := strings.Cut(string(site.Files["sw.js"]), "const bundle = ")
	require.True(t, found)
	text, _, _ := strings.Cut(rest, ";\n")
	var list struct {
		Version string
		Files   map[string]struct{ SHA256, Type string }
	}
	require.NoError(t, json.Unmarshal([]byte(text), &list))
	require.Equal(t, site.Version, list.Version)
	require.Len(t, list.Files, len(site.Files)-1, "all but itself")
	for name, file := range list.Files {
		require.Equal(t, fmt.Sprintf("%x", sha256.Sum256(site.Files[name])), file.SHA256, name)
		require.Equal(t, ContentType(name), file.Type)
	}
}

func TestManifest_names_icons_that_exist(t *testing.T) {
	site := built(t)
	for _, lang := range []checklist.Lang{checklist.Japanese, checklist.English} {
		var m struct {
			ID, Scope, Lang string
			StartURL        string `json:"start_url"`
			Icons           []icon
		}
		require.NoError(t, json.Unmarshal(site.Files[manifestName(lang)], &m))
		require.Equal(t, string(lang), m.Lang)
		require.Equal(t, "./", m.Scope)
		require.Contains(t, site.Files, m.StartURL)
		purposes := map[string]bool{}
		for _, i := range m.Icons {
			require.Contains(t, site.Files, i.Src)
			purposes[i.Purpose] = true
		}
		require.True(t, purposes["maskable"])
	}
}

func TestPack_adds_copies_that_open_to_the_same(t *testing.T) {
	site := built(t)
	packed, err := Pack(site, nil)
	require.NoError(t, err)
	require.Len(t, packed.Files, 3*len(site.Files))
	for name, data := range site.Files {
		br, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed.Files[name+".br"])))
		require.NoError(t, err)
		require.Equal(t, data, br, name)
		r, err := gzip.NewReader(bytes.NewReader(packed.Files[name+".gz"]))
		require.NoError(t, err)
		gz, err := io.ReadAll(r)
		require.NoError(t, err)
		require.Equal(t, data, gz, name)
	}
}

func TestCanonical(t *testing.T) {
	cases := []struct{ name, markup, want string }{
		{"attributes_in_order", `<p id="b" class="a"></p>`, `<p class="a" id="b"></p>`},
		{"no_space_between_elements", "<div>\n  <p>\n    <b>x</b>\n  </p>\n</div>", `<div><p><b>x</b></p></div>`},
		{"spaces_of_a_text_of_its_own_stay", "<p>\n  <b>12</b>\n  <span> of 25</span>\n</p>", `<p><b>12</b><span> of 25</span></p>`},
		{"aria_values_are_spelled_out", `<p aria-hidden></p>`, `<p aria-hidden="true"></p>`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := canonical(c.markup)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

func TestHandler(t *testing.T) {
	files := fstest.MapFS{}
	for name, data := range map[string]string{"index.html": "page", "index.html.br": "BR", "index.html.gz": "GZ", "app-0123456789.wasm": "wasm"} {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	ask := func(method, target, accept string) *http.Response {
		r := httptest.NewRequest(method, target, nil)
		r.Header.Set("Accept-Encoding", accept)
		w := httptest.NewRecorder()
		Handler(files).ServeHTTP(w, r)
		return w.Result()
	}
	t.Run("serves_the_page_at_the_root_and_compressed_where_that_is_understood", func(t *testing.T) {
		for accept, want := range map[string]string{"": "page", "gzip": "GZ", "gzip, br": "BR", "br;q=0, gzip": "GZ"} {
			response := ask("GET", "/?x=1", accept)
			body, err := io.ReadAll(response.Body)
			require.NoError(t, err)
			require.Equal(t, want, string(body), accept)
			require.Equal(t, "text/html; charset=utf-8", response.Header.Get("Content-Type"))
			require.Equal(t, "frame-ancestors 'none'", response.Header.Get("Content-Security-Policy"))
		}
	})
	t.Run("a_file_named_by_its_content_may_be_kept_for_ever", func(t *testing.T) {
		require.Contains(t, ask("GET", "/app-0123456789.wasm", "").Header.Get("Cache-Control"), "immutable")
		require.Equal(t, "no-cache", ask("GET", "/", "").Header.Get("Cache-Control"))
	})
	t.Run("refuses_what_is_not_there_and_what_would_write", func(t *testing.T) {
		require.Equal(t, 404, ask("GET", "/nope", "").StatusCode)
		require.Equal(t, 404, ask("GET", "/../bundle_test.go", "").StatusCode)
		require.Equal(t, 405, ask("POST", "/", "").StatusCode)
	})
}

func TestEarly_can_stand_inside_the_page(t *testing.T) {
	for _, end := range []string{"</script", "<!--"} {
		require.NotContains(t, strings.ToLower(web.Early), end)
	}
	require.NotContains(t, strings.ToLower(web.Style), "</style")
}
