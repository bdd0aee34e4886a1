//go:build !js

package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/require"

	"mamori/internal/bundle"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/sector"
)

// finished is an assessment of a year, as it lies in the browser.
func finished(t *testing.T, list *checklist.Checklist, year int, options ...string) record.Record {
	t.Helper()
	at := time.Date(year, 11, 23, 3, 0, 0, 0, time.UTC)
	r := record.New(record.ID(string(list.ID)+"-"+at.Format("2006")), list.ID, list.Edition, at)
	for i, q := range list.Questions() {
		r = r.Answered(q.ID, checklist.OptionID(options[i%len(options)]), at)
	}
	return r.Finish(at)
}

// withRecords opens a browser in which assessments are kept already.
func withRecords(t *testing.T, h *host, records ...record.Record) *tab {
	t.Helper()
	p := newVisitor(t).newTab(h)
	p.start("")
	kept, open := map[string]string{}, map[string]string{}
	for _, r := range records {
		data, err := record.Encode(r)
		require.NoError(t, err)
		kept[string(r.ID)] = string(data)
		open["open-"+string(r.Checklist)] = string(r.ID)
	}
	p.keep("records", kept)
	p.keep("settings", open)
	return p
}

func TestManagement(t *testing.T) {
	list := load(t, "management")
	old := finished(t, list, 2024, "1", "2", "2")
	before := finished(t, list, 2025, "2", "2", "3")
	now := finished(t, list, 2026, "3", "1", "4", "unknown")
	p := withRecords(t, newHost(t, "/"), old, before, now)
	p.open("#/result/" + string(now.ID))
	p.ready()

	t.Run("draws a radar whose labels can be read on a phone and on a desk", func(t *testing.T) {
		for _, size := range [][2]int64{{320, 700}, {390, 844}, {1280, 800}} {
			p.size(size[0], size[1])
			require.Equal(t, 10, p.count(".radar .axis"))
			require.Empty(t, eval[[]string](p, `() => {
				const frame = document.documentElement.clientWidth;
				return [...document.querySelectorAll('.radar text')].filter((label) => {
					const { left, right, height } = label.getBoundingClientRect();
					return left < 0 || right > frame || height < 11;
				}).map((label) => label.textContent);
			}`), "cut at %d", size[0])
		}
		p.size(390, 844)
		require.GreaterOrEqual(t, eval[float64](p, `() => {
			const text = document.querySelector('.radar .axis');
			return parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
		}`), 12.0, "letters as seen")
	})

	t.Run("tells the same figures in a table and to screen readers", func(t *testing.T) {
		require.Equal(t, 10, p.count(".figures tbody tr"))
		want := list.Score(now.Sheet)
		require.Regexp(t, regexp.MustCompile(`^\d\.\d$`), p.result().Score)
		require.InDelta(t, want.Value, float(t, p.result().Score), 0.05)
		require.Equal(t, "img", eval[string](p, `() => document.querySelector('.radar').getAttribute('role')`))
		require.NotEmpty(t, p.text(".radar title, .score b"))
		p.awaitText(".score", "前回 2025年11月23日")
	})

	t.Run("lays up to four earlier ones over the latest and shows what rose and fell", func(t *testing.T) {
		p.show("#/history", "history")
		p.awaitText(".changes h3", "2025年11月23日から2026年11月23日への変化")
		p.tap(`label:has([id="overlay-` + string(old.ID) + `"])`)
		p.awaitText(".changes h3", "2024年11月23日から2026年11月23日への変化")
		require.Equal(t, 3, p.count(".history .legend li"))
		changes := list.Compare(old.Sheet, now.Sheet)
		p.awaitText(".changes", changes.Rose[0].Question.Label.JA)
		p.awaitText(".changes", changes.Fell[0].Question.Label.JA)
	})

	t.Run("prints one page for whoever decides, and the items after it", func(t *testing.T) {
		p.show("#/result/"+string(now.ID), "result")
		pages := printed(t, p)
		require.Contains(t, pages[0], "経営の見える化の結果")
		require.Contains(t, pages[0], "2026年11月23日")
		require.Contains(t, pages[0], "次にやること")
		require.Contains(t, pages[0], "公式のツールではありません")
		require.NotContains(t, pages[0], "同じ業種とくらべる", "the items begin on a page of their own")
		require.Contains(t, pages[1], "同じ業種とくらべる")
	})
}

func float(t *testing.T, s string) (v float64) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(s), &v))
	return v
}

// printed returns the texts of the pages that come out of the printer on A4, without any space.
func printed(t *testing.T, p *tab) []string {
	t.Helper()
	result := call(p, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true), PrintBackground: new(true)})
	name := filepath.Join(t.TempDir(), "print.pdf")
	require.NoError(t, os.WriteFile(name, result.Data, 0o600))
	text, err := exec.Command("pdftotext", "-layout", name, "-").Output()
	require.NoError(t, err, "pdftotext (Debian: poppler-utils) reads what stands on paper")
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	for i, text := range pages {
		pages[i] = strings.Join(strings.Fields(text), "") // lines break anywhere
	}
	return pages
}

func TestSector(t *testing.T) {
	list := load(t, "self-check")
	now := finished(t, list, 2026, "done", "partly", "no")
	t.Run("is chosen once and shows real shares with their country, and no average that nobody publishes", func(t *testing.T) {
		p := withRecords(t, newHost(t, "/"), now)
		p.open("#/result/" + string(now.ID))
		p.ready()
		p.chooseSector("E", "6-19")
		p.awaitText(".sector", "71.9%　定期的に写しを取っている")
		p.awaitText(".sector", "ニュージーランド・2022年")
		p.awaitText(".average", "業種平均（レベル・点数）は公表されていません")
		p.saved()
		p.reload()
		p.ready()
		p.awaitText(".chosen", "製造業")
		p.tap(".chosen button")
		p.chooseSector("M", "1-5")
		p.awaitText(".sector", "30.1%　定期的に写しを取っている")
	})

	t.Run("has a sample that is named as invented on screen and paper, and goes when it is switched off", func(t *testing.T) {
		p := withRecords(t, newHost(t, "/"), now)
		p.open("#/result/" + string(now.ID))
		p.ready()
		p.chooseSector("E", "6-19")
		p.tap("#no-average summary")
		p.tap("#no-average button")
		p.awaitVisible("#sample")
		p.awaitText(".average", "見本・架空の数値")
		require.Contains(t, printed(t, p)[0], "見本（架空の数値）")
		p.tap("#sample button")
		p.awaitText(".average", "公表されていません")
		require.NotContains(t, printed(t, p)[0], "見本（架空の数値）を表示しています")
	})

	t.Run("shows the average of a file that the host has supplied, with its n", func(t *testing.T) {
		p := withRecords(t, hostWith(t, collected()), now)
		p.open("#/result/" + string(now.ID))
		p.ready()
		p.chooseSector("E", "6-19")
		p.awaitText(".average", "業種平均 61（同じ業種、12社）")
		p.tap(".chosen button")
		p.chooseSector("M", "6-19")
		p.awaitText(".average", "データ不足")
	})

	t.Run("is left out when the host's file is damaged, and the page runs", func(t *testing.T) {
		bad := collected()
		bad.Figures[0].N = 0
		p := withRecords(t, hostWith(t, bad), now)
		p.open("#/result/" + string(now.ID))
		p.ready()
		p.chooseSector("E", "6-19")
		p.awaitText(".average", "公表されていません")
	})
}

func (p *tab) chooseSector(business, size string) {
	p.t.Helper()
	p.awaitVisible("#sector-business")
	eval[any](p, `(business, size) => {
		document.getElementById('sector-business').value = business;
		document.getElementById('sector-size').value = size;
		return null;
	}`, business, size)
	p.tap(".sector-form button")
	p.awaitVisible(".chosen")
}

// collected is a host's file of averages.
func collected() sector.File {
	text := checklist.Text{JA: "試験", EN: "test"}
	value := 61.0
	return sector.File{
		Format: sector.Format, Version: sector.Version, ID: "test", Edition: "2026", Kind: sector.Collected,
		Publisher: text, Country: text, Population: text, Licence: text, Source: "test", Surveyed: "2026-10", Minimum: 5,
		Checklists: map[checklist.ID]string{"self-check": "v3"},
		Figures:    []sector.Figure{{Sector: "E", Size: sector.All, Target: "self-check", Unit: sector.Points, N: 12, Value: &value}},
	}
}

// hostWith is a web space with a site into which averages have been built.
func hostWith(t *testing.T, averages sector.File) *host {
	t.Helper()
	root, err := moduleRoot()
	require.NoError(t, err)
	built, err := bundle.Build(bundle.Input{
		Wasm: read(t, filepath.Join(root, "dist", "app.wasm")), WasmExec: read(t, filepath.Join(root, "dist", "wasm_exec.js")),
		Averages: []sector.File{averages},
	})
	require.NoError(t, err)
	files := fstest.MapFS{}
	for name, data := range built.Files {
		files[name] = &fstest.MapFile{Data: data}
	}
	h := newHost(t, "/")
	h.Put(files)
	return h
}

func TestPlan(t *testing.T) {
	list := load(t, "self-check")
	now := finished(t, list, 2026, "no")
	p := withRecords(t, newHost(t, "/"), now)
	p.open("#/result/" + string(now.ID))
	p.ready()
	p.tap(".steps > :first-child .tick")
	p.awaitText(".what-if", "0点 → 4点")
	p.tap(".plan-fields input[type=text]")
	p.write("田中")
	p.tap(".plan-fields input[type=date]")
	p.saved()
	p.reload()
	p.ready()
	require.Equal(t, "田中", eval[string](p, `() => document.querySelector('.plan-fields input[type=text]').value`))
	p.tap(".steps > :first-child .tick")
	p.await("the plan is gone", `() => !document.querySelector('.what-if')`)
}
