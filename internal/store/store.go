// Package store is the contract for keeping things on this device, with an in-memory implementation and, in storetest, the
// tests that every implementation must pass. Package idb holds the browser's.
//
// It promises that an Update happens as a whole or not at all, and that it is on the disk, not merely on its way there, when
// Update returns nil. It does not know what the values mean.
package store

import (
	"context"
	"errors"
)

// Name and Version are those of the database. The page's first script opens the same one (web/early.js), from the same
// Kinds, before the program has arrived.
const (
	Name    = "mamori"
	Version = 1
)

// Kind is a family of keys.
type Kind string

const (
	// Records holds assessments by their id.
	Records Kind = "records"
	// Journal holds changes that the page wrote down before the program had started, by time.
	Journal Kind = "journal"
	// Aside holds what could not be read, byte for byte, under the key it had.
	Aside Kind = "aside"
	// Settings holds small things that are not assessments.
	Settings Kind = "settings"
)

// Kinds are all families of keys. It may only grow, and only together with Version.
var Kinds = []Kind{Records, Journal, Aside, Settings}

var (
	// ErrBlocked says that this device keeps nothing for us: storage is missing, switched off or refused.
	ErrBlocked = errors.New("storage is blocked")
	// ErrFull says that there is no room.
	ErrFull = errors.New("storage is full")
	// ErrNewer says that the database belongs to a newer version of the program.
	ErrNewer = errors.New("storage belongs to a newer version")
)

// Entry is a value and its key.
type Entry struct {
	Key   string
	Value string
}

// Store keeps values.
type Store interface {
	// View runs a function that only reads, on one consistent state.
	View(ctx context.Context, read func(Tx) error) error
	// Update runs a function that may write. When it returns an error nothing has changed; when Update returns nil
	// everything is durable.
	Update(ctx context.Context, write func(Tx) error) error
}

// Tx is a transaction. It is of use only inside the function it was given to.
type Tx interface {
	// Get returns a value; ok is false when there is none.
	Get(k Kind, key string) (value string, ok bool, err error)
	// All returns the values of a kind by ascending key.
	All(k Kind) ([]Entry, error)
	Put(k Kind, key, value string) error
	// Delete takes a key away; a missing one is no error.
	Delete(k Kind, key string) error
}
