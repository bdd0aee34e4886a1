package words

// Compare are the texts of comparisons with one's own past.
type Compare struct {
	This, Previous string // date
	Delta          string // signed difference, date
	Same           string // date
	Radar          string // title of the checklist
	RadarDesc      string // what the chart shows, in a sentence: directions, highest level
	Direction      string
	Counted        string // items, counted ones
	LevelUnit      string
	Lowest         string
	LowestLine     string // name, level
	NextLevel      string // text
	Skipped        string
	SkippedLead    string
	Why            string // text
	LevelEvidence  string // text
	Example        string // level, text
	Examples       string
	Choice         string // level, label
}

// Sector are the texts of the comparison with one's sector.
type Sector struct {
	Title, Lead            string
	Business, Size, Choose string
	Option                 string // name, examples
	Keep, Change           string
	Chosen                 string // sector, size
	Share                  string // percentage, measure
	OwnSector              string
	OwnSectorAndSize       string
	OwnSize                string
	Everyone               string
	NotEnough              string
	Yours                  string // answer
	Source                 string
	SourceLine             string // publisher, document, year
	SourceShort            string // whose, country, year
	Country, Population    string // text
	Firms                  string // number
	FirmsUnknown           string
	Licence                string // text
	NotJapan               string // country
	NoItems                string
	NoAverage              string
	NoAverageWhy           string
	NoAverageHost          string
	AverageLine            string // value, scope, n
	SampleLine             string // value
	Legend                 string // n
	SampleName             string
	SampleOn, SampleOff    string
	SampleBanner           string
	AverageNotEnough       string
}

// Plan are the texts of the plan.
type Plan struct {
	Do, Who, By  string
	More         string
	WhatIf       string // from, to
	WhatIfSeries string
	WhatIfNote   string
	Title        string
	Row          string // who, by
	Reason       string // rank, number of items
	ReasonHalf   string
	ReasonNone   string
	ReasonAsk    string
}

// History are the texts of the screen that shows one's own past.
type History struct {
	Title, Lead  string
	Empty, Start string
	One          string
	Trend        string // title of the checklist
	TrendDesc    string // number of assessments
	Pick         string
	PickHint     string // highest number
	Changes      string // earlier date, later date
	Rose, Fell   string
	New, Lost    string
	Nothing      string
	Line         string // number, label, from, to
	NoAnswer     string
	Edition      string
	Foreign      string // number
	Same         string // number
	Row          string // date, score
	ToHistory    string
	Date, Score  string
}
