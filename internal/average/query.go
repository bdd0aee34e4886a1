package average

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed average.sql
var querySQL string

// queryTables stands in the query where the tables of the catalogue belong.
const queryTables = "/* checklists (checklist, edition, scale, items), options (checklist, option, points) and items (checklist, item, section) */\n"

// Query returns the SQL query of average.sql, complete with editions, options and items as they are in the catalogue now.
func Query() (string, error) {
	all, err := layouts()
	if err != nil {
		return "", err
	}
	var lists, options, items []string
	for _, l := range all {
		id := quoted(string(l.list.ID))
		lists = append(lists, fmt.Sprintf("(%s, %s, %s, %d)", id, quoted(l.list.Edition), quoted(string(l.list.Scale)), len(l.items)))
		for _, o := range l.list.Options {
			points := "NULL"
			if o.Points != nil {
				points = strconv.Itoa(*o.Points)
			}
			options = append(options, fmt.Sprintf("(%s, %s, %s)", id, quoted(string(o.ID)), points))
		}
		for _, s := range l.list.Sections {
			for _, q := range s.Items {
				items = append(items, fmt.Sprintf("(%s, %s, %s)", id, quoted(string(q.ID)), quoted(string(s.ID))))
			}
		}
	}
	tables := values("checklists (checklist, edition, scale, items)", lists) +
		values("options (checklist, option, points)", options) +
		values("items (checklist, item, section)", items)
	return strings.Replace(querySQL, queryTables, tables, 1), nil
}

// values returns a table of a WITH clause.
func values(name string, rows []string) string {
	return name + " AS (VALUES\n  " + strings.Join(rows, ",\n  ") + "\n),\n"
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
