//! Errors as RFC 9457 problem details. About ten kinds, for what a caller can do about each;
//! the cause of an internal error is logged once and never shown.

use super::codes::{self, Code};
use super::messages::Language;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use bellbuoy_domain::policy::Denied;
use serde::Serialize;
use utoipa::ToSchema;

/// One fault of the input: where it is, what is wrong, what would be right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Fault {
    /// JSON pointer into the body (RFC 6901), or `?name` for a query parameter, or the name of a header.
    pub pointer: String,
    /// Stable word for the kind of fault.
    pub code: String,
    /// What is wrong.
    pub detail: String,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The values that are accepted, where they can be listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
}

impl Fault {
    /// A fault at `pointer` with a stable `code` and a sentence.
    pub fn new(pointer: impl Into<String>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            detail: detail.into(),
            ..Self::default()
        }
    }

    /// Adds what was probably meant.
    #[must_use]
    pub fn hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }

    /// Adds the accepted values.
    #[must_use]
    pub fn accepted<S: Into<String>>(mut self, accepted: impl IntoIterator<Item = S>) -> Self {
        self.accepted = accepted.into_iter().map(Into::into).collect();
        self
    }
}

/// The body of every error answer (RFC 9457 §3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Address of a page that explains the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// One line for people; the same for every problem of this code.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened this time.
    pub detail: String,
    /// Stable word to branch on.
    pub code: String,
    /// Quote this when you ask us; absent on the reporter's routes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Faults of the input, all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
    /// The detail is the code's remedy, which is told in the reader's language.
    #[serde(skip)]
    pub remedied: bool,
}

impl Problem {
    /// The problem for `code`, saying `detail`.
    pub fn new(code: &Code, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{}", code.word),
            title: Language::English.message(code).title.clone(),
            status: code.status,
            detail: detail.into(),
            code: code.word.to_owned(),
            request_id: None,
            errors: Vec::new(),
            remedied: false,
        }
    }

    /// The problem for `code`, of which there is no more to say than what can be done about it.
    pub fn remedied(code: &Code) -> Self {
        Self {
            remedied: true,
            ..Self::new(code, Language::English.message(code).remedy.clone())
        }
    }
}

/// What can go wrong in a request.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// A refusal with a stable code and a sentence for the caller.
    #[error("{}: {detail}", .code.word)]
    Refused { code: &'static Code, detail: String },
    /// A refusal with a stable code, of which the remedy says all.
    #[error("{}", .0.word)]
    Remedied(&'static Code),
    /// The input was understood and does not fit.
    #[error("{} faults in the input", .0.len())]
    Unfit(Vec<Fault>),
    /// The request line does not fit (query parameters).
    #[error("{} faults in the query", .1.len())]
    Query(&'static Code, Vec<Fault>),
    /// No such thing, or not for this caller.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The record changed since the caller read it; carries its current ETag.
    #[error("stale")]
    Stale(String),
    /// Too many requests; seconds to wait.
    #[error("too many requests")]
    TooMany(u64),
    /// The database or the process is not ready; seconds to wait.
    #[error("not ready")]
    Unavailable(u64),
    /// A bug. The cause is logged and never shown.
    #[error("internal")]
    Internal(#[source] anyhow::Error),
}

impl AppError {
    /// A refusal with a code and a sentence.
    pub fn refused(code: &'static Code, detail: impl Into<String>) -> Self {
        Self::Refused {
            code,
            detail: detail.into(),
        }
    }

    /// What the policy says, about a thing of this kind.
    pub fn denied(denied: Denied, noun: &'static str) -> Self {
        match denied {
            Denied::Unknown => Self::refused(&codes::UNAUTHENTICATED, denied.to_string()),
            Denied::Unseen => Self::NotFound(noun),
            Denied::Forbidden(why_not) => Self::refused(&codes::FORBIDDEN, why_not),
        }
    }

    /// A single fault in the body.
    pub fn unfit(pointer: &str, code: &str, detail: impl Into<String>) -> Self {
        Self::Unfit(vec![Fault::new(pointer, code, detail)])
    }

    /// The same faults, in the part of the body at `place`.
    #[must_use]
    pub fn below(self, place: &str) -> Self {
        match self {
            Self::Unfit(faults) => Self::Unfit(
                faults
                    .into_iter()
                    .map(|fault| Fault {
                        pointer: format!("{place}{}", fault.pointer),
                        ..fault
                    })
                    .collect(),
            ),
            other => other,
        }
    }

    /// The problem to show, without what only the middleware knows.
    pub fn problem(&self) -> Problem {
        match self {
            Self::Refused { code, detail } => Problem::new(code, detail.clone()),
            Self::Remedied(code) => Problem::remedied(code),
            Self::Unfit(errors) => Problem {
                errors: errors.clone(),
                ..Problem::new(&codes::UNFIT, counted(errors.len(), "field does", "fields do"))
            },
            Self::Query(code, errors) => {
                let detail = errors
                    .first()
                    .map(|fault| fault.detail.clone())
                    .unwrap_or_default();
                Problem {
                    errors: errors.clone(),
                    ..Problem::new(code, detail)
                }
            }
            Self::NotFound(_) => Problem::remedied(&codes::NOT_FOUND),
            Self::Stale(_) => Problem::remedied(&codes::STALE),
            Self::TooMany(seconds) => Problem::new(&codes::TOO_MANY, format!("wait {seconds} s")),
            Self::Unavailable(seconds) => Problem::new(
                &codes::UNAVAILABLE,
                format!("nothing was changed; try again in {seconds} s"),
            ),
            Self::Internal(_) => Problem::new(&codes::INTERNAL, "the fault is noted; nothing was changed"),
        }
    }
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {} not fit", if n == 1 { one } else { many })
}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.problem().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        if let Self::Internal(cause) = self {
            // Values of a failed statement must not reach the log: only the outermost message is written.
            tracing::error!(cause = %cause, "internal error");
        }
        let problem = self.problem();
        let mut response = HttpResponse::build(self.status_code());
        if let Self::TooMany(seconds) | Self::Unavailable(seconds) = self {
            response.insert_header((RETRY_AFTER, HeaderValue::from(*seconds)));
        }
        if let Self::Stale(etag) = self {
            response.insert_header(("etag", etag.as_str()));
        }
        let mut response = response.finish();
        response.extensions_mut().insert(problem);
        response
    }
}

impl From<diesel::result::Error> for AppError {
    fn from(error: diesel::result::Error) -> Self {
        crate::db::errors::classify(error)
    }
}
