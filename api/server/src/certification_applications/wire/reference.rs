//! What a referee reads and answers.

use crate::http::text::account;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// What a referee is asked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReferenceRequest {
    /// Name of the applicant.
    pub applicant: String,
    /// How the applicant says that they know each other.
    pub relation: String,
    /// Name of the referee, as the applicant wrote it.
    pub referee: String,
    /// What the applicant wants to be certified for.
    pub discipline: String,
    pub level: String,
    /// When it was answered; none while it is open.
    pub answered_at: Option<DateTime<Utc>>,
}

/// What a referee says. The applicant does not read it; who reviews the application does.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "recommends": true, "independent": true,
    "words": "I was master of the ship on which the bridge was tested; the work was careful and stopped nothing."
}))]
pub struct ReferenceCreate {
    pub recommends: bool,
    /// Neither relative nor employee of the applicant.
    pub independent: bool,
    /// What was seen of the work.
    #[validate(length(min = 20, max = 4000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 4000)]
    pub words: String,
}
