package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// limitWorkers puts the line on service workers too, which are not part of the page: left alone, go-app's worker would fetch
// the program past the limit and hand it to the page. Each waits at its start until its limit is set. The workers of a page
// share its line in life but not here, which is kind to a variant that fetches in its worker while the page loads.
func (t *tab) limitWorkers(l line) error {
	if l == freeLine {
		return nil
	}
	err := chromedp.Listen(t.ctx, func(event any) {
		if attached, ok := event.(*target.EventAttachedToTarget); ok {
			go t.limitWorker(attached.SessionID, l)
		}
	})
	if err != nil {
		return fmt.Errorf("listen for workers: %w", err)
	}
	return run(t.ctx, "watch for workers", call(target.SetAutoAttach,
		target.SetAutoAttachParams{AutoAttach: true, WaitForDebuggerOnStart: true}))
}

func (t *tab) limitWorker(worker target.SessionID, l line) {
	for i, message := range []map[string]any{
		{"method": "Network.enable"},
		{"method": "Network.emulateNetworkConditions", "params": l.conditions()},
		{"method": "Runtime.runIfWaitingForDebugger"},
	} {
		message["id"] = i + 1
		if err := t.tell(worker, message); err != nil && !errors.Is(err, context.Canceled) {
			fmt.Fprintln(os.Stderr, "bench: limit a worker:", err)
		}
	}
}

// tell sends a message to a worker of the tab. The driver has no type for it either.
func (t *tab) tell(worker target.SessionID, message map[string]any) error {
	text, err := json.Marshal(message)
	if err != nil {
		return fmt.Errorf("write a message: %w", err)
	}
	return chromedp.FromContext(t.ctx).Target.Call(t.ctx, "Target.sendMessageToTarget",
		map[string]any{"sessionId": worker, "message": string(text)}, nil)
}
