package main

import "fmt"

// goReady measures how long it takes on a first visit until the program has the page, on both lines.
func (l *lab) goReady() error {
	for _, on := range []line{slowLine, freeLine} {
		ours, stock := &variant{name: "ours", host: l.ours}, &variant{name: "go-app's handler", host: l.stock}
		for range l.rounds {
			for _, v := range []*variant{ours, stock} {
				if err := l.readyOf(v, on); err != nil {
					return fmt.Errorf("%s: %w", v.name, err)
				}
			}
		}
		fmt.Printf("\nGo ready, cold visit, %s\n", on.name)
		for _, v := range []*variant{stock, ours} {
			fmt.Printf("  %-18s %s  %6.3fx  program asked for at %.2f s\n", v.name, v.done.seconds(), v.done.times(stock.done), v.seen.median()/1000)
		}
		if on == slowLine {
			fmt.Printf("  the line brought our program at %.2f Mbit/s\n", ours.rate.median())
		}
		l.judge(readyBudget(on), ours.done.times(stock.done))
	}
	return nil
}

func readyBudget(on line) budget {
	if on == slowLine {
		return readySlowBudget
	}
	return readyFreeBudget
}

// fetching is when the page began to fetch the program, and how fast that came in Mbit/s.
const fetching = `(() => {
	const { startTime, requestStart, responseEnd, encodedBodySize } =
		performance.getEntriesByType("resource").find((e) => e.name.includes(".wasm"));
	return { asked: startTime, rate: encodedBodySize * 8 / 1000 / (responseEnd - requestStart) };
})()`

func (l *lab) readyOf(v *variant, on line) error {
	return l.cold(v.host.url+checkScreen, on, "", func(t *tab) error {
		ready, err := t.wait("ready")
		if err != nil {
			return err
		}
		fetched, err := evaluate[struct{ Asked, Rate float64 }](t, fetching)
		v.done, v.seen, v.rate = append(v.done, ready), append(v.seen, fetched.Asked), append(v.rate, fetched.Rate)
		return err
	})
}
