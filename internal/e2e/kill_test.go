//go:build unix

package e2e

import (
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// kills is how often the browser is killed right after the saved mark, before the program is there and again with it.
const kills = 10

// mortal is a browser of its own that keeps its profile in a folder, so that it can be killed and started again.
type mortal struct {
	t       *testing.T
	folder  string
	process *exec.Cmd
	stop    func()
}

func (m *mortal) start(h *host) *tab {
	m.t.Helper()
	ctx, stop, err := startBrowser(m.folder, chromedp.ModifyCmdFunc(func(cmd *exec.Cmd) {
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // a group of its own: all of it can be killed at once
		m.process = cmd
	}))
	m.stop = stop
	m.t.Cleanup(stop)
	require.NoError(m.t, err)
	return openTab(m.t, ctx, h)
}

// kill ends every process of the browser with a signal that none of them can see coming.
func (m *mortal) kill() {
	m.t.Helper()
	require.NoError(m.t, syscall.Kill(-m.process.Process.Pid, syscall.SIGKILL))
	m.stop()
}

func TestBrowserKilled(t *testing.T) {
	fields := items(load(t, "self-check"))
	options := []string{"done", "partly", "no", "unknown"}
	h := newHost(t, "/")
	folder, err := os.MkdirTemp("", "mamori-browser-")
	require.NoError(t, err)
	defer os.RemoveAll(folder)
	m := &mortal{t: t, folder: folder}
	want := map[string]string{}

	// round opens the page, finds every answer of the rounds before, gives one more and dies.
	round := func(t *testing.T, n int, arrived func(*tab)) {
		m.t = t
		p := m.start(h)
		p.open("#/check/self-check")
		arrived(p)
		p.awaitAnswers("self-check", want)
		field, option := fields[n], options[n%len(options)]
		p.tap(choice(field, option))
		eval[any](p, savedMark)
		m.kill()
		want[field] = option
	}

	t.Run("right after the saved mark, before the program has come, loses nothing", func(t *testing.T) {
		defer h.Hold(theProgram)()
		for n := range kills {
			round(t, n, (*tab).restored)
		}
	})
	t.Run("right after the saved mark, with the program, loses nothing", func(t *testing.T) {
		for n := range kills {
			round(t, kills+n, (*tab).ready)
		}
	})
	t.Run("at last is opened again with every answer", func(t *testing.T) {
		m.t = t
		p := m.start(h)
		p.start("#/check/self-check")
		require.Len(t, want, 2*kills)
		p.awaitAnswers("self-check", want)
		m.kill()
	})
}

// savedMark resolves in the moment in which the page says that everything is durable: no polling, no time to spare.
const savedMark = `() => new Promise((resolve) => {
	const look = () => { if (document.querySelector('[data-saved]')) resolve(null); };
	new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-saved'] });
	look();
})`
