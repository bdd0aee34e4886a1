//go:build !js

package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// leave makes a page of the origin keep things of its own, as another application on the same web space does.
const leave = `async () => {
	for (const name of ['other-app-v1', 'mamori', 'mamori:/elsewhere/:abc']) {
		await (await caches.open(name)).put(location.origin + '/theirs', new Response('theirs'));
	}
	localStorage.setItem('other', 'theirs');
	sessionStorage.setItem('other', 'theirs');
	await new Promise((resolve, reject) => {
		const request = indexedDB.open('other', 7);
		request.onupgradeneeded = () => request.result.createObjectStore('things').put('theirs', 'key');
		request.onsuccess = () => { request.result.close(); resolve(); };
		request.onerror = () => reject(request.error);
	});
	return null;
}`

const found = `async () => {
	const found = { local: localStorage.getItem('other'), session: sessionStorage.getItem('other') };
	for (const name of ['other-app-v1', 'mamori', 'mamori:/elsewhere/:abc']) {
		found[name] = await (await (await caches.open(name)).match(location.origin + '/theirs'))?.text();
	}
	found.databases = (await indexedDB.databases()).filter((d) => d.name === 'other').map((d) => d.version).join();
	found.database = await new Promise((resolve, reject) => {
		const request = indexedDB.open('other');
		request.onsuccess = () => {
			const get = request.result.transaction('things').objectStore('things').get('key');
			get.onsuccess = () => { request.result.close(); resolve(get.result); };
		};
		request.onerror = () => reject(request.error);
	});
	return found;
}`

func TestNeighbours(t *testing.T) {
	t.Run("on the same origin keep what is theirs through install, update and use", func(t *testing.T) {
		theirs := map[string]string{
			"local": "theirs", "session": "theirs", "databases": "7", "database": "theirs",
			"other-app-v1": "theirs", "mamori": "theirs", "mamori:/elsewhere/:abc": "theirs",
		}
		for _, folder := range []string{"/", "/sub/"} {
			h := newHost(t, folder)
			p := newVisitor(t).newTab(h)
			p.navigate("http://" + h.addr + "/neighbour")
			eval[any](p, leave)

			p.start("#/check/six-rules")
			p.answer("six-rules/1", "done")
			p.saved()
			cache := get[string](p, "the page is installed", `async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				if (registration?.active?.state !== 'activated' || !navigator.serviceWorker.controller) return null;
				return (await caches.keys()).find((name) => name.startsWith('mamori:' + new URL(registration.scope).pathname + ':')) ?? null;
			}`)
			require.NotEmpty(t, cache)
			require.Equal(t, theirs, eval[map[string]string](p, found), "after the installation")

			files, version := nextSite(t)
			h.Put(files)
			p.reload()
			p.ready()
			p.acceptUpdate(version)
			require.Equal(t, theirs, eval[map[string]string](p, found), "after the update")
			require.NotContains(t, p.ourCaches(), cache)

			p.show("#/data", "data")
			p.tap("[data-record] .danger")
			p.tap("[data-record] .sure .danger")
			p.saved()
			require.Equal(t, theirs, eval[map[string]string](p, found), "after deleting")
		}
	})

	t.Run("in a folder below ours answer for themselves", func(t *testing.T) {
		h := newHost(t, "/")
		p := visitOnce(t, h)
		files, _ := nextSite(t)
		files["shop/index.html"] = files["index.html"]
		h.Put(files)
		seen := len(h.Log())
		p.navigate(h.URL("shop/index.html"))
		require.True(t, h.Asked("shop/index.html", seen))
		require.Equal(t, "/shop/index.html", eval[string](p, `() => location.pathname`))
	})
}
