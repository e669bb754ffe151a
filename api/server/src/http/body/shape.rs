//! Every place where a body leaves the schema that the API's description gives for it.
//!
//! The parser stops at the first fault; a sender would mend one and be told the next. This walks the same
//! schema that the description shows, as `utoipa` derives it: objects, lists, words, texts, numbers, and
//! "this or null". It runs only for a body that the parser refused.

use super::parse::escaped;
use crate::http::problem::Fault;
use crate::http::query::did_you_mean;
use chrono::{DateTime, NaiveDate};
use serde_json::Value;
use std::collections::HashMap;
use utoipa::ToSchema;

/// Names of other standards that the parser takes for ours (DCSA), which the schema does not show.
const ALIASES: [(&str, &str); 1] = [("UNLocationCode", "unlocode")];

/// A schema with all it refers to.
#[derive(Debug)]
pub struct Shape {
    root: Value,
    named: HashMap<String, Value>,
}

/// Where the walk stands: what is told, and how many faults at most.
struct Walk<'a> {
    named: &'a HashMap<String, Value>,
    faults: Vec<Fault>,
    most: usize,
}

impl Shape {
    /// The schema of `T`.
    pub fn of<T: ToSchema>() -> Self {
        let mut parts = Vec::new();
        T::schemas(&mut parts);
        let named = parts
            .into_iter()
            .filter_map(|(name, schema)| Some((name, serde_json::to_value(schema).ok()?)))
            .collect();
        Self {
            root: serde_json::to_value(T::schema()).unwrap_or_default(),
            named,
        }
    }

    /// The faults of `body`, at most `most`: of each object first what is unknown, then what is missing,
    /// then what is inside.
    pub fn faults(&self, body: &Value, most: usize) -> Vec<Fault> {
        let mut walk = Walk {
            named: &self.named,
            faults: Vec::new(),
            most,
        };
        walk.value(body, &self.root, "");
        walk.faults
    }
}

impl Walk<'_> {
    fn tell(&mut self, fault: Fault) {
        if self.faults.len() < self.most {
            self.faults.push(fault);
        }
    }

    fn wrong(&mut self, at: &str, wanted: &str, value: &Value) {
        let detail = format!("has to be {wanted}, and is {}", shown(value));
        self.tell(Fault::new(at, "wrong_type", detail));
    }

    fn value(&mut self, value: &Value, schema: &Value, at: &str) {
        let named = self.named;
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap_or(name);
            if let Some(schema) = named.get(name) {
                self.value(value, schema, at);
            }
            return;
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            // "This or null" is the only choice our bodies offer.
            let other = choices.iter().find(|choice| choice["type"] != "null");
            if let Some(other) = other.filter(|_| !value.is_null()) {
                self.value(value, other, at);
            }
            return;
        }
        if value.is_null() && types(schema).contains(&"null") {
            return;
        }
        if let Some(words) = schema["enum"].as_array() {
            return self.word(value, words, at);
        }
        match types(schema).first().copied() {
            Some("object") => self.object(value, schema, at),
            Some("array") => self.list(value, schema, at),
            Some("string") => self.text(value, schema, at),
            Some(kind @ ("integer" | "number")) => self.number(value, kind, schema, at),
            Some("boolean") if !value.is_boolean() => self.wrong(at, "`true` or `false`", value),
            _ => {}
        }
    }

    fn object(&mut self, value: &Value, schema: &Value, at: &str) {
        let properties = schema["properties"].as_object();
        let known: Vec<&str> = properties
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .collect();
        let Some(fields) = value.as_object() else {
            let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            let wanted = format!("an object with the fields {}", names.join(", "));
            return self.wrong(at, &wanted, value);
        };
        let closed = schema["additionalProperties"] == false;
        let meant = |name: &str| {
            let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
            alias.is_some_and(|(_, ours)| known.contains(ours)) || known.contains(&name)
        };
        for name in fields.keys().filter(|name| closed && !meant(name)) {
            let place = format!("{at}/{}", escaped(name));
            let fault = Fault::new(place, "unknown_field", format!("`{name}` is not a field here"));
            self.tell(
                fault
                    .hint(did_you_mean(name, known.iter().copied()))
                    .accepted(known.iter().copied()),
            );
        }
        for name in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|name| !fields.contains_key(*name))
        {
            self.tell(Fault::new(
                format!("{at}/{}", escaped(name)),
                "required",
                "this field is needed",
            ));
        }
        for (name, schema) in properties.into_iter().flatten() {
            if let Some(field) = fields.get(name) {
                self.value(field, schema, &format!("{at}/{}", escaped(name)));
            }
        }
    }

    fn list(&mut self, value: &Value, schema: &Value, at: &str) {
        let Some(items) = value.as_array() else {
            return self.wrong(at, "a list", value);
        };
        if let Some(most) = schema["maxItems"]
            .as_u64()
            .filter(|most| u64::try_from(items.len()).is_ok_and(|count| count > *most))
        {
            self.tell(Fault::new(at, "length", format!("has to be at most {most} long")));
        }
        for (index, item) in items.iter().enumerate() {
            if self.faults.len() == self.most {
                return;
            }
            self.value(item, &schema["items"], &format!("{at}/{index}"));
        }
    }

    fn word(&mut self, value: &Value, words: &[Value], at: &str) {
        if words.contains(value) {
            return;
        }
        let accepted: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        let Some(given) = value.as_str() else {
            let detail = format!("has to be one of the accepted words, and is {}", shown(value));
            return self.tell(Fault::new(at, "wrong_type", detail).accepted(accepted));
        };
        let listing = bellbuoy_domain::vocabulary::catalogue()
            .into_iter()
            .find(|listing| {
                listing
                    .words
                    .iter()
                    .map(|entry| entry.word)
                    .eq(accepted.iter().copied())
            });
        let (vocabulary, nearest) = listing.map_or(("this field", None), |listing| {
            let words = listing.words.iter().map(|entry| (entry.word, entry.label));
            (listing.name, bellbuoy_domain::vocabulary::nearest(given, words))
        });
        let given: String = given.chars().take(40).collect();
        let hint = nearest.map(|word| format!("did you mean {word:?}?"));
        let detail = format!("{given:?} is not a word of {vocabulary}");
        self.tell(
            Fault::new(at, "unknown_word", detail)
                .hint(hint)
                .accepted(accepted),
        );
    }

    fn text(&mut self, value: &Value, schema: &Value, at: &str) {
        let wanted = match schema["format"].as_str() {
            Some("date") => "a day of the calendar, as 2026-11-12",
            Some("date-time") => "a time with its zone, as 2026-11-12T06:40:00Z",
            Some("uuid") => "a UUID, as 0190f3a2-7c4e-7d21-9b5e-3f6a1c2d4e5f",
            _ => "a text",
        };
        let Some(text) = value.as_str() else {
            return self.wrong(at, wanted, value);
        };
        let fits = match schema["format"].as_str() {
            Some("date") => text.parse::<NaiveDate>().is_ok(),
            Some("date-time") => DateTime::parse_from_rfc3339(text).is_ok(),
            Some("uuid") => text.parse::<uuid::Uuid>().is_ok(),
            _ => true,
        };
        if !fits {
            self.tell(Fault::new(at, "wrong_type", format!("has to be {wanted}")));
        }
        let letters = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        let (least, most) = (schema["minLength"].as_u64(), schema["maxLength"].as_u64());
        if least.is_some_and(|least| letters < least) || most.is_some_and(|most| letters > most) {
            let detail = match (least, most) {
                (Some(least), Some(most)) if least == most => format!("has to be {least} long"),
                (Some(least), Some(most)) => format!("has to be {least} to {most} long"),
                (Some(least), None) => format!("has to be at least {least} long"),
                (None, most) => format!("has to be at most {} long", most.unwrap_or_default()),
            };
            self.tell(Fault::new(at, "length", detail));
        }
    }

    fn number(&mut self, value: &Value, kind: &str, schema: &Value, at: &str) {
        let whole = kind == "integer";
        let fits = if whole {
            value.is_i64() || value.is_u64()
        } else {
            value.is_number()
        };
        if !fits {
            return self.wrong(at, if whole { "a whole number" } else { "a number" }, value);
        }
        let given = value.as_f64().unwrap_or_default();
        let (least, most) = (schema["minimum"].as_f64(), schema["maximum"].as_f64());
        if let Some(least) = least.filter(|least| given < *least) {
            self.tell(Fault::new(at, "range", format!("has to be at least {least}")));
        }
        if let Some(most) = most.filter(|most| given > *most) {
            self.tell(Fault::new(at, "range", format!("has to be at most {most}")));
        }
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => {
            let mut kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
            kinds.sort_by_key(|kind| *kind == "null");
            kinds
        }
        _ => Vec::new(),
    }
}

/// What a value is, in words.
pub fn shown(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "`true` or `false`",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
