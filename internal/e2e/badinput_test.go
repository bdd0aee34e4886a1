//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestUnknownAddress(t *testing.T) {
	for _, fragment := range []string{"#/nonsense", "#/check/nope", "#/result/nope", "#%"} {
		t.Run(fragment+" says that there is no such page and leads home", func(t *testing.T) {
			p := newVisitor(t).newTab(newHost(t, "/"))
			p.start(fragment)
			p.awaitVisible("section.missing")
			require.NotEmpty(t, p.text("main h1"))
			p.tap("section.missing a")
			p.onScreen("home")
		})
	}

	t.Run("of any kind says so while the program runs", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("")
		for _, fragment := range []string{
			"#/nonsense", "#/check/", "#/check/nope", "#/check/self-check/03", "#/result/nope", "#/data/more", "#main", "#%", "#/%zz",
			"#/<b>", "#/日本", "#/" + strings.Repeat("x", 5000),
		} {
			eval[any](p, `(fragment) => { location.hash = fragment; return null }`, fragment)
			p.awaitVisible("section.missing")
			p.tap("section.missing a")
			p.onScreen("home")
		}
	})
}

const (
	goodRecord = `{"format":"mamori.record","version":1,"id":"good","checklist":"six-rules","edition":"v4",` +
		`"answers":{"1":{"option":"done","at":"2026-01-02T03:04:05.000Z"}},"started":"2026-01-02T03:04:05.000Z","changed":"2026-01-02T03:04:05.000Z"}`
	newerRecord = `{"format":"mamori.record","version":99,"id":"newer","anything":["else"]}`
)

func TestDamagedRecord(t *testing.T) {
	t.Run("is set aside byte for byte, and said, whatever is wrong with it", func(t *testing.T) {
		damaged := map[string]string{
			"no-json":                   "{garbage",
			"empty":                     "",
			"another-kind":              `{"format":"something.else","version":1}`,
			"cut-off":                   goodRecord[:len(goodRecord)/2],
			"filed-under-another-name":  goodRecord,
			"version-that-never-was":    strings.Replace(goodRecord, `"version":1`, `"version":-1`, 1),
			"letters-of-every-alphabet": "\x00\u2028日本語\U0001F600",
			"no-object":                 "null",
		}
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/data")
		p.keep("records", damaged)
		p.keep("records", map[string]string{"good": goodRecord})
		p.keep("settings", map[string]string{"open-six-rules": "good", "open-self-check": "cut-off"})
		p.reload()
		p.ready()
		p.awaitText("#aside", fmt.Sprint(len(damaged), "件"))
		require.Equal(t, damaged, p.kept("aside"))
		require.Equal(t, map[string]string{"good": goodRecord}, p.kept("records"))
		require.Equal(t, 1, p.count("[data-record]"))
		for name := range damaged {
			p.awaitText("main", name)
		}

		p.show("#/check/six-rules", "check")
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
		p.show("#/check/self-check", "check")
		p.answer("self-check/01", "no")
		p.saved()
		p.reload()
		p.ready()
		p.awaitAnswers("self-check", map[string]string{"self-check/01": "no"})
		require.Equal(t, damaged, p.kept("aside"))
		p.awaitVisible("#aside")
	})

	t.Run("does not overwrite another that was set aside under the same name", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/data")
		p.keep("aside", map[string]string{"bad": "older"})
		p.keep("records", map[string]string{"bad": "{garbage"})
		p.reload()
		p.ready()
		p.awaitText("#aside", "2件")
		aside := p.kept("aside")
		require.Len(t, aside, 2)
		require.Equal(t, "older", aside["bad"])
		require.Empty(t, p.kept("records"))
	})

	t.Run("in the journal of the page does not keep the others from being read", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/data")
		p.keep("journal", map[string]string{
			"2026-01-02T03:04:05.000Z-a-00000": "{garbage",
			"2026-01-02T03:04:06.000Z-a-00001": `{"checklist":"six-rules","item":"2","option":"done","at":"2026-01-02T03:04:06.000Z"}`,
			"2026-01-02T03:04:07.000Z-a-00002": `{"checklist":"nope","item":"2","option":"done","at":"2026-01-02T03:04:07.000Z"}`,
		})
		p.open("#/check/six-rules")
		p.ready()
		p.awaitAnswers("six-rules", map[string]string{"six-rules/2": "done"})
		p.awaitText("#aside", "2件")
		require.Empty(t, p.kept("journal"))
		require.Len(t, p.kept("aside"), 2)
	})

	t.Run("of a newer version stays where it is, and is said", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/data")
		p.keep("records", map[string]string{"newer": newerRecord, "good": goodRecord})
		p.reload()
		p.ready()
		p.awaitVisible("#aside")
		require.Equal(t, 1, p.count("[data-record]"))
		p.show("#/check/self-check", "check")
		p.answer("self-check/01", "no")
		p.saved()
		records := p.kept("records")
		require.Len(t, records, 3)
		require.Equal(t, newerRecord, records["newer"])
		require.Empty(t, p.kept("aside"))
	})
}

func TestNewerDatabase(t *testing.T) {
	t.Run("is left alone, and the page says to load it again", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/six-rules")
		p.answer("six-rules/1", "done")
		p.saved()
		p.navigate("http://" + p.host.addr + "/icon.svg") // no page of ours holds the database open
		eval[any](p, `() => new Promise((resolve, reject) => {
			const request = indexedDB.open('mamori', 99);
			request.onsuccess = () => { request.result.close(); resolve(null); };
			request.onerror = () => reject(request.error);
		})`)
		p.open("#/check/six-rules")
		p.awaitVisible("#trouble")
		p.ready()
		p.awaitText("#trouble", ja.Notice.Newer)
		p.answer("six-rules/2", "done")
		p.never("something is called saved", `() => !!document.querySelector('[data-saved]')`)
		p.seeResult()
		require.Equal(t, 99, eval[int](p, `async () => (await indexedDB.databases()).find((d) => d.name === 'mamori').version`))
	})
}
