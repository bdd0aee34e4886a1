package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/average/generate"
	"mamori/internal/sector"
)

// inventedLines returns invented records as NDJSON.
func inventedLines(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, generate.NDJSON(&b, generate.Plan{N: n, Seed: 1}))
	return b.String()
}

// with runs a function with standard input, output and error of its own, and returns what it wrote.
func with(t *testing.T, stdin *os.File, do func() error) (stdout, stderr string, err error) {
	t.Helper()
	in, out, complaints := os.Stdin, os.Stdout, os.Stderr
	defer func() { os.Stdin, os.Stdout, os.Stderr = in, out, complaints }()
	os.Stdin = stdin
	os.Stdout, os.Stderr = scratch(t), scratch(t)
	err = do()
	return contents(t, os.Stdout), contents(t, os.Stderr), err
}

func scratch(t *testing.T) *os.File {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "")
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func contents(t *testing.T, f *os.File) string {
	t.Helper()
	_, err := f.Seek(0, io.SeekStart)
	require.NoError(t, err)
	data, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(data)
}

// opened returns a file with a text, as a shell hands over a redirected input.
func opened(t *testing.T, text string) *os.File {
	t.Helper()
	f, err := os.Open(file(t, "stdin", text))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func nothing(t *testing.T) *os.File {
	t.Helper()
	f, err := os.Open(os.DevNull)
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func TestAverage(t *testing.T) {
	lines := inventedLines(t, 300)
	t.Run("writes_a_file_that_check_finds_right", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "averages.json")
		stdout, stderr, err := with(t, nothing(t), func() error {
			return run([]string{"average", file(t, "all.ndjson", lines), "--min", "6", "--out", out, "--id", "town-2026", "--publisher", "まち商工会"})
		})
		require.NoError(t, err)
		require.Empty(t, stdout)
		require.Contains(t, stderr, "counted")
		require.NoError(t, run([]string{"check", out}))
		data, err := os.ReadFile(out)
		require.NoError(t, err)
		f, err := sector.Decode(data)
		require.NoError(t, err)
		require.Equal(t, "town-2026", f.ID)
		require.Equal(t, "まち商工会", f.Publisher.JA)
		require.Equal(t, 6, f.Minimum)
	})
	t.Run("writes_to_standard_output_what_is_piped_in", func(t *testing.T) {
		for _, args := range [][]string{{"average"}, {"average", "-"}} {
			stdout, _, err := with(t, opened(t, lines), func() error { return run(args) })
			require.NoError(t, err)
			_, err = sector.Decode([]byte(stdout))
			require.NoError(t, err)
		}
	})
	t.Run("names_what_it_cannot_read_and_goes_on", func(t *testing.T) {
		_, stderr, err := with(t, opened(t, "{}\n"+lines), func() error { return run([]string{"average", "-", "nowhere.json"}) })
		require.NoError(t, err)
		require.Contains(t, stderr, "left out: standard input:1: ")
		require.Contains(t, stderr, "left out: nowhere.json: ")
	})
	t.Run("prints_the_query", func(t *testing.T) {
		stdout, _, err := with(t, nothing(t), func() error { return run([]string{"average", "--sql"}) })
		require.NoError(t, err)
		require.Contains(t, stdout, "('self-check', 'unknown', -1)")
		require.NotContains(t, stdout, "/*")
	})
}

func TestAverage_without_a_usable_record_says_so_and_writes_no_file(t *testing.T) {
	one, _, _ := strings.Cut(inventedLines(t, 1), "\n")
	cases := []struct {
		name, stdin string
		inputs      []string
		want        string
	}{
		{"no input", "", nil, "no input"},
		{"empty input", "\n", []string{"-"}, "no record that may count"},
		{"only unreadable input", "{}\nx\n", []string{"-"}, "no record that may count"},
		{"only a missing file", "", []string{"nowhere"}, "no record that may count"},
		{"fewer records than the minimum", one, []string{"-"}, "fewer records than the minimum of 5"},
		{"a minimum of nobody", one, []string{"-", "--min", "0"}, "minimum"},
		{"an option that there is not", one, []string{"-", "--max", "0"}, "max"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := nothing(t)
			if c.stdin != "" {
				in = opened(t, c.stdin)
			}
			out := filepath.Join(t.TempDir(), "averages.json")
			stdout, _, err := with(t, in, func() error { return run(append([]string{"average", "--out", out}, c.inputs...)) })
			require.ErrorContains(t, err, c.want)
			require.Empty(t, stdout)
			require.NoFileExists(t, out)
		})
	}
}
