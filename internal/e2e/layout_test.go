//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// wide finds what sticks out of the screen to the side.
const wide = `() => {
	const root = document.scrollingElement;
	if (root.scrollWidth <= root.clientWidth) return [];
	return [root.scrollWidth + ' px on ' + root.clientWidth].concat([...document.querySelectorAll('body *')]
		.filter((e) => e.getBoundingClientRect().right > root.clientWidth + 0.5)
		.map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 20)));
}`

// small finds what is too small for a finger: everything that can be tapped, links in running text excepted.
const small = `() => [...document.querySelectorAll('a[href], button, summary, textarea, label:has(input), select')].filter((e) => {
	const { width, height, right, bottom } = e.getBoundingClientRect();
	if (!e.checkVisibility() || right <= 0 || bottom + scrollY <= 0) return false;
	if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') return false;
	return width < 43.9 || height < 43.9;
}).map((e) => {
	const { width, height } = e.getBoundingClientRect();
	return e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 20) + ' ' + width + 'x' + height;
})`

func TestLayout(t *testing.T) {
	widths := []int64{320, 390, 1280}
	look := func(t *testing.T, p *tab) {
		t.Helper()
		for _, width := range widths {
			p.size(width, 844)
			require.Empty(t, eval[[]string](p, wide), "at %d px something sticks out", width)
			require.Empty(t, eval[[]string](p, small), "at %d px something is too small for a finger", width)
		}
	}
	for _, document := range []string{"", "en.html"} {
		t.Run("every screen of /"+document+" fits the screen and the finger", func(t *testing.T) {
			p := newVisitor(t).newTab(newHost(t, "/"))
			p.start(document + "#/check/six-rules")
			for i, field := range items(load(t, "six-rules"))[:5] {
				p.answer(field, []string{"done", "notyet", "started"}[i%3])
			}
			p.note("six-rules/2", strings.Repeat("long", 30)+" 長いメモ"+strings.Repeat("あ", 100))
			p.saved()
			draft := p.resultFragment()
			p.show("#/check/self-check", "check")
			for i, field := range items(load(t, "self-check")) {
				p.answer(field, []string{"done", "partly", "no", "unknown"}[i%4])
			}
			p.seeResult() // from now on home and data have a finished one to show
			finished := eval[string](p, `() => location.hash`)

			for _, screen := range []struct{ fragment, name string }{
				{"#/", "home"}, {"#/check/self-check", "check"}, {"#/check/six-rules", "check"}, {draft, "result"},
				{finished, "result"}, {"#/data", "data"}, {"#/about", "about"}, {"#/nonsense", "missing"}, {"#/result/nope", "result"},
			} {
				t.Run(screen.fragment[:min(len(screen.fragment), 20)], func(t *testing.T) {
					p.show(screen.fragment, screen.name)
					eval[any](p, `() => { for (const d of document.querySelectorAll('details')) d.open = true; return null }`)
					look(t, p)
				})
			}
			t.Run("a question before deleting", func(t *testing.T) {
				p.show("#/data", "data")
				p.tap("[data-record] .danger")
				p.awaitVisible(".sure")
				look(t, p)
				p.tap(".sure .danger")
				p.awaitVisible("#deleted")
				look(t, p)
			})
		})

		t.Run("the page of /"+document+" before the program is there fits them too", func(t *testing.T) {
			h := newHost(t, "/")
			defer h.Hold(theProgram)()
			p := newVisitor(t).newTab(h)
			for _, fragment := range []string{"", "#/check/self-check", "#/check/six-rules", "#/data"} {
				p.open(document + fragment)
				p.restored()
				look(t, p)
			}
		})
	}
}

// covered reports what lies over the focused control, or that it is off the screen; empty when all of it can be seen. A radio
// button is seen by its label.
const covered = `() => {
	const active = document.activeElement;
	const shown = active.closest('label') || active;
	const { left, top, right, bottom } = shown.getBoundingClientRect();
	const name = active.tagName + ' ' + (active.id || active.textContent.slice(0, 20));
	if (top < 0 || bottom > innerHeight) return name + ' is off the screen: ' + top + ' to ' + bottom + ' of ' + innerHeight;
	for (const x of [left + 2, (left + right) / 2, right - 2]) {
		for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
			const bar = document.elementFromPoint(x, y)?.closest('header.top, .progress');
			if (bar && !bar.contains(active)) return name + ' lies under ' + bar.className;
		}
	}
	return '';
}`

func TestFocusIsSeen(t *testing.T) {
	list := load(t, "self-check")
	names := items(list)
	for _, c := range []struct {
		name          string
		width, height int64
		program       bool
	}{
		{"on a phone", 390, 664, true},
		{"on a desktop", 1280, 720, true},
		{"on a phone before the program is there", 390, 664, false},
	} {
		t.Run(c.name+" wherever the keyboard goes", func(t *testing.T) {
			h := newHost(t, "/")
			release := h.Hold(theProgram)
			defer release()
			p := newVisitor(t).newTab(h)
			p.size(c.width, c.height)
			p.open("#/check/self-check")
			p.restored()
			if c.program {
				release()
				p.ready()
			}
			// tab presses Tab until the focus is on or past an item, and looks at every stop.
			walk := func(until string, back bool) {
				var options []chromedp.KeyOption
				if back {
					options = append(options, chromedp.KeyModifiers(chromedp.ModifierShift))
				}
				for range 200 {
					p.key(kb.Tab, options...)
					p.await("the page has come to rest", `() => new Promise((resolve) => {
						const at = scrollY;
						requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY === at)));
					})`)
					require.Empty(t, eval[string](p, covered))
					if eval[string](p, `() => document.activeElement.name || ''`) == until {
						return
					}
				}
				require.Fail(t, "the keyboard does not come to "+until)
			}
			eval[any](p, `() => { scrollTo(0, 0); document.activeElement.blur(); return null }`)
			walk(names[10], false)
			walk(names[0], true)
			p.focusQuietly(fmt.Sprintf(`[id="%s/memo"] summary`, names[21]))
			for range 24 {
				p.key(kb.Tab)
				require.Empty(t, eval[string](p, covered))
			}
		})
	}
}

// focusQuietly moves the focus as the keyboard would, with the browser scrolling to it.
func (p *tab) focusQuietly(selector string) {
	p.t.Helper()
	eval[any](p, `(selector) => { document.querySelector(selector).focus(); return null }`, selector)
}
