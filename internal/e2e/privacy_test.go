//go:build !js

package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/target"
	"github.com/stretchr/testify/require"
)

// line is everything between a visitor and the world: a proxy that writes down whom a profile asks for what, the pages as well
// as their workers, and lets only one host be reached.
type line struct {
	mu    sync.Mutex
	asked []string // method and address
}

// ServeHTTP implements http.Handler. Encrypted and foreign requests are written down and end here.
func (l *line) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	l.asked = append(l.asked, r.Method+" "+r.URL.String())
	l.mu.Unlock()
	if r.Method == http.MethodConnect || !strings.HasPrefix(r.URL.Host, "127.0.0.1:") {
		http.Error(w, "no way out", http.StatusBadGateway)
		return
	}
	r.RequestURI = ""
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	for name, values := range answer.Header {
		w.Header()[name] = values
	}
	w.WriteHeader(answer.StatusCode)
	io.Copy(w, answer.Body) //nolint:errcheck // a page that is left does not read on
}

func (l *line) log() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.asked)
}

// newWatchedVisitor opens a profile whose every request goes through a line.
func newWatchedVisitor(t *testing.T) (*visitor, *line) {
	t.Helper()
	l := &line{}
	proxy := httptest.NewServer(l)
	t.Cleanup(proxy.Close)
	return newVisitor(t, func(p *target.CreateBrowserContextParams) {
		p.ProxyServer = proxy.URL
		p.ProxyBypassList = "<-loopback>" // by itself a browser keeps its own machine out of it
	}), l
}

func TestPrivacy(t *testing.T) {
	t.Run("nothing leaves the origin in a whole visit, and nothing but files of the site is asked for", func(t *testing.T) {
		h := newHost(t, "/sub/")
		v, line := newWatchedVisitor(t)
		p := v.newTab(h)
		p.before(`window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + ' ' + e.blockedURI));`)
		list := load(t, "six-rules")
		p.start("")
		p.tap(`a.card[href="#/check/six-rules"]`)
		p.onScreen("check")
		p.answerAll(list, mix(list, "done", "started"))
		p.note("six-rules/2", "業者に聞く")
		p.saved()
		p.seeResult()
		p.result()
		p.installed()
		p.tap("#language")
		p.show("#/data", "data")
		p.show("#/about", "about")
		p.show("#/nonsense", "missing")
		p.reload()
		p.ready()
		require.Empty(t, eval[[]string](p, `() => refused`), "the page tried what its policy forbids")

		asked := line.log()
		require.Contains(t, asked, "GET "+h.URL("sw.js"), "the worker's requests are seen")
		files := builtSite(t)
		for _, request := range asked {
			method, address, _ := strings.Cut(request, " ")
			require.Equal(t, http.MethodGet, method, request)
			name, ours := strings.CutPrefix(address, h.URL(""))
			require.True(t, ours, "a request left the origin: "+request)
			if name != "" {
				require.True(t, files[name] != nil, request)
			}
		}
	})

	t.Run("the policy refuses scripts in the page, foreign files and foreign addresses", func(t *testing.T) {
		v, line := newWatchedVisitor(t)
		p := v.newTab(newHost(t, "/"))
		p.start("")
		other := httptest.NewServer(http.NotFoundHandler())
		defer other.Close()
		foreign := other.URL + "/" // another origin that could be reached
		eval[any](p, `(foreign) => {
			const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));
			add('script', { textContent: 'window.intruder = "inline"' });
			add('script', { src: foreign + 'script.js' });
			add('img', { src: foreign + 'image.png' });
			add('iframe', { src: foreign + 'frame' });
			add('link', { rel: 'stylesheet', href: foreign + 'style.css' });
			add('style', { textContent: 'body { display: none }' });
			document.body.setAttribute('onclick', 'window.intruder = "attribute"');
			document.body.click();
			navigator.sendBeacon(foreign + 'beacon', 'answers');
			return null;
		}`, foreign)
		for _, mode := range []string{"cors", "no-cors"} {
			require.Equal(t, "TypeError", eval[string](p, `(url, mode) => fetch(url, { mode }).then(() => 'sent', (e) => e.name)`, foreign, mode))
		}
		require.Equal(t, "refused", eval[string](p, `(url) => new Promise((resolve) => {
			try { const s = new WebSocket(url.replace('http', 'ws')); s.onopen = () => resolve('sent'); s.onerror = () => resolve('refused'); } catch { resolve('refused'); }
		})`, foreign))
		require.Nil(t, eval[any](p, `() => window.intruder ?? null`))
		require.True(t, p.visible("main"))
		for _, request := range line.log() {
			at, err := url.Parse(strings.Fields(request)[1])
			require.NoError(t, err)
			require.Equal(t, p.host.addr, at.Host, request)
		}
	})
}
