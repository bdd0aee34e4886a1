package checklist

// Standing sorts the items of a checklist by what the answers say.
type Standing struct {
	// Strong items have the best answer, Weak ones a counted answer below it, Unknown ones "don't know", Skipped ones
	// "does not apply", Open ones no answer. All in the order of the checklist.
	Strong, Weak, Unknown, Skipped, Open []Question
}

// Standing returns which items are strong, weak, unknown, skipped and open.
func (c Checklist) Standing(s Sheet) Standing {
	var st Standing
	for _, q := range c.Questions() {
		o, ok := s.Chosen(c, q.ID)
		switch {
		case !ok:
			st.Open = append(st.Open, q)
		case o.Unknown:
			st.Unknown = append(st.Unknown, q)
		case o.NA:
			st.Skipped = append(st.Skipped, q)
		case o.Best:
			st.Strong = append(st.Strong, q)
		default:
			st.Weak = append(st.Weak, q)
		}
	}
	return st
}
