//! The table of who may use what, row by row.

pub const NOUNS: [&str; 13] = [
    "incidents",
    "advisories",
    "statistics",
    "taxonomies",
    "intake",
    "schemes",
    "consultants",
    "suppliers",
    "certificates",
    "sittings",
    "cpd_entries",
    "ratings",
    "independence_checks",
];
const CROSS_CUTTING: [&str; 5] = ["http", "db", "auth", "audit", "outbox"];

pub struct Row {
    pub name: &'static str,
    pub may_not: &'static str,
    pub applies: fn(&[&str]) -> bool,
    pub breaks: fn(&[&str], &str) -> bool,
}

fn noun(path: &[&str]) -> bool {
    NOUNS.contains(&path[0])
}

pub fn file<'a>(path: &[&'a str]) -> &'a str {
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

pub const ROWS: &[Row] = &[
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
