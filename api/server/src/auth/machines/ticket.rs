//! Access tokens of programs (RFC 9068), got for a key. A token says which key and which of its scopes; whether the key
//! stands is looked up, so that a token ends with its key.

use super::Machine;
use crate::app::App;
use crate::auth::token::{self, AUDIENCE, ISSUER, LIFETIME};
use crate::http::AppError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bellbuoy_domain::machine::KeyScope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a token of a program says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    iss: String,
    aud: String,
    exp: i64,
    iat: i64,
    jti: Uuid,
    sub: Uuid,
    /// The key.
    pub client_id: Uuid,
    /// Words of [`KeyScope`], with blanks between.
    pub scope: String,
    /// The mark of what the program proved itself by.
    pub via: String,
}

impl Ticket {
    /// When it runs out.
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(self.exp, 0)
    }

    /// Whether it holds the scope.
    pub fn opens(&self, scope: KeyScope) -> bool {
        self.scope.split(' ').any(|word| word == scope.as_str())
    }
}

/// Signs a token for a program that proved itself by what bears this mark; tells also how many seconds it lives.
pub fn issue(app: &App, machine: &Machine, scope: &str, via: String) -> Result<(String, i64), AppError> {
    let now = app.now().timestamp();
    let lifetime = LIFETIME.min(machine.expires_at.timestamp() - now);
    let ticket = Ticket {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        exp: now + lifetime,
        iat: now,
        jti: Uuid::new_v4(),
        sub: machine.claims.sid,
        client_id: machine.claims.sid,
        scope: scope.to_owned(),
        via,
    };
    Ok((token::sign(app, &ticket)?, lifetime))
}

/// Whether a token says that it is a program's, true or not.
pub fn claimed(token: &str) -> bool {
    const NAME: &[u8] = b"\"client_id\"";
    let middle = token.split('.').nth(1).unwrap_or_default();
    URL_SAFE_NO_PAD
        .decode(middle)
        .is_ok_and(|claims| claims.windows(NAME.len()).any(|part| part == NAME))
}

/// What a token of ours for a program says; nothing when it is none, or not yet.
pub fn check(app: &App, token: &str) -> Option<Ticket> {
    let ticket: Ticket = token::check(app, token)?;
    let begun = ticket.iat - 60 <= app.now().timestamp();
    (begun && ticket.sub == ticket.client_id).then_some(ticket)
}
