//! Query parameters: an unknown one is refused with "did you mean", nothing is ignored silently.

use super::codes;
use super::problem::{AppError, Fault};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;
use std::future::{Ready, ready};
use std::ops::Deref;
use utoipa::IntoParams;

/// Parsed query parameters of type `T`, whose names are those of its API description.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T> Deref for Query<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + IntoParams> FromRequest for Query<T> {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(parse(request.query_string()).map(Query))
    }
}

fn parse<T: DeserializeOwned + IntoParams>(text: &str) -> Result<T, AppError> {
    let known: Vec<String> = T::into_params(|| None)
        .into_iter()
        .map(|parameter| parameter.name)
        .collect();
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(text).map_err(|error| {
        AppError::refused(&codes::MALFORMED, format!("the query could not be read: {error}"))
    })?;
    let unknown: Vec<Fault> = pairs
        .iter()
        .filter(|(name, _)| !known.contains(name))
        .map(|(name, _)| {
            Fault::new(
                format!("?{name}"),
                codes::UNKNOWN_PARAMETER.word,
                format!("`{name}` is not a parameter of this operation"),
            )
            .hint(did_you_mean(name, known.iter().map(String::as_str)))
            .accepted(known.iter().cloned())
        })
        .collect();
    if !unknown.is_empty() {
        return Err(AppError::Query(&codes::UNKNOWN_PARAMETER, unknown));
    }
    if let Some((name, _)) = pairs
        .iter()
        .enumerate()
        .find(|(i, (name, _))| pairs.iter().skip(i + 1).any(|(other, _)| other == name))
        .map(|(_, pair)| pair)
    {
        let fault = Fault::new(
            format!("?{name}"),
            codes::BAD_PARAMETER.word,
            format!("`{name}` is given twice; separate several values by commas"),
        );
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let deserializer = serde_urlencoded::Deserializer::new(form_pairs(text));
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let name = error.path().to_string();
        AppError::Query(
            &codes::BAD_PARAMETER,
            vec![Fault::new(
                format!("?{name}"),
                codes::BAD_PARAMETER.word,
                format!("`{name}`: {}", error.inner()),
            )],
        )
    })
}

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
