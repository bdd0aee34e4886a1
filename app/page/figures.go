package page

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// notThere stands for a value that there is none of.
var notThere = math.NaN()

// percent writes a share with at most one decimal.
func percent(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// sortStable sorts by a value, the lowest first; equals keep their order.
func sortStable(order []int, value func(int) float64) {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(value(a), value(b)) })
}
