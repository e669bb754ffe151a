//! The own account on the wire.

use super::store::SessionLine;
use crate::http::text::one_line;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A place where the person is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnSession {
    pub id: Uuid,
    /// Family of browser and system, as far as they were recognised.
    #[schema(example = "Firefox, Linux")]
    pub browser: Option<String>,
    pub started_at: DateTime<Utc>,
    /// When it was last renewed, to within the ten minutes of an access token.
    pub used_at: DateTime<Utc>,
    /// After this the person signs in again.
    pub expires_at: DateTime<Utc>,
    /// Whether a second factor was given.
    pub proven: bool,
    /// Whether it is the session that asks.
    pub current: bool,
}

impl OwnSession {
    /// As told in the session `current`.
    pub fn of(row: SessionLine, current: Uuid) -> Self {
        Self {
            current: row.id == current,
            id: row.id,
            browser: row.browser,
            started_at: row.created_at,
            used_at: row.used_at,
            expires_at: row.expires_at,
            proven: row.proven,
        }
    }
}

/// A new password in place of the old.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password of now.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = "password")]
    pub password: String,
    /// Of the second factor, when there is one.
    #[serde(default)]
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "123456")]
    pub code: Option<String>,
    #[validate(length(min = 12, max = 200))]
    #[schema(
        min_length = 12,
        max_length = 200,
        format = "password",
        example = "correct horse battery staple"
    )]
    pub new_password: String,
}

/// Somebody who wants an account, as to be certified.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountCreate {
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100, example = "Example Consultant")]
    pub name: String,
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "consultant@firm.example"
    )]
    pub email: String,
}

/// Whose password was forgotten.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordRequest {
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "member@demo.example"
    )]
    pub email: String,
}

/// A password chosen by a link.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChoice {
    #[validate(length(min = 12, max = 200))]
    #[schema(
        min_length = 12,
        max_length = 200,
        format = "password",
        example = "correct horse battery staple"
    )]
    pub new_password: String,
    /// Of the second factor, when there is one.
    #[serde(default)]
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "123456")]
    pub code: Option<String>,
}

/// What a link is for.
#[derive(Debug, Serialize, ToSchema)]
pub struct PasswordLink {
    pub email: String,
    pub expires_at: DateTime<Utc>,
    /// Whether a code of the second factor has to come along.
    pub second_factor: bool,
}
