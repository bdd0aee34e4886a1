package generate_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/average/generate"
	"mamori/internal/checklist"
	"mamori/internal/record"
)

func TestNDJSON(t *testing.T) {
	plan := generate.Plan{N: 300, Seed: 1}
	var one, two, other bytes.Buffer
	require.NoError(t, generate.NDJSON(&one, plan))
	t.Run("is_the_same_for_the_same_seed", func(t *testing.T) {
		require.NoError(t, generate.NDJSON(&two, plan))
		require.Equal(t, one.String(), two.String())
		require.NoError(t, generate.NDJSON(&other, generate.Plan{N: 300, Seed: 2}))
		require.NotEqual(t, one.String(), other.String())
	})
	t.Run("has_records_of_every_kind_and_each_can_be_read", func(t *testing.T) {
		kinds := map[string]int{}
		ids := map[record.ID]bool{}
		for _, line := range bytes.Split(bytes.TrimSpace(one.Bytes()), []byte("\n")) {
			r, err := record.Decode(line)
			require.NoError(t, err)
			kinds["of "+string(r.Checklist)]++
			for kind, is := range map[string]bool{"draft": r.Draft(), "nowhere": r.Profile == record.Profile{}, "other edition": r.Edition == "of-another-year", "twice": ids[r.ID]} {
				if is {
					kinds[kind]++
				}
			}
			ids[r.ID] = true
		}
		require.Len(t, ids, 300)
		for _, kind := range []string{"of self-check", "of six-rules", "of management", "draft", "nowhere", "other edition", "twice"} {
			require.Positive(t, kinds[kind], kind)
		}
	})
	t.Run("of_an_unknown_checklist_is_refused", func(t *testing.T) {
		require.Error(t, generate.NDJSON(&other, generate.Plan{N: 1, Checklists: []checklist.ID{"nope"}}))
	})
}
