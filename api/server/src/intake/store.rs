//! Queries of the sealed intake, made by the role that sees nothing else.

use super::model::{EnvelopeRow, MessageRow, NewEnvelope};
use crate::schema::intake::{envelopes, messages};
use bellbuoy_domain::intake::{EnvelopeState, MessageDirection};
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::collections::HashMap;
use uuid::Uuid;

/// Enters an envelope; false when one with this id or mailbox stands already.
pub async fn insert_envelope(conn: &mut AsyncPgConnection, envelope: &NewEnvelope) -> QueryResult<bool> {
    let rows = diesel::insert_into(envelopes::table)
        .values(envelope)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(rows > 0)
}

/// The digest of the content first sent under an id, and where the report stands.
pub async fn held(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<(Vec<u8>, EnvelopeState)>> {
    envelopes::table
        .filter(envelopes::id.eq(id))
        .select((envelopes::digest, envelopes::state))
        .first(conn)
        .await
        .optional()
}

/// A page of the queue, calls for help first, then by id, which tells no order of arrival.
pub async fn list(
    conn: &mut AsyncPgConnection,
    states: &[EnvelopeState],
    after: Option<(bool, Uuid)>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<EnvelopeRow>> {
    let mut query = EnvelopeRow::query()
        .filter(envelopes::state.eq_any(states))
        .limit(limit)
        .into_boxed();
    if let Some((help, id)) = after {
        let same = envelopes::help.eq(help);
        query = if back {
            query.filter(envelopes::help.gt(help).or(same.and(envelopes::id.lt(id))))
        } else {
            query.filter(envelopes::help.lt(help).or(same.and(envelopes::id.gt(id))))
        };
    }
    query = if back {
        query.order((envelopes::help.asc(), envelopes::id.desc()))
    } else {
        query.order((envelopes::help.desc(), envelopes::id.asc()))
    };
    query.load(conn).await
}

/// How many messages of each envelope the desk has not seen.
pub async fn waiting(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<HashMap<Uuid, i64>> {
    let rows: Vec<(Uuid, i64)> = messages::table
        .filter(messages::envelope_id.eq_any(ids))
        .filter(messages::direction.eq(MessageDirection::ToDesk))
        .filter(messages::seen.eq(false))
        .group_by(messages::envelope_id)
        .select((messages::envelope_id, count_star()))
        .load(conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Levels what tells the order in which sealed rows arrived.
pub async fn forget_order(conn: &mut AsyncPgConnection) -> QueryResult<usize> {
    diesel::sql_query("SELECT intake.forget_order()")
        .execute(conn)
        .await
}

/// Finds an envelope with its content.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<(EnvelopeRow, Vec<u8>)>> {
    envelopes::table
        .filter(envelopes::id.eq(id))
        .select((EnvelopeRow::as_select(), envelopes::content))
        .first(conn)
        .await
        .optional()
}

/// Locks an envelope until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<EnvelopeRow>> {
    EnvelopeRow::query()
        .filter(envelopes::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// The mailbox that a locator opens, unless it was withdrawn.
pub async fn mailbox(conn: &mut AsyncPgConnection, locator_hash: &[u8]) -> QueryResult<Option<Uuid>> {
    envelopes::table
        .filter(envelopes::locator_hash.eq(locator_hash))
        .filter(envelopes::state.ne(EnvelopeState::Withdrawn))
        .select(envelopes::id)
        .first(conn)
        .await
        .optional()
}

/// Messages of a mailbox, in the order of their random ids.
pub async fn messages(conn: &mut AsyncPgConnection, envelope: Uuid) -> QueryResult<Vec<MessageRow>> {
    MessageRow::query()
        .filter(messages::envelope_id.eq(envelope))
        .order(messages::id)
        .load(conn)
        .await
}

/// Marks what the desk has opened.
pub async fn mark_seen(conn: &mut AsyncPgConnection, envelope: Uuid) -> QueryResult<usize> {
    diesel::update(
        messages::table
            .filter(messages::envelope_id.eq(envelope))
            .filter(messages::seen.eq(false)),
    )
    .set(messages::seen.eq(true))
    .execute(conn)
    .await
}

/// Enters a message; the same id twice is the same message.
pub async fn insert_message(conn: &mut AsyncPgConnection, message: &MessageRow) -> QueryResult<()> {
    diesel::insert_into(messages::table)
        .values(message)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(())
}

/// How many messages a mailbox holds.
pub async fn count_messages(conn: &mut AsyncPgConnection, envelope: Uuid) -> QueryResult<i64> {
    messages::table
        .filter(messages::envelope_id.eq(envelope))
        .count()
        .get_result(conn)
        .await
}

/// Sets what the desk changes of an envelope.
pub async fn set_state(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    state: EnvelopeState,
    revision: i32,
) -> QueryResult<EnvelopeRow> {
    diesel::update(envelopes::table.filter(envelopes::id.eq(id)))
        .set((envelopes::state.eq(state), envelopes::revision.eq(revision)))
        .returning(EnvelopeRow::as_returning())
        .get_result(conn)
        .await
}

/// Sets the desk's note.
pub async fn set_note(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    note: &[u8],
    revision: i32,
) -> QueryResult<EnvelopeRow> {
    diesel::update(envelopes::table.filter(envelopes::id.eq(id)))
        .set((envelopes::note.eq(note), envelopes::revision.eq(revision)))
        .returning(EnvelopeRow::as_returning())
        .get_result(conn)
        .await
}

/// Replaces the content by the same report sealed to another epoch, and the note with it.
pub async fn set_content(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    epoch: &str,
    content: &[u8],
    note: Option<&[u8]>,
    revision: i32,
) -> QueryResult<EnvelopeRow> {
    diesel::update(envelopes::table.filter(envelopes::id.eq(id)))
        .set((
            envelopes::epoch_id.eq(epoch),
            envelopes::content.eq(content),
            envelopes::note.eq(note),
            envelopes::revision.eq(revision),
        ))
        .returning(EnvelopeRow::as_returning())
        .get_result(conn)
        .await
}

/// Erases what a mailbox holds; the id stays, so that the receipt cannot file again.
pub async fn withdraw(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<()> {
    diesel::delete(messages::table.filter(messages::envelope_id.eq(id)))
        .execute(conn)
        .await?;
    diesel::update(envelopes::table.filter(envelopes::id.eq(id)))
        .set((
            envelopes::content.eq(Vec::new()),
            envelopes::note.eq(None::<Vec<u8>>),
            envelopes::state.eq(EnvelopeState::Withdrawn),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Some messages of the mailbox that a locator opens, in the order of their random ids; none for an
/// unknown locator, by the same single statement.
pub async fn mailbox_page(
    conn: &mut AsyncPgConnection,
    locator_hash: &[u8],
    skip: i64,
    take: i64,
) -> QueryResult<Vec<Vec<u8>>> {
    messages::table
        .inner_join(envelopes::table)
        .filter(envelopes::locator_hash.eq(locator_hash))
        .filter(envelopes::state.ne(EnvelopeState::Withdrawn))
        .order(messages::id)
        .offset(skip)
        .limit(take)
        .select(messages::content)
        .load(conn)
        .await
}
