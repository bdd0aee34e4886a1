package checklist

// Change is what became of one item from an earlier sheet to a later one.
type Change struct {
	Question Question
	// From and To are the options; From is the zero Option for a new answer.
	From, To Option
}

// Changes are the differences between two sheets of the same checklist.
type Changes struct {
	// Rose and Fell have more and fewer points than before. New were not counted before: unanswered, unknown or not applicable
	// with no points. Lost are counted no longer.
	Rose, Fell, New, Lost []Change
	// Same is the number of items whose points did not change.
	Same int
	// Foreign is the number of earlier answers to items that this edition does not have: they cannot be compared.
	Foreign int
}

// Compare returns what changed from an earlier sheet to a later one, item by item. Items are matched by their ids, whatever edition
// the sheets were answered in.
func (c Checklist) Compare(earlier, later Sheet) Changes {
	var ch Changes
	for _, q := range c.Questions() {
		from, hadBefore := c.counted(earlier, q.ID)
		to, hasNow := c.counted(later, q.ID)
		change := Change{q, from, to}
		switch {
		case !hadBefore && !hasNow:
		case !hadBefore:
			ch.New = append(ch.New, change)
		case !hasNow:
			ch.Lost = append(ch.Lost, change)
		case *to.Points > *from.Points:
			ch.Rose = append(ch.Rose, change)
		case *to.Points < *from.Points:
			ch.Fell = append(ch.Fell, change)
		default:
			ch.Same++
		}
	}
	for id := range earlier.answers {
		if _, ok := c.Question(id); !ok {
			ch.Foreign++
		}
	}
	return ch
}

// counted returns the option chosen for an item if it has points.
func (c Checklist) counted(s Sheet, q QuestionID) (Option, bool) {
	o, ok := s.Chosen(c, q)
	return o, ok && o.Points != nil
}
