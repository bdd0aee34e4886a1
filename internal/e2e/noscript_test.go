//go:build !js

package e2e

import (
	"bytes"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
)

func TestWithoutJavaScript(t *testing.T) {
	for _, c := range []struct {
		rel  string
		list checklist.ID
		lang checklist.Lang
	}{
		{"#/check/self-check", "self-check", checklist.Japanese},
		{"#/check/six-rules", "six-rules", checklist.Japanese},
		{"en.html#/check/self-check", "self-check", checklist.English},
	} {
		t.Run(c.rel+" can be read, answered and printed", func(t *testing.T) {
			list := load(t, c.list)
			p := newVisitor(t).newTab(newHost(t, "/"))
			call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
			p.open(c.rel)
			p.awaitVisible("noscript")
			for _, q := range list.Questions() {
				field := string(list.ID) + "/" + string(q.ID)
				p.awaitText(`[id="`+field+`"]`, q.Statement.In(c.lang))
				require.True(t, p.visible(`[id="`+field+`"]`))
			}
			require.Equal(t, list.Len(), eval[int](p, `() => [...document.querySelectorAll('fieldset.item')].filter((e) => e.checkVisibility()).length`))

			first, second := string(list.Options[0].ID), string(list.Options[1].ID)
			field := items(list)[4]
			p.answer(field, first)
			p.answer(field, second)
			p.answer(items(list)[0], first)
			p.awaitAnswers(string(list.ID), map[string]string{field: second, items(list)[0]: first})
			require.Zero(t, p.count("[data-saved]"), "nothing is kept, and nothing says so")

			pdf := call(p, page.PrintToPDF, page.PrintToPDFParams{})
			pages := bytes.Count(pdf.Data, []byte("/Type /Page\n"))
			require.True(t, bytes.HasPrefix(pdf.Data, []byte("%PDF-")))
			require.Greater(t, pages, list.Len()/20)
		})
	}

	t.Run("the first screen leads to the forms and back", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		p.open("")
		require.False(t, p.visible("fieldset.item"))
		p.tap(`a.card[href="#/check/six-rules"]`)
		p.awaitVisible(`[id="six-rules/1"]`)
		require.False(t, p.visible(`[id="self-check/01"]`))
		p.tap("header .brand")
		p.awaitVisible(`a.card[href="#/check/six-rules"]`)
	})
}

func TestPrintedResult(t *testing.T) {
	list := load(t, "self-check")
	p := newVisitor(t).newTab(newHost(t, "/"))
	p.start("#/check/self-check")
	for i, field := range items(list) {
		eval[any](p, `(field, n) => { document.querySelectorAll('input[name="' + field + '"]')[n].click(); return null }`, field, i%4)
	}
	p.saved()
	p.seeResult()
	pdf := call(p, page.PrintToPDF, page.PrintToPDFParams{})
	require.Greater(t, bytes.Count(pdf.Data, []byte("/Type /Page\n")), 1)
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.True(t, p.visible(".score b"))
	require.False(t, p.visible("button"), "a button is of no use on paper")
}
