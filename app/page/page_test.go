package page

import (
	"context"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"mamori/app/session"
	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/store"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.Local)

func clock() time.Time { return noon }

// visitor is a person in front of the program: it mounts the root, posts intentions and reads what is on the screen.
type visitor struct {
	*Root
	t      *testing.T
	engine app.TestEngine
	ctx    app.Context
}

func (v *visitor) OnPreRender(ctx app.Context) {
	v.ctx = ctx
	v.Root.OnMount(ctx)
}

func visit(t *testing.T, kept store.Store, fragment string) *visitor {
	t.Helper()
	s := session.Open(kept, checklist.Japanese, clock)
	v := &visitor{t: t, engine: app.NewTestEngine(), Root: NewRoot(s, Start{Fragment: fragment, Version: "test"})}
	require.NoError(t, v.engine.Load(v))
	v.engine.ConsumeAll()
	return v
}

// post posts an intention and lets everything happen that follows from it.
func post[T any](v *visitor, intention T) {
	view.Post(v.ctx, intention)
	v.engine.ConsumeAll()
}

func (v *visitor) goTo(fragment string) {
	v.ctx.Page().ReplaceURL(&url.URL{Fragment: fragment})
	v.Root.OnNav(v.ctx)
	v.ctx.Dispatch(nil)
	v.engine.ConsumeAll()
}

func (v *visitor) answer(options ...checklist.OptionID) {
	list, err := catalog.Load("self-check")
	require.NoError(v.t, err)
	for i, o := range options {
		if o != "" {
			post(v, view.Answered{Checklist: "self-check", Question: list.Questions()[i].ID, Option: o})
		}
	}
}

func (v *visitor) document() *html.Node {
	node, err := html.Parse(strings.NewReader(app.HTMLString(v)))
	require.NoError(v.t, err)
	return node
}

// sees returns all text on the screen.
func (v *visitor) sees() string {
	var words []string
	for n := range v.document().Descendants() {
		if text := strings.Join(strings.Fields(n.Data), " "); n.Type == html.TextNode && text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

// attr returns an attribute of the first element that has it.
func (v *visitor) attr(name string) string {
	for n := range v.document().Descendants() {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val
			}
		}
	}
	return ""
}

func (v *visitor) openID() record.ID {
	r, ok := v.Root.session.State().OpenRecord("self-check")
	require.True(v.t, ok)
	return r.ID
}

func repeat(o checklist.OptionID, n int) []checklist.OptionID {
	all := make([]checklist.OptionID, n)
	for i := range all {
		all[i] = o
	}
	return all
}

func TestParseRoute(t *testing.T) {
	cases := map[string]Route{
		"":                  {Screen: HomeScreen},
		"/":                 {Screen: HomeScreen},
		"/check/self-check": {Screen: CheckScreen, Checklist: "self-check"},
		"/check/six-rules":  {Screen: CheckScreen, Checklist: "six-rules"},
		"/check/nope":       {Screen: MissingScreen},
		"/check/":           {Screen: MissingScreen},
		"/result/ABC":       {Screen: ResultScreen, Record: "ABC"},
		"/result/":          {Screen: MissingScreen},
		"/data":             {Screen: DataScreen},
		"/data/x":           {Screen: MissingScreen},
		"/about":            {Screen: AboutScreen},
		"/<script>":         {Screen: MissingScreen},
		"nonsense":          {Screen: MissingScreen},
	}
	for fragment, want := range cases {
		t.Run(fragment, func(t *testing.T) { require.Equal(t, want, ParseRoute(fragment)) })
	}
}

func TestHome(t *testing.T) {
	t.Run("offers_every_checklist", func(t *testing.T) {
		seen := visit(t, &store.Memory{}, "").sees()
		require.Contains(t, seen, "いまの状態を知る（自社診断） 25問・約5分")
		require.Contains(t, seen, "まず基本の6つだけ 6問・約1分")
		require.NotContains(t, seen, "途中です")
	})
	t.Run("says_what_is_unfinished_and_how_far_it_is", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "")
		v.answer("done", "no")
		require.Contains(t, v.sees(), "途中です 25問中2問。12:00まで。つづきから答えられます")
	})
	t.Run("shows_the_last_result_and_the_way_to_a_new_one", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer(repeat("done", 25)...)
		post(v, view.SeeResult{Checklist: "self-check"})
		v.goTo("/")
		seen := v.sees()
		require.Contains(t, seen, "前回 100点（2026年11月23日）")
		require.Contains(t, seen, "新しく始める")
		require.NotContains(t, seen, "途中です")
	})
}

func TestCheck(t *testing.T) {
	t.Run("counts_what_is_answered_and_lists_what_is_not", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer("done", "", "no")
		require.Contains(t, v.sees(), "25問中 2 問")
		var open []string
		for n := range v.document().Descendants() {
			if jump, hidden := nodeAttr(n, "data-jump"), hasAttr(n, "hidden"); jump != "" && !hidden {
				open = append(open, jump)
			}
		}
		require.Len(t, open, 23)
		require.Equal(t, "self-check/02", open[0])
	})
	t.Run("marks_saved_only_what_is_durable", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		require.Empty(t, v.attr("data-saved"))
		v.answer("done")
		require.Equal(t, noon.UTC().Format("2006-01-02T15:04:05.000Z"), v.attr("data-saved"))
		require.Contains(t, v.sees(), "12:00に保存")
	})
	t.Run("names_edition_source_and_that_it_is_not_official", func(t *testing.T) {
		seen := visit(t, &store.Memory{}, "/check/six-rules").sees()
		require.Contains(t, seen, "第4.0版")
		require.Contains(t, seen, "公式のツールではありません")
	})
	t.Run("speaks_English_when_asked", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		post(v, view.SwitchLanguage{To: checklist.English})
		require.Contains(t, v.sees(), "Computers and phones always have the latest fixes")
		require.Contains(t, v.sees(), "0 of 25")
	})
}

func TestResult(t *testing.T) {
	mixed := append(append(repeat("done", 10), repeat("partly", 5)...), append(repeat("no", 7), repeat("unknown", 3)...)...)
	t.Run("shows_the_official_score_its_band_and_the_points_per_part", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer(mixed...)
		post(v, view.SeeResult{Checklist: "self-check"})
		v.goTo("/result/" + string(v.openID()))
		require.Equal(t, "47", v.attr("data-score"), "10×4 + 5×2 + 7×0 + 3×-1")
		require.Equal(t, "25", v.attr("data-answered"))
		require.Equal(t, "25", v.attr("data-items"))
		require.Equal(t, "start", v.attr("data-band"))
		require.Contains(t, v.sees(), "基本的対策 20 / 20 従業員としての対策 30 / 52 組織としての対策 -3 / 28")
	})
	t.Run("lists_weak_strong_and_unknown_items_and_whom_to_ask", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer(mixed...)
		v.goTo("/result/" + string(v.openID()))
		seen := v.sees()
		require.Contains(t, seen, "わからない項目は、だれに聞くか")
		require.Contains(t, seen, "23番 外部サービスの利用", "an unknown item")
		list, err := catalog.Load("self-check")
		require.NoError(t, err)
		q, _ := list.Question("25")
		require.Contains(t, seen, q.Ask.JA)
		require.Contains(t, seen, "11番 バックアップのルール 一部実施している")
		require.Contains(t, seen, "次にやること")
	})
	t.Run("before_all_is_answered_it_is_provisional_and_says_what_it_counts", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer("done", "partly", "unknown")
		post(v, view.SeeResult{Checklist: "self-check"})
		v.goTo("/result/" + string(v.openID()))
		seen := v.sees()
		require.Equal(t, "5", v.attr("data-score"))
		require.Contains(t, seen, "途中の点数です 25問のうち、答えた3問だけを数えています（3問で最高12点）")
		require.NotContains(t, seen, "今日から始めましょう 事故", "no verdict yet")
		require.Contains(t, seen, "まだ答えていない項目")
		require.Empty(t, v.attr("data-band"))
	})
	t.Run("an_answer_is_changed_from_the_result_in_one_tap", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/self-check")
		v.answer(repeat("done", 24)...)
		v.goTo("/result/" + string(v.openID()))
		post(v, edit{Record: v.openID(), Question: "25"})
		post(v, view.Answered{Checklist: "self-check", Question: "25", Option: "done"})
		require.Equal(t, "100", v.attr("data-score"), "the result follows the answer")
	})
	t.Run("the_six_rules_count_what_is_done", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/check/six-rules")
		for i, o := range []checklist.OptionID{"done", "done", "started", "notyet", "done", "done"} {
			post(v, view.Answered{Checklist: "six-rules", Question: checklist.QuestionID(string(rune('1' + i))), Option: o})
		}
		r, _ := v.Root.session.State().OpenRecord("six-rules")
		v.goTo("/result/" + string(r.ID))
		require.Equal(t, "4", v.attr("data-score"))
		require.Contains(t, v.sees(), "4 / 6つ できている")
	})
	t.Run("of_nobody_says_so", func(t *testing.T) {
		require.Contains(t, visit(t, &store.Memory{}, "/result/NOPE").sees(), "この結果は見つかりません")
	})
}

func TestData(t *testing.T) {
	v := visit(t, &store.Memory{}, "/data")
	require.Contains(t, v.sees(), "まだ記録はありません")
	v.answer("done")
	id := v.openID()
	require.Contains(t, v.sees(), "25問中1問に回答")
	post(v, askDelete{id})
	require.Contains(t, v.sees(), "よろしいですか")
	post(v, askDelete{})
	require.NotContains(t, v.sees(), "よろしいですか")
	post(v, askDelete{id})
	post(v, confirmDelete{id})
	require.Contains(t, v.sees(), "記録を消しました。 元にもどす")
	post(v, undelete{})
	require.Contains(t, v.sees(), "25問中1問に回答")
}

func TestNotices(t *testing.T) {
	t.Run("say_that_a_record_could_not_be_read", func(t *testing.T) {
		kept := &store.Memory{}
		require.NoError(t, kept.Update(context.Background(), func(tx store.Tx) error { return tx.Put(store.Records, "bad", "{") }))
		v := visit(t, kept, "/")
		require.Contains(t, v.sees(), "読めない記録が1件ありました")
		v.goTo("/data")
		require.Contains(t, v.sees(), "ファイルに取り出す")
	})
	t.Run("offer_a_new_version", func(t *testing.T) {
		v := visit(t, &store.Memory{}, "/")
		v.Root.OnAppUpdate(v.ctx)
		v.ctx.Dispatch(nil)
		v.engine.ConsumeAll()
		require.Contains(t, v.sees(), "新しい版があります")
	})
	t.Run("have_words_for_every_trouble", func(t *testing.T) {
		for _, trouble := range []session.Trouble{session.Blocked, session.Full, session.Failed, session.Newer} {
			require.Len(t, notices(session.State{Trouble: trouble}), 1)
		}
		require.Empty(t, notices(session.State{}))
	})
}

func TestMissing_says_so_and_leads_home(t *testing.T) {
	v := visit(t, &store.Memory{}, "/nonsense")
	require.Contains(t, v.sees(), "この画面はありません")
	require.Contains(t, app.HTMLString(v), `href="#/"`)
}

func TestNote_from_a_person_is_only_ever_text(t *testing.T) {
	v := visit(t, &store.Memory{}, "/check/self-check")
	v.answer("unknown")
	post(v, view.Noted{Checklist: "self-check", Question: "01", Text: `<script>alert(1)</script>`})
	v.goTo("/result/" + string(v.openID()))
	require.Contains(t, v.sees(), "<script>alert(1)</script>")
	for n := range v.document().Descendants() {
		require.NotEqual(t, "script", n.Data)
	}
}

func nodeAttr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name && a.Val != "false" {
			return true
		}
	}
	return false
}
