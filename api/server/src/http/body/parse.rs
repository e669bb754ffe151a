//! Bytes to a body. What the parser stops at first is told together with all else that does not fit the schema.

use super::shape::{Shape, shown};
use crate::http::codes;
use crate::http::problem::{AppError, Fault};
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

/// More are not listed: a bulk of rows that is wrong throughout shows what is wrong by then.
const MOST_FAULTS: usize = 100;

/// Reads `bytes` as a JSON object.
///
/// # Errors
/// 400 `malformed` for what is not JSON; 422 `unfit` with every fault of its form otherwise.
pub fn parse<T: DeserializeOwned + ToSchema>(bytes: &[u8]) -> Result<T, AppError> {
    // A list would be taken for an object, its items for the fields in their order.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(not_an_object("a list"));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| refuse::<T>(bytes, error.inner(), pointer(error.path())))?;
    deserializer.end().map_err(|error| {
        AppError::refused(
            &codes::MALFORMED,
            format!("something follows the JSON document: {error}"),
        )
    })?;
    Ok(value)
}

fn not_an_object(is: &str) -> AppError {
    AppError::unfit(
        "",
        "wrong_type",
        format!("the body has to be a JSON object, and is {is}"),
    )
}

fn refuse<T: ToSchema>(bytes: &[u8], error: &serde_json::Error, pointer: String) -> AppError {
    use serde_json::error::Category;
    let text = error.to_string();
    if error.classify() != Category::Data {
        return AppError::refused(&codes::MALFORMED, format!("the body is not JSON: {text}"));
    }
    let body: serde_json::Value = match serde_json::from_slice(bytes) {
        Ok(body) => body,
        Err(error) => return AppError::refused(&codes::MALFORMED, format!("the body is not JSON: {error}")),
    };
    if !body.is_object() {
        return not_an_object(shown(&body));
    }
    let mut faults = Shape::of::<T>().faults(&body, MOST_FAULTS);
    if faults.is_empty() {
        faults.push(told(&text, pointer));
    }
    AppError::Unfit(faults)
}

/// The parser's own words, for what a schema cannot say.
fn told(text: &str, pointer: String) -> Fault {
    let told = text.rsplit_once(" at line ").map_or(text, |(told, _place)| told);
    let twice = told
        .strip_prefix("duplicate field `")
        .and_then(|rest| rest.strip_suffix('`'));
    match twice {
        Some(name) => {
            let parent = pointer.strip_suffix(&format!("/{name}")).unwrap_or(&pointer);
            Fault::new(
                format!("{parent}/{name}"),
                "given_twice",
                format!("`{name}` is given twice; give it once"),
            )
        }
        None => Fault::new(pointer, "wrong_type", told),
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", escaped(key))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// A name as it stands in a JSON pointer (RFC 6901 §3).
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
