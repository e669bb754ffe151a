//! The rules of single fields, as `validator` finds them broken.

use crate::http::problem::Fault;
use validator::{ValidationErrors, ValidationErrorsKind};

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
