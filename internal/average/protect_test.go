package average

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// gridOf adds the margins to cells. The last row and column of the cells are of firms that did not say.
func gridOf(cells [][]int) grid {
	g := make(grid, len(cells)+1)
	for r := range g {
		g[r] = make([]int, len(cells[0])+1)
	}
	for r, row := range cells {
		for c, n := range row {
			g[r][c] = n
			g[r][len(row)] += n
			g[len(cells)][c] += n
			g[len(cells)][len(row)] += n
		}
	}
	return g
}

// picture draws a mask: a number where a group is shown, a dot where it is hidden.
func picture(g grid, shown mask) []string {
	lines := make([]string, len(g))
	for r := range g {
		for c, n := range g[r] {
			if shown[r][c] {
				lines[r] += fmt.Sprintf("%3d", n)
			} else {
				lines[r] += "  ."
			}
		}
	}
	return lines
}

func TestProtect(t *testing.T) {
	cases := []struct {
		name  string
		cells [][]int
		want  []string
	}{
		{"shows_everything_when_no_group_is_small", [][]int{{9, 8, 0}, {7, 6, 0}, {0, 0, 0}}, []string{
			"  9  8  . 17",
			"  7  6  . 13",
			"  .  .  .  .",
			" 16 14  . 30",
		}},
		{"hides_a_rectangle_around_a_single_small_cell", [][]int{{2, 8, 20, 0}, {7, 6, 20, 0}, {20, 20, 20, 0}, {0, 0, 0, 0}}, []string{
			"  .  . 20  . 30",
			"  .  . 20  . 33",
			" 20 20 20  . 60",
			"  .  .  .  .  .",
			" 29 34 60  .123",
		}},
		{"hides_no_more_where_enough_firms_without_a_name_stand_in_row_and_column", [][]int{{2, 9, 8}, {9, 9, 0}, {7, 0, 5}}, []string{
			"  .  9  . 19",
			"  9  9  . 18",
			"  .  .  .  .",
			" 18 18  . 49",
		}},
		{"hides_a_second_sector_when_one_is_small", [][]int{{2, 2, 0}, {9, 0, 0}, {30, 30, 0}, {0, 0, 0}}, []string{
			"  .  .  .  .",
			"  .  .  .  .",
			"  .  .  . 60",
			"  .  .  .  .",
			" 41 32  . 73",
		}},
		{"hides_more_when_two_small_cells_share_a_line_but_are_few_together", [][]int{{1, 2, 9, 0}, {1, 2, 9, 0}, {9, 9, 9, 0}, {0, 0, 0, 0}}, []string{
			"  .  .  .  . 12",
			"  .  .  .  . 12",
			"  .  .  .  . 27",
			"  .  .  .  .  .",
			" 11 13 27  . 51",
		}},
		{"does_not_give_away_the_one_firm_that_said_nothing", [][]int{{9, 9, 0}, {9, 9, 0}, {0, 0, 1}}, []string{
			"  .  9  .  .",
			"  9  9  . 18",
			"  .  .  .  .",
			"  . 18  . 37",
		}},
		{"hides_no_margin_where_enough_others_stand_in_it", [][]int{{1, 4}, {4, 1}}, []string{
			"  .  .  5",
			"  .  .  .",
			"  5  . 10",
		}},
		{"shows_nothing_when_all_together_are_few", [][]int{{2, 2, 0}, {0, 0, 0}}, []string{"  .  .  .  .", "  .  .  .  .", "  .  .  .  ."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g := gridOf(c.cells)
			shown := protect(g, 5, everything(g))
			require.Equal(t, c.want, picture(g, shown))
			requireSafe(t, g, shown, everything(g), 5)
		})
	}
}

// requireSafe checks both promises of protect by brute force and elimination, which know nothing of cuts and flows.
func requireSafe(t *testing.T, g grid, shown, allowed mask, minimum int) {
	t.Helper()
	known := newKnowledge(g, shown, true)
	require.Nil(t, known.smallGroup(minimum), "a small group can be computed from\n%v\nof %v", picture(g, shown), g)
	for r := range g {
		for c, n := range g[r] {
			require.False(t, shown[r][c] && (n < minimum || !allowed[r][c]), "group %d, %d is shown with %d firms", r, c, n)
			if n > 0 && !shown[r][c] && g.named(r, c) && allowed[r][c] {
				require.False(t, known.holds(known.group(r, c)), "hidden group %d, %d can be computed from\n%v\nof %v", r, c, picture(g, shown), g)
			}
		}
	}
}

// randomGrid has up to three named sectors and sizes, and every kind of cell: empty, small, large, without a name.
func randomGrid(dice *rand.Rand) grid {
	cells := make([][]int, 2+dice.IntN(3))
	columns, most := 2+dice.IntN(3), []int{3, 6, 12}[dice.IntN(3)]
	for r := range cells {
		cells[r] = make([]int, columns)
		for c := range cells[r] {
			if dice.IntN(5) > 0 {
				cells[r][c] = dice.IntN(most)
			}
		}
	}
	return gridOf(cells)
}

func TestProtect_never_lets_a_hidden_group_be_computed(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	for range 4000 {
		g, minimum := randomGrid(dice), 2+dice.IntN(5)
		shown := protect(g, minimum, everything(g))
		requireSafe(t, g, shown, everything(g), minimum)

		// An item that fewer firms answered, within the groups shown.
		part := gridOf(thinned(dice, g))
		requireSafe(t, part, protect(part, minimum, shown), shown, minimum)
	}
}

// thinned returns the cells of a grid with some of the firms.
func thinned(dice *rand.Rand, g grid) [][]int {
	cells := make([][]int, g.allRow())
	for r := range cells {
		for _, n := range g[r][:g.allColumn()] {
			cells[r] = append(cells[r], n-dice.IntN(n/2+1))
		}
	}
	return cells
}

func TestProtect_shows_all_when_all_groups_are_large(t *testing.T) {
	dice := rand.New(rand.NewPCG(2, 2))
	for range 50 {
		cells := make([][]int, 1+dice.IntN(4))
		columns := 1 + dice.IntN(4)
		for r := range cells {
			for range columns {
				cells[r] = append(cells[r], 5+dice.IntN(9))
			}
		}
		g := gridOf(cells)
		for r, row := range protect(g, 5, everything(g)) {
			for c, shown := range row {
				require.Equal(t, g.named(r, c), shown)
			}
		}
	}
}

func TestProtect_comes_to_an_end_on_the_whole_table(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 3))
	for range 20 {
		cells := make([][]int, rows-1)
		for r := range cells {
			for range columns - 1 {
				cells[r] = append(cells[r], dice.IntN(3)*dice.IntN(8))
			}
		}
		g := gridOf(cells)
		shown := protect(g, 5, everything(g))
		known := newKnowledge(g, shown, true)
		for r := range g {
			for c, n := range g[r] {
				require.False(t, n > 0 && !shown[r][c] && g.named(r, c) && known.holds(known.group(r, c)))
			}
		}
	}
}
