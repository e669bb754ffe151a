//! The description is current, complete, and speaks the domain's words.

use bellbuoy_domain::vocabulary::catalogue;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::database::root;
use tests::spec::{SPEC, operations, resolve};

#[test]
fn openapi_yaml_is_current() {
    let text = bellbuoy_server::openapi::Document::of(&bellbuoy_server::routes::spec())
        .unwrap()
        .yaml;
    let file = std::fs::read_to_string(tests::database::root().join("openapi.yaml")).unwrap();
    let differs = file
        .lines()
        .zip(text.lines())
        .position(|(a, b)| a != b)
        .map(|at| at + 1);
    assert!(
        file.trim_end() == text.trim_end(),
        "openapi.yaml is not current, from line {differs:?} on: run make openapi"
    );
}

#[test]
fn every_operation_says_what_it_is_and_for_whom() {
    let mut ids = BTreeSet::new();
    let tags: BTreeSet<&str> = SPEC["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| tag["name"].as_str().unwrap())
        .collect();
    for operation in operations() {
        let (line, value) = (operation.line(), operation.value);
        assert!(
            !operation.id().is_empty() && ids.insert(operation.id()),
            "{line}: the operation id `{}` is missing or not unique",
            operation.id()
        );
        let own: Vec<&str> = value["tags"]
            .as_array()
            .unwrap_or_else(|| panic!("{line} has no tag"))
            .iter()
            .map(|tag| tag.as_str().unwrap())
            .collect();
        assert!(own.len() == 1 && tags.contains(own[0]), "{line}: {own:?}");
        assert!(
            value["summary"]
                .as_str()
                .is_some_and(|summary| !summary.is_empty() && !summary.ends_with('.')),
            "{line} has no summary"
        );
        assert!(
            value["security"]
                .as_array()
                .is_some_and(|needs| !needs.is_empty()),
            "{line} does not say who may call it"
        );
        for status in if operation.open() {
            vec!["400", "429", "503"]
        } else {
            vec!["400", "401", "403", "404", "429", "503"]
        } {
            let problem =
                &value["responses"][status]["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(problem, "#/components/schemas/Problem", "{line}: {status}");
        }
        let good = value["responses"]
            .as_object()
            .unwrap()
            .iter()
            .filter(|(status, _)| status.starts_with(['2', '3']));
        let described = good
            .map(|(_, response)| response["description"].as_str().unwrap_or_default())
            .collect::<Vec<_>>();
        assert!(
            !described.is_empty() && described.iter().all(|text| !text.is_empty()),
            "{line}: an answer is not described"
        );
    }
    assert!(ids.len() > 40);
}

#[test]
fn operation_ids_begin_with_a_verb() {
    let verbs = [
        "get", "list", "export", "create", "update", "delete", "decide", "release", "withdraw", "refresh",
        "accept", "open", "reseal", "answer", "set", "step", "file", "read", "send", "publish", "verify",
    ];
    for operation in operations() {
        let verb = operation.id().split('_').next().unwrap();
        assert!(
            verbs.contains(&verb),
            "{} is called {}",
            operation.line(),
            operation.id()
        );
    }
}

#[test]
fn writes_to_existing_things_need_a_version_and_creations_take_a_key() {
    for operation in operations() {
        let headers = operation.parameters("header");
        let quiet = operation.path.contains("/intake/")
            || operation.path.contains("/auth/")
            || operation.id() == "set_desk_key"
            // What has ended is not cancelled: a version would say nothing more.
            || [
                "delete_job",
                "delete_own_session",
                "delete_own_sessions",
                "delete_own_engagement",
                "delete_own_seat",
                "delete_duty",
                // A paper never changes: it gets its file once.
                "delete_evidence",
                "send_evidence_file",
            ]
            .contains(&operation.id());
        let changes = matches!(operation.method.as_str(), "PUT" | "PATCH" | "DELETE")
            || operation.path.ends_with("/decisions")
            || operation.path.ends_with("/steps")
            || operation.path.ends_with("/releases") && operation.path.contains('{');
        assert!(
            quiet || !changes || headers.contains(&"If-Match"),
            "{} takes no If-Match",
            operation.line()
        );
        let creates = [
            "create_incident",
            "create_advisory",
            "accept_report",
            "publish_release",
        ]
        .contains(&operation.id());
        assert!(
            !creates || headers.contains(&"Idempotency-Key"),
            "{} takes no Idempotency-Key",
            operation.line()
        );
    }
}

fn enums(value: &'static Value, found: &mut BTreeMap<String, &'static Value>, name: &str) {
    match value {
        Value::Object(fields) => {
            if let Some(words) = fields.get("enum") {
                found.insert(name.to_owned(), words);
            }
            for (key, inner) in fields {
                enums(inner, found, &format!("{name}/{key}"));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| enums(item, found, name)),
        _ => {}
    }
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[test]
fn every_vocabulary_is_spelled_as_in_the_domain() {
    let listings = catalogue();
    let mut named = 0;
    for (name, schema) in SPEC["components"]["schemas"].as_object().unwrap() {
        let Some(words) = schema.get("enum") else { continue };
        let listing = listings
            .iter()
            .find(|listing| listing.name == snake(name))
            .unwrap_or_else(|| panic!("{name} is no vocabulary of the domain"));
        let expected: Vec<&str> = listing.words.iter().map(|entry| entry.word).collect();
        assert_eq!(*words, json!(expected), "{name}");
        named += 1;
    }
    assert!(named > 25, "{named}");
    let mut inline = BTreeMap::new();
    enums(&SPEC, &mut inline, "");
    let known: Vec<Value> = listings
        .iter()
        .map(|listing| json!(listing.words.iter().map(|entry| entry.word).collect::<Vec<_>>()))
        .collect();
    for (place, words) in inline {
        assert!(known.contains(words), "{place} lists words of its own: {words}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &'static Value) {
        match value {
            Value::Object(fields) => {
                if fields.contains_key("$ref") {
                    resolve(value);
                }
                fields.values().for_each(walk);
            }
            Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(&SPEC);
}

#[test]
fn the_path_parameters_are_those_of_the_path() {
    for operation in operations() {
        let mut in_path: Vec<&str> = operation
            .path
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .collect();
        let mut declared = operation.parameters("path");
        in_path.sort_unstable();
        declared.sort_unstable();
        assert_eq!(declared, in_path, "{}", operation.line());
    }
}

/// The description holds each name once: of two types with one name it would keep either, and tell nobody.
#[test]
fn no_two_types_of_the_description_share_a_name() {
    let mut folders = vec![root().join("api/domain/src"), root().join("api/server/src")];
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let mut described = false;
            for line in text.lines() {
                described |= line.contains("ToSchema)") || line.contains("ToSchema,");
                let name = ["pub struct ", "pub enum "]
                    .iter()
                    .find_map(|word| line.strip_prefix(word));
                let Some(name) = name else { continue };
                let name: String = name
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric())
                    .collect();
                if std::mem::take(&mut described) {
                    found.entry(name).or_default().push(path.display().to_string());
                }
            }
        }
    }
    assert!(found.len() > 100, "{}", found.len());
    // Of these the domain's own is in no request and no answer.
    let of_the_wire = ["FilingProof", "SeverityAxes"];
    found.retain(|name, places| places.len() > 1 && !of_the_wire.contains(&name.as_str()));
    assert!(found.is_empty(), "{found:#?}");
}
