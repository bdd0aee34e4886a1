// Package storetest is what every store.Store must pass. It is for tests only: the architecture test keeps it out of the browser
// program.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/store"
)

// Run runs the suite. Each call of open must return an empty store.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	tests := []struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"a_value_comes_back_as_it_was_put", comesBack},
		{"a_missing_key_is_not_there", missing},
		{"a_later_value_replaces_an_earlier", replaces},
		{"a_deleted_key_is_gone_and_deleting_it_again_is_no_error", deletes},
		{"all_values_come_by_ascending_key", ascending},
		{"kinds_do_not_share_keys", kinds},
		{"an_update_that_fails_changes_nothing", allOrNothing},
		{"an_update_sees_its_own_writes", ownWrites},
		{"a_view_cannot_write", viewReads},
		{"updates_from_many_sides_lose_nothing", concurrent},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

func update(t *testing.T, s store.Store, write func(store.Tx) error) {
	t.Helper()
	require.NoError(t, s.Update(context.Background(), write))
}

func get(t *testing.T, s store.Store, k store.Kind, key string) (value string, ok bool) {
	t.Helper()
	require.NoError(t, s.View(context.Background(), func(tx store.Tx) (err error) {
		value, ok, err = tx.Get(k, key)
		return err
	}))
	return value, ok
}

func comesBack(t *testing.T, s store.Store) {
	for _, want := range []string{"", "x", "日本語 🛡 \u0000 \n", `{"a":"<b>"}`} {
		update(t, s, func(tx store.Tx) error { return tx.Put(store.Records, "a", want) })
		value, ok := get(t, s, store.Records, "a")
		require.True(t, ok)
		require.Equal(t, want, value)
	}
}

func missing(t *testing.T, s store.Store) {
	_, ok := get(t, s, store.Records, "nobody")
	require.False(t, ok)
}

func replaces(t *testing.T, s store.Store) {
	update(t, s, func(tx store.Tx) error { return tx.Put(store.Records, "a", "1") })
	update(t, s, func(tx store.Tx) error { return tx.Put(store.Records, "a", "2") })
	value, _ := get(t, s, store.Records, "a")
	require.Equal(t, "2", value)
}

func deletes(t *testing.T, s store.Store) {
	update(t, s, func(tx store.Tx) error { return tx.Put(store.Records, "a", "1") })
	for range 2 {
		update(t, s, func(tx store.Tx) error { return tx.Delete(store.Records, "a") })
		_, ok := get(t, s, store.Records, "a")
		require.False(t, ok)
	}
}

func ascending(t *testing.T, s store.Store) {
	update(t, s, func(tx store.Tx) error {
		for _, key := range []string{"b", "a", "10", "9"} {
			if err := tx.Put(store.Journal, key, "v"+key); err != nil {
				return err
			}
		}
		return nil
	})
	require.NoError(t, s.View(context.Background(), func(tx store.Tx) error {
		all, err := tx.All(store.Journal)
		require.Equal(t, []store.Entry{{Key: "10", Value: "v10"}, {Key: "9", Value: "v9"}, {Key: "a", Value: "va"}, {Key: "b", Value: "vb"}}, all)
		return err
	}))
}

func kinds(t *testing.T, s store.Store) {
	for _, k := range store.Kinds {
		update(t, s, func(tx store.Tx) error { return tx.Put(k, "a", string(k)) })
	}
	for _, k := range store.Kinds {
		value, ok := get(t, s, k, "a")
		require.True(t, ok)
		require.Equal(t, string(k), value)
	}
}

func allOrNothing(t *testing.T, s store.Store) {
	update(t, s, func(tx store.Tx) error { return tx.Put(store.Records, "a", "1") })
	broken := errors.New("broken off")
	err := s.Update(context.Background(), func(tx store.Tx) error {
		require.NoError(t, tx.Put(store.Records, "a", "2"))
		require.NoError(t, tx.Put(store.Settings, "b", "2"))
		return broken
	})
	require.ErrorIs(t, err, broken)
	value, _ := get(t, s, store.Records, "a")
	require.Equal(t, "1", value)
	_, ok := get(t, s, store.Settings, "b")
	require.False(t, ok)
}

func ownWrites(t *testing.T, s store.Store) {
	update(t, s, func(tx store.Tx) error {
		require.NoError(t, tx.Put(store.Records, "a", "1"))
		value, ok, err := tx.Get(store.Records, "a")
		require.True(t, ok)
		require.Equal(t, "1", value)
		return err
	})
}

func viewReads(t *testing.T, s store.Store) {
	err := s.View(context.Background(), func(tx store.Tx) error { return tx.Put(store.Records, "a", "1") })
	require.Error(t, err)
	_, ok := get(t, s, store.Records, "a")
	require.False(t, ok)
}

// concurrent counts up from many sides at once: a lost update would show as a lower count.
func concurrent(t *testing.T, s store.Store) {
	const sides, each = 8, 5
	var all sync.WaitGroup
	failed := make([]error, sides)
	for side := range sides {
		all.Go(func() {
			for range each {
				if err := s.Update(context.Background(), countUp); err != nil {
					failed[side] = err
				}
			}
		})
	}
	all.Wait()
	require.NoError(t, errors.Join(failed...))
	value, _ := get(t, s, store.Settings, "count")
	require.Equal(t, fmt.Sprint(sides*each), value)
}

func countUp(tx store.Tx) error {
	value, _, err := tx.Get(store.Settings, "count")
	if err != nil {
		return err
	}
	n := 0
	_, _ = fmt.Sscan(value, &n) // no value yet is zero
	return tx.Put(store.Settings, "count", fmt.Sprint(n+1))
}
