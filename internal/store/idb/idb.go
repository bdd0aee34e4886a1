//go:build js && wasm

// Package idb keeps things in the browser's IndexedDB, with strict durability. It exists in the browser program only.
//
// It promises what package store asks for. It opens the database when it is first used and opens it again when the browser
// has closed the connection, which some phones do to pages in the background.
package idb

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"syscall/js"
	"time"

	"github.com/hack-pad/go-indexeddb/idb"

	"mamori/internal/store"
)

// openTimeout bounds the wait for a database that another tab holds back.
const openTimeout = 10 * time.Second

// Store is an IndexedDB database. Make one with New.
type Store struct {
	name string
	mu   sync.Mutex
	db   *idb.Database
}

// New returns the store in the database of that name. Nothing is opened yet.
func New(name string) *Store { return &Store{name: name} }

// View implements store.Store.
func (s *Store) View(ctx context.Context, read func(store.Tx) error) error {
	return s.run(ctx, idb.TransactionOptions{Mode: idb.TransactionReadOnly}, read)
}

// Update implements store.Store.
func (s *Store) Update(ctx context.Context, write func(store.Tx) error) error {
	return s.run(ctx, idb.TransactionOptions{Mode: idb.TransactionReadWrite, Durability: idb.DurabilityStrict}, write)
}

// run runs a transaction. A connection that turns out to be dead is opened anew, once, and everything is done again: a
// transaction that could not even begin has changed nothing.
func (s *Store) run(ctx context.Context, opts idb.TransactionOptions, do func(store.Tx) error) error {
	err := s.attempt(ctx, opts, do)
	if is(err, "InvalidStateError") {
		s.forget()
		err = s.attempt(ctx, opts, do)
	}
	return named(err)
}

func (s *Store) attempt(ctx context.Context, opts idb.TransactionOptions, do func(store.Tx) error) error {
	db, err := s.open(ctx)
	if err != nil {
		return err
	}
	first, rest := string(store.Kinds[0]), make([]string, 0, len(store.Kinds)-1)
	for _, k := range store.Kinds[1:] {
		rest = append(rest, string(k))
	}
	t, err := db.TransactionWithOptions(opts, first, rest...)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := do(tx{ctx, t}); err != nil {
		_ = t.Abort() // the transaction may have ended by itself because of the same error
		return err
	}
	if err := t.Await(ctx); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

func (s *Store) open(ctx context.Context) (db *idb.Database, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db != nil {
		return s.db, nil
	}
	defer func() { // the library panics where the browser has no IndexedDB at all
		if r := recover(); r != nil {
			db, err = nil, fmt.Errorf("open %s: %w: %v", s.name, store.ErrBlocked, r)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, openTimeout)
	defer cancel()
	request, err := idb.Global().Open(ctx, s.name, store.Version, upgrade)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w: %w", s.name, store.ErrBlocked, err)
	}
	db, err = request.Await(ctx)
	switch {
	case is(err, "VersionError"):
		return nil, fmt.Errorf("open %s: %w: %w", s.name, store.ErrNewer, err)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w: %w", s.name, store.ErrBlocked, err)
	case ctx.Err() != nil:
		return nil, fmt.Errorf("open %s: %w: %w", s.name, store.ErrBlocked, ctx.Err())
	}
	s.db = db
	return db, nil
}

func (s *Store) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.db = nil
}

func upgrade(db *idb.Database, _, _ uint) error {
	have, err := db.ObjectStoreNames()
	if err != nil {
		return err
	}
	for _, k := range store.Kinds {
		if slices.Contains(have, string(k)) {
			continue
		}
		if _, err := db.CreateObjectStore(string(k), idb.ObjectStoreOptions{}); err != nil {
			return err
		}
	}
	return nil
}

// named puts the errors that callers act on in front of the browser's own.
func named(err error) error {
	if is(err, "QuotaExceededError") {
		return fmt.Errorf("%w: %w", store.ErrFull, err)
	}
	return err
}

// is reports whether an error is the browser's exception of that name: one that a request told of, or one that was thrown at once,
// which the library hands on as it came.
func is(err error, name string) bool {
	var thrown js.Error
	if errors.As(err, &thrown) && thrown.Type() == js.TypeObject && thrown.Get("name").String() == name {
		return true
	}
	return errors.Is(err, idb.NewDOMException(name))
}

type tx struct {
	ctx context.Context
	t   *idb.Transaction
}

func (t tx) Get(k store.Kind, key string) (string, bool, error) {
	objects, err := t.t.ObjectStore(string(k))
	if err != nil {
		return "", false, err
	}
	return t.get(objects, js.ValueOf(key))
}

func (t tx) get(objects *idb.ObjectStore, key js.Value) (string, bool, error) {
	request, err := objects.Get(key)
	if err != nil {
		return "", false, err
	}
	value, err := request.Await(t.ctx)
	if err != nil || value.IsUndefined() {
		return "", false, err
	}
	return text(value), true, nil
}

// All asks for the keys and then for each value: awaiting one request at a time keeps the transaction alive.
func (t tx) All(k store.Kind) ([]store.Entry, error) {
	objects, err := t.t.ObjectStore(string(k))
	if err != nil {
		return nil, err
	}
	request, err := objects.GetAllKeys()
	if err != nil {
		return nil, err
	}
	keys, err := request.Await(t.ctx)
	if err != nil {
		return nil, err
	}
	all := make([]store.Entry, 0, len(keys))
	for _, key := range keys {
		value, ok, err := t.get(objects, key)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, store.Entry{Key: text(key), Value: value})
		}
	}
	return all, nil
}

func (t tx) Put(k store.Kind, key, value string) error {
	objects, err := t.t.ObjectStore(string(k))
	if err != nil {
		return err
	}
	_, err = objects.PutKey(js.ValueOf(key), js.ValueOf(value)) // a failure ends the transaction, which reports it
	return err
}

func (t tx) Delete(k store.Kind, key string) error {
	objects, err := t.t.ObjectStore(string(k))
	if err != nil {
		return err
	}
	_, err = objects.Delete(js.ValueOf(key))
	return err
}

// text is the string form of whatever lies in the database: what is not a string there is not ours, and is refused later
// by whoever decodes it.
func text(v js.Value) string {
	if v.Type() == js.TypeString {
		return v.String()
	}
	return js.Global().Get("String").Invoke(v).String()
}
