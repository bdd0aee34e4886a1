//go:build !js

package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestWebSpace(t *testing.T) {
	for _, c := range []struct {
		name         string
		plain, octet bool
		folder       string
		gz           bool // the program has to be fetched in its .gz copy
		offline      bool // a browser accepts a service worker only under the right type
	}{
		{name: "as it should be", folder: "/", offline: true},
		{name: "that does not compress", plain: true, folder: "/", gz: true, offline: true},
		{name: "that does not compress, in a folder", plain: true, folder: "/~mamori/check/", gz: true, offline: true},
		{name: "that knows no types", octet: true, folder: "/"},
		{name: "that neither compresses nor knows types", plain: true, octet: true, folder: "/sub/", gz: true},
	} {
		t.Run(c.name+" carries the page", func(t *testing.T) {
			h := newHost(t, c.folder)
			h.Plain, h.Octet = c.plain, c.octet
			p := newVisitor(t).newTab(h)
			p.start("#/check/six-rules")
			p.answer("six-rules/2", "done")
			p.saved()
			p.seeResult()
			require.Equal(t, "1", p.result().Score)

			program := named(t, builtSite(t), "app-", ".wasm")
			whole := len(builtSite(t)[program].Data)
			require.Equal(t, c.gz, h.Asked(program+".gz", 0))
			for _, r := range h.Log() {
				if c.gz && r.Name == program {
					require.Less(t, r.Sent, whole, "the program was fetched uncompressed")
				}
			}
			p.reload()
			p.ready()
			require.Equal(t, "1", p.result().Score)
			if c.offline {
				p.installed()
				for _, r := range h.Log() {
					if r.Name == program {
						require.Less(t, r.Sent, whole, "the program was fetched uncompressed for offline use")
					}
				}
			}
		})
	}

	t.Run("that has lost the program says so, and answers are kept until it is back", func(t *testing.T) {
		h := newHost(t, "/")
		files := builtSite(t)
		h.Put(without(files, theProgram))
		p := newVisitor(t).newTab(h)
		p.open("#/check/six-rules")
		p.awaitVisible("#boot-failed")
		p.answer("six-rules/2", "done")
		p.saved()
		h.Put(files)
		p.tap("#boot-failed [data-reload]")
		p.ready()
		p.awaitAnswers("six-rules", map[string]string{"six-rules/2": "done"})
	})
}
