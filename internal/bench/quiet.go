package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

const (
	sampleTime = 50 * time.Millisecond
	// enough is the part of the processors that has to be free at the beginning of a visit.
	enough = 0.85
	// restless is how long to wait for that.
	restless = time.Minute
)

// quiet watches whether the machine does something else beside the benchmark, which would spoil the figures.
type quiet struct {
	best           int // rounds of the loop in a sample on a machine at rest
	visits, spoilt int
}

// learn finds out what the machine can do.
func (q *quiet) learn() {
	for range 20 {
		q.best = max(q.best, sample())
	}
}

// await waits until the machine is at rest, but not for ever.
func (q *quiet) await() {
	for began := time.Now(); !q.rests() && time.Since(began) < restless; {
		time.Sleep(time.Second)
	}
}

// visit runs a visit when the machine is at rest, and counts it as spoilt when that has ended by the time it is over.
func (q *quiet) visit(visit func() error) error {
	q.await()
	err := visit()
	q.visits++
	if !q.rests() {
		q.spoilt++
	}
	return err
}

// rests takes the better of two samples: a browser that has been told to go needs a moment.
func (q *quiet) rests() bool {
	return float64(max(sample(), sample())) >= enough*float64(q.best)
}

func (q *quiet) print() {
	if q.spoilt > 0 {
		fmt.Printf("\nThe machine was busy with something else after %d of %d visits: the figures may be too high.\n", q.spoilt, q.visits)
	}
}

// sample counts what all processors get done in a short time.
func sample() int {
	var all sync.WaitGroup
	counts := make([]int, runtime.NumCPU())
	until := time.Now().Add(sampleTime)
	for i := range counts {
		all.Go(func() {
			n := 0
			for time.Now().Before(until) {
				n++
			}
			counts[i] = n
		})
	}
	all.Wait()
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}
