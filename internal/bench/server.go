package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// host serves one variant on this machine and remembers what it has handed out.
type host struct {
	url    string
	server *http.Server

	mu   sync.Mutex
	sent map[string]int // bodies by path
}

func serve(handler http.Handler) (*host, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("open a port: %w", err)
	}
	h := &host{url: "http://" + listener.Addr().String() + "/", sent: map[string]int{}}
	h.server = &http.Server{Handler: h.counting(handler), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		if err := h.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			fmt.Println("the server has stopped:", err)
		}
	}()
	return h, nil
}

// stop switches the host off, with every connection that is still open.
func (h *host) stop() error {
	if err := h.server.Close(); err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	return nil
}

func (h *host) counting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(status, r)
		if status.status != http.StatusOK {
			return // a "not modified" hands nothing out
		}
		h.mu.Lock()
		defer h.mu.Unlock()
		h.sent[r.URL.Path]++
	})
}

// forget starts the count anew.
func (h *host) forget() {
	h.mu.Lock()
	defer h.mu.Unlock()
	clear(h.sent)
}

// programs is how often the program was handed out, in whatever form.
func (h *host) programs() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for p, times := range h.sent {
		if strings.Contains(path.Base(p), ".wasm") {
			n += times
		}
	}
	return n
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}
