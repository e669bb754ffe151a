//! What a row of the register has to fit.

use super::super::register::Filter;
use super::{PLAIN, Wanted};
use crate::db::statement::Statement;
use chrono::NaiveDate;
use diesel::sql_types::{self, Array, Date, Text};

/// Of what fits, what is within reach.
pub fn within<'a>(query: Statement<'a>, filter: &Filter) -> Statement<'a> {
    let Some(near) = &filter.near else {
        return query;
    };
    let bases: Vec<&str> = near
        .ports
        .iter()
        .map(|(port, _)| port.unlocode.as_str())
        .collect();
    query
        .sql(" AND e.base = ANY(")
        .bind::<Array<Text>, _>(bases)
        .sql("::bpchar[])")
}

/// The conditions of a filter, but for the distance.
///
/// A statement that is planned for all values reads the text once, where it would otherwise be read anew for each row;
/// one that is planned for its values knows how rare the words are.
pub fn fitting<'a>(
    mut query: Statement<'a>,
    way: &'static str,
    filter: &'a Filter,
    today: NaiveDate,
) -> Statement<'a> {
    let (begin, end) = if way == PLAIN {
        ("to_tsquery('simple', ", ")")
    } else {
        ("(SELECT to_tsquery('simple', ", "))")
    };
    query = query.sql("e.valid_to >= ").bind::<Date, _>(today);
    for marks in &filter.marks {
        query = query.sql(" AND e.marks && ").bind::<Array<Text>, _>(marks);
    }
    if let Some(text) = &filter.text {
        query = query
            .sql(" AND e.words @@ ")
            .sql(begin)
            .bind::<Text, _>(text)
            .sql(end);
    }
    if let Some(day) = filter.available_on {
        query = query.sql(" AND e.available_from <= ").bind::<Date, _>(day);
    }
    query
}

/// Goes on from the place of another page, among rows that are sorted by name.
pub fn from<'a>(query: Statement<'a>, wanted: &Wanted) -> Statement<'a> {
    let Some((_, name, id)) = wanted.from.clone() else {
        return query;
    };
    query
        .sql(" AND (e.name, e.consultant_id)")
        .sql(if wanted.back { " < (" } else { " > (" })
        .bind::<Text, _>(name)
        .sql(", ")
        .bind::<sql_types::Uuid, _>(id)
        .sql(")")
}

/// The order of a page.
pub const fn order(back: bool) -> &'static str {
    if back {
        " ORDER BY e.name DESC, e.consultant_id DESC"
    } else {
        " ORDER BY e.name, e.consultant_id"
    }
}
