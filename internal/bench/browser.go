package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// chromium finds the installed browser.
func chromium() (string, error) {
	for _, name := range []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium found: install one, or set CHROME to its path")
}

// flags keep the browser from doing anything of its own accord during a measurement.
func flags(profile string) []chromedp.ExecAllocatorOption {
	options := []chromedp.ExecAllocatorOption{
		chromedp.UserDataDir(profile),
		chromedp.Flag("headless", "new"),
		chromedp.WindowSize(width, height),
	}
	for _, name := range []string{
		"no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "no-default-browser-check", "disable-extensions",
		"disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars", "mute-audio",
		"disable-background-timer-throttling", "disable-renderer-backgrounding", "disable-backgrounding-occluded-windows",
	} {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// tab is the one tab of a browser of its own.
type tab struct {
	ctx     context.Context
	cancel  func()
	console console
}

// openTab starts a browser on a profile.
func openTab(executable, profile string) (*tab, error) {
	options := append(flags(profile), chromedp.ExecPath(executable))
	allocated, release := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocated)
	t := &tab{ctx: ctx, cancel: func() { cancel(); release() }}
	if err := chromedp.Do(ctx); err != nil {
		t.cancel()
		return nil, fmt.Errorf("start %s: %w", executable, err)
	}
	if err := t.console.listen(t); err != nil {
		t.cancel()
		return nil, err
	}
	return t, nil
}

// close ends the browser as a person would, so that it writes down what it has to.
func (t *tab) close() error {
	ctx, cancel := context.WithTimeout(t.ctx, 20*time.Second)
	defer cancel()
	err := chromedp.Cancel(ctx)
	t.cancel()
	if err != nil {
		return fmt.Errorf("close the browser: %w", err)
	}
	return nil
}

// version is what the browser says of itself.
func (t *tab) version() (string, error) {
	v, err := chromedp.CallBrowser(t.ctx, browser.GetVersion, cdp.Empty{})
	if err != nil {
		return "", fmt.Errorf("ask for the version: %w", err)
	}
	return v.Product, nil
}

// open goes to an address. It comes back when the new page has begun; how long that takes is the page's to say.
func (t *tab) open(address string) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	answer, err := chromedp.Call(ctx, page.Navigate, page.NavigateParams{URL: address})
	if err == nil && answer.ErrorText != "" {
		err = errors.New(answer.ErrorText)
	}
	if err != nil {
		return fmt.Errorf("open %s: %w", address, err)
	}
	return nil
}

// wait returns when the page reached a mark of the probe, in milliseconds since its navigation began.
func (t *tab) wait(mark string) (float64, error) {
	at, err := evaluate[float64](t, fmt.Sprintf("bench.wait(%q)", mark))
	if err != nil {
		return 0, fmt.Errorf("%w; %s", err, &t.console)
	}
	return at, nil
}

// evaluate returns the value of an expression in the page; a promise is waited for.
func evaluate[T any](t *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return v, fmt.Errorf("evaluate %s: %w", expression, err)
	}
	return v, nil
}
