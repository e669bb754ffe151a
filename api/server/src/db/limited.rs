//! Pages with their `LIMIT` in the text, so that one plan fits all values.
//!
//! PostgreSQL plans a statement anew for each call when it cannot know how many rows are wanted, and planning a page
//! costs several times what reading it does.

use diesel::QueryResult;
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};

/// The sizes in which pages are read, one more than what is asked for most: each is a statement of its own, kept by
/// every connection.
const SIZES: [i64; 6] = [11, 26, 51, 101, 201, 501];

/// The size in which `limit` rows are read; at least as many.
pub fn size(limit: i64) -> i64 {
    SIZES.into_iter().find(|size| *size >= limit).unwrap_or(limit)
}

/// A query and how many of its rows are read at most.
pub struct Limited<Q> {
    query: Q,
    limit: i64,
}

/// At least the first `limit` rows of a query, and no more than its [`size`].
pub fn limited<Q>(query: Q, limit: i64) -> Limited<Q> {
    Limited {
        query,
        limit: size(limit),
    }
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Limited<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.query.walk_ast(out.reborrow())?;
        out.push_sql(" LIMIT ");
        out.push_sql(&self.limit.to_string());
        Ok(())
    }
}

impl<Q> QueryId for Limited<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Limited<Q> {
    type SqlType = Q::SqlType;
}

/// Two pages in the same order, merged into one.
pub struct Merged<Q> {
    parts: [Limited<Q>; 2],
    order: &'static str,
}

/// The first rows of both; `order` is what both are sorted by, in the names of the columns that come out.
pub fn merged<Q>(parts: [Q; 2], limit: i64, order: &'static str) -> Merged<Q> {
    Merged {
        parts: parts.map(|part| limited(part, limit)),
        order,
    }
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Merged<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let [first, second] = &self.parts;
        out.push_sql("(");
        first.walk_ast(out.reborrow())?;
        out.push_sql(") UNION ALL (");
        second.walk_ast(out.reborrow())?;
        out.push_sql(") ORDER BY ");
        out.push_sql(self.order);
        out.push_sql(" LIMIT ");
        out.push_sql(&first.limit.to_string());
        Ok(())
    }
}

impl<Q> QueryId for Merged<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Merged<Q> {
    type SqlType = Q::SqlType;
}
