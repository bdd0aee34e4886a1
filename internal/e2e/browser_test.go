//go:build !js

package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// patience is how long a test waits for what must come. It is no statement about how fast it should come.
const patience = 30 * time.Second

// TestMain ends the browser that most tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	if closeShared != nil {
		closeShared()
	}
	os.Exit(code)
}

var closeShared func()

// shared starts the browser that tests use, each in a profile of its own. Only tests that end their browser start another.
var shared = sync.OnceValues(func() (context.Context, error) {
	dir, err := os.MkdirTemp("", "mamori-browser-")
	if err != nil {
		return nil, err
	}
	ctx, stop, err := startBrowser(dir)
	closeShared = func() {
		stop()
		os.RemoveAll(dir)
	}
	return ctx, err
})

func startBrowser(dir string, more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc, error) {
	program, err := findBrowser()
	if err != nil {
		return nil, func() {}, err
	}
	options := append([]chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program),
		chromedp.UserDataDir(dir),
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.NoSandbox, // the tests run as root in containers, and see only our own pages
		chromedp.DisableGPU,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		// Each test loads the program anew and for a moment: optimizing it in the background would only take the time of others.
		chromedp.Flag("js-flags", "--liftoff-only"),
		chromedp.Flag("hide-scrollbars", true), // as on a phone: they take no room
		// The browser itself asks its maker what the fields of a form are for.
		chromedp.Flag("disable-features", "AutofillServerCommunication"),
		// Several windows are open at a time, and none of them may be slowed down for lying under another.
		chromedp.Flag("disable-background-timer-throttling", true),
		chromedp.Flag("disable-backgrounding-occluded-windows", true),
		chromedp.Flag("disable-renderer-backgrounding", true),
	}, more...)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	end := func() {
		stop()
		stopAllocator()
	}
	return ctx, end, chromedp.Do(ctx)
}

func findBrowser() (string, error) {
	names := []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome"}
	for _, name := range names {
		if name == "" {
			continue
		}
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	return "", fmt.Errorf("no Chromium found among $CHROME and %s", strings.Join(names[1:], ", "))
}

// visitor is a person with a browser profile of their own, empty at first.
type visitor struct {
	t   *testing.T
	ctx context.Context
}

// newVisitor opens a profile in the shared browser.
func newVisitor(t *testing.T, options ...chromedp.CreateBrowserContextOption) *visitor {
	t.Helper()
	browser, err := shared()
	require.NoError(t, err, "the browser does not start")
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(options...))
	t.Cleanup(cancel)
	require.NoError(t, chromedp.Do(ctx))
	return &visitor{t, ctx}
}

// tab is one tab of a visitor's browser.
type tab struct {
	t     *testing.T
	ctx   context.Context
	host  *host
	close context.CancelFunc

	mu  sync.Mutex
	log []string // what the page said on its console
}

// newTab opens a tab of the size of a phone, for pages of one host.
func (v *visitor) newTab(h *host) *tab {
	v.t.Helper()
	return openTab(v.t, v.ctx, h)
}

func openTab(t *testing.T, parent context.Context, h *host) *tab {
	t.Helper()
	p := &tab{t: t, host: h}
	p.ctx, p.close = chromedp.NewContext(parent, chromedp.WithListener(p.listen))
	t.Cleanup(p.close)
	require.NoError(t, chromedp.Do(p.ctx))
	p.size(390, 844)
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}, // nothing to wait for
	})
	// Several tabs are open at a time: each must believe that it has the keyboard.
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return p
}

func (p *tab) listen(event any) {
	line := ""
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, arg := range e.Args {
			line += " " + string(arg.Value) + arg.Description
		}
		line = string(e.Type) + line
	case *runtime.EventExceptionThrown:
		line = "exception " + e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			line += " " + e.ExceptionDetails.Exception.Description
		}
	default:
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log = append(p.log, line)
}

// heard returns what the page said on its console so far.
func (p *tab) heard() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.log...)
}

func (p *tab) size(width, height int64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1,
	})
}

// before has a script run in every page before the page's own.
func (p *tab) before(script string) {
	p.t.Helper()
	call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// open loads a page of the host from scratch, whatever was in the tab before.
func (p *tab) open(rel string) {
	p.t.Helper()
	p.navigate("about:blank")
	p.navigate(p.host.URL(rel))
}

func (p *tab) navigate(url string) {
	p.t.Helper()
	result := call(p, page.Navigate, page.NavigateParams{URL: url})
	require.Empty(p.t, result.ErrorText, "%s cannot be opened", url)
	p.await("the page is read", `() => document.readyState !== "loading"`)
}

// reload loads the page again and waits until the new one is there.
func (p *tab) reload() {
	p.t.Helper()
	eval[any](p, `() => { window.beforeReload = true; return null }`)
	call(p, page.Reload, page.ReloadParams{})
	p.await("the page is loaded again", `() => !window.beforeReload && document.readyState !== "loading"`)
}

// forgetLine empties the browser's own HTTP cache: what still opens afterwards comes from the service worker.
func (p *tab) forgetLine() {
	p.t.Helper()
	call(p, network.ClearBrowserCache, cdp.Empty{})
}
