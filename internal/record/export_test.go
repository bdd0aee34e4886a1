package record_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/record"
)

func TestExport(t *testing.T) {
	records := []record.Record{sample(), record.New("def", "six-rules", "v4", noon)}
	data, err := record.EncodeExport(records, noon)
	require.NoError(t, err)
	t.Run("comes_back_as_it_was_written", func(t *testing.T) {
		back, err := record.DecodeExport(data)
		require.NoError(t, err)
		require.Equal(t, records, back)
	})
	t.Run("may_be_indented_by_hand", func(t *testing.T) {
		var pretty bytes.Buffer
		require.NoError(t, json.Indent(&pretty, data, "", "  "))
		back, err := record.DecodeExport(pretty.Bytes())
		require.NoError(t, err)
		require.Equal(t, records, back)
	})
	t.Run("that_was_changed_or_cut_is_refused", func(t *testing.T) {
		for _, bad := range [][]byte{
			bytes.Replace(data, []byte(`"done"`), []byte(`"no"`), 1),
			data[:len(data)/2], nil, []byte(`{}`), []byte(`{"format":"mamori.export"}`),
		} {
			_, err := record.DecodeExport(bad)
			require.ErrorIs(t, err, record.ErrDamaged)
		}
	})
	t.Run("of_a_newer_version_is_said_so", func(t *testing.T) {
		_, err := record.DecodeExport(bytes.Replace(data, []byte(`"version":1`), []byte(`"version":2`), 1))
		require.ErrorIs(t, err, record.ErrNewer)
	})
	t.Run("of_nothing_is_an_empty_list", func(t *testing.T) {
		data, err := record.EncodeExport(nil, noon)
		require.NoError(t, err)
		back, err := record.DecodeExport(data)
		require.NoError(t, err)
		require.Empty(t, back)
	})
}

func FuzzDecodeExport(f *testing.F) {
	data, err := record.EncodeExport([]record.Record{sample()}, noon)
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"format":"mamori.export","version":1,"records":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, _ := record.DecodeExport(data)
		_, err := record.EncodeExport(records, noon)
		require.NoError(t, err)
	})
}
