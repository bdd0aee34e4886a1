package average_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/average"
)

func TestWriteFile(t *testing.T) {
	t.Run("replaces_a_file_in_one_step_and_leaves_nothing_beside_it", func(t *testing.T) {
		dir := t.TempDir()
		name := put(t, dir, "out.json", []byte("old"))
		require.NoError(t, average.WriteFile(name, []byte("new")))
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, "new", string(data))
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, 1)
	})
	t.Run("that_fails_names_the_file_and_leaves_nothing", func(t *testing.T) {
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "folder"), 0o755))
		require.ErrorContains(t, average.WriteFile(filepath.Join(dir, "folder"), []byte("new")), "folder")
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, 1)
		require.ErrorContains(t, average.WriteFile(filepath.Join(dir, "nowhere", "out.json"), nil), "out.json")
	})
}
