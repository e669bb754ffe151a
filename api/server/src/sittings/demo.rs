//! Sittings that somebody invented, past ones as well.

use super::entered::checked;
use super::seat_model::SeatRow;
use super::wire::SittingDraft;
use super::{seat_store, store};
use crate::http::AppError;
use bellbuoy_domain::certification::{SeatState, SittingResult};
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// A sitting and who sits there, in the order in which they asked.
#[derive(Debug, Clone)]
pub struct DemoSitting {
    pub draft: SittingDraft,
    pub announced_at: DateTime<Utc>,
    pub seats: Vec<(Uuid, SeatState, Option<SittingResult>)>,
}

/// Enters an invented sitting.
///
/// # Errors
/// What of it does not fit.
pub async fn enter_demo(conn: &mut AsyncPgConnection, demo: DemoSitting) -> Result<(), AppError> {
    let url = demo.draft.online_url.clone();
    let row = checked(conn, demo.draft, None, true, demo.announced_at)
        .await?
        .begun(true);
    store::insert(conn, &row).await?;
    store::set_link(conn, row.id, url.as_deref()).await?;
    let mut asked_at = demo.announced_at;
    for (account_id, state, result) in demo.seats {
        asked_at += TimeDelta::hours(5);
        let seat = SeatRow {
            id: Uuid::now_v7(),
            sitting_id: row.id,
            account_id,
            state,
            result,
            revision: 1,
            asked_at,
            changed_at: asked_at,
        };
        seat_store::insert(conn, &seat).await?;
    }
    store::count_seats(conn, row.id).await?;
    Ok(())
}
