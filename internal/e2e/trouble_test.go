//go:build !js

package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStorageBlocked(t *testing.T) {
	const (
		throwingLocalStorage = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
			Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`
		failingRequest = `const fail = (name) => { const r = new EventTarget(); r.error = new DOMException('refused', name);
			setTimeout(() => { const e = new Event('error', { cancelable: true }); r.onerror?.(e); r.dispatchEvent(e); }); return r; };`
	)
	for _, c := range []struct{ name, script string }{
		{"by a database that throws when it is opened", `IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };`},
		{"by a database that fails to open", failingRequest + `IDBFactory.prototype.open = () => fail('InvalidStateError');`},
		{"by a browser without a database", `delete Window.prototype.indexedDB; delete window.indexedDB;
			Object.defineProperty(window, 'indexedDB', { value: undefined });`},
		{"by a browser whose database is null", `Object.defineProperty(window, 'indexedDB', { value: null });`},
		{"by a browser that throws on every kind of storage", throwingLocalStorage +
			`Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });`},
	} {
		t.Run(c.name+" is said, and the page works on", func(t *testing.T) {
			h := newHost(t, "/")
			release := h.Hold(theProgram)
			p := newVisitor(t).newTab(h)
			p.before(c.script)
			p.open("#/check/six-rules")
			p.awaitVisible("#trouble")
			p.answer("six-rules/1", "done")
			p.note("six-rules/1", "済み")
			require.Zero(t, p.count("[data-saved]"))

			release()
			p.ready()
			p.awaitVisible("#trouble")
			require.Equal(t, 1, eval[int](p, `() => [...document.querySelectorAll('#trouble')].filter((e) => e.checkVisibility()).length`))
			p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
			require.Equal(t, "済み", p.noteText("six-rules/1"))
			p.answer("six-rules/2", "done")
			p.answer("six-rules/3", "notyet")
			p.seeResult()
			require.Equal(t, "2", p.result().Score)
			require.Equal(t, "3", p.result().Answered)
			p.awaitVisible("#trouble")
			p.never("something is called saved", `() => !!document.querySelector('[data-saved]')`)
			p.show("#/data", "data")
			p.awaitVisible("#trouble")
		})
	}

	t.Run("only for small things changes nothing", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.before(throwingLocalStorage)
		p.start("#/check/six-rules")
		p.answer("six-rules/1", "done")
		p.saved()
		require.False(t, p.visible("#trouble"))
		p.tap("#language")
		p.awaitText("main h1", "Six basic rules")
		p.reload()
		p.ready()
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done"})
	})

	t.Run("in the middle is said, and what could not be written is written later", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.before(`{
			const { put } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.put = function (...a) {
				if (window.full) throw new DOMException('no room', 'QuotaExceededError');
				return put.apply(this, a);
			};
		}`)
		p.start("#/check/six-rules")
		p.answer("six-rules/1", "done")
		p.saved()
		eval[any](p, `() => { window.full = true; return null }`)
		p.answer("six-rules/2", "started")
		p.awaitVisible("#trouble")
		p.never("a change that is not on the disk is called saved", `() => !!document.querySelector('[data-saved]')`)
		eval[any](p, `() => { window.full = false; return null }`)
		p.answer("six-rules/3", "notyet")
		p.saved()
		p.await("the notice is gone", `() => !document.querySelector('#trouble')`)
		p.reload()
		p.ready()
		p.awaitAnswers("six-rules", map[string]string{"six-rules/1": "done", "six-rules/2": "started", "six-rules/3": "notyet"})
	})
}

func TestProgramCannotStart(t *testing.T) {
	for _, c := range []struct{ name, script string }{
		{"because the browser has no WebAssembly", `delete window.WebAssembly;`},
		{"because the browser refuses to compile", `WebAssembly.instantiate = WebAssembly.instantiateStreaming = async () => { throw new WebAssembly.CompileError('refused'); };`},
	} {
		t.Run(c.name+" is said, and answers are still kept", func(t *testing.T) {
			p := newVisitor(t).newTab(newHost(t, "/"))
			p.before(c.script)
			p.open("#/check/self-check")
			p.awaitVisible("#boot-failed")
			p.awaitText("#boot-failed", ja.Notice.CannotStart)
			p.answer("self-check/02", "partly")
			p.note("self-check/03", "社長に聞く")
			p.saved()
			require.False(t, p.visible("#trouble"))
			p.reload()
			p.restored()
			p.awaitAnswers("self-check", map[string]string{"self-check/02": "partly"})
			require.Equal(t, "社長に聞く", p.noteText("self-check/03"))
			p.awaitVisible("#boot-failed")
		})
		t.Run(c.name+" does not keep the forms from being there without a line", func(t *testing.T) {
			h := newHost(t, "/")
			p := newVisitor(t).newTab(h)
			p.before(c.script)
			p.open("#/check/self-check")
			p.answer("self-check/02", "partly")
			p.saved()
			p.installed()
			h.Off()
			p.forgetLine()
			p.reload()
			p.restored()
			p.awaitAnswers("self-check", map[string]string{"self-check/02": "partly"})
		})
	}

	t.Run("any more because it has crashed is said, and answers are still kept", func(t *testing.T) {
		p := newVisitor(t).newTab(newHost(t, "/"))
		p.start("#/check/self-check")
		p.answer("self-check/01", "done")
		p.saved()
		// What the program asks of the browser fails as it never should.
		eval[any](p, `() => { history.replaceState = () => { throw new Error('crash'); }; return null }`)
		p.tap("#language")
		p.awaitVisible("#boot-stopped")
		p.answer("self-check/02", "partly")
		p.note("self-check/02", "あとで")
		p.saved()
		p.tap("#boot-stopped [data-reload]")
		p.await("the program runs again", `() => document.documentElement.dataset.ready && !document.documentElement.dataset.boot`)
		p.awaitAnswers("self-check", map[string]string{"self-check/01": "done", "self-check/02": "partly"})
		require.Equal(t, "あとで", p.noteText("self-check/02"))
	})
}
