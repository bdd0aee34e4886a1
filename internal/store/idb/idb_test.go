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
	restore := replace(js.Global().Get("IDBDatabase").Get("prototype"), "transaction", func(this js.Value, original js.Value, args []js.Value) any {
		this.Call("close") // as some phones do to a page in the background
		return original.Call("apply", this, args2array(args))
	})
	name := "test-" + rand.Text()
	s := idb.New(name)
	require.Error(t, s.Update(context.Background(), put), "a connection that dies each time is an error, not a loop")
	restore()
	require.NoError(t, s.Update(context.Background(), put))
	require.NoError(t, idb.New(name).View(context.Background(), func(tx store.Tx) error {
		value, _, err := tx.Get(store.Records, "a")
		require.Equal(t, "1", value)
		return err
	}))
}

func TestStore_says_that_it_is_blocked(t *testing.T) {
	restore := replace(js.Global().Get("IDBFactory").Get("prototype"), "open", func(js.Value, js.Value, []js.Value) any {
		return js.Global().Get("Reflect").Call("construct", js.Global().Get("Object"), js.Global().Get("Array").New(), js.Null())
	})
	err := idb.New("test-"+rand.Text()).Update(context.Background(), put)
	restore()
	require.ErrorIs(t, err, store.ErrBlocked)
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

// replace puts a function in the place of a method of the browser, until restore is called.
func replace(on js.Value, method string, with func(this, original js.Value, args []js.Value) any) (restore func()) {
	original := on.Get(method)
	f := js.FuncOf(func(this js.Value, args []js.Value) any { return with(this, original, args) })
	on.Set(method, f)
	return func() {
		on.Set(method, original)
		f.Release()
	}
}

func args2array(args []js.Value) js.Value {
	array := js.Global().Get("Array").New()
	for _, a := range args {
		array.Call("push", a)
	}
	return array
}
