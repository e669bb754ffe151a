//! Letters before a certificate ends: one when renewal opens, one when thirty days are left.
//!
//! Each is noted in the transaction that writes it, under a key of certificate, term and kind, so that two workers write
//! it once.

use super::model::{Ending, ReminderRow};
use super::{store, summary};
use crate::auth::store as accounts;
use crate::certificates::Held;
use crate::http::AppError;
use crate::mail::{self, Letter};
use crate::{audit, schemes};
use bellbuoy_domain::certification::{LAST_MONTH, due_reminder};
use chrono::{DateTime, Utc};
use diesel_async::{AsyncConnection, AsyncPgConnection};

/// Letters in one turn of the worker.
const AT_ONCE: i64 = 200;

/// Writes the letters that are due; some at a time. `base` is the address of the site, where it has one.
///
/// # Errors
/// When the database refuses.
pub async fn remind(
    conn: &mut AsyncPgConnection,
    base: Option<&str>,
    now: DateTime<Utc>,
) -> Result<usize, AppError> {
    conn.transaction(async |conn| {
        let days = i32::try_from(LAST_MONTH).unwrap_or(i32::MAX);
        let ending = store::ending(conn, now.date_naive(), days, AT_ONCE).await?;
        let mut written = 0;
        for one in &ending {
            if remind_one(conn, one, base, now).await? {
                written += 1;
            }
        }
        Ok(written)
    })
    .await
}

async fn remind_one(
    conn: &mut AsyncPgConnection,
    ending: &Ending,
    base: Option<&str>,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let today = now.date_naive();
    let scheme = schemes::of_version(conn, ending.scheme_version_id).await?;
    let Some(kind) = due_reminder(today, ending.valid_to, scheme.content.renewal_opens_days) else {
        return Ok(false);
    };
    let row = ReminderRow {
        certificate_id: ending.id,
        kind,
        valid_to: ending.valid_to,
        told_at: now,
    };
    if !store::note(conn, &row).await? {
        return Ok(false);
    }
    let Some(account) = accounts::find(conn, ending.account_id).await? else {
        return Ok(false);
    };
    let held = Held {
        number: ending.number.clone(),
        discipline: String::new(),
        scheme_version_id: ending.scheme_version_id,
        valid_from: ending.valid_from,
        valid_to: ending.valid_to,
    };
    let standing = summary::standing(conn, ending.account_id, &held, &scheme, today).await?;
    let missing = if standing.hours_missing > 0.0 {
        format!(
            "{} of {} hours of professional development are missing in your log.",
            standing.hours_missing, standing.hours_asked
        )
    } else {
        format!(
            "Your log has the {} hours that are asked for.",
            standing.hours_asked
        )
    };
    let page = base.map_or_else(
        || "the page of your entry in the register".to_owned(),
        |base| format!("{base}/account/register"),
    );
    let opens = if standing.renewal_open {
        "It can be renewed now".to_owned()
    } else {
        format!("It can be renewed from {}", standing.renewal_opens_on)
    };
    let letter = Letter {
        to: account.email,
        subject: format!("Your certificate {} ends on {}", ending.number, ending.valid_to),
        body: format!(
            "Your certificate {} is valid until {}, for another {} days.\n\n{missing}\n{opens}: {page}\n",
            ending.number, ending.valid_to, standing.days_left,
        ),
    };
    mail::enqueue(conn, &letter).await?;
    let entry = audit::Entry::by_system("certificate.remind", "certificate", Some(ending.id));
    audit::record(conn, entry).await?;
    Ok(true)
}
