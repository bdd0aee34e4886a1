//go:build !js

package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestResume(t *testing.T) {
	given := map[string]string{"self-check/01": "done", "self-check/02": "no", "self-check/25": "unknown"}
	begin := func(t *testing.T) (*visitor, *tab) {
		v := newVisitor(t)
		p := v.newTab(newHost(t, "/"))
		p.start("#/check/self-check")
		for field, option := range given {
			p.answer(field, option)
		}
		p.note("self-check/02", "来月入れる")
		p.saved()
		return v, p
	}

	t.Run("after a reload every answer and note is there", func(t *testing.T) {
		_, p := begin(t)
		p.reload()
		p.ready()
		p.awaitAnswers("self-check", given)
		require.Equal(t, "来月入れる", p.noteText("self-check/02"))
	})

	t.Run("after a reload the answers are there before the program is", func(t *testing.T) {
		v, p := begin(t)
		p.close()
		release := p.host.Hold(theProgram)
		defer release()
		next := v.newTab(p.host)
		next.before(`Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined })`)
		next.before(`WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {})`)
		next.open("#/check/self-check")
		next.restored()
		next.awaitAnswers("self-check", given)
		require.Equal(t, "来月入れる", next.noteText("self-check/02"))
		require.Equal(t, "25問中 3問", oneLine(next.text(`[data-progress="self-check"] p`)))
	})

	t.Run("the first screen says that a draft is under way and how far it has come", func(t *testing.T) {
		_, p := begin(t)
		p.tap("header .brand")
		p.onScreen("home")
		p.awaitText(`a.card[href="#/check/self-check"]`, "途中です")
		p.awaitText(`a.card[href="#/check/self-check"]`, "25問中3問")
		require.NotContains(t, p.text(`a.card[href="#/check/six-rules"]`), "途中です")
		p.open("")
		p.ready()
		p.awaitText(`a.card[href="#/check/self-check"]`, "途中です")
		p.tap(`a.card[href="#/check/self-check"]`)
		p.onScreen("check")
		p.awaitAnswers("self-check", given)
	})

	t.Run("an answer can be changed, and the last one counts", func(t *testing.T) {
		_, p := begin(t)
		p.answer("self-check/01", "partly")
		p.answer("self-check/01", "no")
		p.saved()
		p.reload()
		p.ready()
		p.awaitAnswers("self-check", map[string]string{"self-check/01": "no", "self-check/02": "no", "self-check/25": "unknown"})
	})

	t.Run("an emptied note stays empty", func(t *testing.T) {
		_, p := begin(t)
		p.focus(noteArea("self-check/02"))
		eval[any](p, `(s) => { document.querySelector(s).select(); return null }`, noteArea("self-check/02"))
		p.key("\b")
		p.await("the note is empty", `(s) => document.querySelector(s).value === ''`, noteArea("self-check/02"))
		p.saved()
		p.reload()
		p.ready()
		require.Empty(t, p.noteText("self-check/02"))
		p.awaitAnswers("self-check", given)
	})
}

func TestLanguage(t *testing.T) {
	given := map[string]string{"six-rules/1": "done", "six-rules/4": "notyet"}

	t.Run("switched to English and back keeps place and answers", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		for field, option := range given {
			p.answer(field, option)
		}
		p.saved()
		for _, step := range []struct{ lang, heading string }{{"en", "Six basic rules"}, {"ja", "基本の6か条"}} {
			p.tap("#language")
			p.await("the document is in "+step.lang, `(lang) => document.documentElement.lang === lang`, step.lang)
			require.Equal(t, "#/check/six-rules", eval[string](p, `() => location.hash`))
			p.awaitText("main", step.heading)
			p.awaitAnswers("six-rules", given)
			p.reload()
			p.ready()
			require.Equal(t, step.lang, eval[string](p, `() => document.documentElement.lang`))
			p.awaitText("main", step.heading)
			p.awaitAnswers("six-rules", given)
		}
	})

	t.Run("once chosen is chosen on the next visit too", func(t *testing.T) {
		v := newVisitor(t)
		h := newHost(t, "/sub/dir/")
		p := v.newTab(h)
		p.start("")
		p.tap("#language")
		p.awaitText("main", "Check your company")
		p.close()
		p = v.newTab(h)
		p.navigate(h.URL("#/about"))
		p.ready()
		p.awaitText("main h1", "About this site")
	})

	t.Run("asked for by the address is what one gets", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("?lang=en#/check/self-check")
		p.awaitText("main h1", "Self-check")
		p.start("en.html?lang=ja#/check/self-check")
		p.awaitText("main h1", "自社診断")
	})

	t.Run("can be switched before the program is there", func(t *testing.T) {
		h := newHost(t, "/")
		release := h.Hold(theProgram)
		p := newVisitor(t).newTab(h)
		p.open("#/check/six-rules")
		p.answer("six-rules/1", "done")
		p.saved()
		p.tap("#language")
		p.await("the English page is open", `() => document.documentElement.lang === 'en' && document.documentElement.dataset.restored`)
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
		p.tap("#language")
		p.await("the Japanese page is open again", `() => document.documentElement.lang === 'ja' && document.documentElement.dataset.restored`)
		require.Equal(t, "#/check/six-rules", eval[string](p, `() => location.hash`))
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
		release()
		p.ready()
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
	})
}

func TestAddress(t *testing.T) {
	for _, c := range []struct{ folder, document string }{
		{"/sub/dir/", ""}, {"/", "en.html"}, {"/", "?lang=en"},
	} {
		t.Run(c.folder+c.document+" stays the same from screen to screen", func(t *testing.T) {
			h := newHost(t, c.folder)
			p := newVisitor(t).newTab(h)
			p.start(c.document)
			document := strings.TrimSuffix(eval[string](p, `() => location.href`), "#/")
			at := func(fragment, screen string) {
				t.Helper()
				p.onScreen(screen)
				p.await("the address is right", `(address) => location.href === address`, document+fragment)
			}
			p.tap(`a.card[href="#/check/six-rules"]`)
			at("#/check/six-rules", "check")
			p.answer("six-rules/3", "done")
			p.saved()
			p.seeResult()
			result := p.resultFragment()
			at(result, "result")
			p.tap(".provisional button")
			at("#/check/six-rules", "check")
			p.tap(`footer a[href="#/data"]`)
			at("#/data", "data")
			p.tap(`[data-record] a[href="` + result + `"]`)
			at(result, "result")
			p.back()
			at("#/data", "data")
			p.back()
			at("#/check/six-rules", "check")
			p.awaitAnswers("six-rules", map[string]string{"six-rules/3": "done"})
			p.back()
			at(result, "result")
			p.reload()
			p.ready()
			at(result, "result")
			require.Equal(t, "1", p.result().Score)
		})
	}
}

func (p *tab) back() {
	p.t.Helper()
	eval[any](p, `() => { history.back(); return null }`)
}
