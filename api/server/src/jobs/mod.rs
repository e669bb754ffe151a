//! Work beside the requests: the sequencer, the folding of figures, the schedule of public releases, the desk's key
//! of the month, checkpoints of the audit, and sweeping.
//!
//! One worker at a time holds the lock in the database.

pub mod asked;
mod sequencer;

use crate::app::App;
use crate::audit::chain;
use crate::db::{Caller, Db, Guarded};
use crate::http::AppError;
use crate::{auth, certificates, cpd_entries, intake, oauth, statistics};
use chrono::NaiveDate;
use diesel::sql_types::{BigInt, Bool};
use diesel_async::RunQueryDsl;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;

/// Key of the advisory lock that the one worker holds.
const WORKER: i64 = 0x0062_656c_6c62_756f;
/// Rounds between the things that need no second's haste.
const SELDOM: u64 = 60;

/// Runs until the process ends.
pub async fn run(app: App, db: Db) {
    let mut round: u64 = 0;
    let mut held: Option<Guarded> = None;
    let mut night: Option<NaiveDate> = None;
    let keeper = Arc::new(Mutex::new(chain::Keeper::default()));
    loop {
        if let Err(error) = turn(&app, &db, &mut held, round, &mut night, &keeper).await {
            held = None;
            tracing::warn!(%error, "background work was put off");
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
        round = round.wrapping_add(1);
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

async fn turn(
    app: &App,
    db: &Db,
    held: &mut Option<Guarded>,
    round: u64,
    night: &mut Option<NaiveDate>,
    keeper: &Arc<Mutex<chain::Keeper>>,
) -> Result<(), AppError> {
    let conn = match held {
        Some(conn) => conn,
        None => {
            let mut conn = db.as_caller(Caller::System).await?;
            if !lock(&mut conn).await? {
                return Ok(());
            }
            held.insert(conn)
        }
    };
    sequencer::number(conn).await?;
    statistics::fold(conn).await?;
    auth::own::answer(conn, app.now()).await?;
    certificates::tell_dependants(conn, app.now()).await?;
    if round.is_multiple_of(SELDOM) {
        sweep(app, conn).await?;
        certificates::lapse(conn, app.now()).await?;
        cpd_entries::remind(conn, app.config.origin.as_deref(), app.now()).await?;
        intake::keep_epoch(app, db).await?;
        statistics::release_if_due(app, conn).await?;
        let today = app.now().date_naive();
        if *night != Some(today) {
            intake::forget_order(db).await?;
            *night = Some(today);
        }
        keep(app, db, keeper);
    }
    Ok(())
}

/// Looks after the checkpoints beside all else, unless it still does: a place elsewhere may take long to answer.
fn keep(app: &App, db: &Db, keeper: &Arc<Mutex<chain::Keeper>>) {
    let Ok(mut keeper) = keeper.clone().try_lock_owned() else {
        return;
    };
    let (app, db) = (app.clone(), db.clone());
    tokio::spawn(async move {
        let turn = async {
            let mut conn = db.as_caller(Caller::System).await?;
            keeper.turn(&app, &mut conn).await
        };
        if let Err(error) = turn.await {
            tracing::warn!(%error, "checkpoints of the audit were put off");
        }
    });
}

/// Does everything that waits, once; for tests and the seed.
pub async fn drain(db: &Db) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    while sequencer::number(&mut conn).await? + statistics::fold(&mut conn).await? > 0 {}
    Ok(())
}

async fn lock(conn: &mut Guarded) -> Result<bool, AppError> {
    let got = diesel::select(
        diesel::dsl::sql::<Bool>("pg_try_advisory_lock(")
            .bind::<BigInt, _>(WORKER)
            .sql(")"),
    );
    Ok(got.get_result(&mut **conn).await?)
}

async fn sweep(app: &App, conn: &mut Guarded) -> Result<(), AppError> {
    app.budgets.sweep();
    asked::sweep(conn).await?;
    oauth::sweep(conn, app.now()).await?;
    diesel::sql_query("DELETE FROM idempotency_keys WHERE created_on < current_date - 30")
        .execute(&mut **conn)
        .await?;
    Ok(())
}
