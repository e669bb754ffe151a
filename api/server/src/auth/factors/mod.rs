//! The second proof of a person: codes by time (RFC 6238), and codes to recover with.
//!
//! Staff have to give it; others may. Secrets are of no use without the server's own key, which is not in the database.

pub mod actions;
mod recovery;
pub mod routes;
pub mod store;
mod totp;
pub mod wire;

pub use totp::{Seal, code_at};

use crate::app::App;
use crate::http::AppError;
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// What a code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// The person has no second factor.
    None,
    /// A code by time.
    Code,
    /// A recovery code, which is used up now.
    Recovery,
    /// Nothing that counts.
    Wrong,
}

/// Checks a code against the person's second factor and uses it up.
///
/// `again` lets a code by time count more than once: for the demo's invented people only.
///
/// # Errors
/// When the database does not answer.
pub async fn prove(
    app: &App,
    conn: &mut AsyncPgConnection,
    account: Uuid,
    code: &str,
    again: bool,
) -> Result<Proof, AppError> {
    let now = app.now();
    let Some(row) = store::find(conn, account).await? else {
        return Ok(Proof::None);
    };
    let Some(sealed) = &row.sealed_secret else {
        return Ok(Proof::None);
    };
    let code: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    if let Some(digest) = recovery::digest(&app.keys.secret, account, &code) {
        return Ok(if store::use_recovery(conn, account, &digest, now).await? > 0 {
            Proof::Recovery
        } else {
            Proof::Wrong
        });
    }
    let Some(step) = matched(app, account, sealed, &code, now)? else {
        return Ok(Proof::Wrong);
    };
    let fresh = store::use_step(conn, account, step, now.date_naive()).await? > 0;
    Ok(if fresh || again { Proof::Code } else { Proof::Wrong })
}

/// The step whose code this is, one step early or late at most.
fn matched(
    app: &App,
    account: Uuid,
    sealed: &[u8],
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<i64>, AppError> {
    let secret = Seal::of(&app.keys.secret).open(account, sealed)?;
    totp::step(&secret, code, now)
}
