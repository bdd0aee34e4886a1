package average_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/average"
	"mamori/internal/record"
	"mamori/internal/sector"
)

func encoded(t *testing.T, records ...record.Record) string {
	t.Helper()
	var b strings.Builder
	for _, r := range records {
		data, err := record.Encode(r)
		require.NoError(t, err)
		b.Write(data)
		b.WriteByte('\n')
	}
	return b.String()
}

func export(t *testing.T, records ...record.Record) []byte {
	t.Helper()
	data, err := record.EncodeExport(records, noon)
	require.NoError(t, err)
	return data
}

func put(t *testing.T, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

// readAll reads inputs and returns the number of firms, what was complained of, and the report.
func readAll(t *testing.T, o average.Options, stdin string, inputs ...string) (n int, complaints []string, report average.Report) {
	t.Helper()
	c, err := average.New(o)
	require.NoError(t, err)
	c.Read(inputs, strings.NewReader(stdin), func(s string) { complaints = append(complaints, s) })
	f, report, err := c.File(average.Header{})
	if err == nil {
		fig, ok := find(f, sector.All, sector.All, "six-rules")
		require.True(t, ok)
		n = fig.N
	}
	return n, complaints, report
}

func TestRead(t *testing.T) {
	six := firms(t, 6, "six-rules", "done", maker)
	t.Run("names_what_it_cannot_read_and_goes_on", func(t *testing.T) {
		dir := t.TempDir()
		lines := put(t, dir, "all.ndjson", []byte(encoded(t, six[:5]...)+"{\"format\":\n"+encoded(t, six[5])))
		newer := put(t, dir, "newer.json", []byte(strings.Replace(encoded(t, six[0]), `"version":1`, `"version":9`, 1)))
		cut := put(t, dir, "cut.json", export(t, six...)[:300])
		changed := put(t, dir, "changed.json", bytes.Replace(export(t, six...), []byte("done"), []byte("notyet"), 1))
		n, complaints, report := readAll(t, five, "", filepath.Join(dir, "nowhere"), lines, newer, cut, changed)
		require.Equal(t, 6, n)
		require.Len(t, complaints, 5)
		for i, want := range []string{"nowhere: ", lines + ":6: ", newer + ": ", cut + ": ", changed + ": "} {
			require.Contains(t, complaints[i], want, "in the order of the input")
			require.NotContains(t, complaints[i], "\n")
		}
		require.Contains(t, complaints[2], "newer version")
		require.Contains(t, complaints[4], "hash")
		require.Equal(t, 5, report.Unreadable)
	})
	t.Run("takes_the_readable_records_of_an_export", func(t *testing.T) {
		bad := six[0]
		bad.ID = "not an id"
		n, complaints, _ := readAll(t, five, string(export(t, append(six, bad)...)), average.Stdin)
		require.Equal(t, 6, n)
		require.Len(t, complaints, 1)
		require.Contains(t, complaints[0], "standard input:1: record 7")
	})
	t.Run("walks_a_folder_and_leaves_other_files_alone", func(t *testing.T) {
		dir := t.TempDir()
		put(t, dir, "a/b/one.json", []byte(encoded(t, six[0])))
		put(t, dir, "a/rest.NDJSON", []byte(encoded(t, six[1:]...)))
		put(t, dir, "readme.txt", []byte("not for us"))
		n, complaints, report := readAll(t, five, "", dir)
		require.Equal(t, 6, n)
		require.Empty(t, complaints)
		require.Equal(t, 6, report.Documents)
	})
	t.Run("follows_a_link_to_a_folder", func(t *testing.T) {
		dir, link := t.TempDir(), filepath.Join(t.TempDir(), "link")
		put(t, dir, "all.ndjson", []byte(encoded(t, six...)))
		require.NoError(t, os.Symlink(dir, link))
		n, _, _ := readAll(t, five, "", link)
		require.Equal(t, 6, n)
	})
	t.Run("reads_an_indented_file_and_lines_in_a_file_of_any_name", func(t *testing.T) {
		dir := t.TempDir()
		pretty := put(t, dir, "one.json", []byte("\xef\xbb\xbf"+strings.ReplaceAll(encoded(t, six[0]), ",", ",\n  ")))
		n, complaints, _ := readAll(t, five, "", pretty, put(t, dir, "records.txt", []byte(encoded(t, six[1:]...))))
		require.Equal(t, 6, n)
		require.Empty(t, complaints)
	})
	t.Run("of_many_batches_keeps_the_order_of_complaints", func(t *testing.T) {
		var text strings.Builder
		for range 3000 {
			text.WriteString("x\n")
		}
		_, complaints, report := readAll(t, five, text.String(), average.Stdin)
		require.Equal(t, 3000, report.Unreadable)
		require.Contains(t, complaints[0], "standard input:1: ")
		require.Contains(t, complaints[2999], "standard input:3000: ")
	})
}

func TestRead_with_Latest_counts_each_firm_once(t *testing.T) {
	years := firms(t, 9, "six-rules", "done", maker)
	for i := range years {
		years[i].Changed = noon.AddDate(i%3, 0, 0)
	}
	// Three firms of three years each. The last year of the first firm came in an export of its own, joined by the second year.
	dir := t.TempDir()
	put(t, dir, "1a.json", export(t, years[0], years[1]))
	put(t, dir, "1b.json", export(t, years[1], years[2]))
	put(t, dir, "2.json", export(t, years[3:6]...))
	put(t, dir, "3.json", export(t, years[6:]...))
	latest := average.Options{Minimum: 3, Latest: true}
	n, _, report := readAll(t, latest, "", dir)
	require.Equal(t, 3, n)
	require.Equal(t, 6, report.Earlier)
	n, _, report = readAll(t, latest, "", filepath.Join(dir, "3.json"), filepath.Join(dir, "1b.json"), filepath.Join(dir, "2.json"), filepath.Join(dir, "1a.json"))
	require.Equal(t, 3, n, "in another order")
	n, _, report = readAll(t, average.Options{Minimum: 3}, "", dir)
	require.Equal(t, 9, n)
	require.Contains(t, report.String(), "4 exports hold several records")
}

// Whatever is read: no panic, and either a reason or a right file.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"format":"mamori.record","version":1,"id":"a","checklist":"six-rules","edition":"v4","answers":{"1":{"option":"done","at":"2026-10-05T12:00:00Z"}},"started":"2026-10-05T12:00:00Z","changed":"2026-10-05T12:00:00Z"}`))
	f.Add([]byte("{\"format\":\"mamori.export\",\"version\":1,\"records\":[]}\n\n[]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := average.New(average.Options{Minimum: 1, Drafts: true, Latest: true})
		require.NoError(t, err)
		c.Read([]string{average.Stdin}, bytes.NewReader(data), func(s string) { require.NotContains(t, s, "\n") })
		if file, _, err := c.File(average.Header{}); err == nil {
			require.NoError(t, sector.Lint(file))
		}
	})
}
