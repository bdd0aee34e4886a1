// Package sector compares a company with others: figures by sector and size as data, and what may be said of them.
//
// # The averages file
//
// An averages file is one JSON document:
//
//	{
//	  "format": "mamori.averages", "version": 1,
//	  "id": "kyushu-2026", "edition": "2026",
//	  "kind": "collected",
//	  "publisher": {"ja": "…", "en": "…"}, "country": {"ja": "日本", "en": "Japan"},
//	  "population": {"ja": "…", "en": "…"}, "licence": {"ja": "…", "en": "…"},
//	  "source": "https://… or the name of the document", "surveyed": "2026-10",
//	  "minimum": 5,
//	  "checklists": {"self-check": "v3"},
//	  "figures": [
//	    {"sector": "E", "size": "all", "target": "self-check", "unit": "points", "n": 12, "value": 61.5, "sd": 9.1, "q1": 55, "median": 62, "q3": 68},
//	    {"sector": "E", "size": "all", "target": "self-check#1", "unit": "points", "n": 12, "value": 14.2, …},
//	    {"sector": "E", "size": "all", "target": "self-check/01", "unit": "points", "n": 12, "value": 3.1, "shares": {"done": 0.5, "partly": 0.25, "no": 0.25}},
//	    {"sector": "E", "size": "all", "target": "self-check/11", "unit": "percent_of_firms", "n": 5385, "value": 71.9, "measure": {"ja": "定期的なバックアップ", "en": "regular backup"}}
//	  ]
//	}
//
// kind is "published" (somebody else's statistics), "collected" (made from records by mamori average) or "sample" (invented, for
// demonstrations; off unless a person turns it on, and named as invented wherever it shows).
//
// sector is a code of Sectors or "all", size one of Sizes or "all". target is a whole checklist ("self-check"), one of its sections
// ("self-check#1") or an item ("self-check/01"). unit is "points" (of a checklist on the points scale), "level" (1 to 5) or
// "percent_of_firms" (0 to 100: the share of firms that have what measure names; it is never turned into points or a level).
// n is the number of firms behind a value; "nUnknown": true says that the publisher does not tell it, which only a published
// file may do. A figure without a value says "suppressed": true. minimum is the smallest n that is shown at all.
// checklists names the edition of each checklist that points or levels speak of.
//
// Lint lists everything that is wrong with a file; a file with a problem is not used at all.
package sector

import "mamori/internal/checklist"

// Format and Version are those of an averages file.
const (
	Format  = "mamori.averages"
	Version = 1
)

// All stands for every sector or every size.
const All = "all"

// Kind says where figures come from.
type Kind string

const (
	Published Kind = "published"
	Collected Kind = "collected"
	Sample    Kind = "sample"
)

// Unit says what a value measures.
type Unit string

const (
	Points         Unit = "points"
	Level          Unit = "level"
	PercentOfFirms Unit = "percent_of_firms"
)

// File is an averages file.
type File struct {
	Format     string                  `json:"format" validate:"eq=mamori.averages"`
	Version    int                     `json:"version" validate:"eq=1"`
	ID         string                  `json:"id" validate:"required,slug"`
	Edition    string                  `json:"edition" validate:"required,max=40"`
	Kind       Kind                    `json:"kind" validate:"oneof=published collected sample"`
	Publisher  checklist.Text          `json:"publisher"`
	Country    checklist.Text          `json:"country"`
	Population checklist.Text          `json:"population"`
	Licence    checklist.Text          `json:"licence"`
	Source     string                  `json:"source" validate:"required,max=500"`
	Surveyed   string                  `json:"surveyed" validate:"required,max=40"`
	Minimum    int                     `json:"minimum" validate:"min=1"`
	Checklists map[checklist.ID]string `json:"checklists" validate:"dive,keys,slug,endkeys,required"`
	Figures    []Figure                `json:"figures" validate:"max=200000,dive"`
}

// Figure is one value for one group of firms.
type Figure struct {
	Sector  string         `json:"sector" validate:"required,slug"`
	Size    string         `json:"size" validate:"required"`
	Target  string         `json:"target" validate:"required,max=140"`
	Measure checklist.Text `json:"measure,omitzero" validate:"-"`
	Unit    Unit           `json:"unit" validate:"oneof=points level percent_of_firms"`
	// N is the number of firms behind the value.
	N        int  `json:"n,omitempty" validate:"min=0"`
	NUnknown bool `json:"nUnknown,omitempty"`
	// Value is the mean, or the share of firms; nil when suppressed.
	Value      *float64 `json:"value,omitempty"`
	Suppressed bool     `json:"suppressed,omitempty"`
	// SD is the standard deviation of the values, Q1, Median and Q3 their quartiles.
	SD     *float64 `json:"sd,omitempty" validate:"omitempty,min=0"`
	Q1     *float64 `json:"q1,omitempty"`
	Median *float64 `json:"median,omitempty"`
	Q3     *float64 `json:"q3,omitempty"`
	// Shares are the parts of the firms, 0 to 1, that chose each option.
	Shares map[checklist.OptionID]float64 `json:"shares,omitempty"`
}
