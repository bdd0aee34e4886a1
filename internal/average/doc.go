// Package average turns many exported records into one averages file of the kind "collected" (see package sector), without
// telling anything about a few firms.
//
// # Input
//
// A document is a record (record.Decode) or an export (record.DecodeExport). A file named *.json is one document; every other file, and
// standard input, is NDJSON: one document a line, of at most record.MaxSize bytes. A folder gives its *.json and *.ndjson files. A document
// that cannot be read is named, with its line and the reason, and passed over. Reading is as strict as in the browser: the
// same functions do it.
//
// # Which records count
//
// A record counts wholly or not at all. It counts when it is finished, is of the edition that the catalogue has, and has a
// valid answer to every item, of which at least one has points. So the figures of a group speak of the same firms whether they
// are of the whole checklist, of a section or of an item; a partial total is never averaged with whole ones; and nobody can
// take the sum of the items from the totals to see the one firm that left an item out. Drafts count only when Options say
// so, and then only complete ones. Records of other editions are left out, never mixed in. All that is left out is reported.
//
// Of several states of one record (same id) the latest counts, by the time of its last change, whatever the order of the input; an
// older state counts for nothing even where the latest cannot count. Two states of the same moment are put in a fixed order. A firm that
// handed in several assessments is several records, and counts as often: a record does not say whose it is. Records that were in one
// export are of one device; with Options.Latest only the latest of them counts in each checklist. A record without a sector or
// size that package sector knows counts in the sums over all of them.
//
// # Figures
//
// For each checklist, for each sector and all of them, for each size and all of them: the whole checklist, each section and each item, with
//
//   - n: the number of firms behind the value;
//   - value: the mean. On the points scale a firm's value is the sum of its points. On the levels scale it is the mean of its answers
//     that have a level; "don't know" and "does not apply" have none, and a firm without any level in a section or an item
//     is not in its n;
//   - sd: the standard deviation of the group itself (the population formula, divided by n), for the group is all there is,
//     not a sample drawn from something larger;
//   - q1, median, q3: quartiles with linear interpolation at place (n-1)p of the sorted values counted from 0 (type 7 of
//     Hyndman and Fan; quantile_cont of DuckDB, percentile_cont of SQL);
//   - shares, for items: the part of all firms in the group that chose each option, those without points included. An option
//     that is not named was chosen by nobody.
//
// Values are rounded to four decimals. All sums are of whole numbers or in a fixed order, so that the same records give the same file in
// whatever order they come.
//
// # Small groups
//
// A group of fewer firms than the minimum is not shown, and neither are further groups from which it could be computed: by taking the
// sectors from all sectors, the sizes from all sizes, or any chain of such steps, with those who named no sector or size taken
// into account. What is promised, exactly, is in protect. A group that is not shown, be it small, hidden for the sake of another or
// empty, is in the file as one suppressed figure of the whole checklist, without n and without any other target, so that
// nobody can see whether the only fishery in town took part. In a checklist on the levels scale a single item or section
// of a shown group can be suppressed as well, when few firms gave it a level.
//
// What this does not do: it adds no noise and gives no bounds, so a shown group in which all answered alike tells the answer
// of each, and a firm that takes itself out of a group of five sees the mean of four. Two files made of nearly the same
// records can be subtracted from each other: publish at intervals, not after each new record, and only one file per
// collection, not one with a high minimum and another with a low one. It knows records, not firms: see above.
//
// # Large collections
//
// Memory holds one small state a record (about a hundred bytes with its place in the index), and counts; no sheet is kept.
// Decoding uses all processors.
//
// The NDJSON that a large organisation keeps has one record a line, exactly as it is exported:
//
//	{"format":"mamori.record","version":1,"id":"…","checklist":"self-check","edition":"v3",
//	 "answers":{"01":{"option":"done","at":"…"},…},"profile":{"sector":"E","size":"6-19"},
//	 "started":"…","changed":"2026-10-05T01:02:03.004Z","finished":"2026-10-05T01:02:03.004Z"}
//
// The query in average.sql computes n, mean, standard deviation and quartiles of all groups from it in SQLite or DuckDB; Query, and
// "mamori average --sql", give it complete with the options and items of the catalogue. It hides groups below the minimum but
// does no more for privacy, and it takes every sector that a record names; so it is for looking, and for checking this package, not for publishing.
package average
