package checklist

// Score is what a sheet says about a checklist or about one of its sections.
type Score struct {
	// Value is the sum of points (Points scale) or the mean of the counted answers (Levels scale). What is unanswered,
	// and what is not counted, adds nothing.
	Value float64
	// Possible is the highest value that the answers given so far could have reached, Max that of all items.
	Possible, Max float64
	// Answered is the number of items with an answer, Counted of those whose answer has points, Items of all.
	Answered, Counted, Items int
}

// Provisional reports whether items are still unanswered.
func (s Score) Provisional() bool { return s.Answered < s.Items }

// SectionScore is the score of one section.
type SectionScore struct {
	Section SectionID
	Score
}

// Score returns the score of a whole checklist.
//
// Self-check: 4, 2, 0 and -1 points by the official scheme (IPA 自社診断, third edition), so -25 to 100 in all.
func (c Checklist) Score(s Sheet) Score {
	return c.score(s, c.Questions())
}

// SectionScores returns the score of each section, in their order.
func (c Checklist) SectionScores(s Sheet) []SectionScore {
	scores := make([]SectionScore, 0, len(c.Sections))
	for _, part := range c.Sections {
		scores = append(scores, SectionScore{part.ID, c.score(s, part.Items)})
	}
	return scores
}

func (c Checklist) score(s Sheet, items []Question) Score {
	_, high := c.Limits()
	sum, score := 0, Score{Items: len(items)}
	for _, q := range items {
		o, ok := s.Chosen(c, q.ID)
		if !ok {
			continue
		}
		score.Answered++
		if o.Points != nil {
			score.Counted++
			sum += *o.Points
		}
	}
	if c.Scale == Levels {
		score.Possible, score.Max = float64(high), float64(high)
		if score.Counted > 0 {
			score.Value = float64(sum) / float64(score.Counted)
		}
		return score
	}
	score.Value = float64(sum)
	score.Possible, score.Max = float64(high*score.Counted), float64(high*len(items))
	return score
}

// Band returns the band of a total; ok is false where the checklist has none for it.
func (c Checklist) Band(value float64) (b Band, ok bool) {
	for _, candidate := range c.Bands {
		if value >= float64(candidate.From) && (!ok || candidate.From > b.From) {
			b, ok = candidate, true
		}
	}
	return b, ok
}
