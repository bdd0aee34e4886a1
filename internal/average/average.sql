-- The averages of a collection of records, as `mamori average` computes them. It runs as it stands in SQLite 3.38 or later and in DuckDB.
--
-- Before it there must be a table or view "records" with one column "line": one record as JSON a row.
--   SQLite:  CREATE TABLE records (line TEXT);  and one INSERT for each line of the NDJSON
--   DuckDB:  CREATE VIEW records AS SELECT json AS line FROM read_ndjson_objects('records.ndjson');
--
-- The result has a row for each sector, size and target (a checklist, one of its sections or one of its items) with at least five firms.
-- It leaves out groups below that number, but not those from which such a group could be subtracted: do not publish it as it is.
WITH
/* checklists (checklist, edition, scale, items), options (checklist, option, points) and items (checklist, item, section) */
-- The latest state of each record. Times are in UTC; without the Z they sort as texts.
states AS (
  SELECT line, line ->> '$.id' AS id, line ->> '$.checklist' AS checklist,
         coalesce(line ->> '$.profile.sector', '') AS sector, coalesce(line ->> '$.profile.size', '') AS size,
         row_number() OVER (PARTITION BY line ->> '$.id' ORDER BY rtrim(line ->> '$.changed', 'Z') DESC) AS age
  FROM records
),
-- One row for each known answer in a finished record of an edition that is named above. (CROSS JOIN keeps SQLite to this order.)
answers AS MATERIALIZED (
  SELECT s.id, s.checklist, s.sector, s.size, i.section, i.item, o.points
  FROM states s
  CROSS JOIN checklists c
  CROSS JOIN json_each(s.line, '$.answers') a
  CROSS JOIN items i
  CROSS JOIN options o
  WHERE s.age = 1 AND (s.line ->> '$.finished') IS NOT NULL
    AND c.checklist = s.checklist AND c.edition = (s.line ->> '$.edition')
    AND i.checklist = s.checklist AND i.item = a.key
    AND o.checklist = s.checklist AND o.option = (a.value ->> '$.option')
),
-- What each firm reached in each section, and in the whole checklist if it answered every item.
sections AS MATERIALIZED (
  SELECT id, checklist, section, sector, size, sum(points) AS points, count(points) AS counted, count(*) AS answered
  FROM answers GROUP BY id, checklist, section, sector, size
),
firms AS MATERIALIZED (
  SELECT s.id, s.checklist, s.sector, s.size, sum(s.points) AS points, sum(s.counted) AS counted
  FROM sections s JOIN checklists c ON c.checklist = s.checklist
  GROUP BY s.id, s.checklist, s.sector, s.size, c.items HAVING sum(s.answered) = c.items AND sum(s.counted) > 0
),
scores AS (
  SELECT checklist, checklist AS target, sector, size, points, counted FROM firms
  UNION ALL
  SELECT s.checklist, s.checklist || '#' || s.section, s.sector, s.size, s.points, s.counted
  FROM sections s JOIN firms f ON f.id = s.id WHERE s.counted > 0
  UNION ALL
  SELECT a.checklist, a.checklist || '/' || a.item, a.sector, a.size, a.points, 1
  FROM answers a JOIN firms f ON f.id = a.id WHERE a.points IS NOT NULL
),
-- How many firms reached which value: few rows from here on.
tallied AS (
  SELECT s.target, s.sector, s.size, s.points * 1.0 / CASE c.scale WHEN 'levels' THEN s.counted ELSE 1 END AS value, count(*) AS firms
  FROM scores s JOIN checklists c ON c.checklist = s.checklist
  GROUP BY 1, 2, 3, 4
),
grouped AS (
  SELECT CASE m.sectors WHEN 1 THEN 'all' ELSE t.sector END AS sector,
         CASE m.sizes WHEN 1 THEN 'all' ELSE t.size END AS size, t.target, t.value, CAST(sum(t.firms) AS BIGINT) AS firms
  FROM tallied t
  CROSS JOIN (SELECT 1 AS sectors, 1 AS sizes UNION ALL SELECT 1, 0 UNION ALL SELECT 0, 1 UNION ALL SELECT 0, 0) m
  GROUP BY 1, 2, 3, 4
),
ranked AS (
  SELECT sector, size, target, value, firms,
         sum(firms) OVER (PARTITION BY sector, size, target ORDER BY value) AS upto,
         sum(firms) OVER (PARTITION BY sector, size, target) AS n,
         sum(value * firms) OVER (PARTITION BY sector, size, target) / sum(firms) OVER (PARTITION BY sector, size, target) AS mean
  FROM grouped
  WHERE sector <> '' AND size <> ''
),
-- A quartile lies at place (n - 1) k / 4 of the sorted values, counted from 0: between the values at the whole places below and above.
quartered AS (
  SELECT r.*, q.k, (q.k * (n - 1)) % 4 AS beyond,
         (q.k * (n - 1) - (q.k * (n - 1)) % 4) / 4 AS below,
         (q.k * (n - 1) + 3 - (q.k * (n - 1) + 3) % 4) / 4 AS above
  FROM ranked r CROSS JOIN (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3) q
),
quartiles AS (
  SELECT sector, size, target, n, mean, k,
         min(CASE WHEN upto > below THEN value END) * (4 - beyond) / 4.0 + min(CASE WHEN upto > above THEN value END) * beyond / 4.0 AS quartile,
         sqrt(sum((value - mean) * (value - mean) * firms) / n) AS sd
  FROM quartered
  GROUP BY sector, size, target, n, mean, k, beyond
)
SELECT sector, size, target, n, mean, max(sd) AS sd,
       max(CASE k WHEN 1 THEN quartile END) AS q1, max(CASE k WHEN 2 THEN quartile END) AS median, max(CASE k WHEN 3 THEN quartile END) AS q3
FROM quartiles
GROUP BY sector, size, target, n, mean
HAVING n >= 5
ORDER BY sector, size, target;
