//go:build !js

package e2e

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/catalog"
	"mamori/internal/checklist"
)

// The official scheme, written down here once more and not taken from the catalogue: 4 / 2 / 0 / -1 points, parts of 5, 13 and
// 7 items.
var (
	officialPoints = map[string]int{"done": 4, "partly": 2, "no": 0, "unknown": -1}
	officialParts  = map[string][2]int{"1": {1, 5}, "2": {6, 18}, "3": {19, 25}}
)

func officialScore(given map[string]string, from, to int) string {
	sum := 0
	for n := from; n <= to; n++ {
		sum += officialPoints[given[fmt.Sprintf("self-check/%02d", n)]]
	}
	return strconv.Itoa(sum)
}

// expect is the result that the official scheme gives.
func expect(given map[string]string) result {
	parts := map[string]string{}
	for part, limits := range officialParts {
		parts[part] = officialScore(given, limits[0], limits[1])
	}
	return result{
		Score: officialScore(given, 1, 25), Answered: strconv.Itoa(len(given)), Items: "25", Sections: parts,
	}
}

func load(t *testing.T, id checklist.ID) *checklist.Checklist {
	t.Helper()
	list, err := catalog.Load(id)
	require.NoError(t, err)
	return list
}

// mix gives each item in turn one of some options.
func mix(list *checklist.Checklist, options ...string) map[string]string {
	given := map[string]string{}
	for i, field := range items(list) {
		given[field] = options[i%len(options)]
	}
	return given
}

func (p *tab) answerAll(list *checklist.Checklist, given map[string]string) {
	p.t.Helper()
	for i, field := range items(list) {
		p.answer(field, given[field])
		p.awaitText(fmt.Sprintf(`[data-progress=%q] p`, list.ID), fmt.Sprint(i+1))
	}
}

// seeResult presses the button at the end of a check.
func (p *tab) seeResult() {
	p.t.Helper()
	p.tap(".finish .primary")
	p.onScreen("result")
}

func TestAssessment(t *testing.T) {
	t.Run("of all 25 items gives the official score, its band, and what to do", func(t *testing.T) {
		list := load(t, "self-check")
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("")
		p.tap(`a.card[href="#/check/self-check"]`)
		p.onScreen("check")
		require.Equal(t, "25問中 0問", oneLine(p.text(`[data-progress="self-check"] p`)))
		given := mix(list, "done", "done", "done", "partly", "unknown")
		p.answerAll(list, given)
		require.Equal(t, "25問中 25問", oneLine(p.text(`[data-progress="self-check"] p`)))
		p.saved()

		p.seeResult()
		got := p.result()
		require.Equal(t, expect(given), got)
		require.Equal(t, "65", got.Score)
		require.Equal(t, "65", p.text(".score b"))
		p.awaitText(".verdict", list.Bands[2].Title.JA)
		require.Equal(t, 50, list.Bands[2].From)
		require.False(t, p.visible(".provisional"))

		require.Equal(t, 5, p.count(".list.unknown li"))
		for _, n := range []int{5, 10, 15, 20, 25} {
			p.awaitText(fmt.Sprintf(".list.unknown li:nth-child(%d)", n/5), list.Questions()[n-1].Ask.JA)
		}
		require.Equal(t, 5, p.count(".list.weak li"))
		require.Equal(t, 15, p.count(".list.strong li"))
		require.Equal(t, 3, p.count(".steps > li"))
		require.Equal(t, 3, eval[int](p, `() => new Set([...document.querySelectorAll('.steps .title')].map((e) => e.innerText)).size`))

		t.Run("and one tap from the result changes an answer and the score", func(t *testing.T) {
			p.tap(".list.unknown li:nth-child(2) button")
			p.onScreen("check")
			p.await("item 10 has the focus", `() => document.activeElement.name === 'self-check/10'`)
			p.answer("self-check/10", "done")
			given["self-check/10"] = "done"
			p.seeResult()
			require.Equal(t, expect(given), p.result())
			require.Equal(t, "70", p.text(".score b"))
			p.awaitText(".verdict", list.Bands[1].Title.JA)
			require.Equal(t, 4, p.count(".list.unknown li"))
		})

		t.Run("and the same result after a reload", func(t *testing.T) {
			p.saved()
			p.reload()
			p.ready()
			p.onScreen("result")
			require.Equal(t, expect(given), p.result())
		})
	})

	t.Run("that is not finished says so and what it counts", func(t *testing.T) {
		list := load(t, "self-check")
		given := map[string]string{"self-check/01": "done", "self-check/06": "unknown", "self-check/19": "partly"}
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/self-check")
		for field, option := range given {
			p.answer(field, option)
		}
		p.await("22 numbers are left at the end", `() => [...document.querySelectorAll('.numbers button')].filter((b) => b.checkVisibility()).length === 22`)
		p.seeResult()
		require.Equal(t, expect(given), p.result())
		p.awaitText(".verdict.provisional", "途中の点数です")
		p.awaitText(".verdict.provisional", "答えた3問だけ")
		for _, band := range list.Bands {
			require.NotContains(t, p.text(".verdict"), band.Title.JA)
		}
		require.Equal(t, 22, p.count(".list.open li"))
		p.tap(".provisional button")
		p.onScreen("check")
		p.await("the first open item has the focus", `() => document.activeElement.name === 'self-check/02'`)
	})

	t.Run("with nothing answered yet has no result to show", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/self-check")
		p.tap(".finish .primary")
		p.never("an empty assessment gets a score", `() => !!document.querySelector('main[data-score]')`)
		require.Empty(t, p.kept("records"))
	})

	t.Run("of the six rules counts those that are done", func(t *testing.T) {
		list := load(t, "six-rules")
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		given := mix(list, "done", "started", "done", "notyet", "done", "done")
		p.answerAll(list, given)
		require.Equal(t, "6問中 6問", oneLine(p.text(`[data-progress="six-rules"] p`)))
		p.seeResult()
		got := p.result()
		require.Equal(t, "4", got.Score)
		require.Equal(t, "6", got.Answered)
		require.Equal(t, "6", got.Items)
		p.awaitText(".verdict", list.Bands[1].Title.JA)
		require.Equal(t, 2, p.count(".steps > li"))

		p.tap(".list.weak li:nth-child(1) button")
		p.onScreen("check")
		p.answer("six-rules/2", "done")
		p.answer("six-rules/4", "done")
		p.seeResult()
		require.Equal(t, "6", p.result().Score)
		p.awaitText(".verdict", list.Bands[0].Title.JA)
		require.Zero(t, p.count(".steps > li"))
	})

	t.Run("of last year stays when a new one is started", func(t *testing.T) {
		list := load(t, "six-rules")
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		given := mix(list, "done", "notyet")
		p.answerAll(list, given)
		p.seeResult()
		old := p.resultFragment()
		p.show("#/", "home")
		p.tap(".past button:not(.button)") // copies the answers
		p.onScreen("check")
		p.awaitAnswers("six-rules", given)
		p.answer("six-rules/2", "done")
		p.saved()
		require.Len(t, p.kept("records"), 2)
		p.show(old, "result")
		require.Equal(t, "3", p.result().Score)
	})
}

func TestNextUnanswered(t *testing.T) {
	for _, c := range []struct{ name, program string }{{"before the program is there", theProgram}, {"with the program", "nothing"}} {
		t.Run(c.name+" the bar leads to the next item without an answer", func(t *testing.T) {
			h := newHost(t, "/")
			release := h.Hold(c.program)
			defer release()
			p := newVisitor(t).newTab(h)
			p.open("#/check/six-rules")
			if c.program != theProgram {
				p.ready()
			}
			p.answer("six-rules/1", "done")
			p.answer("six-rules/2", "done")
			p.answer("six-rules/4", "done")
			p.answer("six-rules/2", "started")
			for _, next := range []string{"six-rules/3", "six-rules/5", "six-rules/6", "six-rules/3"} {
				p.tap(`[data-next="six-rules"]`)
				p.await(next+" has the focus", `(name) => document.activeElement.name === name`, next)
			}
			for _, field := range []string{"six-rules/3", "six-rules/5", "six-rules/6"} {
				p.answer(field, "done")
			}
			p.await("no number is left at the end", `() => ![...document.querySelectorAll('.numbers button')].some((b) => b.checkVisibility())`)
		})
	}
}
