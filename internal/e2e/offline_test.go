//go:build !js

package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestOffline(t *testing.T) {
	for _, folder := range []string{"/", "/sub/dir/"} {
		t.Run("after one visit to "+folder, func(t *testing.T) {
			h := newHost(t, folder)
			v := newVisitor(t)
			p := v.newTab(h)
			p.start("#/check/six-rules")
			given := map[string]string{"six-rules/1": "done", "six-rules/5": "started"}
			for field, option := range given {
				p.answer(field, option)
			}
			p.saved()
			result := p.resultFragment()
			p.installed()
			p.forgetLine()
			h.Off()

			for _, c := range []struct{ name, rel, screen, text string }{
				{"the folder", "", "home", "途中です"},
				{"a query", "?x=1", "home", "途中です"},
				{"index.html", "index.html", "home", "途中です"},
				{"en.html", "en.html", "home", "In progress"},
				{"#/", "#/", "home", "途中です"},
				{"#/check/self-check", "#/check/self-check", "check", "25"},
				{"#/check/six-rules", "#/check/six-rules", "check", "2"},
				{"#/data", "#/data", "data", "記録 1件"},
				{"#/about", "#/about", "about", p.version()},
				{"a result", result, "result", "途中の点数です"},
				{"a fragment after a query", "?utm_source=flyer#/data", "data", "記録 1件"},
				{"an unknown path below the folder", "nothing/here", "home", "途中です"},
			} {
				t.Run(c.name+" opens without a line", func(t *testing.T) {
					p := v.newTab(h)
					p.t = t
					defer p.close()
					p.start(c.rel)
					p.onScreen(c.screen)
					p.awaitText("main", c.text)
					require.True(t, strings.HasPrefix(eval[string](p, `() => location.href`), h.URL("")))
					if c.rel == "#/check/six-rules" {
						p.awaitAnswers("six-rules", given)
					}
				})
			}

			t.Run("answers given without a line are kept", func(t *testing.T) {
				p := v.newTab(h)
				p.t = t
				p.start("#/check/six-rules")
				p.answer("six-rules/2", "done")
				p.saved()
				p.reload()
				p.ready()
				p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done", "six-rules/2": "done", "six-rules/5": "started"})
			})
		})
	}
}
