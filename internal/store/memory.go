package store

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
)

// Memory keeps values until the program ends: for tests, and for devices that keep nothing for us. The zero Memory is
// empty and ready for use.
type Memory struct {
	mu   sync.Mutex
	data map[Kind]map[string]string
}

// View implements Store.
func (m *Memory) View(_ context.Context, read func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return read(&memoryTx{data: m.data, readOnly: true})
}

// Update implements Store.
func (m *Memory) Update(_ context.Context, write func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	tx := &memoryTx{data: make(map[Kind]map[string]string)}
	for kind, values := range m.data {
		tx.data[kind] = maps.Clone(values)
	}
	if err := write(tx); err != nil {
		return err
	}
	m.data = tx.data
	return nil
}

var errReadOnly = errors.New("this transaction only reads")

type memoryTx struct {
	data     map[Kind]map[string]string
	readOnly bool
}

func (t *memoryTx) Get(k Kind, key string) (string, bool, error) {
	v, ok := t.data[k][key]
	return v, ok, nil
}

func (t *memoryTx) All(k Kind) ([]Entry, error) {
	all := make([]Entry, 0, len(t.data[k]))
	for key, value := range t.data[k] {
		all = append(all, Entry{key, value})
	}
	slices.SortFunc(all, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
	return all, nil
}

func (t *memoryTx) Put(k Kind, key, value string) error {
	if t.readOnly {
		return errReadOnly
	}
	if t.data[k] == nil {
		t.data[k] = make(map[string]string)
	}
	t.data[k][key] = value
	return nil
}

func (t *memoryTx) Delete(k Kind, key string) error {
	if t.readOnly {
		return errReadOnly
	}
	delete(t.data[k], key)
	return nil
}
