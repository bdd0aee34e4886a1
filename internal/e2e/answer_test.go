//go:build !js

package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/stretchr/testify/require"

	"mamori/internal/catalog"
)

// theProgram is the part of the site that arrives last.
const theProgram = "app-*.wasm*"

// place is where a person is on the page.
type place struct {
	Focus      string
	Start, End int
	ScrollY    float64
	Open       []string
}

func (p *tab) place() place {
	p.t.Helper()
	return eval[place](p, `() => {
		const active = document.activeElement;
		const fieldset = active.closest('fieldset');
		return {
			Focus: [active.tagName, active.id, active.className, fieldset ? fieldset.id : '', active.innerText.slice(0, 20)].join(' '),
			Start: active.selectionStart ?? 0, End: active.selectionEnd ?? 0,
			ScrollY: Math.round(scrollY),
			Open: [...document.querySelectorAll('details[open]')].map((d) => d.id),
		};
	}`)
}

func TestAnswer(t *testing.T) {
	t.Run("given before the program arrives is kept", func(t *testing.T) {
		h := newHost(t, "/")
		release := h.Hold(theProgram)
		p := newVisitor(t).newTab(h)
		p.open("#/check/self-check")
		p.answer("self-check/03", "partly")
		p.answer("self-check/04", "unknown")
		p.note("self-check/04", "店長に聞く")
		p.answer("self-check/20", "done")
		p.saved()
		want := map[string]string{"self-check/03": "partly", "self-check/04": "unknown", "self-check/20": "done"}

		release()
		p.ready()
		p.awaitAnswers("self-check", want)
		require.Equal(t, "店長に聞く", p.noteText("self-check/04"))
		p.saved()

		p.reload()
		p.ready()
		p.awaitAnswers("self-check", want)
		require.Equal(t, "店長に聞く", p.noteText("self-check/04"))
	})

	t.Run("given on a visit that ended before the program came is there on the next", func(t *testing.T) {
		h := newHost(t, "/")
		release := h.Hold(theProgram)
		v := newVisitor(t)
		want := map[string]string{"six-rules/2": "started", "six-rules/6": "done"}
		first := v.newTab(h)
		first.open("#/check/six-rules")
		first.answer("six-rules/2", "notyet")
		first.answer("six-rules/6", "done")
		first.answer("six-rules/2", "started")
		first.note("six-rules/6", "木曜に確認")
		first.saved()
		first.close()

		second := v.newTab(h)
		second.open("#/check/six-rules")
		second.restored()
		second.awaitAnswers("six-rules", want)
		require.Equal(t, "木曜に確認", second.noteText("six-rules/6"))
		second.close()

		release()
		third := v.newTab(h)
		third.start("#/check/six-rules")
		third.awaitAnswers("six-rules", want)
		require.Equal(t, "木曜に確認", third.noteText("six-rules/6"))
	})

	t.Run("tapped while the program arrives is kept", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		arrive := p.holdTakeover("#/check/self-check")
		at := p.find(choice("self-check/02", "done"))
		p.press(at)
		arrive()
		p.never("the page is not replaced under the finger", `() => !!document.documentElement.dataset.ready`)
		p.release(at)
		p.ready()
		p.awaitAnswers("self-check", map[string]string{"self-check/02": "done"})
		p.saved()
		p.reload()
		p.restored()
		p.awaitAnswers("self-check", map[string]string{"self-check/02": "done"})
	})

	t.Run("being composed while the program arrives is kept", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		arrive := p.holdTakeover("#/check/self-check")
		p.note("self-check/02", "確認：")
		call(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "たんとう", SelectionStart: 4, SelectionEnd: 4})
		arrive()
		p.never("the page is not replaced under a half-typed word", `() => !!document.documentElement.dataset.ready`)
		p.write("担当")
		p.ready()
		require.Equal(t, "確認：担当", p.noteText("self-check/02"))
		p.write("者")
		p.saved()
		p.reload()
		p.ready()
		require.Equal(t, "確認：担当者", p.noteText("self-check/02"))
	})

	t.Run("given by keyboard in the very moment of the take-over is kept", func(t *testing.T) {
		list, err := catalog.Load("self-check")
		require.NoError(t, err)
		h := newHost(t, "/")
		release := h.Hold(theProgram)
		p := newVisitor(t).newTab(h)
		p.open("#/check/self-check")
		p.restored()
		// No pointer goes down, so nothing tells the page to wait: every few milliseconds another item gets another answer.
		eval[any](p, `(fields, options) => {
			window.given = {};
			let n = 0, after = 0;
			const timer = setInterval(() => {
				const field = fields[n % fields.length], option = options[Math.floor(n / fields.length) % options.length];
				n++;
				const radio = document.querySelector('input[name="' + field + '"][value="' + option + '"]');
				if (!radio || radio.checked) return;
				radio.click();
				given[field] = option;
				if (document.documentElement.dataset.ready && ++after > fields.length) { clearInterval(timer); window.enough = true; }
			}, 3);
			return null;
		}`, items(list), []string{"done", "partly", "no", "unknown"})
		release()
		p.ready()
		p.await("some more answers are given", `() => window.enough`)
		given := eval[map[string]string](p, `() => given`)
		require.Len(t, given, list.Len())
		p.awaitAnswers("self-check", given)
		p.saved()
		p.reload()
		p.ready()
		p.awaitAnswers("self-check", given)
	})
}

// noteText returns what stands in the note field of an item.
func (p *tab) noteText(field string) string {
	p.t.Helper()
	return eval[string](p, `(selector) => document.querySelector(selector).value`, noteArea(field))
}

// holdTakeover opens a page where the program has arrived and is about to ask for a calm moment to take over. It asks when
// arrive is called.
func (p *tab) holdTakeover(rel string) (arrive func()) {
	p.t.Helper()
	release := p.host.Hold(theProgram)
	p.open(rel)
	eval[any](p, `() => {
		const { calm } = mamoriEarly;
		mamoriEarly.calm = async () => { window.arrived = true; await new Promise((go) => { window.arrive = go; }); return calm(); };
		return null;
	}`)
	release()
	p.await("the program has arrived", `() => window.arrived`)
	return func() { eval[any](p, `() => { window.arrive(); return null }`) }
}

func TestPlaceOnThePage(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(p *tab)
	}{
		{"on a radio button", func(p *tab) { p.answer("self-check/08", "no") }},
		{"in a note, with some of it selected", func(p *tab) {
			p.note("self-check/08", "業者に確認する")
			eval[any](p, `(s) => { document.querySelector(s).setSelectionRange(2, 4); return null }`, noteArea("self-check/08"))
		}},
		{"on a help that was opened", func(p *tab) { p.tap(`[id="self-check/08/look"] summary`) }},
		{"on the way to the next item", func(p *tab) { p.focus(`[data-next="self-check"]`) }},
		{"on a link of the footer", func(p *tab) { p.focus(`footer a[href="#/about"]`) }},
	} {
		t.Run(c.name+" stays when the program takes over", func(t *testing.T) {
			h := newHost(t, "/")
			release := h.Hold(theProgram)
			p := newVisitor(t).newTab(h)
			p.open("#/check/self-check")
			p.answer("self-check/07", "partly")
			p.tap(`[id="self-check/06/look"] summary`)
			c.leave(p)
			p.saved()
			eval[any](p, `() => { scrollBy({ top: 37, behavior: 'instant' }); return null }`)
			before := p.place()
			require.Contains(t, before.Open, "self-check/06/look")
			require.Positive(t, before.ScrollY)

			release()
			p.ready()
			p.saved() // everything that follows the take-over has been drawn
			require.Equal(t, before, p.place())
		})
	}
}

func (p *tab) focus(selector string) {
	p.t.Helper()
	p.find(selector)
	eval[any](p, `(selector) => { document.querySelector(selector).focus({ preventScroll: true }); return null }`, selector)
}
