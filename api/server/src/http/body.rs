//! JSON bodies: read up to a limit, parsed with the place of each fault, then held to their rules.

use super::codes;
use super::inflate::Packing;
use super::problem::{AppError, Fault};
use super::query::did_you_mean;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

/// The largest JSON body taken, bytes.
pub const LIMIT: usize = 1 << 20;

/// A parsed and checked JSON body, with the hash of its bytes.
#[derive(Debug)]
pub struct Body<T, const MOST: usize = LIMIT> {
    pub value: T,
    /// SHA-256 of the unpacked bytes, by which a repeat is told from another request.
    pub hash: [u8; 32],
}

impl<T: DeserializeOwned + Validate + 'static, const MOST: usize> FromRequest for Body<T, MOST> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| {
                value
                    .split(';')
                    .next()
                    .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
            });
        let packing = Packing::of(request.headers());
        let payload = web::Payload::from_request(request, payload);
        Box::pin(async move {
            if !json {
                return Err(AppError::refused(
                    &codes::UNSUPPORTED_TYPE,
                    "send Content-Type: application/json",
                ));
            }
            let payload = payload
                .await
                .map_err(|error| AppError::refused(&codes::MALFORMED, error.to_string()))?;
            let packing = packing?;
            let bytes = packing.open(read(payload, MOST).await?, MOST)?;
            without_nul(&bytes)?;
            let value: T = parse(&bytes)?;
            value
                .validate()
                .map_err(|errors| AppError::Unfit(faults(&errors, "")))?;
            Ok(Self {
                value,
                hash: Sha256::digest(&bytes).into(),
            })
        })
    }
}

/// Reads a body of at most `limit` bytes.
pub async fn read(payload: web::Payload, limit: usize) -> Result<bytes::Bytes, AppError> {
    match payload.to_bytes_limited(limit).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(AppError::refused(
            &codes::MALFORMED,
            format!("the body was cut off: {error}"),
        )),
        Err(_too_long) => Err(AppError::refused(
            &codes::TOO_LARGE,
            format!("the limit is {limit} bytes; send the records in several requests"),
        )),
    }
}

/// The database's texts hold no NUL, so no field takes one; its escape is looked for in the bytes first,
/// because it hardly ever stands there.
fn without_nul(bytes: &[u8]) -> Result<(), AppError> {
    let escaped = bytes.windows(6).any(|part| part == b"\\u0000");
    let Some(value) = escaped.then(|| serde_json::from_slice(bytes).ok()).flatten() else {
        return Ok(());
    };
    let mut faults = Vec::new();
    find_nul(&value, "", &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn find_nul(value: &serde_json::Value, at: &str, faults: &mut Vec<Fault>) {
    match value {
        serde_json::Value::String(text) if text.contains('\0') => {
            faults.push(Fault::new(at, "text", "has a NUL character in it; take it out"));
        }
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_nul(item, &format!("{at}/{index}"), faults);
            }
        }
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                find_nul(field, &format!("{at}/{name}"), faults);
            }
        }
        _ => {}
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, AppError> {
    // A list would be taken for an object, its items for the fields in their order.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(AppError::unfit(
            "",
            "wrong_type",
            "the body has to be a JSON object",
        ));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(error.path());
        refuse(error.inner(), pointer)
    })?;
    deserializer.end().map_err(|error| {
        AppError::refused(
            &codes::MALFORMED,
            format!("something follows the JSON document: {error}"),
        )
    })?;
    Ok(value)
}

fn refuse(error: &serde_json::Error, pointer: String) -> AppError {
    use serde_json::error::Category;
    let text = error.to_string();
    let told = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(told, _)| told)
        .to_owned();
    if error.classify() != Category::Data {
        return AppError::refused(&codes::MALFORMED, format!("the body is not JSON: {text}"));
    }
    if let Some((given, rest)) = told.split_once(" is not a word of ") {
        let (vocabulary, hint) = rest.split_once("; ").unwrap_or((rest, ""));
        let listing = bellbuoy_domain::vocabulary::catalogue()
            .into_iter()
            .find(|listing| listing.name == vocabulary);
        let accepted = listing
            .map(|listing| {
                listing
                    .words
                    .into_iter()
                    .map(|entry| entry.word)
                    .collect::<Vec<_>>()
            })
            .unwrap_or_default();
        let fault = Fault::new(
            pointer,
            "unknown_word",
            format!("{given} is not a word of {vocabulary}"),
        );
        return AppError::Unfit(vec![
            fault
                .hint(hint.starts_with("did").then(|| hint.to_owned()))
                .accepted(accepted),
        ]);
    }
    let quoted: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    let unknown = told.starts_with("unknown field") || told.starts_with("unknown variant");
    let (code, accepted): (&str, &[&str]) = match quoted.split_first() {
        Some((_, rest)) if told.starts_with("unknown field") => ("unknown_field", rest),
        Some((_, rest)) if told.starts_with("unknown variant") => ("unknown_word", rest),
        Some(_) if told.starts_with("missing field") => ("required", &[]),
        _ => ("wrong_type", &[]),
    };
    let word = quoted.first().copied().unwrap_or_default();
    let pointer = if code == "required" || code == "unknown_field" {
        format!("{}/{word}", pointer.trim_end_matches(&format!("/{word}")))
    } else {
        pointer
    };
    let detail = match code {
        "unknown_field" => format!("`{word}` is not a field here"),
        "unknown_word" => format!("`{word}` is not one of the words of this vocabulary"),
        "required" => "this field is needed".to_owned(),
        _ => told.clone(),
    };
    let hint = unknown
        .then(|| did_you_mean(word, accepted.iter().copied()))
        .flatten();
    AppError::Unfit(vec![
        Fault::new(pointer, code, detail)
            .hint(hint)
            .accepted(accepted.iter().copied()),
    ])
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Turns the validator's errors into faults with JSON pointers, in the order of the pointers.
pub fn faults(errors: &ValidationErrors, at: &str) -> Vec<Fault> {
    let mut found: Vec<Fault> = errors
        .errors()
        .iter()
        .flat_map(|(field, kind)| {
            let pointer = format!("{at}/{field}");
            match kind {
                ValidationErrorsKind::Struct(inner) => faults(inner, &pointer),
                ValidationErrorsKind::List(items) => items
                    .iter()
                    .flat_map(|(index, inner)| faults(inner, &format!("{pointer}/{index}")))
                    .collect(),
                ValidationErrorsKind::Field(list) => {
                    list.iter().map(|error| fault(&pointer, error)).collect()
                }
            }
        })
        .collect();
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn fault(pointer: &str, error: &validator::ValidationError) -> Fault {
    let number = |name: &str| error.params.get(name).map(ToString::to_string);
    let detail = match (error.message.as_ref(), error.code.as_ref()) {
        (Some(message), _) => message.to_string(),
        (None, "length") => match (number("min"), number("max")) {
            (Some(min), Some(max)) => format!("has to be {min} to {max} long"),
            (None, Some(max)) => format!("has to be at most {max} long"),
            (Some(min), None) => format!("has to be at least {min} long"),
            (None, None) => "has the wrong length".to_owned(),
        },
        (None, "range") => format!(
            "has to lie between {} and {}",
            number("min").unwrap_or_default(),
            number("max").unwrap_or_default()
        ),
        (None, "email") => "has to be an e-mail address".to_owned(),
        (None, other) => other.replace('_', " "),
    };
    Fault::new(pointer, error.code.to_string(), detail)
}
