//! The dependency rule: who may import whom. Each breach prints the import and the row it breaks.

mod imports;
mod rows;

use imports::imports;
use rows::{NOUNS, ROWS};
use std::path::{Path, PathBuf};
use tests::database::root;

const MOST_LINES: usize = 500;
const GENERATED: [&str; 2] = ["api/server/src/schema.rs", "web/src/api/schema.ts"];

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
