package main

import (
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"mamori/internal/bundle"
)

// serve serves a site on this machine.
func serve(args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	dir := flags.String("dir", "dist/site", "the folder with the site")
	port := flags.Int("port", 8000, "the port")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		return fmt.Errorf("there is no site in %s (make build makes one): %w", *dir, err)
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", *port))
	if err != nil {
		return fmt.Errorf("port %d cannot be used (PORT=8001 make run takes another): %w", *port, err)
	}
	fmt.Printf("まもりチェック: http://%s/   (Ctrl+C で終わります)\n", listener.Addr())
	server := &http.Server{Handler: bundle.Handler(os.DirFS(*dir)), ReadHeaderTimeout: 10 * time.Second}
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
