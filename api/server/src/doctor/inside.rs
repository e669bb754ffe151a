//! What is looked at inside the database.

use super::Finding;
use crate::app::App;
use crate::config::Mode;
use crate::db::{Db, migrate};
use crate::http::AppError;
use crate::{auth, intake};
use chrono::{DateTime, TimeDelta, Utc};
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Instant {
    #[diesel(sql_type = Nullable<Timestamptz>)]
    at: Option<DateTime<Utc>>,
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

async fn number(conn: &mut AsyncPgConnection, sql: &'static str) -> Result<i64, AppError> {
    Ok(sql_query(sql).get_result::<Number>(conn).await?.n)
}

async fn instant(conn: &mut AsyncPgConnection, sql: &'static str) -> Result<Option<DateTime<Utc>>, AppError> {
    Ok(sql_query(sql).get_result::<Instant>(conn).await?.at)
}

/// Codes by time need a clock that is right; the database's is a second one to compare with.
pub async fn clock(app: &App, conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let there = instant(conn, "SELECT clock_timestamp() AS at").await?;
    let apart = there.map_or(TimeDelta::zero(), |there| (there - app.now()).abs());
    let seconds = apart.num_seconds();
    let kept = [
        "/run/systemd/timesync/synchronized",
        "/run/chrony/chronyd.sock",
        "/run/ntpd.sock",
    ]
    .iter()
    .any(|path| std::path::Path::new(path).exists());
    let remedy =
        "run chrony or systemd-timesyncd on every machine: codes by time and tokens count on the clock";
    Ok(if seconds > 15 {
        Finding::fault(
            "clock",
            format!("this clock and the database's are {seconds} s apart"),
            remedy,
        )
    } else if kept || app.config.mode == Mode::Demo {
        Finding::ok(
            "clock",
            format!("this clock and the database's are {seconds} s apart"),
        )
    } else {
        Finding::warning("clock", "no sign that anything keeps this clock right", remedy)
    })
}

pub async fn migrations(conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let ran: Vec<Version> = sql_query("SELECT version::text AS version FROM __diesel_schema_migrations")
        .load(conn)
        .await?;
    let waiting = migrate::names()
        .into_iter()
        .filter(|name| !ran.iter().any(|ran| ran.version == *name))
        .count();
    Ok(if waiting == 0 {
        Finding::ok("migrations", format!("all {} have run", ran.len()))
    } else {
        Finding::fault(
            "migrations",
            format!("{waiting} have not run"),
            "run `bellbuoy-server migrate`, then start the servers again",
        )
    })
}

/// The worker numbers what was written within a second.
pub async fn worker(conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let waiting = number(
        conn,
        "SELECT count(*) AS n FROM outbox WHERE number IS NULL AND at < clock_timestamp() - interval '60 seconds'",
    )
    .await?;
    Ok(if waiting == 0 {
        Finding::ok("worker", "nothing waits for the worker")
    } else {
        Finding::fault(
            "worker",
            format!("{waiting} events wait for more than a minute"),
            "the worker runs in every server; look for `background work was put off` in the log",
        )
    })
}

pub async fn letters(conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let waiting = number(
        conn,
        "SELECT count(*) AS n FROM mails WHERE sent_at IS NULL AND attempts > 0 AND created_at < clock_timestamp() - interval '1 hour'",
    )
    .await?;
    Ok(if waiting == 0 {
        Finding::ok("letters", "no letter is stuck")
    } else {
        Finding::warning(
            "letters",
            format!("{waiting} letters could not be sent for more than an hour"),
            "look at the mail server; they are tried again by themselves",
        )
    })
}

pub async fn audit(app: &App, conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let unsealed = instant(
        conn,
        "SELECT min(at) AS at FROM audit_entries WHERE number IS NULL",
    )
    .await?;
    let late = unsealed.is_some_and(|at| app.now() - at > TimeDelta::minutes(5));
    Ok(if late {
        Finding::fault(
            "audit",
            "entries of the audit wait for their seal for more than five minutes",
            "see `worker`; then press Verify on the audit page",
        )
    } else if !app.config.keeps_checkpoints() && app.config.mode == Mode::Production {
        Finding::warning(
            "audit",
            "checkpoints are kept in the database only, which whoever runs it can change",
            "set BELLBUOY_AUDIT_CHECKPOINTS to a folder on another machine, or BELLBUOY_AUDIT_MAIL or \
             BELLBUOY_AUDIT_WEBHOOK to somebody else's address",
        )
    } else {
        Finding::ok("audit", "sealed up to the last entries")
    })
}

pub async fn administrators(app: &App, conn: &mut AsyncPgConnection) -> Result<Finding, AppError> {
    let bare = number(
        conn,
        "SELECT count(*) AS n FROM accounts a WHERE a.role <> 'member' AND NOT a.suspended AND NOT EXISTS (SELECT FROM second_factors f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)",
    )
    .await?;
    let admins = number(
        conn,
        "SELECT count(*) AS n FROM accounts WHERE role = 'admin' AND NOT suspended",
    )
    .await?;
    Ok(match admins {
        0 => Finding::fault(
            "people",
            "nobody administers this site",
            "start the server: it prints a link for the first administrator",
        ),
        1 if app.config.mode == Mode::Production => Finding::warning(
            "people",
            "one administrator only: nobody could let them in again",
            "enter a second one on the page of the platform's people",
        ),
        _ if bare > 0 => Finding::warning(
            "people",
            format!("{bare} people of the platform have no second factor yet"),
            "they set it up at their next sign-in, and may do nothing before",
        ),
        _ => Finding::ok(
            "people",
            format!("everybody of the platform has a second factor; administrators: {admins}"),
        ),
    })
}

pub async fn recovery(app: &App, db: &Db) -> Result<Finding, AppError> {
    let analysts = auth::active_analysts(db).await?.len();
    Ok(if intake::has_recovery(db).await? {
        Finding::ok(
            "recovery",
            format!("reports are sealed for {analysts} analysts and the recovery key"),
        )
    } else if app.config.mode == Mode::Demo {
        Finding::ok("recovery", "a demo needs no recovery key")
    } else {
        Finding::fault(
            "recovery",
            "there is no recovery key: when the analysts lose theirs, the reports are lost",
            "make one off line with `bellbuoy keys recovery-new`, then `bellbuoy-server keys recovery <age1…>`",
        )
    })
}
