package main

import (
	"fmt"
	"runtime"

	"github.com/chromedp/cdproto/emulation"
)

// header prints on what, and how, the figures were measured.
func (l *lab) header() error {
	return l.cold(l.form.url, freeLine, "", func(t *tab) error {
		version, err := t.version()
		if err != nil {
			return err
		}
		factor, err := t.slowedDown()
		if err != nil {
			return err
		}
		fmt.Printf(`mamori benchmark
  browser    %s, headless
  machine    %d CPUs, %s/%s, %s
  phone      screen %dx%d; processor slowed down %dx by DevTools (a fixed loop takes %.1fx as long here), which
             slows the main thread of the page, not its compiler threads nor its service worker
  line       %s, by DevTools, for the page and for its service workers; no limit where it says so
  servers    on this machine, HTTP/1.1, everything in brotli, the program the same bytes from both that serve it
  times      performance.now() inside the page, from the beginning of the navigation; a thing counts as shown after
             the frame that draws it; medians of %d rounds in which the variants take turns, lowest to highest in
             brackets; every cold visit in a new browser with an empty profile
`, version, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(),
			width, height, slowdown, factor, slowLine.name, l.rounds)
		return nil
	})
}

// slowedDown tells how much slower the page really is.
func (t *tab) slowedDown() (float64, error) {
	const warm = "bench.work(); bench.work()" // the first time is for the compiler
	slow, err := evaluate[float64](t, warm)
	if err != nil {
		return 0, err
	}
	if err := run(t.ctx, "end the slow-down", call(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1})); err != nil {
		return 0, err
	}
	quick, err := evaluate[float64](t, warm)
	return slow / quick, err
}
