//! What an administrator writes of a sitting.

use crate::http::text::{headline, one_line, some_text, web_address};
use bellbuoy_domain::certification::SittingKind;
use chrono::NaiveDateTime;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

/// A sitting, whole: what is left out is empty. Times are as the clocks of its place show them.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "exam", "title": "Written exam, Rotterdam", "scheme": "maritime", "requirement": "exam_theory",
    "time_zone": "Europe/Amsterdam", "starts_local": "2027-01-12T09:00:00", "ends_local": "2027-01-12T12:00:00",
    "port": "NLRTM", "place": "Harbour school, room 4", "seats": 24
}))]
pub struct SittingDraft {
    pub kind: SittingKind,
    #[validate(length(min = 8, max = 120), custom(function = "headline"))]
    #[schema(min_length = 8, max_length = 120)]
    pub title: String,
    /// For whom, about what, what to bring.
    #[serde(default)]
    #[validate(length(min = 3, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 4000)]
    pub about: Option<String>,
    /// Code of the scheme whose requirement it meets; an exam names one, a training may.
    #[serde(default)]
    #[validate(length(min = 1, max = 40), custom(function = "one_line"))]
    #[schema(min_length = 1, max_length = 40)]
    pub scheme: Option<String>,
    /// Code of the requirement, of the kind of the sitting.
    #[serde(default)]
    #[validate(length(min = 1, max = 40), custom(function = "one_line"))]
    #[schema(min_length = 1, max_length = 40)]
    pub requirement: Option<String>,
    /// Name in the IANA database of time zones.
    #[validate(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60, example = "Europe/Amsterdam")]
    pub time_zone: String,
    #[schema(value_type = String, min_length = 19, max_length = 29, example = "2027-01-12T09:00:00")]
    pub starts_local: NaiveDateTime,
    #[schema(value_type = String, min_length = 19, max_length = 29, example = "2027-01-12T12:00:00")]
    pub ends_local: NaiveDateTime,
    /// Until when seats are booked; until it begins when absent.
    #[serde(default)]
    #[schema(value_type = Option<String>, min_length = 19, max_length = 29, example = "2027-01-10T18:00:00")]
    pub book_until_local: Option<NaiveDateTime>,
    /// UN/LOCODE of the port.
    #[serde(default)]
    #[validate(length(min = 5, max = 6))]
    #[schema(min_length = 5, max_length = 6, example = "NLRTM")]
    pub port: Option<String>,
    /// Where exactly.
    #[serde(default)]
    #[validate(length(min = 3, max = 300), custom(function = "one_line"))]
    #[schema(min_length = 3, max_length = 300)]
    pub place: Option<String>,
    /// Where one takes part over the network; told to those with a seat.
    #[serde(default)]
    #[validate(length(min = 12, max = 500), custom(function = "web_address"))]
    #[schema(min_length = 12, max_length = 500)]
    pub online_url: Option<String>,
    #[validate(range(min = 1, max = 500))]
    #[schema(minimum = 1, maximum = 500)]
    pub seats: i16,
    /// Of a workshop: what it talks about, in which order.
    #[serde(default)]
    #[validate(length(min = 3, max = 20000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 20000)]
    pub agenda: Option<String>,
    /// Of a workshop that has begun: what was said.
    #[serde(default)]
    #[validate(length(min = 3, max = 20000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 20000)]
    pub minutes: Option<String>,
    /// Of a workshop that has begun: what came of it.
    #[serde(default)]
    #[validate(length(min = 3, max = 20000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 20000)]
    pub outcomes: Option<String>,
}

/// Why a sitting is cancelled.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "because": "The examiner fell ill." }))]
pub struct SittingCancellation {
    /// Everybody may read it.
    #[validate(length(min = 3, max = 500), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 500)]
    pub because: String,
}
