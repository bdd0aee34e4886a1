package main

import (
	"fmt"
	"path/filepath"
	"sync/atomic"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// wire tells what travels: the sizes of the files, and what a first visit fetches.
func (l *lab) wire() error {
	page, err := readPacked(filepath.Join(l.site, "index.html"))
	if err != nil {
		return err
	}
	form, err := readPacked(filepath.Join(l.dir, "form", "index.html"))
	if err != nil {
		return err
	}
	fmt.Println("\nSizes in bytes           raw        gzip      brotli")
	for _, f := range []struct {
		name string
		packed
	}{{"index.html", page}, {"program", l.program}, {"form by hand", form}} {
		fmt.Printf("  %-14s %12d%12d%12d\n", f.name, len(f.raw), len(f.gzip), len(f.brotli))
	}
	l.judge(pageBudget, float64(len(page.brotli)))
	l.judge(programBudget, float64(len(l.program.brotli)))
	return l.fetched()
}

// fetched prints what a first visit brings over the line.
func (l *lab) fetched() error {
	fmt.Printf("\nBytes over the line, cold visit, %s\n", slowLine.name)
	for _, v := range []variant{{name: "go-app's handler", host: l.stock}, {name: "ours", host: l.ours}} {
		bytes, programs, err := l.fetchedBy(v.host)
		if err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
		fmt.Printf("  %-18s %9d by the page until Go is ready; program handed out %d times until it works offline\n", v.name, bytes, programs)
		if v.host == l.ours {
			l.judge(fetchBudget, float64(programs))
		}
	}
	return nil
}

func (l *lab) fetchedBy(h *host) (bytes int64, programs int, err error) {
	h.forget()
	var arrived atomic.Int64
	err = l.cold("about:blank", slowLine, "", func(t *tab) error {
		err := chromedp.Listen(t.ctx, func(event any) {
			if finished, ok := event.(*network.EventLoadingFinished); ok {
				arrived.Add(int64(finished.EncodedDataLength))
			}
		})
		if err != nil {
			return fmt.Errorf("listen to the network: %w", err)
		}
		if err := t.open(h.url + checkScreen); err != nil {
			return err
		}
		if _, err := t.wait("ready"); err != nil {
			return err
		}
		bytes = arrived.Load()
		_, err = evaluate[bool](t, "bench.offline()")
		return err
	})
	return bytes, h.programs(), err
}
