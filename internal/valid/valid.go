// Package valid says no. It sets validator/v10 up once, with the rules of this product, and lists every problem of a value
// with its place. It never repairs anything.
package valid

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/go-playground/validator/v10"
)

// Problem is one thing that is wrong with a value.
type Problem struct {
	// Place is the path to the value in the names of its JSON, for example "sections[0].items[3].why.en".
	Place string
	// Rule is the rule that was broken, Param what it asked for, Value what was there instead.
	Rule, Param string
	Value       any
}

func (p Problem) Error() string {
	rule := p.Rule
	if p.Param != "" {
		rule += " " + p.Param
	}
	return fmt.Sprintf("%s: %s (have %.60q)", p.Place, rule, fmt.Sprint(p.Value))
}

// slug is an id: ASCII letters, digits and inner hyphens, so that it is safe in attributes, fragments and file names.
var slug = regexp.MustCompile(`^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$`)

var instance = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	rules := map[string]func(string) bool{
		"slug":  Slug,
		"prose": Prose,
	}
	for tag, ok := range rules {
		must(v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return ok(f.Field().String()) }))
	}
	must(v.RegisterValidation("moment", func(f validator.FieldLevel) bool {
		t, ok := f.Field().Interface().(time.Time)
		return ok && Moment(t)
	}))
	return v
})

func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("valid: a rule of our own cannot be registered: %v", err))
	}
}

// Slug reports whether s can be an id: 1 to 64 ASCII letters, digits and inner hyphens.
func Slug(s string) bool { return len(s) <= 64 && slug.MatchString(s) }

// Prose reports whether s is a text of one line that a person can read as it is: no mark-up, no control characters, no
// space at its ends.
func Prose(s string) bool {
	return s == strings.TrimSpace(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == 0x7f || strings.ContainsRune("<>`\"", r)
	})
}

// Moment reports whether t can be a time at which somebody used the product: from 2020 to 2199. Anything else is a broken clock
// or a forged file, and would win over every honest answer.
func Moment(t time.Time) bool { return t.Year() >= 2020 && t.Year() < 2200 }

// Struct checks a struct by its validate tags. The error joins one Problem for everything that is wrong.
func Struct(v any) error {
	err := instance().Struct(v)
	var found validator.ValidationErrors
	if !errors.As(err, &found) {
		return err
	}
	problems := make([]error, 0, len(found))
	for _, f := range found {
		_, place, _ := strings.Cut(f.Namespace(), ".")
		problems = append(problems, Problem{Place: place, Rule: f.Tag(), Param: f.Param(), Value: f.Value()})
	}
	return errors.Join(problems...)
}
