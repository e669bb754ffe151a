//! Query parameters: an unknown one is refused with "did you mean", nothing is ignored silently.

use super::codes;
use super::problem::{AppError, Fault};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::ops::Deref;

/// Parsed query parameters of type `T`.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T> Deref for Query<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Query))
    }
}

/// Refuses names that are not `known`, and names given twice.
pub fn check_names(text: &str, known: &[&str]) -> Result<(), AppError> {
    let names: Vec<String> = form_urlencoded::parse(text.as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect();
    let unknown: Vec<Fault> = names
        .iter()
        .filter(|name| !known.contains(&name.as_str()))
        .map(|name| {
            let detail = format!("`{name}` is not a parameter of this operation");
            Fault::new(format!("?{name}"), codes::UNKNOWN_PARAMETER.word, detail)
                .hint(did_you_mean(name, known.iter().copied()))
                .accepted(known.iter().copied())
        })
        .collect();
    if !unknown.is_empty() {
        return Err(AppError::Query(&codes::UNKNOWN_PARAMETER, unknown));
    }
    let twice = names
        .iter()
        .enumerate()
        .find(|(at, name)| names.iter().skip(at + 1).any(|other| other == *name));
    match twice {
        Some((_, name)) => {
            let detail = format!("`{name}` is given twice; separate several values by commas");
            let fault = Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, detail);
            Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]))
        }
        None => Ok(()),
    }
}

/// The names were checked for every operation before, and that those are there that have to be: see [`super::fallback::Paths::check_query`].
fn parse<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    if let Some((name, _)) = form_pairs(text).find(|(_, value)| value.contains('\0')) {
        let detail = format!("`{name}` has a NUL character in it; take it out");
        let fault = Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, detail);
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let deserializer = serde_urlencoded::Deserializer::new(form_pairs(text));
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let inner = error.inner().to_string();
        let name = error.path().to_string();
        let detail = format!("`{name}` {}", plain(&inner));
        let fault = Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, detail);
        AppError::Query(&codes::BAD_PARAMETER, vec![fault])
    })
}

/// What a parser says, in words for whoever wrote the address.
fn plain(inner: &str) -> String {
    match inner {
        "invalid digit found in string" | "cannot parse integer from empty string" => {
            "has to be a whole number in digits, without a sign".to_owned()
        }
        text if text.starts_with("number too") => "has to be a smaller whole number".to_owned(),
        text if text.starts_with("provided string was not `true`") => {
            "has to be `true` or `false`".to_owned()
        }
        text if text.starts_with("invalid character")
            || text.starts_with("invalid length")
            || text.starts_with("UUID") =>
        {
            "has to be a UUID, as 0190f3a2-7c4e-7d21-9b5e-3f6a1c2d4e5f".to_owned()
        }
        text if CALENDAR.iter().any(|begin| text.starts_with(begin)) => {
            "has to be of the calendar: a day as 2026-11-12, a moment as 2026-11-12T06:40:00Z".to_owned()
        }
        text => format!("does not fit: {text}"),
    }
}

/// How the parser of days and moments begins what it says.
const CALENDAR: [&str; 5] = [
    "input is out of range",
    "input contains invalid characters",
    "input is not enough",
    "premature end of input",
    "trailing input",
];

fn form_pairs(text: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(text.as_bytes())
}

/// The nearest of the known words, as a question, if one is near.
pub fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| format!("did you mean `{candidate}`?"))
}
