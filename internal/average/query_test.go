//go:build !js

package average_test

import (
	"bytes"
	"database/sql"
	"testing"

	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"mamori/internal/average"
	"mamori/internal/average/generate"
	"mamori/internal/sector"
)

// loaded returns a database with a table of records, one line each, as average.sql asks for it.
func loaded(t *testing.T, lines []byte) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	_, err = db.Exec("CREATE TABLE records (line TEXT)")
	require.NoError(t, err)
	for line := range bytes.Lines(lines) {
		_, err := db.Exec("INSERT INTO records VALUES (?)", string(line))
		require.NoError(t, err)
	}
	return db
}

// queried runs the query and returns its rows as figures.
func queried(t *testing.T, db *sql.DB) []sector.Figure {
	t.Helper()
	query, err := average.Query()
	require.NoError(t, err)
	rows, err := db.Query(query)
	require.NoError(t, err)
	defer rows.Close()
	var all []sector.Figure
	for rows.Next() {
		f := sector.Figure{Value: new(float64), SD: new(float64), Q1: new(float64), Median: new(float64), Q3: new(float64)}
		require.NoError(t, rows.Scan(&f.Sector, &f.Size, &f.Target, &f.N, f.Value, f.SD, f.Q1, f.Median, f.Q3))
		all = append(all, f)
	}
	require.NoError(t, rows.Err())
	return all
}

func TestQuery_gives_the_same_figures(t *testing.T) {
	var lines bytes.Buffer
	require.NoError(t, generate.NDJSON(&lines, generate.Plan{N: 900, Seed: 6}))
	db := loaded(t, lines.Bytes())
	c, err := average.New(five)
	require.NoError(t, err)
	c.Read([]string{average.Stdin}, &lines, nil)
	f, _, err := c.File(average.Header{})
	require.NoError(t, err)

	type place struct{ sector, size, target string }
	ours := map[place]sector.Figure{}
	for _, fig := range f.Figures {
		ours[place{fig.Sector, fig.Size, fig.Target}] = fig
	}
	same := 0
	for _, theirs := range queried(t, db) {
		fig, ok := ours[place{theirs.Sector, theirs.Size, theirs.Target}]
		if !ok || fig.Suppressed {
			continue // the query does not hide what small groups could be computed from
		}
		same++
		require.Equal(t, theirs.N, fig.N, theirs)
		require.InDelta(t, *theirs.Value, *fig.Value, 5.1e-5)
		require.InDelta(t, *theirs.SD, *fig.SD, 5.1e-5)
		require.InDelta(t, *theirs.Q1, *fig.Q1, 5.1e-5)
		require.InDelta(t, *theirs.Median, *fig.Median, 5.1e-5)
		require.InDelta(t, *theirs.Q3, *fig.Q3, 5.1e-5)
	}
	shown := 0
	for _, fig := range f.Figures {
		if !fig.Suppressed {
			shown++
		}
	}
	require.Equal(t, shown, same, "the query has every figure that the file has")
}

func TestQuery_of_no_records_has_no_rows(t *testing.T) {
	require.Empty(t, queried(t, loaded(t, nil)))
}
