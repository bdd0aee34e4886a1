// Package words holds what the product says, apart from the checklists: one value of Words per language.
//
// Every text exists in every language; a test fails on an empty one and on formats whose verbs differ. Texts are plain: short
// sentences a shop owner reads without a dictionary. A format takes its arguments by position (%[1]d), so that each language
// keeps its own order. The package decides nothing: who says what, and when, is the business of the screens.
package words

import (
	"fmt"
	"strings"

	"mamori/internal/checklist"
)

// Words are the texts of one language.
type Words struct {
	Product, Tagline string
	Skip             string
	Language         string // the name of the other language, in that language
	Saved            Saved
	Notice           Notice
	Home             Home
	Check            Check
	Result           Result
	Compare          Compare
	Sector           Sector
	Plan             Plan
	History          History
	Data             Data
	About            About
	Missing          Missing
	Time             Time
}

// Saved are the texts of the saved mark.
type Saved struct {
	Nothing, Writing, Failed string
	At                       string // time of day or date
}

// Notice are messages about the state of the program.
type Notice struct {
	Blocked, Full, Failed, Newer string
	Aside                        string // number of records
	Update, UpdateNow            string
	ClickToData                  string
	Starting                     string
	CannotStart                  string
	OpenedAsFile                 string
	Stopped, Reload              string
	NoScript                     string
}

// Home are the texts of the first screen.
type Home struct {
	Title, Lead             string
	Choose                  string
	Chip                    string
	SelfCheck, SelfCheckSub string
	SixRules, SixRulesSub   string
	Other, OtherSub         string // title of the checklist; items, minutes
	Progress                string // answered, items, when
	Done                    string // value, date
	Past                    string
	SeeResult               string
	Again, Copy             string
	CopyHint                string
}

// Check are the texts of the screen where one answers.
type Check struct {
	Edition        string // edition
	Part           string // number, title
	Number         string // number, items, label
	Look, Meaning  string
	Evidence       string
	Why, How       string
	On             Places
	Note, NoteHint string
	ProgressBefore string // text around the count: "25問中 " <count> "問"
	ProgressAfter  string
	Next           string
	Finish         string
	FinishOpen     string
	FinishAll      string
	See, SeeEarly  string
	SeeNotYet      string
	SeeHint        string // answered, items
	Editing        string // edition, date
	ToResult       string
	Sources        string
}

// Places name the kinds of thing one looks at.
type Places struct {
	Windows, Mac, IPhone, Android, Paper, People, Router, Cloud string
}

// Result are the texts of the result.
type Result struct {
	Title            string // title of the checklist
	OutOf            string // highest value
	OutOfItems       string // items
	PointsDone       string // points
	CountDone        string // done, items
	Provisional      string
	ProvisionalSub   string // items, answered, highest value of the answered ones
	ProvisionalItems string // items, answered
	Finish           string
	Continue         string
	Parts            string
	PartCount        string // points, highest
	Next             string
	NextNone         string
	NextStart        string
	NextWhy          string
	Weak, Strong     string
	WeakNone         string
	StrongNone       string
	Unknown          string
	UnknownLead      string
	Open             string
	Edit             string
	EditItem         string // number
	StepLine         string // number, effort
	AnswerIt         string
	HeadLine         string // date, edition
	ItemLabel        string // number, label
	NoteLabel        string
	Print            string
	Gone, GoneSub    string
	Draft            string // date
	BandsTitle       string
	BandRange        string // from, to
	BandSingle       string // points
	UnknownIsMinus   string
}

// Data are the texts of the screen that shows what is kept.
type Data struct {
	Title, Lead  string
	Empty, Start string
	Count        string // number
	Row          string // answered, items
	Line         string // two things side by side
	Started      string // date
	Changed      string // date and time
	Finished     string // date
	Open, Result string
	Delete       string
	Sure         string // title, date
	Yes, No      string
	Deleted      string
	Undo         string
	Aside        string
	AsideLead    string
	AsideSave    string
	Where        string
	WhereText    string
}

// About are the texts of the page about the product.
type About struct {
	Title                        string
	What, WhatText               string
	Private, PrivateText         string
	Offline, OfflineText         string
	NotOfficial                  string
	Sources                      string
	Source                       string // checklist, source
	Version                      string // version
	ForWhom, ForWhomText         string
	Declaration, DeclarationText string
}

// Missing are the texts for an unknown address.
type Missing struct {
	Title, Text, Home string
}

// Time are the formats of dates and times.
type Time struct {
	Date      string // year, month, day
	Clock     string // hour, minute
	Yesterday string // clock
	DateClock string // date, clock
}

// In returns the words of a language.
func In(l checklist.Lang) *Words {
	if l == checklist.English {
		return &english
	}
	return &japanese
}

// Name returns the name of a kind of place by its id in the catalogue.
func (p Places) Name(on string) string {
	switch on {
	case "windows":
		return p.Windows
	case "mac":
		return p.Mac
	case "iphone":
		return p.IPhone
	case "android":
		return p.Android
	case "people":
		return p.People
	case "router":
		return p.Router
	case "cloud":
		return p.Cloud
	}
	return p.Paper
}

// Fill fills in a format; one without verbs comes back as it is.
func Fill(format string, args ...any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}
