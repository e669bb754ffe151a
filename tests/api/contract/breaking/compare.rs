//! What a client of one description would miss in another: a pure function.
//!
//! Callers may have to send no more than before, and readers find no less. More of anything is fine: paths,
//! operations, fields of answers, words of an answer (vocabularies may grow), and what a request may hold.

use serde_json::Value;
use std::collections::BTreeSet;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Which way a schema travels.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// The caller writes it: it may not ask for more, nor take less.
    In,
    /// The caller reads it: it may not lack what was promised.
    Out,
}

struct Compare<'a> {
    old: &'a Value,
    new: &'a Value,
    found: Vec<String>,
    /// References that are being compared, since schemas may hold themselves.
    seen: BTreeSet<(String, String, bool)>,
}

/// What breaks, each with its place; nothing when a client of `old` is served by `new`.
pub fn breaks(old: &Value, new: &Value) -> Vec<String> {
    let mut compare = Compare {
        old,
        new,
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    for (path, item) in fields(&old["paths"]) {
        let Some(now) = new["paths"].get(path) else {
            compare.found.push(format!("{path} is gone"));
            continue;
        };
        for method in METHODS {
            let place = format!("{} {path}", method.to_uppercase());
            match (item.get(method), now.get(method)) {
                (Some(_), None) => compare.found.push(format!("{place} is gone")),
                (Some(before), Some(after)) => compare.operation(&place, before, after),
                (None, _) => {}
            }
        }
    }
    compare.found
}

fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn words(value: &Value) -> BTreeSet<String> {
    items(value).iter().map(ToString::to_string).collect()
}

fn types(schema: &Value) -> BTreeSet<String> {
    match &schema["type"] {
        Value::String(one) => BTreeSet::from([one.clone()]),
        several => items(several)
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
    }
}

fn follow<'a>(document: &'a Value, schema: &'a Value) -> (&'a Value, String) {
    match schema["$ref"].as_str() {
        Some(address) => (
            document.pointer(&address[1..]).unwrap_or(&Value::Null),
            address.to_owned(),
        ),
        None => (schema, String::new()),
    }
}

impl Compare<'_> {
    fn operation(&mut self, place: &str, old: &Value, new: &Value) {
        self.parameters(place, old, new);
        let (body, now) = (&old["requestBody"], &new["requestBody"]);
        if now["required"] == true && body["required"] != true {
            self.found.push(format!("{place} needs a body"));
        }
        self.contents(&format!("{place} body"), body, now, Way::In);
        for (status, answer) in fields(&old["responses"]).filter(|(status, _)| status.starts_with('2')) {
            match new["responses"].get(status) {
                None => self.found.push(format!("{place} no longer answers {status}")),
                Some(now) => self.contents(&format!("{place} {status}"), answer, now, Way::Out),
            }
        }
    }

    fn parameters(&mut self, place: &str, old: &Value, new: &Value) {
        let same = |one: &Value, other: &Value| one["name"] == other["name"] && one["in"] == other["in"];
        for parameter in items(&old["parameters"]) {
            let name = &parameter["name"];
            match items(&new["parameters"]).iter().find(|now| same(parameter, now)) {
                None => self.found.push(format!("{place} no longer takes {name}")),
                Some(now) => {
                    let at = format!("{place} {name}");
                    self.schema(&at, &parameter["schema"], &now["schema"], Way::In);
                }
            }
        }
        for parameter in items(&new["parameters"])
            .iter()
            .filter(|now| now["required"] == true)
        {
            let before = items(&old["parameters"]).iter().find(|one| same(one, parameter));
            if before.is_none_or(|before| before["required"] != true) {
                self.found.push(format!("{place} needs {}", parameter["name"]));
            }
        }
    }

    fn contents(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        for (kind, content) in fields(&old["content"]) {
            match new["content"].get(kind) {
                None => self.found.push(format!("{place} is no longer {kind}")),
                Some(now) => self.schema(place, &content["schema"], &now["schema"], way),
            }
        }
    }

    fn schema(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        let ((old, old_name), (new, new_name)) = (follow(self.old, old), follow(self.new, new));
        let key = (old_name.clone(), new_name, way == Way::In);
        if !old_name.is_empty() && !self.seen.insert(key) {
            return;
        }
        self.kinds(place, old, new, way);
        let gone: Vec<String> = words(&old["enum"])
            .difference(&words(&new["enum"]))
            .cloned()
            .collect();
        let narrowed = !new["enum"].is_null() || way == Way::Out;
        if narrowed && !gone.is_empty() {
            self.found
                .push(format!("{place} no longer has the words {}", gone.join(", ")));
        }
        if way == Way::In && old["enum"].is_null() && !new["enum"].is_null() {
            self.found.push(format!("{place} takes some words only"));
        }
        self.properties(place, old, new, way);
        for part in ["items", "additionalProperties"] {
            if old[part].is_object() && new[part].is_object() {
                self.schema(&format!("{place}/{part}"), &old[part], &new[part], way);
            }
        }
        for part in ["allOf", "oneOf", "anyOf"] {
            let (before, after) = (items(&old[part]), items(&new[part]));
            if after.len() < before.len() {
                self.found.push(format!("{place} has fewer {part}"));
            }
            for (before, after) in before.iter().zip(after) {
                self.schema(place, before, after, way);
            }
        }
    }

    fn kinds(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        let (before, after) = (types(old), types(new));
        let whole = |of: &BTreeSet<String>, kind: &String| {
            of.contains(kind) || kind == "integer" && of.contains("number")
        };
        let lost = match way {
            _ if before.is_empty() => !after.is_empty(),
            Way::In => !after.is_empty() && !before.iter().all(|kind| whole(&after, kind)),
            Way::Out => after.is_empty() || !after.iter().all(|kind| whole(&before, kind)),
        };
        if lost {
            self.found
                .push(format!("{place} is {after:?} and was {before:?}"));
        }
        let widened = way == Way::In && new["format"].is_null();
        if old["format"].is_string() && new["format"] != old["format"] && !widened {
            self.found
                .push(format!("{place} is {} and was {}", new["format"], old["format"]));
        }
    }

    fn properties(&mut self, place: &str, old: &Value, new: &Value, way: Way) {
        for (name, field) in fields(&old["properties"]) {
            match new["properties"].get(name) {
                None => self.found.push(format!("{place}/{name} is gone")),
                Some(now) => self.schema(&format!("{place}/{name}"), field, now, way),
            }
        }
        let (before, after) = (words(&old["required"]), words(&new["required"]));
        let (told, broken) = match way {
            Way::In => ("is needed", after.difference(&before)),
            Way::Out => ("may be missing", before.difference(&after)),
        };
        self.found
            .extend(broken.map(|name| format!("{place}/{} {told}", name.trim_matches('"'))));
    }
}
