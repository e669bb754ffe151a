//! SQL written out where diesel has no words for it, prepared once for each connection.
//!
//! Diesel's own way to write SQL has it parsed and planned anew at every call, which costs more than most statements
//! themselves.

use diesel::QueryResult;
use diesel::expression::{
    AppearsOnTable, AsExpression, Expression, SelectableExpression, TypedExpressionType, ValidGrouping,
};
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Bool, SingleValue, SqlType, Untyped};

enum Piece<'a> {
    Text(&'static str),
    Value(Box<dyn QueryFragment<Pg> + Send + 'a>),
}

/// A statement from fixed text and bound values, in their order.
pub struct Statement<'a>(Vec<Piece<'a>>);

/// Begins a statement.
pub fn statement<'a>(text: &'static str) -> Statement<'a> {
    Statement(vec![Piece::Text(text)])
}

impl<'a> Statement<'a> {
    /// Goes on with a bound value.
    pub fn bind<T, V>(mut self, value: V) -> Self
    where
        T: SqlType + TypedExpressionType + SingleValue,
        V: AsExpression<T>,
        V::Expression: QueryFragment<Pg> + Send + 'a,
    {
        self.0.push(Piece::Value(Box::new(value.as_expression())));
        self
    }

    /// Goes on with text.
    pub fn sql(mut self, text: &'static str) -> Self {
        self.0.push(Piece::Text(text));
        self
    }

    /// The same as a condition of a query.
    pub const fn holds(self) -> Condition<'a> {
        Condition(self)
    }
}

impl QueryFragment<Pg> for Statement<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_sql(text),
                Piece::Value(value) => value.walk_ast(out.reborrow())?,
            }
        }
        Ok(())
    }
}

// The text itself is the key under which the connection keeps it.
impl QueryId for Statement<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Statement<'_> {
    type SqlType = Untyped;
}

/// A condition from fixed text and bound values.
pub struct Condition<'a>(Statement<'a>);

impl Expression for Condition<'_> {
    type SqlType = Bool;
}

impl<QS> AppearsOnTable<QS> for Condition<'_> {}
impl<QS> SelectableExpression<QS> for Condition<'_> {}
impl<G> ValidGrouping<G> for Condition<'_> {
    type IsAggregate = diesel::expression::is_aggregate::No;
}

impl QueryFragment<Pg> for Condition<'_> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }
}

impl QueryId for Condition<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
