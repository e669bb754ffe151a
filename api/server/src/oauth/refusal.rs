//! What the token endpoint answers when it gives none (RFC 6749 §5.2); OAuth libraries look for this form, not for a
//! problem. Only what every endpoint may say, such as 429 and 503, stays a problem.

use super::wire::OauthError;
use crate::http::AppError;
use crate::http::envelope::OtherForm;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, PRAGMA, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};

/// Why no token is given.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("{word}: {detail}")]
    Protocol {
        word: &'static str,
        detail: String,
        /// The client showed itself by the header, whose scheme the answer names.
        by_header: bool,
    },
    #[error(transparent)]
    Other(#[from] AppError),
}

impl Refusal {
    /// The request cannot be read.
    pub fn request(detail: impl Into<String>) -> Self {
        Self::of("invalid_request", detail)
    }

    /// The client is not known, or did not prove itself.
    pub fn client(detail: impl Into<String>, by_header: bool) -> Self {
        Self::Protocol {
            word: "invalid_client",
            detail: detail.into(),
            by_header,
        }
    }

    /// One of the other words.
    pub fn of(word: &'static str, detail: impl Into<String>) -> Self {
        Self::Protocol {
            word,
            detail: detail.into(),
            by_header: false,
        }
    }
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Other(error.into())
    }
}

impl ResponseError for Refusal {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Protocol { word, .. } if *word == "invalid_client" => StatusCode::UNAUTHORIZED,
            Self::Protocol { .. } => StatusCode::BAD_REQUEST,
            Self::Other(error) => error.status_code(),
        }
    }

    fn error_response(&self) -> HttpResponse {
        let (word, detail, by_header) = match self {
            Self::Protocol {
                word,
                detail,
                by_header,
            } => (word, detail, by_header),
            Self::Other(error) => return error.error_response(),
        };
        let mut response = HttpResponse::build(self.status_code());
        response
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header((PRAGMA, "no-cache"));
        if *by_header {
            response.insert_header((WWW_AUTHENTICATE, "Basic realm=\"bellbuoy\", charset=\"UTF-8\""));
        }
        let mut response = response.json(OauthError {
            error: (*word).to_owned(),
            error_description: detail.clone(),
        });
        response.extensions_mut().insert(OtherForm);
        response
    }
}
