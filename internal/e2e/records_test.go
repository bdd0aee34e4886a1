//go:build !js

package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRecords(t *testing.T) {
	t.Run("on the device are listed, deleted after a question, and brought back", func(t *testing.T) {
		given := map[string]string{"six-rules/1": "done", "six-rules/4": "started"}
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/data")
		require.Zero(t, p.count("[data-record]"))
		p.awaitText("main", ja.Data.Empty)

		p.show("#/check/self-check", "check")
		p.answer("self-check/01", "no")
		p.show("#/check/six-rules", "check")
		for field, option := range given {
			p.answer(field, option)
		}
		p.note("six-rules/4", "複合機も見る")
		p.saved()
		before := p.kept("records")
		p.show("#/data", "data")
		require.Equal(t, 2, p.count("[data-record]"))
		p.awaitText("[data-record]:first-of-type", "6問中2問")

		const card = `[data-record]:has(a[href^="#/result/"]):nth-of-type(1)`
		require.Equal(t, 1, p.count(card))
		p.tap(card + " .danger")
		p.awaitVisible(".sure")
		require.Len(t, p.kept("records"), 2, "it is deleted before the answer")
		p.tap(".sure button:not(.danger)")
		p.await("the question is taken back", `() => !document.querySelector('.sure')`)
		require.Equal(t, 2, p.count("[data-record]"))

		p.tap(card + " .danger")
		p.tap(".sure .danger")
		p.awaitVisible("#deleted")
		require.Equal(t, 1, p.count("[data-record]"))
		p.saved()
		require.Len(t, p.kept("records"), 1)
		p.tap("#deleted button")
		p.await("it is back", `() => document.querySelectorAll('[data-record]').length === 2`)
		require.False(t, p.visible("#deleted"))
		p.saved()
		require.Equal(t, before, p.kept("records"))
		p.reload()
		p.ready()
		require.Equal(t, 2, p.count("[data-record]"))
		p.show("#/check/six-rules", "check")
		p.awaitAnswers("six-rules", given)
		require.Equal(t, "複合機も見る", p.noteText("six-rules/4"))

		p.show("#/data", "data")
		p.tap(card + " .danger")
		p.tap(".sure .danger")
		p.awaitVisible("#deleted")
		p.saved()
		p.reload()
		p.ready()
		require.Equal(t, 1, p.count("[data-record]"))
		require.False(t, p.visible("#deleted"))
		p.show("#/check/six-rules", "check")
		p.awaitAnswers("six-rules", map[string]string{})
		p.show("#/check/self-check", "check")
		p.awaitAnswers("self-check", map[string]string{"self-check/01": "no"})
	})

	t.Run("with an address of their own say so when they are gone", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		p.answer("six-rules/1", "done")
		p.saved()
		result := p.resultFragment()
		p.show("#/data", "data")
		p.tap("[data-record] .danger")
		p.tap(".sure .danger")
		p.saved()
		p.show(result, "result")
		p.awaitText("main h1", ja.Result.Gone)
	})

	t.Run("can be opened again from the list", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		list := load(t, "six-rules")
		given := mix(list, "done", "started")
		p.answerAll(list, given)
		p.seeResult()
		p.show("#/data", "data")
		p.tap("[data-record] button:not(.danger)")
		p.onScreen("check")
		p.awaitAnswers("six-rules", given)
	})
}
