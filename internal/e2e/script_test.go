//go:build !js

package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// call sends a command of the DevTools protocol to the tab.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	require.NoError(p.t, err, command.Method)
	return result
}

// eval calls a JavaScript function in the page, with arguments as JSON, and waits for what it returns or promises.
func eval[T any](p *tab, function string, args ...any) T {
	p.t.Helper()
	value, err := try[T](p, function, args...)
	require.NoError(p.t, err, function)
	return value
}

func try[T any](p *tab, function string, args ...any) (value T, err error) {
	list := make([]string, len(args))
	for i, arg := range args {
		data, err := json.Marshal(arg)
		if err != nil {
			return value, err
		}
		list[i] = string(data)
	}
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	expression := fmt.Sprintf("(%s)(%s)", function, strings.Join(list, ", "))
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// await waits until a JavaScript function returns or promises something true.
func (p *tab) await(what, function string, args ...any) {
	p.t.Helper()
	get[bool](p, what, "async (...a) => !!(await ("+function+")(...a)) || null", args...)
}

// get waits until a JavaScript function returns or promises something else than null, and returns that.
func get[T any](p *tab, what, function string, args ...any) (value T) {
	p.t.Helper()
	var last error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		// A page that is being replaced answers with errors: they count only when nothing else ever comes.
		found, err := try[*T](p, function, args...)
		if err == nil && found != nil {
			return *found
		}
		last = err
	}
	require.FailNow(p.t, "waited in vain until "+what, "%s\narguments %v, last error %v\n%s", function, args, last, p.state())
	return value
}

// state describes the page for a person who has to find out why a test failed.
func (p *tab) state() string {
	text, err := try[string](p, `() => location.href + "\n" + document.documentElement.outerHTML.slice(0, 120) + "\n" +
		document.body.innerText.replace(/\s+/g, " ").slice(0, 500)`)
	if err != nil {
		text = err.Error()
	}
	return text + "\nconsole:\n" + strings.Join(p.heard(), "\n")
}

// never fails when something comes true soon. There is nothing to wait for when something must not happen, so this takes a while.
func (p *tab) never(what, function string, args ...any) {
	p.t.Helper()
	for end := time.Now().Add(400 * time.Millisecond); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		require.False(p.t, eval[bool](p, function, args...), what)
	}
}

// point is a place on the screen.
type point struct{ X, Y float64 }

// find scrolls an element into the middle of the screen and returns a point in it where nothing else lies over it. The element
// has to have come to rest: people do not tap on what is still moving.
func (p *tab) find(selector string) point {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		first := get[point](p, selector+" can be tapped", middle, selector)
		time.Sleep(20 * time.Millisecond)
		if second := get[point](p, selector+" can be tapped", middle, selector); first == second {
			return second
		}
	}
	require.FailNow(p.t, selector+" does not come to rest", p.state())
	return point{}
}

const middle = `(selector) => {
	const element = [...document.querySelectorAll(selector)].find((e) => e.getClientRects().length);
	if (!element || element.disabled) return null;
	element.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = element.getBoundingClientRect();
	const at = { X: left + width / 2, Y: top + height / 2 };
	const hit = document.elementFromPoint(at.X, at.Y);
	return hit && element.contains(hit) ? at : null;
}`

// tap presses and releases on the first visible element that a selector finds.
func (p *tab) tap(selector string) {
	p.t.Helper()
	at := p.find(selector)
	p.press(at)
	p.release(at)
}

func (p *tab) press(at point)   { p.t.Helper(); p.mouse(chromedp.MousePressed, at) }
func (p *tab) release(at point) { p.t.Helper(); p.mouse(chromedp.MouseReleased, at) }

func (p *tab) mouse(kind input.DispatchMouseEventType, at point) {
	p.t.Helper()
	call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: kind, X: at.X, Y: at.Y, Button: input.MouseButtonLeft, ClickCount: 1,
	})
}

// write types a text into what has the focus.
func (p *tab) write(text string) {
	p.t.Helper()
	call(p, input.InsertText, input.InsertTextParams{Text: text})
}

// key presses and releases a key, given as chromedp names it.
func (p *tab) key(keys string, options ...chromedp.KeyOption) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, chromedp.KeyEvent(keys, options...)))
}

// text returns the text of the first element that a selector finds, as soon as there is one.
func (p *tab) text(selector string) string {
	p.t.Helper()
	return get[string](p, "there is a "+selector, `(selector) => {
		const element = document.querySelector(selector);
		return element && element.innerText.trim();
	}`, selector)
}

// awaitText waits until the first element that a selector finds says something.
func (p *tab) awaitText(selector, text string) {
	p.t.Helper()
	p.await(selector+" says "+text, `(selector, text) => {
		const element = document.querySelector(selector);
		return element && element.innerText.includes(text);
	}`, selector, text)
}

// count returns how many elements a selector finds.
func (p *tab) count(selector string) int {
	p.t.Helper()
	return eval[int](p, `(selector) => document.querySelectorAll(selector).length`, selector)
}

// visible reports whether a selector finds something that is on the screen or can be scrolled there.
func (p *tab) visible(selector string) bool {
	p.t.Helper()
	return eval[bool](p, `(selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility())`, selector)
}

func (p *tab) awaitVisible(selector string) {
	p.t.Helper()
	p.await(selector+" is visible", `(selector) => [...document.querySelectorAll(selector)].some((e) => e.checkVisibility())`, selector)
}
