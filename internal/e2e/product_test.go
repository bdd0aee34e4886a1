//go:build !js

package e2e

import (
	"fmt"
	"maps"
	"strings"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

// ja are the words of the screens. Tests that are about a word spell it out instead.
var ja = words.In(checklist.Japanese)

// start opens a page of the product and waits until the program has taken over.
func (p *tab) start(rel string) {
	p.t.Helper()
	p.open(rel)
	p.ready()
}

func (p *tab) ready() {
	p.t.Helper()
	p.await("the program has taken over", `() => document.documentElement.dataset.ready`)
}

// restored waits until kept answers are back in the static form.
func (p *tab) restored() {
	p.t.Helper()
	p.await("kept answers are back in the form", `() => document.documentElement.dataset.restored`)
}

// saved waits until the page says that everything is durable.
func (p *tab) saved() {
	p.t.Helper()
	p.await("the page says that it is saved", `() => document.querySelector('[data-saved]')`)
}

// show goes to a screen of the running program, as a link does.
func (p *tab) show(fragment, screen string) {
	p.t.Helper()
	eval[any](p, `(fragment) => { location.hash = fragment; return null }`, fragment)
	p.onScreen(screen)
}

// onScreen waits until a screen is there and at rest: the program scrolls and moves the focus after it has drawn.
func (p *tab) onScreen(screen string) {
	p.t.Helper()
	p.await("the screen is "+screen, `async (screen) => {
		const look = () => [document.querySelector('main').dataset.screen, scrollY, document.activeElement.id, document.activeElement.tagName].join();
		const before = look();
		for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
		return before === look() && document.querySelector('main').dataset.screen === screen;
	}`, screen)
}

// choice selects what a person taps to answer an item.
func choice(field, option string) string {
	return fmt.Sprintf(`label:has(input[name=%q][value=%q])`, field, option)
}

// answer taps an answer and waits until it shows; where the program runs, until it has counted it too.
func (p *tab) answer(field, option string) {
	p.t.Helper()
	p.tap(choice(field, option))
	p.await(field+" is answered "+option, `(field, option) =>
		document.querySelector('input[name="' + field + '"]:checked')?.value === option &&
		(!document.documentElement.dataset.ready || document.documentElement.dataset.boot || document.querySelector('[data-jump="' + field + '"]').hidden)`,
		field, option)
}

// note writes a note beside an item.
func (p *tab) note(field, text string) {
	p.t.Helper()
	p.tap(fmt.Sprintf(`[id="%s/memo"] summary`, field))
	p.tap(noteArea(field))
	p.write(text)
}

func noteArea(field string) string { return fmt.Sprintf(`textarea[name="note:%s"]`, field) }

// answers returns the checked radio buttons of a checklist: item -> option.
func (p *tab) answers(list string) map[string]string {
	p.t.Helper()
	return eval[map[string]string](p, `(list) => Object.fromEntries(
		[...document.querySelectorAll('input[type=radio]:checked')].filter((r) => r.name.startsWith(list + '/')).map((r) => [r.name, r.value]))`, list)
}

// awaitAnswers waits until exactly these answers of a checklist show.
func (p *tab) awaitAnswers(list string, want map[string]string) {
	p.t.Helper()
	p.await("the answers show", `(list, want) => {
		const checked = [...document.querySelectorAll('input[type=radio]:checked')].filter((r) => r.name.startsWith(list + '/'));
		return checked.length === Object.keys(want).length && checked.every((r) => want[r.name] === r.value);
	}`, list, want)
}

// kept returns what lies in a store of the database: key -> value. The program must have been there before.
func (p *tab) kept(store string) map[string]string {
	p.t.Helper()
	return eval[map[string]string](p, `async (store) => {
		`+openDatabase+`
		const keys = await done(db.transaction(store).objectStore(store).getAllKeys());
		const values = await done(db.transaction(store).objectStore(store).getAll());
		db.close();
		return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
	}`, store)
}

// keep puts values into a store of the database behind the program's back.
func (p *tab) keep(store string, entries map[string]string) {
	p.t.Helper()
	eval[any](p, `async (store, entries) => {
		`+openDatabase+`
		const t = db.transaction(store, 'readwrite');
		for (const [key, value] of Object.entries(entries)) t.objectStore(store).put(value, key);
		await new Promise((resolve, reject) => { t.oncomplete = resolve; t.onabort = () => reject(t.error); });
		db.close();
		return null;
	}`, store, entries)
}

const openDatabase = `
	const done = (r) => new Promise((resolve, reject) => { r.onsuccess = () => resolve(r.result); r.onerror = () => reject(r.error); });
	const db = await done(indexedDB.open('mamori'));`

// result is what a result screen says to other programs.
type result struct {
	Score, Answered, Items string
	Sections               map[string]string
}

// result waits for a result screen and reads it.
func (p *tab) result() result {
	p.t.Helper()
	return get[result](p, "a result shows", `() => {
		const main = document.querySelector('main[data-score]');
		if (!main) return null;
		const sections = [...main.querySelectorAll('[data-section]')].map((s) => [s.dataset.section, s.dataset.score]);
		return { Score: main.dataset.score, Answered: main.dataset.answered, Items: main.dataset.items, Sections: Object.fromEntries(sections) };
	}`)
}

// resultFragment returns the address of the result of the only assessment there is.
func (p *tab) resultFragment() string {
	p.t.Helper()
	records := p.kept("records")
	require.Len(p.t, records, 1)
	for id := range maps.Keys(records) {
		return "#/result/" + id
	}
	return ""
}

// installed waits until the service worker keeps every file of the site and is in charge, and returns the name of its cache.
func (p *tab) installed() string {
	p.t.Helper()
	return get[string](p, "the page is there for offline use", `async (files) => {
		const registration = await navigator.serviceWorker.getRegistration();
		if (registration?.active?.state !== 'activated' || !navigator.serviceWorker.controller) return null;
		const ours = (await caches.keys()).filter((name) => name.startsWith('mamori:' + new URL(registration.scope).pathname + ':'));
		if (ours.length !== 1) return null;
		const entries = await (await caches.open(ours[0])).keys();
		return entries.length === files ? ours[0] : null;
	}`, len(originals(builtSite(p.t)))-1) // the worker itself is kept by the browser
}

// version returns the version of the page that is open.
func (p *tab) version() string {
	p.t.Helper()
	return eval[string](p, `() => document.querySelector('script[data-version]').dataset.version`)
}

// items names the items of a checklist as its radio buttons do.
func items(list *checklist.Checklist) []string {
	var names []string
	for _, q := range list.Questions() {
		names = append(names, string(list.ID)+"/"+string(q.ID))
	}
	return names
}

// oneLine makes a text comparable however it is broken into lines.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
