package main

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const (
	// slowdown is how much slower than this machine's the processor of the phone is taken to be.
	slowdown = 4
	// The screen of the phone.
	width, height = 390, 844
	// patience is how long to wait for anything in a page.
	patience = time.Minute
)

// line is a connection to the network.
type line struct {
	name           string
	bytesPerSecond float64
	latency        time.Duration
}

var (
	slowLine = line{"1.6 Mbit/s, 150 ms", 1.6e6 / 8, 150 * time.Millisecond}
	freeLine = line{"unthrottled line", -1, 0}
)

//go:embed probe.js
var probe string

// under sets the conditions for everything that the tab opens from now on, and gives it the probe and a script that runs
// right after it.
func (t *tab) under(l line, script string) error {
	if err := t.limitWorkers(l); err != nil {
		return err
	}
	return run(t.ctx, "set the conditions",
		chromedp.EmulateViewport(width, height, chromedp.EmulateMobile, chromedp.EmulatePortrait),
		call(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: slowdown}),
		unwatched(),
		limit(l),
		call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: probe + script}),
	)
}

// unwatched ends what the driver watches of its own accord, because telling it of each new element, and holding back a copy of
// each file for it, would slow the page down.
func unwatched() chromedp.Action[chromedp.Void] {
	none := int64(1)
	return chromedp.Steps(
		call(css.Disable, cdp.Empty{}),
		call(dom.Disable, cdp.Empty{}),
		call(network.Disable, cdp.Empty{}),
		call(network.Enable, network.EnableParams{MaxTotalBufferSize: &none, MaxResourceBufferSize: &none}),
	)
}

// limit puts the page on a line. The driver has no type for this command.
func limit(l line) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		return target.Call(ctx, "Network.emulateNetworkConditions", l.conditions(), nil)
	})
}

func (l line) conditions() map[string]any {
	return map[string]any{
		"offline": false, "latency": l.latency.Milliseconds(),
		"downloadThroughput": l.bytesPerSecond, "uploadThroughput": l.bytesPerSecond,
	}
}

func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

func run(ctx context.Context, what string, steps ...chromedp.Action[chromedp.Void]) error {
	if err := chromedp.Do(ctx, steps...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
