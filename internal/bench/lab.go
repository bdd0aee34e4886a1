package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// lab is what the experiments share: the browser, the three variants and the budgets judged so far.
type lab struct {
	executable string
	rounds     int
	dir        string // for everything that is thrown away afterwards

	site              string // the folder of our site
	program           packed
	ours, form, stock *host

	quiet  quiet
	judged []judgement
}

func openLab(rounds int) (*lab, error) {
	executable, err := chromium()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "mamori-bench-")
	if err != nil {
		return nil, fmt.Errorf("make a folder: %w", err)
	}
	l := &lab{executable: executable, rounds: rounds, dir: dir, site: filepath.Join(dir, "site")}
	if err := l.serveAll(); err != nil {
		l.close()
		return nil, err
	}
	l.quiet.learn()
	return l, nil
}

// serveAll starts the three variants.
func (l *lab) serveAll() (err error) {
	if l.program, err = copySite(l.site); err != nil {
		return err
	}
	if l.ours, err = serveSite(l.site); err != nil {
		return err
	}
	if l.form, err = serveForm(filepath.Join(l.dir, "form")); err != nil {
		return err
	}
	l.stock, err = serveStock(l.program, l.site)
	return err
}

func (l *lab) close() {
	for _, h := range []*host{l.ours, l.form, l.stock} {
		if h != nil {
			_ = h.stop() // the process ends anyway
		}
	}
	_ = os.RemoveAll(l.dir)
}

// cold opens an address in a new browser with an empty profile. The script runs in the page before anything of its own.
func (l *lab) cold(address string, on line, script string, then func(*tab) error) error {
	profile, err := os.MkdirTemp(l.dir, "profile-")
	if err != nil {
		return fmt.Errorf("make a profile: %w", err)
	}
	defer func() { _ = os.RemoveAll(profile) }()
	return l.visit(profile, address, on, script, then)
}

// visit opens an address in a new browser on a profile.
func (l *lab) visit(profile, address string, on line, script string, then func(*tab) error) error {
	return l.quiet.visit(func() error { return visit(l.executable, profile, address, on, script, then) })
}

func visit(executable, profile, address string, on line, script string, then func(*tab) error) (err error) {
	t, err := openTab(executable, profile)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	if err := t.under(on, script); err != nil {
		return err
	}
	if err := t.open(address); err != nil {
		return err
	}
	return then(t)
}
