package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

func TestBuild(t *testing.T) {
	wasm, exec := file(t, "app.wasm", "\x00asm"), file(t, "wasm_exec.js", "// loader")
	t.Run("fills_the_folder_with_the_site_and_nothing_else", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "site")
		require.NoError(t, os.MkdirAll(out, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(out, "left-over.txt"), nil, 0o600))
		require.NoError(t, run([]string{"build", "-wasm", wasm, "-exec", exec, "-out", out}))
		for _, name := range []string{"index.html", "index.html.br", "index.html.gz", "en.html", "sw.js", "manifest-ja.webmanifest"} {
			require.FileExists(t, filepath.Join(out, name))
		}
		require.NoFileExists(t, filepath.Join(out, "left-over.txt"))
	})
	t.Run("twice_gives_the_same_bytes", func(t *testing.T) {
		one, two := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "two")
		require.NoError(t, run([]string{"build", "-wasm", wasm, "-exec", exec, "-out", one}))
		require.NoError(t, run([]string{"build", "-wasm", wasm, "-exec", exec, "-out", two}))
		entries, err := os.ReadDir(one)
		require.NoError(t, err)
		for _, e := range entries {
			a, err := os.ReadFile(filepath.Join(one, e.Name()))
			require.NoError(t, err)
			b, err := os.ReadFile(filepath.Join(two, e.Name()))
			require.NoError(t, err)
			require.Equal(t, a, b, e.Name())
		}
	})
	t.Run("without_a_program_says_what_is_missing", func(t *testing.T) {
		require.ErrorContains(t, run([]string{"build", "-wasm", "nowhere.wasm", "-out", t.TempDir()}), "nowhere.wasm")
	})
}

func TestServe_without_a_site_says_how_to_make_one(t *testing.T) {
	require.ErrorContains(t, run([]string{"serve", "-dir", t.TempDir()}), "make build")
}

func TestCheck(t *testing.T) {
	t.Run("finds_nothing_wrong_with_the_built_in_checklists", func(t *testing.T) {
		require.NoError(t, run([]string{"check"}))
	})
	t.Run("lists_every_problem_of_a_file_with_place_and_reason", func(t *testing.T) {
		data, err := os.ReadFile("../../internal/catalog/data/six-rules.json")
		require.NoError(t, err)
		broken := strings.Replace(string(data), `"id": "3"`, `"id": "2"`, 1)
		broken = strings.Replace(broken, `"minutes": 1`, `"minutes": 0`, 1)
		err = run([]string{"check", file(t, "six-rules.json", broken)})
		require.ErrorContains(t, err, "item 2: stands twice")
		require.ErrorContains(t, err, "minutes: min 1")
	})
	t.Run("lists_every_problem_of_an_averages_file_with_place_and_reason", func(t *testing.T) {
		good := `{"format":"mamori.averages","version":1,"id":"town","edition":"2026","kind":"collected","publisher":{"ja":"p","en":"p"},
			"country":{"ja":"c","en":"c"},"population":{"ja":"q","en":"q"},"licence":{"ja":"l","en":"l"},"source":"s","surveyed":"2026","minimum":5,
			"checklists":{"self-check":"v3"},"figures":[
			{"sector":"E","size":"all","target":"self-check/01","unit":"points","n":7,"value":3},
			{"sector":"E","size":"all","target":"self-check/02","unit":"points","n":7,"value":3}]}`
		require.NoError(t, run([]string{"check", file(t, "any-name.json", good)}))
		bad := strings.Replace(good, `self-check/01","unit":"points","n":7`, `self-check/99","unit":"points","n":4`, 1)
		bad = strings.Replace(bad, `02","unit":"points","n":7,"value":3`, `02","unit":"level","value":3`, 1)
		err := run([]string{"check", file(t, "town.json", bad)})
		require.ErrorContains(t, err, "town.json")
		require.ErrorContains(t, err, `figures[0] (E, all, self-check/99): there is no item "99"`)
		require.ErrorContains(t, err, "figures[0] (E, all, self-check/99): n is 4")
		require.ErrorContains(t, err, "figures[1] (E, all, self-check/02): n is missing")
		require.ErrorContains(t, err, "figures[1] (E, all, self-check/02): is in level")
		require.ErrorContains(t, run([]string{"check", file(t, "cut.json", good[:300])}), "decode averages")
	})
	t.Run("says_that_a_file_is_not_there", func(t *testing.T) {
		require.ErrorContains(t, run([]string{"check", "nowhere.json"}), "nowhere.json")
	})
}

func TestRun_says_which_command_it_does_not_know(t *testing.T) {
	require.ErrorContains(t, run([]string{"fly"}), "fly")
	require.Error(t, run(nil))
}
