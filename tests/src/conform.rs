//! Holds an answer to the description: no field that is not declared, none missing, no unknown word.

use crate::client::Answer;
use crate::spec::{Operation, resolve};
use serde_json::Value;
use std::collections::BTreeSet;

/// What of an answer is not as the operation's description says; empty when all is.
pub fn faults(operation: &Operation, answer: &Answer) -> Vec<String> {
    let responses = &operation.value["responses"];
    let Some(declared) = responses.get(answer.status.to_string()) else {
        return vec![format!(
            "{} answers with {}, which is not described",
            operation.line(),
            answer.status
        )];
    };
    let kind = answer
        .header("content-type")
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned();
    let Some(contents) = declared["content"].as_object() else {
        let empty = answer.bytes.is_empty();
        return if empty {
            Vec::new()
        } else {
            vec![format!(
                "{} {} has a body that is not described",
                operation.line(),
                answer.status
            )]
        };
    };
    if !kind.ends_with("json") {
        let offered = contents.contains_key(&kind) || operation.path.contains("{form}");
        return if offered {
            Vec::new()
        } else {
            vec![format!(
                "{} answers with {kind}, which is not described",
                operation.line()
            )]
        };
    }
    let Some(content) = contents.get(&kind) else {
        return vec![format!(
            "{} {} answers with {kind}, which is not described",
            operation.line(),
            answer.status
        )];
    };
    let mut faults = Vec::new();
    check(&content["schema"], &answer.json(), "", &mut faults);
    faults
        .into_iter()
        .map(|fault| format!("{} {}: {fault}", operation.line(), answer.status))
        .collect()
}

fn check(schema: &'static Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let schema = resolve(schema);
    if let Some(any) = schema["oneOf"].as_array() {
        let fits = any.iter().any(|one| {
            let mut found = Vec::new();
            check(one, value, at, &mut found);
            found.is_empty()
        });
        if !fits {
            faults.push(format!("{at} is {value}, which fits none of its forms"));
        }
        return;
    }
    if !types(schema).is_empty() && !types(schema).iter().any(|kind| is(kind, value)) {
        faults.push(format!("{at} is {value}, not {:?}", types(schema)));
    }
    if schema["enum"]
        .as_array()
        .is_some_and(|words| !words.contains(value))
    {
        faults.push(format!("{at} is {value}, which is not one of its words"));
    }
    match value {
        Value::Object(fields) => object(schema, fields, at, faults),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check(&schema["items"], item, &format!("{at}/{index}"), faults);
            }
        }
        _ => {}
    }
}

fn object(
    schema: &'static Value,
    fields: &serde_json::Map<String, Value>,
    at: &str,
    faults: &mut Vec<String>,
) {
    let parts = parts(schema);
    let declared: BTreeSet<&str> = parts
        .iter()
        .filter_map(|part| part["properties"].as_object())
        .flat_map(|all| all.keys().map(String::as_str))
        .collect();
    let free = parts
        .iter()
        .any(|part| part.get("additionalProperties").is_some_and(|more| more != false));
    for part in &parts {
        for (name, inner) in part["properties"].as_object().into_iter().flatten() {
            if let Some(value) = fields.get(name) {
                check(inner, value, &format!("{at}/{name}"), faults);
            }
        }
        for name in part["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            if !fields.contains_key(name) {
                faults.push(format!("{at}/{name} is missing"));
            }
        }
    }
    for name in fields
        .keys()
        .filter(|name| !free && !declared.contains(name.as_str()))
    {
        faults.push(format!("{at}/{name} is not declared"));
    }
}

fn parts(schema: &'static Value) -> Vec<&'static Value> {
    match schema["allOf"].as_array() {
        Some(all) => all.iter().flat_map(|part| parts(resolve(part))).collect(),
        None => vec![schema],
    }
}

fn types(schema: &'static Value) -> Vec<&'static str> {
    match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        _ => value.is_object(),
    }
}
