//! `(a, b) < ($1, $2)`: the row comparison that keyset paging needs and diesel has no word for.

use diesel::QueryResult;
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::Bool;

/// Row comparison of two columns with two values.
#[derive(Debug, Clone, Copy, QueryId)]
pub struct RowCompare<A, B, X, Y> {
    columns: (A, B),
    values: (X, Y),
    before: bool,
}

/// Rows that come before the key in descending order.
pub const fn before<A, B, X, Y>(columns: (A, B), values: (X, Y)) -> RowCompare<A, B, X, Y> {
    RowCompare {
        columns,
        values,
        before: true,
    }
}

/// Rows that come after the key.
pub const fn after<A, B, X, Y>(columns: (A, B), values: (X, Y)) -> RowCompare<A, B, X, Y> {
    RowCompare {
        columns,
        values,
        before: false,
    }
}

impl<A, B, X, Y> Expression for RowCompare<A, B, X, Y> {
    type SqlType = Bool;
}

impl<A, B, X, Y, QS> AppearsOnTable<QS> for RowCompare<A, B, X, Y> where Self: Expression {}
impl<A, B, X, Y, QS> SelectableExpression<QS> for RowCompare<A, B, X, Y> where Self: AppearsOnTable<QS> {}
impl<A, B, X, Y, G> ValidGrouping<G> for RowCompare<A, B, X, Y> {
    type IsAggregate = diesel::expression::is_aggregate::No;
}

impl<A, B, X, Y> QueryFragment<Pg> for RowCompare<A, B, X, Y>
where
    A: QueryFragment<Pg>,
    B: QueryFragment<Pg>,
    X: QueryFragment<Pg>,
    Y: QueryFragment<Pg>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("(");
        self.columns.0.walk_ast(out.reborrow())?;
        out.push_sql(", ");
        self.columns.1.walk_ast(out.reborrow())?;
        out.push_sql(if self.before { ") < (" } else { ") > (" });
        self.values.0.walk_ast(out.reborrow())?;
        out.push_sql(", ");
        self.values.1.walk_ast(out.reborrow())?;
        out.push_sql(")");
        Ok(())
    }
}
