-- Moves waiting lines into counters and boards: what is deleted is added, in one statement.
WITH lines AS (
    DELETE FROM deltas RETURNING *
), ranked AS (
    SELECT unit.board, time.period, unit.member, count(*) AS n, max(second) AS second
    FROM lines
        CROSS JOIN LATERAL (VALUES ('district', district), ('community', community), ('organisation', organisation), ('company', company), ('person', person))
            AS unit (board, member)
        CROSS JOIN LATERAL (VALUES ('all'), ('w' || week), ('d' || day)) AS time (period)
    WHERE kind = 2 AND unit.member IS NOT NULL
    GROUP BY 1, 2, 3
), board AS (
    INSERT INTO boards AS b (board, period, member, n, second) SELECT * FROM ranked
    ON CONFLICT (board, period, member) DO UPDATE SET n = b.n + excluded.n, second = greatest(b.second, excluded.second)
), counted AS (
    SELECT 'totals' AS name, CASE kind WHEN 0 THEN 'sent' ELSE 'claimed' END AS field, count(*) AS n FROM lines GROUP BY 2
    UNION ALL
    SELECT CASE kind WHEN 0 THEN 'sent' ELSE 'claimed' END, day::text, count(*) FROM lines GROUP BY 1, 2
)
INSERT INTO counters AS c (name, field, n) SELECT * FROM counted
ON CONFLICT (name, field) DO UPDATE SET n = c.n + excluded.n
