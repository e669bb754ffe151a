//! Folds what waits into the cells, one batch in one statement. One worker does this, so that
//! writers never queue for a cell.

use crate::http::AppError;
use diesel::QueryableByName;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

/// Spreads a row `t` of `statistics_changes` over the cells it counts in, as `p(period, starts)` and `d(dimension, word)`.
pub const SPREAD: &str = "
    CROSS JOIN LATERAL (
        VALUES ('month', t.month), ('quarter', date_trunc('quarter', t.month)::date), ('year', date_trunc('year', t.month)::date),
               ('all', date '1900-01-01')
    ) p(period, starts)
    CROSS JOIN LATERAL (
        VALUES ('all', 'all'), ('kind', t.kind), ('victim_type', t.victim_type), ('sea_region', t.sea_region),
               ('severity', t.severity), ('verification', t.verification)
        UNION ALL SELECT 'system', word FROM unnest(t.systems) word
        UNION ALL SELECT 'system', 'unknown' WHERE cardinality(t.systems) = 0
    ) d(dimension, word)";

const CELL: &str = "series, period, starts, dimension, word";
const MOST: usize = 2000;

#[derive(QueryableByName)]
struct Done {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// Folds one batch; returns how many changes it held.
pub async fn fold(conn: &mut AsyncPgConnection) -> Result<usize, AppError> {
    let done: Done = sql_query(format!(
        "WITH taken AS (
            DELETE FROM statistics_changes WHERE id IN (SELECT id FROM statistics_changes LIMIT {MOST}) RETURNING *
        ), spread AS MATERIALIZED (
            SELECT t.series, p.period, p.starts, d.dimension, d.word, t.party, t.sign FROM taken t {SPREAD}
        ), known AS (
            SELECT {CELL}, party, sum(sign) AS n FROM spread WHERE party IS NOT NULL GROUP BY {CELL}, party
        ), counted AS (
            INSERT INTO statistics_parties AS s ({CELL}, party, incidents) SELECT {CELL}, party, n FROM known
            ON CONFLICT (series, dimension, period, starts, word, party) DO UPDATE SET incidents = s.incidents + excluded.incidents
            RETURNING {CELL}, party, incidents
        ), change AS (
            SELECT {CELL}, sum(sign) AS incidents, coalesce(sum(sign) FILTER (WHERE party IS NULL), 0) AS parties FROM spread GROUP BY {CELL}
        ), arrived AS (
            SELECT {CELL}, sum((c.incidents > 0)::int - (c.incidents - k.n > 0)::int) AS parties
            FROM counted c JOIN known k USING (series, period, starts, dimension, word, party) GROUP BY {CELL}
        ), cells AS (
            INSERT INTO statistics_cells AS s ({CELL}, incidents, parties)
            SELECT {CELL}, c.incidents, c.parties + coalesce(a.parties, 0)
            FROM change c LEFT JOIN arrived a USING (series, period, starts, dimension, word)
            ON CONFLICT (series, dimension, period, starts, word)
            DO UPDATE SET incidents = s.incidents + excluded.incidents, parties = s.parties + excluded.parties
            RETURNING 1
        ), versions AS (
            INSERT INTO statistics_versions AS v (series, version) SELECT DISTINCT series, 1 FROM taken
            ON CONFLICT (series) DO UPDATE SET version = v.version + 1
        ) SELECT count(*) AS n FROM taken"
    ))
    .get_result(conn)
    .await?;
    Ok(usize::try_from(done.n).unwrap_or_default())
}
