//! What people send.

use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::{CertificationStep, CriterionVerdict};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What somebody wants to be certified for.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "scheme": "maritime", "discipline": "maritime_specialist", "level": "associate" }))]
pub struct CertificationApplicationCreate {
    /// Code of the scheme. One for suppliers is applied for by an owner or security officer of the firm.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub scheme: String,
    /// Code of the discipline. Left out when a certificate is renewed.
    #[serde(default)]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub discipline: Option<String>,
    /// Code of the level. Left out when a certificate is renewed.
    #[serde(default)]
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub level: Option<String>,
    /// Number of one's certificate that is to be renewed.
    #[serde(default)]
    #[validate(length(min = 3, max = 60))]
    #[schema(min_length = 3, max_length = 60)]
    pub renews: Option<String>,
    /// UN/LOCODE of the port next to the firm's seat; for a firm that is not in the register yet.
    #[serde(default)]
    #[validate(length(equal = 5))]
    #[schema(min_length = 5, max_length = 5)]
    pub base: Option<String>,
}

/// A company in which the applicant has an interest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub company: String,
    /// Which: shares, an employment, family, a contract.
    #[validate(length(min = 2, max = 300), custom(function = "some_text"))]
    #[schema(min_length = 2, max_length = 300)]
    pub relation: String,
    /// When it ended; none while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
}

/// A paper for a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShownEvidence {
    /// Code of the requirement.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub requirement: String,
    /// One of one's own papers.
    pub file_id: Uuid,
}

/// Somebody who saw the applicant's work.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedReferee {
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// Where the link goes; no account is needed.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(min_length = 3, max_length = 254, format = "email")]
    pub email: String,
    /// How they know the work.
    #[validate(length(min = 2, max = 300), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 300)]
    pub relation: String,
}

/// A draft, whole: what is left out is empty.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "statement": "Nine years on the bridges of tankers, four of them assessing networks.",
    "no_interests": true, "declared": ["conduct", "interests"], "conduct_version": "1"
}))]
pub struct CertificationApplicationUpdate {
    #[serde(default)]
    #[validate(length(min = 2, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 2, max_length = 4000)]
    pub statement: Option<String>,
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub interests: Vec<Interest>,
    /// There are none.
    #[serde(default)]
    pub no_interests: bool,
    /// Codes of the requirements that are declared.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub declared: Vec<String>,
    /// The version of the code of conduct that was read and accepted.
    #[serde(default)]
    #[validate(length(min = 1, max = 20))]
    #[schema(min_length = 1, max_length = 20)]
    pub conduct_version: Option<String>,
    #[serde(default)]
    #[validate(length(max = 200), nested)]
    #[schema(max_items = 200)]
    pub evidence: Vec<ShownEvidence>,
    #[serde(default)]
    #[validate(length(max = 10), nested)]
    #[schema(max_items = 10)]
    pub referees: Vec<NamedReferee>,
}

/// A question beside the field it is about.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionAsked {
    /// Code of a requirement, or `statement`, `interests` or `curriculum`.
    #[validate(length(min = 1, max = 40))]
    #[schema(min_length = 1, max_length = 40)]
    pub field: String,
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: String,
}

/// The answer to a question.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// Id of the question.
    pub question: Uuid,
    #[validate(length(min = 1, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 1, max_length = 4000)]
    pub words: String,
}

/// A step to take, with what belongs to it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "step": "ask", "questions": [{ "field": "insurance", "words": "Does it cover work aboard?" }] }))]
pub struct CertificationStepCreate {
    pub step: CertificationStep,
    /// The reason, which the applicant reads: for refusing, appealing, and deciding an appeal.
    #[serde(default)]
    #[validate(length(min = 3, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 4000)]
    pub words: Option<String>,
    /// Who reviews; for assigning.
    #[serde(default)]
    pub reviewer_id: Option<Uuid>,
    /// For asking.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub questions: Vec<QuestionAsked>,
    /// For answering: one to every open question.
    #[serde(default)]
    #[validate(length(max = 200), nested)]
    #[schema(max_items = 200)]
    pub answers: Vec<Answered>,
    /// First day of the certificate, for granting: today when absent.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
}

/// What a reviewer finds on a requirement.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "verdict": "met" }))]
pub struct FindingUpdate {
    pub verdict: CriterionVerdict,
    /// Why; needed unless it is met. The applicant reads it with the decision.
    #[serde(default)]
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: Option<String>,
}
