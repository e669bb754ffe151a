-- How many cells differ between the roll-up, with what waits to be folded, and a recount of all incidents; parties only when nothing waits.
WITH waiting AS (SELECT EXISTS (SELECT FROM statistics_changes) AS pending),
facts AS MATERIALIZED (
    SELECT 1 AS sign, id, series, date_trunc('month', occurred_on)::date AS month, affected_party AS party, kind, victim_type,
        coalesce(sea_region, 'unknown') AS sea_region, severity, verification, systems FROM incidents WHERE status = 'accepted'
), monthly AS (
    SELECT series, month, 'all' AS dimension, 'all' AS word, party, count(*) AS n FROM facts GROUP BY 1, 2, 5
    UNION ALL SELECT series, month, 'kind', kind, party, count(*) FROM facts GROUP BY 1, 2, 4, 5
    UNION ALL SELECT series, month, 'victim_type', victim_type, party, count(*) FROM facts GROUP BY 1, 2, 4, 5
    UNION ALL SELECT series, month, 'sea_region', sea_region, party, count(*) FROM facts GROUP BY 1, 2, 4, 5
    UNION ALL SELECT series, month, 'severity', severity, party, count(*) FROM facts GROUP BY 1, 2, 4, 5
    UNION ALL SELECT series, month, 'verification', verification, party, count(*) FROM facts GROUP BY 1, 2, 4, 5
    UNION ALL SELECT series, month, 'system', word, party, count(*) FROM facts, unnest(CASE systems WHEN '{}' THEN ARRAY['unknown'] ELSE systems END) word
        GROUP BY 1, 2, 4, 5
), recount AS (
    SELECT series, period, starts, dimension, word, sum(n)::bigint AS incidents,
        CASE WHEN pending THEN 0 ELSE (count(DISTINCT party) + coalesce(sum(n) FILTER (WHERE party IS NULL), 0))::bigint END AS parties
    FROM waiting, monthly t CROSS JOIN LATERAL (VALUES ('month', t.month), ('quarter', date_trunc('quarter', t.month)::date),
        ('year', date_trunc('year', t.month)::date), ('all', date '1900-01-01')) p(period, starts)
    GROUP BY 1, 2, 3, 4, 5, pending
), kept AS (
    SELECT series, period, starts, dimension, word, sum(incidents)::bigint AS incidents, CASE WHEN pending THEN 0 ELSE sum(parties)::bigint END AS parties
    FROM waiting, (
        SELECT series, period, starts, dimension, word, incidents, parties FROM statistics_cells
        UNION ALL SELECT series, period, starts, dimension, word, sign, 0 FROM statistics_changes t
            CROSS JOIN LATERAL (VALUES ('month', t.month), ('quarter', date_trunc('quarter', t.month)::date),
                ('year', date_trunc('year', t.month)::date), ('all', date '1900-01-01')) p(period, starts)
            CROSS JOIN LATERAL (VALUES ('all', 'all'), ('kind', t.kind), ('victim_type', t.victim_type), ('sea_region', t.sea_region),
                ('severity', t.severity), ('verification', t.verification)
                UNION ALL SELECT 'system', word FROM unnest(t.systems) word
                UNION ALL SELECT 'system', 'unknown' WHERE cardinality(t.systems) = 0) d(dimension, word)
    ) c GROUP BY 1, 2, 3, 4, 5, pending HAVING sum(incidents) <> 0
)
SELECT count(*) FROM (
    (SELECT * FROM recount EXCEPT SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT SELECT * FROM recount)
) d;
