//! Queries of seats.

use super::seat_model::SeatRow;
use crate::db::keyset;
use crate::schema::{accounts, seats, sittings};
use bellbuoy_domain::certification::{SeatState, SittingKind, SittingResult};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Somebody's attendance: the sitting, its title, its day, its quarters of an hour.
pub type Was = (Uuid, String, NaiveDate, i16);

/// Who keeps the time free.
const HELD: [SeatState; 2] = [SeatState::Booked, SeatState::Waiting];

/// Keeps somebody's bookings one after the other until the transaction ends.
pub async fn lock_person(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    sql_query("SELECT pg_advisory_xact_lock(hashtextextended('seats ' || $1, 0))")
        .bind::<sql_types::Text, _>(account.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Enters a seat.
pub async fn insert(conn: &mut AsyncPgConnection, row: &SeatRow) -> QueryResult<()> {
    diesel::insert_into(seats::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds a seat of a sitting.
pub async fn find(conn: &mut AsyncPgConnection, sitting: Uuid, id: Uuid) -> QueryResult<Option<SeatRow>> {
    SeatRow::query()
        .filter(seats::sitting_id.eq(sitting))
        .filter(seats::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Somebody's seat in a sitting, unless it was given up.
pub async fn own(conn: &mut AsyncPgConnection, sitting: Uuid, account: Uuid) -> QueryResult<Option<SeatRow>> {
    SeatRow::query()
        .filter(seats::sitting_id.eq(sitting))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.ne(SeatState::Cancelled))
        .first(conn)
        .await
        .optional()
}

/// Somebody's seats in some sittings, what was given up left out.
pub async fn own_in(conn: &mut AsyncPgConnection, ids: &[Uuid], account: Uuid) -> QueryResult<Vec<SeatRow>> {
    SeatRow::query()
        .filter(seats::sitting_id.eq_any(ids))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.ne(SeatState::Cancelled))
        .load(conn)
        .await
}

/// The sittings in which somebody has a seat, waits or was, those that begin last first; what was given up left out.
pub async fn of(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<Vec<Uuid>> {
    seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.ne(SeatState::Cancelled))
        .order((sittings::starts_at.desc(), sittings::id.desc()))
        .select(sittings::id)
        .load(conn)
        .await
}

/// The sittings to come in which somebody has a seat or waits for one.
pub async fn ahead(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    now: DateTime<Utc>,
) -> QueryResult<Vec<Uuid>> {
    seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.eq_any(HELD))
        .filter(sittings::starts_at.gt(now))
        .order(sittings::id)
        .select(sittings::id)
        .load(conn)
        .await
}

/// Title and day of a sitting that somebody keeps free and that overlaps a time.
pub async fn overlapping(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> QueryResult<Option<(String, NaiveDate)>> {
    seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.eq_any(HELD))
        .filter(sittings::cancelled_at.is_null())
        .filter(sittings::starts_at.lt(to))
        .filter(sittings::ends_at.gt(from))
        .order(sittings::starts_at)
        .select((sittings::title, sittings::held_on))
        .first(conn)
        .await
        .optional()
}

/// The first in the waiting list.
pub async fn first_waiting(conn: &mut AsyncPgConnection, sitting: Uuid) -> QueryResult<Option<SeatRow>> {
    SeatRow::query()
        .filter(seats::sitting_id.eq(sitting))
        .filter(seats::state.eq(SeatState::Waiting))
        .order((seats::asked_at, seats::id))
        .first(conn)
        .await
        .optional()
}

/// The place in the waiting list of a seat that the caller may see, counted over those whom the caller may not.
pub async fn place_in_line(conn: &mut AsyncPgConnection, seat: Uuid) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Place {
        #[diesel(sql_type = sql_types::BigInt)]
        place: i64,
    }
    let found: Place = sql_query("SELECT place_in_line($1) AS place")
        .bind::<sql_types::Uuid, _>(seat)
        .get_result(conn)
        .await?;
    Ok(found.place)
}

/// Writes where a seat stands.
pub async fn set_state(
    conn: &mut AsyncPgConnection,
    row: &SeatRow,
    state: SeatState,
    result: Option<SittingResult>,
    at: DateTime<Utc>,
) -> QueryResult<SeatRow> {
    diesel::update(seats::table.filter(seats::id.eq(row.id)))
        .set((
            seats::state.eq(state),
            seats::result.eq(result),
            seats::revision.eq(row.revision + 1),
            seats::changed_at.eq(at),
        ))
        .returning(SeatRow::as_returning())
        .get_result(conn)
        .await
}

/// A page of a sitting's seats with name and address of each person, in the order in which they asked.
pub async fn list(
    conn: &mut AsyncPgConnection,
    sitting: Uuid,
    from: Option<Uuid>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<(SeatRow, String, String)>> {
    let mut query = seats::table
        .inner_join(accounts::table.on(accounts::id.eq(seats::account_id)))
        .filter(seats::sitting_id.eq(sitting))
        .select((SeatRow::as_select(), accounts::name, accounts::email))
        .limit(limit)
        .into_boxed();
    query = match (from, back) {
        (Some(id), true) => query.filter(seats::id.lt(id)),
        (Some(id), false) => query.filter(seats::id.gt(id)),
        (None, _) => query,
    };
    query = if back {
        query.order(seats::id.desc())
    } else {
        query.order(seats::id.asc())
    };
    query.load(conn).await
}

/// The addresses of those who have a seat in a sitting or wait for one.
pub async fn addresses(conn: &mut AsyncPgConnection, sitting: Uuid) -> QueryResult<Vec<String>> {
    seats::table
        .inner_join(accounts::table.on(accounts::id.eq(seats::account_id)))
        .filter(seats::sitting_id.eq(sitting))
        .filter(seats::state.eq_any(HELD))
        .select(accounts::email)
        .load(conn)
        .await
}

/// Requirements that somebody met by a day: scheme, requirement, the day.
pub async fn met(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    on: NaiveDate,
) -> QueryResult<Vec<(Option<String>, Option<String>, NaiveDate)>> {
    seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.eq(SeatState::Attended))
        .filter(
            seats::result.eq(SittingResult::Passed).or(sittings::kind
                .eq(SittingKind::Training)
                .and(seats::result.is_null())),
        )
        .filter(sittings::requirement.is_not_null())
        .filter(sittings::held_on.le(on))
        .order((sittings::held_on, sittings::id))
        .select((sittings::scheme, sittings::requirement, sittings::held_on))
        .load(conn)
        .await
}

/// A page of what somebody attended, last day first.
pub async fn attended(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    days: (Option<NaiveDate>, Option<NaiveDate>),
    from: Option<(NaiveDate, Uuid)>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<Was>> {
    let mut query = seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.eq(SeatState::Attended))
        .select((
            sittings::id,
            sittings::title,
            sittings::held_on,
            sittings::quarters,
        ))
        .limit(limit)
        .into_boxed();
    if let Some(day) = days.0 {
        query = query.filter(sittings::held_on.ge(day));
    }
    if let Some(day) = days.1 {
        query = query.filter(sittings::held_on.le(day));
    }
    if let Some((day, id)) = from {
        let columns = (sittings::held_on, sittings::id);
        let values = (
            day.into_sql::<sql_types::Date>(),
            id.into_sql::<sql_types::Uuid>(),
        );
        query = query.filter(if back {
            keyset::after(columns, values)
        } else {
            keyset::before(columns, values)
        });
    }
    query = if back {
        query.order((sittings::held_on.asc(), sittings::id.asc()))
    } else {
        query.order((sittings::held_on.desc(), sittings::id.desc()))
    };
    query.load(conn).await
}

/// Quarters of an hour that somebody attended between two days.
pub async fn attended_quarters(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> QueryResult<i64> {
    let quarters: Option<i64> = seats::table
        .inner_join(sittings::table.on(sittings::id.eq(seats::sitting_id)))
        .filter(seats::account_id.eq(account))
        .filter(seats::state.eq(SeatState::Attended))
        .filter(sittings::held_on.between(from, to))
        .select(diesel::dsl::sum(sittings::quarters))
        .get_result(conn)
        .await?;
    Ok(quarters.unwrap_or(0))
}
