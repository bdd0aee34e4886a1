//go:build js && wasm

package idb_test

import (
	"context"
	"crypto/rand"
	"errors"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/require"

	"mamori/internal/store"
	"mamori/internal/store/idb"
	"mamori/internal/store/storetest"
)

// These tests need a real browser: package e2e compiles them, loads them into Chromium and reads the verdict.

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return idb.New("test-" + rand.Text()) })
}

func TestStore_reopens_a_connection_that_was_closed_under_it(t *testing.T) {
	name := "test-" + rand.Text()
	s := idb.New(name)
	restore := replace("IDBDatabase", "transaction", "function (...a) { this.close(); return original.apply(this, a); }")
	require.Error(t, s.Update(context.Background(), put), "a connection that dies each time is an error, not a loop")
	restore()
	require.NoError(t, s.Update(context.Background(), put), "as some phones do to a page in the background")
	require.NoError(t, idb.New(name).View(context.Background(), func(tx store.Tx) error {
		value, _, err := tx.Get(store.Records, "a")
		require.Equal(t, "1", value)
		return err
	}))
}

func TestStore_says_that_it_is_blocked(t *testing.T) {
	restore := replace("IDBFactory", "open", "function () { throw new DOMException('no', 'SecurityError'); }")
	err := idb.New("test-"+rand.Text()).Update(context.Background(), put)
	restore()
	require.ErrorIs(t, err, store.ErrBlocked)
}

func TestStore_says_that_there_is_no_room(t *testing.T) {
	s := idb.New("test-" + rand.Text())
	require.NoError(t, s.Update(context.Background(), put))
	restore := replace("IDBObjectStore", "put", "function () { throw new DOMException('full', 'QuotaExceededError'); }")
	err := s.Update(context.Background(), put)
	restore()
	require.ErrorIs(t, err, store.ErrFull)
	require.NoError(t, s.Update(context.Background(), put), "and goes on when there is room again")
}

func TestStore_says_that_a_newer_version_owns_the_database(t *testing.T) {
	name := "test-" + rand.Text()
	opened := make(chan struct{})
	request := js.Global().Get("indexedDB").Call("open", name, store.Version+1)
	done := js.FuncOf(func(js.Value, []js.Value) any {
		request.Get("result").Call("close")
		close(opened)
		return nil
	})
	request.Set("onsuccess", done)
	<-opened
	err := idb.New(name).Update(context.Background(), put)
	require.True(t, errors.Is(err, store.ErrNewer), "%v", err)
}

func put(tx store.Tx) error { return tx.Put(store.Records, "a", "1") }

// replace puts a JavaScript function in the place of a method of the browser, until restore is called. The function may call the
// method as original. (A Go function would do, but an exception thrown through it would end the program.)
func replace(class, method, function string) (restore func()) {
	prototype := js.Global().Get(class).Get("prototype")
	original := prototype.Get(method)
	prototype.Set(method, js.Global().Get("Function").New("original", "return "+function).Invoke(original))
	return func() { prototype.Set(method, original) }
}
