//! The own data on the wire.

use crate::http::text::one_line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Another address, and the proof that it is you who asks.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressCreate {
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "new@line.example"
    )]
    pub email: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200, format = "password")]
    pub password: String,
    /// Of the second factor, when there is one.
    #[serde(default)]
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20, example = "123456")]
    pub code: Option<String>,
}

/// The word that was sent to the new address.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressConfirmation {
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "new@line.example"
    )]
    pub email: String,
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50, example = "3f9a0c1be27d")]
    pub word: String,
}

/// What of the own account is corrected.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NameUpdate {
    /// As colleagues and the audit see it.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100, example = "Name As It Is Now")]
    pub name: String,
}

/// What stays of a removed account.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Kept {
    pub what: String,
    pub why: String,
}
