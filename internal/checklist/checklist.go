// Package checklist is the domain: a checklist of questions, a sheet of answers and the score that follows from both.
//
// It promises that every value is immutable: a function that "changes" a value returns a new one, and none of them keeps
// or hands out a map or slice that a caller could change behind its back. It reads no clock, no file and no network, and
// imports the standard library only. How a checklist is stored as data is the business of package catalog; how answers
// are kept is that of package record.
package checklist

// Typed names. They are permanent and opaque: never derived from wording or position, never reused.
type (
	// ID names a checklist, for example "self-check".
	ID string
	// SectionID names a part of a checklist, unique within it.
	SectionID string
	// QuestionID names an item, unique within its checklist, for example "01" or "8-3".
	QuestionID string
	// OptionID names one possible answer, unique within its checklist, for example "done".
	OptionID string
	// BandID names a range of the total score, unique within its checklist.
	BandID string
)

// Scale says how points become a score.
type Scale string

const (
	// Points adds the points of all answers: the total is a whole number.
	Points Scale = "points"
	// Levels takes the mean of the points of the counted answers: 1.0 to 5.0.
	Levels Scale = "levels"
)

// Checklist is one edition of one checklist.
type Checklist struct {
	ID      ID     `json:"id" validate:"required,slug"`
	Edition string `json:"edition" validate:"required"`
	// EditionName is the edition as people say it.
	EditionName Text  `json:"editionName"`
	Scale       Scale `json:"scale" validate:"oneof=points levels"`
	// Minutes is about how long a first visit takes.
	Minutes int `json:"minutes" validate:"min=1,max=120"`
	// Items is the number of items, for lists that show a checklist without reading it whole.
	Items int  `json:"items" validate:"min=1"`
	Title Text `json:"title"`
	Lead  Text `json:"lead"`
	// Source says which public material the checklist follows, with edition, publisher and year.
	Source Text `json:"source"`
	// Notice says that this is not an official tool.
	Notice   Text      `json:"notice"`
	Options  []Option  `json:"options" validate:"min=2,dive"`
	Bands    []Band    `json:"bands" validate:"dive"`
	Sections []Section `json:"sections" validate:"min=1,dive"`
}

// Option is one possible answer to every question of a checklist.
type Option struct {
	ID    OptionID `json:"id" validate:"required,slug"`
	Label Text     `json:"label"`
	// Points is nil for an answer that is not counted (for example "does not apply").
	Points *int `json:"points,omitempty"`
	// Best marks the answer after which nothing is left to do.
	Best bool `json:"best,omitempty"`
	// Unknown marks "don't know": somebody has to be asked.
	Unknown bool `json:"unknown,omitempty"`
	// NA marks "does not apply".
	NA bool `json:"na,omitempty"`
}

// Band is a range of the total: from From up to the next higher band.
type Band struct {
	ID    BandID `json:"id" validate:"required,slug"`
	From  int    `json:"from"`
	Title Text   `json:"title"`
	Text  Text   `json:"text"`
}

// Section is a part of a checklist.
type Section struct {
	ID    SectionID `json:"id" validate:"required,slug"`
	Title Text      `json:"title"`
	// Short is the title for narrow places such as the axis of a chart; may be empty.
	Short Text       `json:"short,omitzero" validate:"-"`
	Items []Question `json:"items" validate:"min=1,dive"`
}

// Question is one item of a checklist.
type Question struct {
	ID        QuestionID `json:"id" validate:"required,slug"`
	Number    string     `json:"number" validate:"required,max=5"`
	Label     Text       `json:"label"`
	Statement Text       `json:"statement"`
	Why       Text       `json:"why"`
	How       Text       `json:"how"`
	// Where says where to look to find out whether the statement is true.
	Where []Place `json:"where,omitempty" validate:"dive"`
	// Examples say what chosen levels look like in a small company, so that answers mean the same to everyone.
	Examples map[OptionID]Text `json:"examples,omitempty" validate:"dive"`
	// NextLevel says, for each level but the highest, what leads to the next one.
	NextLevel map[OptionID]Text `json:"next,omitempty" validate:"dive"`
	// Evidence says what to write down or keep; may be empty.
	Evidence Text `json:"evidence,omitzero" validate:"-"`
	// Ask says whom to ask, and what, when the answer is not known.
	Ask Text `json:"ask"`
	// Effort is what a repair takes in time and money, in a few words.
	Effort Text `json:"effort"`
	// Order is the rank, from 1, in which a small business should tackle weak items.
	Order int   `json:"order" validate:"min=1"`
	Links Links `json:"links"`
}

// Place is somewhere to look, named by the kind of thing one looks at.
type Place struct {
	On   string `json:"on" validate:"oneof=windows mac iphone android paper people router cloud"`
	Text Text   `json:"text"`
}

// Links points from an item to related items of other schemes, by their ids.
type Links struct {
	SixRules []string `json:"sixRules"`
	SCS      []string `json:"scs"`
}

// Text is one text in every language of the product.
type Text struct {
	JA string `json:"ja" validate:"required,prose"`
	EN string `json:"en" validate:"required,prose"`
}

// Lang names a language of the product by its BCP 47 tag.
type Lang string

const (
	Japanese Lang = "ja"
	English  Lang = "en"
)

// Empty reports whether there is no text.
func (t Text) Empty() bool { return t.JA == "" && t.EN == "" }

// In returns the text in a language; anything but English is Japanese.
func (t Text) In(l Lang) string {
	if l == English {
		return t.EN
	}
	return t.JA
}

// Questions returns all items in their order.
func (c Checklist) Questions() []Question {
	var all []Question
	for _, s := range c.Sections {
		all = append(all, s.Items...)
	}
	return all
}

// Len returns the number of items.
func (c Checklist) Len() int {
	n := 0
	for _, s := range c.Sections {
		n += len(s.Items)
	}
	return n
}

// Question finds an item.
func (c Checklist) Question(id QuestionID) (Question, bool) {
	for _, s := range c.Sections {
		for _, q := range s.Items {
			if q.ID == id {
				return q, true
			}
		}
	}
	return Question{}, false
}

// Option finds a possible answer.
func (c Checklist) Option(id OptionID) (Option, bool) {
	for _, o := range c.Options {
		if o.ID == id {
			return o, true
		}
	}
	return Option{}, false
}

// Limits returns the lowest and highest points that one answer can bring.
func (c Checklist) Limits() (low, high int) {
	first := true
	for _, o := range c.Options {
		if o.Points == nil {
			continue
		}
		if first {
			low, high, first = *o.Points, *o.Points, false
			continue
		}
		low, high = min(low, *o.Points), max(high, *o.Points)
	}
	return low, high
}
