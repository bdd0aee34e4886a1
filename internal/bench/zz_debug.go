package main

import (
	"fmt"
	"os"

	"github.com/chromedp/chromedp"
)

func init() {
	experiments = append(experiments, experiment{"debug", func(l *lab) error {
		return l.cold(l.stock.url+checkScreen, freeLine, "", func(t *tab) error {
			fmt.Println(t.wait("ready"))
			fmt.Println(&t.console)
			fmt.Println(evaluate[string](t, `document.body.outerHTML.slice(0,1500)`))
			fmt.Println(evaluate[int](t, `document.querySelectorAll('input[name="self-check/01"]').length`))
			fmt.Println(evaluate[bool](t, `document.querySelector('input[name="self-check/01"]').checkVisibility()`))
			b, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
			os.WriteFile("/tmp/stock.png", b, 0o644)
			return err
		})
	}})
}
