package valid_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mamori/internal/valid"
)

func TestSlug(t *testing.T) {
	for _, s := range []string{"01", "self-check", "8-3", "K3QX7MZP"} {
		require.True(t, valid.Slug(s), s)
	}
	for s, why := range map[string]string{
		"": "empty", "-a": "begins with a hyphen", "a-": "ends with one", "a--b": "two in a row", "a/b": "would leave its fragment",
		"a b": "a space", "é": "not ASCII", `a"b`: "would end an attribute", "a\n": "a line break", strings.Repeat("a", 65): "too long",
	} {
		require.False(t, valid.Slug(s), why)
	}
}

func TestProse(t *testing.T) {
	for _, s := range []string{"設定 → Windows Update を開きます。", "Don’t know", ""} {
		require.True(t, valid.Prose(s), s)
	}
	for s, why := range map[string]string{
		" x": "a space before", "x ": "a space behind", "a\nb": "two lines", "<b>": "markup", "`x`": "code", `"x"`: "straight quotes", "a\x00b": "a control character",
	} {
		require.False(t, valid.Prose(s), why)
	}
}

func TestMoment(t *testing.T) {
	require.True(t, valid.Moment(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)))
	require.False(t, valid.Moment(time.Time{}), "no time at all")
	require.False(t, valid.Moment(time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)), "a clock that was never set")
	require.False(t, valid.Moment(time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)), "would win over every answer")
}

func TestStruct_lists_every_problem_with_its_place(t *testing.T) {
	type inner struct {
		Name string `json:"name" validate:"required,slug"`
	}
	type outer struct {
		List []inner `json:"list" validate:"dive"`
		N    int     `json:"n" validate:"min=1"`
	}
	err := valid.Struct(outer{List: []inner{{"ok"}, {"not ok"}, {""}}})
	require.ErrorContains(t, err, "list[1].name: slug")
	require.ErrorContains(t, err, "list[2].name: required")
	require.ErrorContains(t, err, "n: min 1")
	require.NoError(t, valid.Struct(outer{N: 1}))
}
