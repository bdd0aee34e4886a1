//go:build !js

package e2e

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/bundle"
)

// next is the site as the next version would be: another loader, another program, so another page and another worker. Both
// behave as before.
var next = sync.OnceValues(func() (bundle.Site, error) {
	root, err := moduleRoot()
	if err != nil {
		return bundle.Site{}, err
	}
	program, err := os.ReadFile(filepath.Join(root, "dist", "app.wasm"))
	if err != nil {
		return bundle.Site{}, err
	}
	loader, err := os.ReadFile(filepath.Join(root, "dist", "wasm_exec.js"))
	if err != nil {
		return bundle.Site{}, err
	}
	return bundle.Build(bundle.Input{
		Wasm:     append(slices.Clone(program), 0, 5, 4, 'n', 'e', 'x', 't'), // a custom section, which does nothing
		WasmExec: append(slices.Clone(loader), "\n// the next version\n"...),
	})
})

// nextSite returns the files of the next version, each test its own.
func nextSite(t *testing.T) (files fstest.MapFS, version string) {
	t.Helper()
	s, err := next()
	require.NoError(t, err, "run make build first")
	files = fstest.MapFS{}
	for name, data := range s.Files {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files, s.Version
}

// named returns the one file whose name begins and ends so.
func named(t *testing.T, files fstest.MapFS, begin, end string) string {
	t.Helper()
	for name := range maps.Keys(files) {
		if strings.HasPrefix(name, begin) && strings.HasSuffix(name, end) {
			return name
		}
	}
	require.FailNow(t, "no file "+begin+"…"+end)
	return ""
}

var givenBefore = map[string]string{"six-rules/1": "done", "six-rules/3": "notyet"}

// visitOnce installs the site on a host, with answers in it, and leaves its check open.
func visitOnce(t *testing.T, h *host) *tab {
	t.Helper()
	p := newVisitor(t).newTab(h)
	p.start("#/check/six-rules")
	for field, option := range givenBefore {
		p.answer(field, option)
	}
	p.saved()
	p.installed()
	return p
}

// acceptUpdate presses the button of the notice and waits for the new version.
func (p *tab) acceptUpdate(version string) {
	p.t.Helper()
	p.awaitVisible("#update")
	p.awaitText("#update", "新しい版があります")
	require.NotEqual(p.t, version, p.version(), "the new version came without being asked for")
	p.tap("#update button")
	p.await("the new version is open", `(version) => document.querySelector('script[data-version]').dataset.version === version`, version)
	p.ready()
}

// askForUpdate has the browser look for a new version, as it does by itself on every visit, and waits for the end of it.
func (p *tab) askForUpdate() {
	p.t.Helper()
	eval[any](p, `async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration.update().catch(() => {});
		const coming = registration.installing;
		if (coming) await new Promise((resolve) => {
			const look = () => { if (coming.state !== 'installing') resolve(); };
			coming.addEventListener('statechange', look);
			look();
		});
		return null;
	}`)
}

// ourCaches returns the names of all caches with the product's prefix.
func (p *tab) ourCaches() []string {
	p.t.Helper()
	return eval[[]string](p, `async () => (await caches.keys()).filter((name) => name.startsWith('mamori:'))`)
}

func TestUpdate(t *testing.T) {
	t.Run("is offered, waits for consent and keeps the answers", func(t *testing.T) {
		for _, folder := range []string{"/", "/sub/dir/"} {
			h := newHost(t, folder)
			p := visitOnce(t, h)
			files, version := nextSite(t)
			old := p.version()
			h.Put(files)
			p.reload()
			p.ready()
			p.awaitVisible("#update")
			require.Equal(t, old, p.version())
			p.awaitAnswers("six-rules", givenBefore)
			p.answer("six-rules/2", "started") // the old version goes on working
			p.saved()

			p.acceptUpdate(version)
			require.Equal(t, "#/check/six-rules", eval[string](p, `() => location.hash`))
			p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done", "six-rules/2": "started", "six-rules/3": "notyet"})
			require.Zero(t, p.count("#update"))
			require.Equal(t, []string{"mamori:" + folder + ":" + version}, p.ourCaches())
			h.Off()
			p.forgetLine()
			p.open("#/check/six-rules")
			p.ready()
			require.Equal(t, version, p.version())
		}
	})

	t.Run("that is still being fetched when the program starts is offered when it is there", func(t *testing.T) {
		h := newHost(t, "/")
		p := visitOnce(t, h)
		files, version := nextSite(t)
		release := h.Hold("en.html")
		defer release()
		h.Put(files)
		seen := len(h.Log())
		eval[any](p, `async () => { await (await navigator.serviceWorker.getRegistration()).update(); return null }`)
		require.Eventually(t, func() bool { return h.Asked("en.html", seen) }, patience, 10*time.Millisecond)
		p.reload()
		p.ready()
		require.True(t, eval[bool](p, `async () => !!(await navigator.serviceWorker.getRegistration()).installing`))
		require.False(t, p.visible("#update"))
		release()
		p.acceptUpdate(version)
	})

	t.Run("that was there before the program started is offered at once", func(t *testing.T) {
		h := newHost(t, "/")
		p := visitOnce(t, h)
		files, version := nextSite(t)
		h.Put(files)
		p.askForUpdate()
		p.reload()
		p.ready()
		p.acceptUpdate(version)
	})

	t.Run("that is not whole is not installed until it is", func(t *testing.T) {
		h := newHost(t, "/")
		p := visitOnce(t, h)
		old, cache := p.version(), p.installed()
		whole, version := nextSite(t)
		for _, c := range []struct {
			name       string
			begin, end string
			spoil      func(files fstest.MapFS, name string)
		}{
			{"a file is cut off", "app-", ".wasm", func(files fstest.MapFS, name string) {
				files[name] = &fstest.MapFile{Data: files[name].Data[:len(files[name].Data)/2]}
			}},
			{"a file is missing", "wasm_exec-", ".js", func(files fstest.MapFS, name string) { delete(files, name) }},
			{"a file is of another version", "index", ".html", func(files fstest.MapFS, name string) {
				files[name] = builtSite(t)["index.html"]
			}},
			{"a file is empty", "manifest-en", "", func(files fstest.MapFS, name string) { files[name] = &fstest.MapFile{} }},
			{"the worker is no script", "sw", ".js", func(files fstest.MapFS, name string) {
				files[name] = &fstest.MapFile{Data: files[name].Data[:len(files[name].Data)/2]}
			}},
		} {
			spoiled := maps.Clone(whole)
			name := named(t, whole, c.begin, c.end)
			c.spoil(spoiled, name)
			h.Put(spoiled)
			seen := len(h.Log())
			p.askForUpdate()
			require.True(t, h.Asked(name, seen), "%s: the new version was not tried", c.name)
			require.False(t, p.visible("#update"), c.name)
			require.Equal(t, []string{cache}, p.ourCaches(), c.name)
		}
		p.reload()
		p.ready()
		require.Equal(t, old, p.version())
		require.False(t, p.visible("#update"))

		h.Off()
		p.forgetLine()
		p.open("#/check/six-rules")
		p.ready()
		require.Equal(t, old, p.version())
		p.awaitAnswers("six-rules", givenBefore)

		h.On()
		h.Put(whole)
		p.reload()
		p.ready()
		p.acceptUpdate(version)
		p.awaitAnswers("six-rules", givenBefore)
	})
}

func TestCacheEntryGone(t *testing.T) {
	for _, c := range []struct{ name, begin, end string }{
		{"the page", "index", ".html"}, {"the program", "app-", ".wasm"}, {"the loader", "wasm_exec-", ".js"},
	} {
		t.Run(c.name+" is fetched again", func(t *testing.T) {
			h := newHost(t, "/")
			p := visitOnce(t, h)
			cache := p.installed()
			file := named(t, builtSite(t), c.begin, c.end)
			p.deleteFromCache(cache, file)
			p.reload()
			p.ready()
			require.Equal(t, cache, p.installed())
			h.Off()
			p.forgetLine()
			p.reload()
			p.ready()
			p.awaitAnswers("six-rules", givenBefore)
		})
	}

	t.Run("the page opens even when the host has only a newer one", func(t *testing.T) {
		h := newHost(t, "/")
		p := visitOnce(t, h)
		p.deleteFromCache(p.installed(), "index.html")
		files, _ := nextSite(t)
		h.Put(files)
		p.forgetLine()
		p.open("#/check/six-rules")
		p.ready()
		p.awaitAnswers("six-rules", givenBefore)
	})
}

func (p *tab) deleteFromCache(cache, file string) {
	p.t.Helper()
	require.True(p.t, eval[bool](p, `async (cache, url) => (await caches.open(cache)).delete(url)`, cache, p.host.URL(file)))
}
