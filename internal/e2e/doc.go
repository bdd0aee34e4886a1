// Package e2e drives the finished site in a real Chromium, as people use it: taps, keys, reloads, a line that is slow, cut or
// wrong, a browser that is killed.
//
// It promises one test for each promise the product makes to people, and that each of these tests can fail. It looks at the
// site from outside only: what is on the screen, what design.md section 6 calls stable, what lies in the browser's storage, and
// what goes over the line. It tests the site that lies in dist/site, so that has to be built first (make build), and it needs a
// Chromium. It asserts nothing about time: how fast the product is, internal/bench measures.
package e2e
