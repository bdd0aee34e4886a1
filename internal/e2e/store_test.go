//go:build !js

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// runner runs a test program of Go and keeps its verdict.
const runner = `<!doctype html><meta charset="utf-8"><script src="wasm_exec.js"></script><script>
const go = new Go();
go.argv = ["test", "-test.v"];
go.exit = (code) => { window.verdict = code; };
WebAssembly.instantiateStreaming(fetch("test.wasm"), go.importObject).then((program) => go.run(program.instance));
</script>`

// The browser's store has to pass the same tests as the one in memory, and some of its own, in a real browser.
func TestStore(t *testing.T) {
	root, err := moduleRoot()
	require.NoError(t, err)
	h := newHost(t, "/")
	h.Put(fstest.MapFS{
		"index.html":   {Data: []byte(runner)},
		"wasm_exec.js": {Data: read(t, filepath.Join(root, "dist", "wasm_exec.js"))},
		"test.wasm":    {Data: compileTests(t, root, "./internal/store/idb")},
	})
	p := newVisitor(t).newTab(h)
	p.navigate(h.URL(""))
	verdict := get[int](p, "the tests have ended", `() => window.verdict ?? null`)
	said := strings.Join(p.heard(), "\n")
	require.Zero(t, verdict, said)
	require.Contains(t, said, "--- PASS: TestStore/updates_from_many_sides_lose_nothing", "the tests really ran")
	require.Contains(t, said, "--- PASS: TestStore_reopens_a_connection_that_was_closed_under_it")
}

func compileTests(t *testing.T, root, pkg string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "test.wasm")
	cmd := exec.Command("go", "test", "-c", "-tags", "validator_novalidatefn", "-o", out, pkg)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, string(said))
	return read(t, out)
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err, "run make build first")
	return data
}
