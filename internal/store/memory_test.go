package store_test

import (
	"testing"

	"mamori/internal/store"
	"mamori/internal/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return &store.Memory{} })
}
