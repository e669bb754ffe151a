//! Ratings on the wire.

use crate::http::text::some_text;
use bellbuoy_domain::certification::rating::{RatingCriterion, RatingStep};
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What an organisation says of a person or a firm of the register after an engagement.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "supplier_id": "01900000-0000-7000-8000-0000000000aa", "from_on": "2026-03-02", "to_on": "2026-03-06",
    "competence": 5, "conduct": 4, "report": 4, "timeliness": 3, "remark": "The report named every finding with its remedy.",
    "no_tie": true
}))]
pub struct RatingCreate {
    /// The person of the register; either this or `supplier_id`.
    #[serde(default)]
    pub consultant_id: Option<Uuid>,
    /// The firm of the register; either this or `consultant_id`.
    #[serde(default)]
    pub supplier_id: Option<Uuid>,
    /// First day of the engagement.
    pub from_on: NaiveDate,
    /// Last day of the engagement; before today.
    pub to_on: NaiveDate,
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub competence: u8,
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub conduct: u8,
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub report: u8,
    #[validate(range(min = 1, max = 5))]
    #[schema(minimum = 1, maximum = 5)]
    pub timeliness: u8,
    /// For everybody to read, once it is published.
    #[serde(default)]
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 1000)]
    pub remark: Option<String>,
    /// The name of your organisation may stand beside the remark.
    #[serde(default)]
    pub named: bool,
    /// You declare that your organisation and who is rated do not belong to one group, and that nobody was promised
    /// anything for the rating.
    pub no_tie: bool,
}

/// Whom a rating is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatedHolder {
    pub kind: HolderKind,
    pub id: Uuid,
    pub name: String,
}

/// A rating as the organisation that wrote it sees it, and those who moderate.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rating {
    pub id: Uuid,
    pub rated: RatedHolder,
    pub organisation_id: Uuid,
    /// Name of the organisation that rates.
    pub organisation: String,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub competence: u8,
    pub conduct: u8,
    pub report: u8,
    pub timeliness: u8,
    pub remark: Option<String>,
    /// Whether the name may stand beside the remark.
    pub named: bool,
    pub status: ReviewStatus,
    /// Why it was refused or taken down.
    pub reason: Option<String>,
    /// What who is rated says to it; for the organisation once that is published.
    pub answer: Option<String>,
    pub answer_status: Option<ReviewStatus>,
    /// Why the answer was refused.
    pub answer_reason: Option<String>,
    /// The steps that the caller can take.
    pub possible: Vec<RatingStep>,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// When it was published; it counts from the next month on.
    pub published_at: Option<DateTime<Utc>>,
    /// Invented for demonstration.
    pub demo: bool,
    /// For `If-Match`.
    pub etag: String,
}

/// A step with a rating, or with the answer to it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "step": "refuse", "words": "The remark names a member of the crew; leave the name out." }))]
pub struct RatingStepCreate {
    pub step: RatingStep,
    /// The reason of a refusal, or the answer itself.
    #[serde(default)]
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 1000)]
    pub words: Option<String>,
}

/// A mean of one criterion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingMean {
    pub criterion: RatingCriterion,
    /// Stars, one to five, with one decimal.
    #[schema(example = 4.3)]
    pub mean: f64,
}

/// What a customer wrote, without a name unless they agreed to it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingRemark {
    /// Id of the rating.
    pub id: Uuid,
    pub words: String,
    /// Name of the organisation, if it agreed.
    pub organisation: Option<String>,
    /// What who is rated says to it.
    pub answer: Option<String>,
    /// Only for who is rated: where one's own answer stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_answer: Option<OwnAnswer>,
}

/// One's own answer to a remark.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OwnAnswer {
    pub words: Option<String>,
    pub status: Option<ReviewStatus>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// Whether an answer can be sent now.
    pub open: bool,
    /// For `If-Match` when an answer is sent.
    pub etag: String,
}

/// What is published of the ratings of a person or a firm.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingFigures {
    /// Whether there are enough ratings. If not, nothing tells how many there are.
    pub enough: bool,
    /// From how many different organisations figures are shown.
    pub least: usize,
    /// Ratings count that were published before this day: the first of a month.
    pub as_of: NaiveDate,
    /// How many different organisations they are from.
    pub organisations: Option<usize>,
    /// None while there are too few.
    pub means: Vec<RatingMean>,
    /// In no order that tells anything.
    pub remarks: Vec<RatingRemark>,
    /// What the figures mean, in a sentence or two.
    pub meaning: String,
}
