package average

import (
	"time"

	"mamori/internal/checklist"
	"mamori/internal/sector"
)

// Header is what an averages file says of itself. What is left empty gets a default that is true of any collection.
type Header struct {
	ID, Edition, Source, Surveyed           string
	Publisher, Country, Population, Licence checklist.Text
}

// file returns a file without figures. first and last are the days on which the earliest and the latest of its records were last
// changed: the default of Surveyed are their months, that of Edition the later one.
func (h Header) file(minimum int, first, last time.Time) sector.File {
	from, to := first.Format("2006-01"), last.Format("2006-01")
	between := to
	if from != to {
		between = from + " – " + to
	}
	return sector.File{
		Format: sector.Format, Version: sector.Version, Kind: sector.Collected,
		ID:         text(h.ID, "collected"),
		Edition:    text(h.Edition, to),
		Source:     text(h.Source, "mamori average"),
		Surveyed:   text(h.Surveyed, between),
		Publisher:  texts(h.Publisher, nobody),
		Country:    texts(h.Country, japan),
		Population: texts(h.Population, whoever),
		Licence:    texts(h.Licence, ask),
		Minimum:    minimum,
		Checklists: map[checklist.ID]string{},
		Figures:    []sector.Figure{},
	}
}

// The defaults.
var (
	nobody = checklist.Text{
		JA: "記録を集めた団体（名前は書かれていません）",
		EN: "the organisation that collected the records (it gave no name)",
	}
	japan   = checklist.Text{JA: "日本", EN: "Japan"}
	whoever = checklist.Text{
		JA: "記録を提出した会社・お店（無作為に選ばれたものではありません）",
		EN: "companies that handed in a record (not a random sample)",
	}
	ask = checklist.Text{
		JA: "利用の条件は公表した団体に確かめてください",
		EN: "ask the publisher for the terms of use",
	}
)

func text(given, otherwise string) string {
	if given == "" {
		return otherwise
	}
	return given
}

// texts uses a text given in one language only for the other one too.
func texts(given, otherwise checklist.Text) checklist.Text {
	if given == (checklist.Text{}) {
		return otherwise
	}
	return checklist.Text{JA: text(given.JA, given.EN), EN: text(given.EN, given.JA)}
}
