package words_test

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/checklist"
	"mamori/internal/words"
)

var verb = regexp.MustCompile(`%[^%\s]*?\[(\d)\]([a-z])`)

// everyText calls visit with the path and the text of every field, in both languages.
func everyText(t *testing.T, visit func(path, ja, en string)) {
	t.Helper()
	var walk func(path string, ja, en reflect.Value)
	walk = func(path string, ja, en reflect.Value) {
		for i := range ja.NumField() {
			field := path + ja.Type().Field(i).Name
			if ja.Field(i).Kind() == reflect.Struct {
				walk(field+".", ja.Field(i), en.Field(i))
				continue
			}
			visit(field, ja.Field(i).String(), en.Field(i).String())
		}
	}
	walk("", reflect.ValueOf(*words.In(checklist.Japanese)), reflect.ValueOf(*words.In(checklist.English)))
}

// English has nothing to say before the count of "12 of 25".
var mayBeEmpty = []string{"Check.ProgressBefore"}

func TestWords_exist_in_every_language(t *testing.T) {
	everyText(t, func(path, ja, en string) {
		require.NotEmpty(t, ja, path)
		if !slices.Contains(mayBeEmpty, path) {
			require.NotEmpty(t, en, path)
		}
	})
}

func TestWords_take_the_same_arguments_in_every_language(t *testing.T) {
	everyText(t, func(path, ja, en string) {
		if slices.Contains(mayBeEmpty, path) || path == "Check.ProgressAfter" {
			return // the two halves around the count share its number of items
		}
		require.Equal(t, arguments(ja), arguments(en), path)
	})
}

func arguments(format string) []string {
	var all []string
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		all = append(all, m[1]+m[2])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestWords_are_formats_that_can_be_filled(t *testing.T) {
	everyText(t, func(path, ja, en string) {
		for _, format := range []string{ja, en} {
			args := make([]any, 5)
			for i := range args {
				args[i] = "x"
			}
			for _, m := range verb.FindAllStringSubmatch(format, -1) {
				if m[2] == "d" {
					args[m[1][0]-'1'] = 1
				}
			}
			require.NotContains(t, words.Fill(format, args...), "%!", path)
		}
	})
}

func TestWords_never_speak_of_certification_and_never_scold(t *testing.T) {
	everyText(t, func(path, ja, _ string) {
		for _, word := range []string{"認定", "取得", "しなければなりません", "ダメ"} {
			require.NotContains(t, ja, word, path)
		}
	})
}

func TestWhen(t *testing.T) {
	w := words.In(checklist.Japanese)
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.Local)
	cases := []struct {
		name, want string
		at         time.Time
	}{
		{"today_is_the_time_alone", "9:05", time.Date(2026, 11, 23, 9, 5, 0, 0, time.Local)},
		{"yesterday_is_said_so", "きのう 18:20", time.Date(2026, 11, 22, 18, 20, 0, 0, time.Local)},
		{"earlier_is_date_and_time", "2024年2月29日 0:00", time.Date(2024, 2, 29, 0, 0, 0, 0, time.Local)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, w.When(c.at, now)) })
	}
	require.Equal(t, "2026-02-03", words.In(checklist.English).Date(time.Date(2026, 2, 3, 0, 0, 0, 0, time.Local)))
}

func TestFill_leaves_a_text_without_verbs_alone(t *testing.T) {
	plain := "plain"
	require.Equal(t, "plain", words.Fill(plain, 1, 2))
	require.Equal(t, "2, 1", words.Fill("%[2]d, %[1]d", 1, 2))
}

func TestPlaces_have_a_name_for_every_kind(t *testing.T) {
	seen := map[string]bool{}
	for kind := range strings.FieldsSeq("windows mac iphone android paper people router cloud") {
		name := words.In(checklist.Japanese).Check.On.Name(kind)
		require.NotEmpty(t, name)
		require.False(t, seen[name], fmt.Sprintf("%s shares its name", kind))
		seen[name] = true
	}
}
