//! The four questions of the first start.

use crate::http::text::one_line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// Whether the link works.
#[derive(Debug, Serialize, ToSchema)]
pub struct Setup {
    /// Name of the site, as its settings say.
    #[schema(example = "Bellbuoy")]
    pub site: String,
}

/// The answers.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetupCreate {
    /// Who runs the site; it becomes the first organisation of the directory.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(
        min_length = 2,
        max_length = 100,
        example = "Alliance for Cyber Safety at Sea"
    )]
    pub organisation: String,
    /// Your name.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100, example = "First Administrator")]
    pub name: String,
    /// Your address.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "first@alliance.example"
    )]
    pub email: String,
    /// Your password.
    #[validate(length(min = 12, max = 200))]
    #[schema(
        min_length = 12,
        max_length = 200,
        format = "password",
        example = "correct horse battery staple"
    )]
    pub password: String,
}
