//! Second factors on the wire.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// The second proof that a person gives beside the password.
#[derive(Debug, Serialize, ToSchema)]
pub struct Factors {
    /// Whether this person has to have one: people of the platform do.
    pub required: bool,
    /// When codes by time were set up; absent while they are not.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Day of the last code.
    pub last_used_on: Option<NaiveDate>,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: i64,
}

/// The password once more, and a code where there is a second factor, before something changes that holds for long.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = "password")]
    pub password: String,
    /// Of the second factor that counts now, when there is one.
    #[serde(default)]
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "123456")]
    pub code: Option<String>,
}

/// A secret for an authenticator. It counts once its first code was given.
#[derive(Serialize, ToSchema)]
pub struct FactorSecret {
    /// In base32, for who types it.
    #[schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    pub secret: String,
    /// For a picture that the authenticator reads.
    #[schema(
        example = "otpauth://totp/Bellbuoy:analyst%40demo.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bellbuoy"
    )]
    pub uri: String,
}

/// The first code of a new secret.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FactorConfirm {
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "123456")]
    pub code: String,
}

/// Codes to recover with, each good once. They are told here and never again.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    #[schema(example = json!(["3k9m2-7fq8x"]))]
    pub codes: Vec<String>,
}
