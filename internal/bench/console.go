package main

import (
	"fmt"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// console keeps what a page complains of, for the case that what is waited for never comes.
type console struct {
	mu    sync.Mutex
	lines []string
}

func (c *console) add(line string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lines = append(c.lines, line)
}

func (c *console) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.lines) == 0 {
		return "the page says nothing"
	}
	return "the page says: " + strings.Join(c.lines, "; ")
}

// listen follows the console of the tab.
func (c *console) listen(t *tab) error {
	err := chromedp.Listen(t.ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			c.add(e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			c.add(text(e.Args))
		}
	})
	if err != nil {
		return fmt.Errorf("listen to the console: %w", err)
	}
	return nil
}

func text(values []*runtime.RemoteObject) string {
	var words []string
	for _, v := range values {
		word := v.Description
		if word == "" {
			word = string(v.Value)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}
