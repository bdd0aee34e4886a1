package page

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/app/view"
	"mamori/internal/catalog"
	"mamori/internal/checklist"
	"mamori/internal/record"
	"mamori/internal/store"
)

// finishedAt keeps a finished assessment of a year, in which every item has the same answer but for the given ones.
func finishedAt(t *testing.T, kept store.Store, id checklist.ID, year int, every checklist.OptionID, but map[checklist.QuestionID]checklist.OptionID) record.ID {
	t.Helper()
	list, err := catalog.Load(id)
	require.NoError(t, err)
	at := time.Date(year, 11, 23, 3, 0, 0, 0, time.UTC)
	r := record.New(record.ID(fmt.Sprintf("%s-%d", id, year)), id, list.Edition, at)
	for _, q := range list.Questions() {
		o := every
		if other, ok := but[q.ID]; ok {
			o = other
		}
		r = r.Answered(q.ID, o, at)
	}
	data, err := record.Encode(r.Finish(at))
	require.NoError(t, err)
	require.NoError(t, kept.Update(t.Context(), func(tx store.Tx) error {
		if err := tx.Put(store.Records, string(r.ID), string(data)); err != nil {
			return err
		}
		return tx.Put(store.Settings, "open-"+string(id), string(r.ID))
	}))
	return r.ID
}

func TestLevels(t *testing.T) {
	kept := &store.Memory{}
	id := finishedAt(t, kept, "management", 2026, "3", map[checklist.QuestionID]checklist.OptionID{
		"8-1": "1", "8-2": "1", "8-3": "2", "1-1": "unknown", "1-2": "na", "1-3": "na", "2-1": "4",
	})
	v := visit(t, kept, "/result/"+string(id))
	t.Run("have_a_mean_of_the_counted_items_with_one_decimal", func(t *testing.T) {
		require.Equal(t, "2.9", v.attr("data-score"), "(32×3 + 4 + 1 + 1 + 2 + 3 − 3) / 37")
		require.Equal(t, "40", v.attr("data-answered"))
	})
	t.Run("have_a_score_for_each_direction_but_not_for_one_without_a_counted_item", func(t *testing.T) {
		scores := map[string]string{}
		for n := range v.document().Descendants() {
			if s := nodeAttr(n, "data-section"); s != "" {
				scores[s] = nodeAttr(n, "data-score")
			}
		}
		require.Equal(t, "1.3", scores["8"])
		require.Equal(t, "3.3", scores["2"])
		require.NotContains(t, scores, "1")
		require.Len(t, scores, 9)
	})
	t.Run("show_the_lowest_direction_with_what_leads_on", func(t *testing.T) {
		seen := v.sees()
		require.Contains(t, seen, "いちばん弱いところ")
		require.Contains(t, seen, "3問のうち3問で計算")
		list, err := catalog.Load("management")
		require.NoError(t, err)
		q, _ := list.Question("8-1")
		require.Contains(t, seen, "次の段階："+q.NextLevel["1"].JA)
	})
	t.Run("list_what_is_not_counted_and_whom_to_ask", func(t *testing.T) {
		require.Contains(t, v.sees(), "数えていない項目")
		require.Contains(t, v.sees(), "1-2番 全社方針の策定と宣言")
		require.Contains(t, v.sees(), "わからない項目は、だれに聞くか")
	})
	t.Run("have_a_chart_with_a_name_and_a_description", func(t *testing.T) {
		require.Contains(t, v.sees(), "経営の見える化：分野ごとの段階")
		require.Contains(t, v.sees(), "10 の分野を、まんなかの 0 から外の 5 までの段階で表したレーダーチャートです")
	})
	t.Run("say_that_the_questions_are_ours", func(t *testing.T) {
		require.Contains(t, v.sees(), "段階の言葉は当方のものです")
	})
}

func TestPast(t *testing.T) {
	kept := &store.Memory{}
	finishedAt(t, kept, "self-check", 2024, "no", nil)
	finishedAt(t, kept, "self-check", 2025, "partly", map[checklist.QuestionID]checklist.OptionID{"02": "done"})
	latest := finishedAt(t, kept, "self-check", 2026, "partly", map[checklist.QuestionID]checklist.OptionID{"01": "done", "02": "no"})
	t.Run("the_result_says_how_it_moved_since_the_last_one", func(t *testing.T) {
		v := visit(t, kept, "/result/"+string(latest))
		require.Equal(t, "50", v.attr("data-score"))
		require.Contains(t, v.sees(), "▼ 2点 前回 2025年11月23日から")
	})
	t.Run("the_history_lists_what_rose_and_fell", func(t *testing.T) {
		v := visit(t, kept, "/history")
		seen := v.sees()
		require.Contains(t, seen, "自社診断の移り変わり")
		require.Contains(t, seen, "2025年11月23日から2026年11月23日への変化")
		require.Contains(t, seen, "上がった項目 1番 脆弱性対策（更新） 一部実施している → 実施している")
		require.Contains(t, seen, "下がった項目 2番 ウイルス対策 実施している → 実施していない")
		require.Contains(t, seen, "変わらなかった項目は23つです")
	})
	t.Run("any_earlier_one_can_be_laid_over_the_latest", func(t *testing.T) {
		v := visit(t, kept, "/history")
		post(v, overlay{"self-check-2024", true})
		require.Contains(t, v.sees(), "2024年11月23日から2026年11月23日への変化")
		post(v, overlay{"self-check-2025", false})
		post(v, overlay{"self-check-2024", false})
		require.Contains(t, v.sees(), "2025年11月23日から2026年11月23日への変化", "never nothing")
	})
	t.Run("another_checklist_is_never_laid_over_this_one", func(t *testing.T) {
		other := finishedAt(t, kept, "six-rules", 2025, "done", nil)
		v := visit(t, kept, "/history")
		post(v, overlay{other, true})
		require.Contains(t, v.sees(), "2025年11月23日から2026年11月23日への変化")
		require.Contains(t, v.sees(), "まだ1回分です")
	})
	t.Run("an_empty_history_says_what_to_do", func(t *testing.T) {
		require.Contains(t, visit(t, &store.Memory{}, "/history").sees(), "終えた診断はまだありません")
	})
}

func TestSector(t *testing.T) {
	kept := &store.Memory{}
	id := finishedAt(t, kept, "self-check", 2026, "partly", nil)
	v := visit(t, kept, "/result/"+string(id))
	require.Contains(t, v.sees(), "業種と人数を選ぶと")
	require.Contains(t, v.sees(), "パン屋（店で焼いて売る）", "a bakery finds itself")

	post(v, view.ChosenProfile{Record: id, Profile: record.Profile{Sector: "E", Size: "6-19"}})
	t.Run("shows_real_shares_with_country_and_year", func(t *testing.T) {
		seen := v.sees()
		require.Contains(t, seen, "同じ業種（ニュージーランド・2022年） 71.9% 定期的に写しを取っている")
		require.Contains(t, seen, "ニュージーランドの数字です。日本の平均ではありません。")
		require.Contains(t, seen, "CC BY 4.0")
		require.Contains(t, seen, "中小企業など全体（業種は分かりません）（日本・2024年） 73%")
	})
	t.Run("is_asked_only_once", func(t *testing.T) {
		again := visit(t, kept, "/result/"+string(id))
		require.Contains(t, again.sees(), "製造業・6〜19人")
		require.NotContains(t, again.sees(), "業種と人数を選ぶと")
	})
	t.Run("says_that_there_is_no_average_and_why", func(t *testing.T) {
		require.Contains(t, v.sees(), "業種平均（レベル・点数）は公表されていません")
	})
	t.Run("names_the_sample_as_invented_wherever_it_shows", func(t *testing.T) {
		post(v, switchSample{true})
		seen := v.sees()
		require.Contains(t, seen, "見本（架空の数値）を表示しています")
		require.Regexp(t, `業種平均 \d+（見本・架空の数値）`, seen)
		require.NotContains(t, seen, "業種平均（レベル・点数）は公表されていません")
		post(v, switchSample{false})
		require.NotContains(t, v.sees(), "見本（架空の数値）を表示しています")
	})
	t.Run("says_not_enough_data_and_borrows_nothing", func(t *testing.T) {
		post(v, view.ChosenProfile{Record: id, Profile: record.Profile{Sector: "Q", Size: "1-5"}})
		require.Contains(t, v.sees(), "データ不足")
		require.NotContains(t, v.sees(), "定期的に写しを取っている", "neither another sector's nor another size's")
		post(v, switchSample{true})
		require.Contains(t, v.sees(), "御社の業種の平均は、データ不足のため表示できません")
	})
}

func TestPlan(t *testing.T) {
	kept := &store.Memory{}
	id := finishedAt(t, kept, "self-check", 2026, "no", nil)
	v := visit(t, kept, "/result/"+string(id))
	post(v, view.Planned{Record: id, Question: "11", On: true})
	require.Contains(t, v.sees(), "計画どおりに進むと 0点 → 4点")
	post(v, view.PlannedWho{Record: id, Question: "11", Who: "田中"})
	post(v, view.PlannedBy{Record: id, Question: "11", By: "2026-12-24"})
	post(v, view.PlannedBy{Record: id, Question: "11", By: "someday"})
	task := v.Root.session.State().Records[id].Plan["11"]
	require.Equal(t, "田中", task.Who)
	require.Empty(t, task.By, "a day that is none is not kept")
	post(v, view.Planned{Record: id, Question: "11", On: false})
	require.NotContains(t, v.sees(), "計画どおりに進むと")
	post(v, showMore{})
	require.Contains(t, v.sees(), "9番・", "more candidates")
}
