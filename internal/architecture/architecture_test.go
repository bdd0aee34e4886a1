// Package architecture keeps the rooms of the house apart: which package may know which.
package architecture

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	browser = "js/wasm"
	native  = "native"
)

// A rule forbids what a package may not reach, by itself or through others (deps), or may not name (direct).
type rule struct {
	packages string // pattern of packages
	target   string // browser or native
	how      string // direct or deps
	forbid   string // prefix of import paths
	except   string // packages that may, separated by spaces
	reason   string
}

const goApp = "github.com/maxence-charriere/go-app"

var rules = []rule{
	{"./internal/checklist", native, "direct", "mamori/", "", "the domain knows nothing of ours"},
	{"./internal/checklist", native, "direct", "github.com/", "", "the domain imports the standard library only"},
	{"./internal/...", native, "direct", "mamori/app/", "mamori/internal/bundle mamori/internal/bench", "imports run downwards: internal never knows the screens; bundle draws the static page with them"},
	{"./internal/...", native, "direct", goApp, "mamori/internal/bundle mamori/internal/bench", "go-app is known to the app and to the bundle alone; the benchmark serves its stock handler as the reference"},
	{"./cmd/...", native, "direct", goApp, "", "the tool reaches go-app through the bundle"},
	{"./app/view", native, "direct", "mamori/app/session", "", "a view gets properties, not the session"},
	{"./app/view", native, "direct", "mamori/app/page", "", "views know no screens"},
	{"./app/session", native, "direct", "mamori/app/view", "", "the session draws nothing"},
	{"./app/session", native, "direct", "mamori/app/page", "", "the session knows no screens"},
	{"./app/browser", native, "direct", "mamori/app/", "", "the browser package stands at the bottom"},
	{"./app", browser, "deps", "testing", "", "tests weigh in the browser program"},
	{"./app", browser, "deps", "github.com/stretchr/testify", "", "tests weigh in the browser program"},
	{"./app", browser, "deps", "net/http/httptest", "", "tests weigh in the browser program"},
	{"./app", browser, "deps", "github.com/chromedp", "", "the browser does not drive itself"},
	{"./app", browser, "deps", "golang.org/x/net/html", "", "markup is parsed when the site is built"},
	{"./app", browser, "deps", "github.com/andybalholm/brotli", "", "files are compressed when the site is built"},
	{"./app", browser, "deps", "mamori/internal/bundle", "", "the program does not build its own site"},
	{"./app/... ./internal/...", browser, "direct", "syscall/js", "mamori/internal/store/idb", "go-app's Value serves; only the browser's store needs more"},
}

func TestImports(t *testing.T) {
	for _, r := range rules {
		t.Run(r.packages+" without "+r.forbid, func(t *testing.T) {
			for pkg, imports := range list(t, r) {
				if strings.Contains(" "+r.except+" ", " "+pkg+" ") {
					continue
				}
				for _, path := range imports {
					require.False(t, path == r.forbid || strings.HasPrefix(path, strings.TrimSuffix(r.forbid, "/")+"/"),
						"%s imports %s: %s", pkg, path, r.reason)
				}
			}
		})
	}
}

// list returns the imports of each package that a rule speaks of.
func list(t *testing.T, r rule) map[string][]string {
	t.Helper()
	format := `{{.ImportPath}} {{join .Imports " "}}`
	if r.how == "deps" {
		format = `{{.ImportPath}} {{join .Deps " "}}`
	}
	args := append([]string{"list", "-tags", "validator_novalidatefn", "-f", format}, strings.Fields(r.packages)...)
	cmd := exec.Command("go", args...)
	cmd.Dir = "../.."
	cmd.Env = cmd.Environ()
	if r.target == browser {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
	}
	out, err := cmd.Output()
	require.NoError(t, err)
	imports := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		imports[fields[0]] = fields[1:]
	}
	require.NotEmpty(t, imports, "the rule speaks of no package")
	return imports
}

func TestTopLevel_is_as_agreed(t *testing.T) {
	out, err := exec.Command("git", "-C", "../..", "ls-files").Output()
	if err != nil {
		t.Skip("not a git checkout: there is no list of files to hold against the agreement")
	}
	for name := range strings.Lines(string(out)) {
		top, _, _ := strings.Cut(strings.TrimSpace(name), "/")
		if strings.HasPrefix(top, ".") {
			continue
		}
		require.Contains(t, []string{"app", "cmd", "web", "internal", "go.mod", "go.sum", "Makefile", "README.md"}, top)
	}
}

func TestNames_say_what_a_package_is_for(t *testing.T) {
	out, err := exec.Command("go", "list", "mamori/...").Output()
	require.NoError(t, err)
	for path := range strings.Lines(string(out)) {
		parts := strings.Split(strings.TrimSpace(path), "/")
		require.NotContains(t, []string{"util", "utils", "common", "helpers", "models", "types"}, parts[len(parts)-1])
	}
}

// Only package browser reaches for the window.
func TestWindow_is_asked_by_package_browser_alone(t *testing.T) {
	out, err := exec.Command("grep", "-rln", "--include=*.go", `app\.Window()`, "../../app", "../../internal").Output()
	require.NoError(t, err, "there is at least package browser")
	for name := range strings.Lines(string(out)) {
		require.Contains(t, name, "app/browser/", "ask package browser instead")
	}
}

// Text from outside only ever becomes a text node.
func TestMarkup_is_never_made_from_strings(t *testing.T) {
	for _, call := range []string{`app\.Raw(`, `innerHTML`, `outerHTML`, `insertAdjacentHTML`, `document\.write`} {
		out, _ := exec.Command("grep", "-rn", "--include=*.go", "--include=*.js", "--exclude=*_test.go", call, "../../app", "../../web").Output() // grep fails when it finds nothing
		require.Empty(t, string(out), call)
	}
}
