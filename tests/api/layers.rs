//! The dependency rule: who may import whom. Each breach prints the import and the row it breaks.

use std::path::{Path, PathBuf};
use tests::database::root;

const NOUNS: [&str; 5] = ["incidents", "advisories", "statistics", "taxonomies", "intake"];
const CROSS_CUTTING: [&str; 5] = ["http", "db", "auth", "audit", "outbox"];
const MOST_LINES: usize = 500;
const GENERATED: [&str; 2] = ["api/server/src/schema.rs", "web/src/api/schema.ts"];

struct Row {
    name: &'static str,
    may_not: &'static str,
    applies: fn(&[&str]) -> bool,
    breaks: fn(&[&str], &str) -> bool,
}

fn noun(path: &[&str]) -> bool {
    NOUNS.contains(&path[0])
}

fn file<'a>(path: &[&'a str]) -> &'a str {
    path.last().unwrap()
}

/// The noun that an import leads into, if it is another's.
fn other<'a>(path: &[&str], import: &'a str) -> Option<&'a str> {
    let first = import.strip_prefix("crate::")?.split(':').next()?;
    (NOUNS.contains(&first) && first != path[0]).then_some(first)
}

/// Whether an import goes past another noun's front door.
fn inside(path: &[&str], import: &str) -> bool {
    other(path, import).is_some_and(|noun| {
        ["store", "model", "wire", "actions", "routes"]
            .iter()
            .any(|part| import.starts_with(&format!("crate::{noun}::{part}")))
    })
}

const ROWS: &[Row] = &[
    Row {
        name: "<noun>/store.rs",
        may_not: "actix, AppError, other nouns, wire",
        applies: |path| noun(path) && file(path) == "store.rs",
        breaks: |path, import| {
            import.starts_with("actix")
                || import.starts_with("crate::http")
                || import.contains("wire")
                || other(path, import).is_some()
        },
    },
    Row {
        name: "<noun>/model.rs",
        may_not: "actix, utoipa, other nouns",
        applies: |path| noun(path) && file(path) == "model.rs",
        breaks: |path, import| {
            import.starts_with("actix") || import.starts_with("utoipa") || other(path, import).is_some()
        },
    },
    Row {
        name: "<noun>/wire.rs",
        may_not: "actix, queries, other nouns",
        applies: |path| noun(path) && file(path) == "wire.rs",
        breaks: |path, import| {
            import.starts_with("actix")
                || import.starts_with("diesel")
                || import.contains("store")
                || other(path, import).is_some()
        },
    },
    Row {
        name: "<noun>/actions.rs",
        may_not: "actix, another noun's insides (its mod.rs is the door), the seed",
        applies: |path| noun(path) && file(path) == "actions.rs",
        breaks: |path, import| {
            import.starts_with("actix") || inside(path, import) || import.starts_with("crate::seed")
        },
    },
    Row {
        name: "<noun>/routes.rs",
        may_not: "diesel's query words, other nouns, the seed",
        applies: |path| noun(path) && file(path) == "routes.rs",
        breaks: |path, import| {
            import.starts_with("diesel") || other(path, import).is_some() || import.starts_with("crate::seed")
        },
    },
    Row {
        name: "<noun>/*.rs",
        may_not: "another noun's insides (its mod.rs is the door)",
        applies: |path| noun(path),
        breaks: |path, import| inside(path, import),
    },
    Row {
        name: "intake/",
        may_not: "any other noun: the sealed intake knows nothing else",
        applies: |path| path[0] == "intake",
        breaks: |path, import| other(path, import).is_some(),
    },
    Row {
        name: "every noun but intake/",
        may_not: "intake: it is known by none",
        applies: |path| noun(path) && path[0] != "intake",
        breaks: |_, import| import.starts_with("crate::intake"),
    },
    Row {
        name: "http/ db/ auth/ audit/ outbox/",
        may_not: "any noun",
        applies: |path| CROSS_CUTTING.contains(&path[0]),
        breaks: |path, import| {
            other(path, import).is_some()
                || import.starts_with("crate::seed")
                || import.starts_with("crate::jobs")
        },
    },
    Row {
        name: "jobs/",
        may_not: "a noun's insides",
        applies: |path| path[0] == "jobs",
        breaks: |path, import| inside(path, import),
    },
];

fn files(below: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(below)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .flatten()
        {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir()
                && !["node_modules", "dist", "target"].contains(&name.as_str())
                && !name.starts_with('.')
            {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ending| endings.iter().any(|one| ending == *one))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing below {below}");
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The `use` lines of a file, groups taken apart, `super` put in full.
fn imports(path: &[&str], text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for part in text
        .split("\nuse ")
        .skip(1)
        .chain(text.split("\npub use ").skip(1))
        .chain(text.split(" use ").skip(1))
    {
        let statement: String = part.split(';').next().unwrap().split_whitespace().collect();
        spread("", &statement, &mut found);
    }
    for part in text.split("crate::").skip(1) {
        let inline: String = part
            .chars()
            .take_while(|letter| letter.is_alphanumeric() || "_:".contains(*letter))
            .collect();
        found.push(format!("crate::{}", inline.trim_end_matches(':')));
    }
    let above = if file(path) == "mod.rs" {
        path.len() - 2
    } else {
        path.len() - 1
    };
    let parent: String = std::iter::once("crate")
        .chain(path[..above].iter().copied())
        .map(|part| format!("{part}::"))
        .collect();
    found
        .into_iter()
        .map(|import| import.replacen("super::", &parent, 1))
        .collect()
}

fn spread(before: &str, statement: &str, found: &mut Vec<String>) {
    let Some((head, group)) = statement.split_once('{') else {
        found.push(format!("{before}{statement}"));
        return;
    };
    let group = group.strip_suffix('}').unwrap_or(group);
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in group.char_indices().chain([(group.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if at > start {
                    spread(&format!("{before}{head}"), &group[start..at], found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

fn breaches(place: &str, text: &str) -> Vec<String> {
    let path: Vec<&str> = place.split('/').collect();
    let rows = ROWS.iter().filter(|row| path.len() > 1 && (row.applies)(&path));
    let found = imports(&path, text);
    rows.flat_map(|row| {
        found
            .iter()
            .filter(|import| (row.breaks)(&path, import))
            .map(move |import| {
                format!(
                    "{place}: `{import}`\n    {} may not use {}",
                    row.name, row.may_not
                )
            })
    })
    .collect()
}

#[test]
fn nothing_imports_what_lies_below_it() {
    let base = root().join("api/server/src");
    let mut found = Vec::new();
    for path in files("api/server/src", &["rs"]) {
        let place = path.strip_prefix(&base).unwrap().to_str().unwrap().to_owned();
        found.extend(breaches(&place, &read(&path)));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_breach_is_seen() {
    for (place, text) in [
        ("incidents/store.rs", "//! x\nuse crate::http::AppError;\n"),
        (
            "incidents/store.rs",
            "//! x\nuse super::{model::Row, wire::Incident};\n",
        ),
        (
            "incidents/actions.rs",
            "//! x\nuse crate::{audit, advisories::store};\n",
        ),
        ("advisories/actions.rs", "//! x\nfn f() { crate::seed::load() }\n"),
        ("incidents/routes.rs", "//! x\nuse diesel::prelude::*;\n"),
        ("advisories/routes.rs", "//! x\nuse crate::incidents;\n"),
        (
            "intake/desk.rs",
            "//! x\nuse crate::incidents::accept_from_desk;\n",
        ),
        ("incidents/acceptance.rs", "//! x\nuse crate::intake;\n"),
        ("http/body.rs", "//! x\nuse crate::incidents::wire::Incident;\n"),
        ("jobs/mod.rs", "//! x\nuse crate::{db, statistics::store};\n"),
    ] {
        assert!(!breaches(place, text).is_empty(), "{place}: {text}");
    }
    assert!(
        breaches(
            "incidents/actions.rs",
            "//! x\nuse crate::{audit, outbox, statistics};\nuse super::store;\n"
        )
        .is_empty()
    );
}

#[test]
fn the_domain_and_the_formats_touch_nothing_outside() {
    for (folder, words) in [
        (
            "api/domain/src",
            &[
                "actix",
                "tokio",
                "Utc::now",
                "Local::now",
                "SystemTime::now",
                "Instant::now",
                "std::fs",
                "std::net",
                "std::env",
                "rand::",
                "diesel_async",
            ][..],
        ),
        (
            "api/exchange/src",
            &[
                "bellbuoy_server",
                "actix",
                "tokio",
                "diesel",
                "std::fs",
                "std::net",
            ],
        ),
    ] {
        for path in files(folder, &["rs"]) {
            if path.to_string_lossy().contains("test") {
                continue;
            }
            let text = read(&path);
            let served = text.split("#[cfg(test)]").next().unwrap();
            let code: String = served
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            for word in words {
                assert!(!code.contains(word), "{} has `{word}`", path.display());
            }
        }
    }
}

#[test]
fn slices_do_not_hide_routes_from_the_description() {
    for noun in NOUNS.iter().chain(&["auth", "audit", "site"]) {
        for path in files(&format!("api/server/src/{noun}"), &["rs"]) {
            assert!(
                !read(&path).contains(".route("),
                "{}: a `.route(` is served but not described; use `.service(`",
                path.display()
            );
        }
    }
}

#[test]
fn statements_are_not_put_together_from_what_callers_send() {
    for path in files("api/server/src", &["rs"]) {
        let text = read(&path);
        if path.to_string_lossy().contains("/db/") {
            continue;
        }
        for call in text.split("sql_query(format!(").skip(1) {
            let statement = call
                .split("\"\n    ))")
                .next()
                .unwrap()
                .split("\"))")
                .next()
                .unwrap();
            for name in statement
                .split('{')
                .skip(1)
                .filter_map(|part| part.split('}').next())
            {
                let constant = !name.is_empty()
                    && name
                        .chars()
                        .all(|letter| letter.is_ascii_uppercase() || letter == '_')
                    || name == "table";
                assert!(
                    constant,
                    "{} puts `{name}` into a statement: bind it",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn no_file_is_too_long_and_nothing_is_left_to_do() {
    let mut long = Vec::new();
    for (folder, endings) in [
        ("api", &["rs", "sql"][..]),
        ("tests", &["rs", "ts"]),
        ("web/src", &["ts", "tsx", "css"]),
        (".ci", &["mjs", "sh"]),
        ("migrations", &["sql"]),
    ] {
        for path in files(folder, endings) {
            let text = read(&path);
            let place = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            if !GENERATED.contains(&place.as_str()) && text.lines().count() > MOST_LINES {
                long.push(format!("{place}: {} lines", text.lines().count()));
            }
            for word in [
                concat!("TO", "DO"),
                concat!("FIX", "ME"),
                concat!("XX", "X:"),
                concat!("HA", "CK"),
            ] {
                assert!(!text.contains(word), "{place} has a {word}");
            }
        }
    }
    assert!(
        long.is_empty(),
        "more than {MOST_LINES} lines, split by verb:\n{}",
        long.join("\n")
    );
}
