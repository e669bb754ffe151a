//! Who may: every operation of the description × every caller → status, in `matrix.txt`.
//!
//! For an operation on a thing there is a row for one that exists, made by the first member or the first analyst, and
//! one for a thing that does not; what is another's has to look like what does not exist.

mod certification;
mod desk;
mod elsewhere;
mod own;
mod people;
mod ratings;
mod recipes;
mod register;
mod sittings;

use recipes::{World, absent, ask};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::thread;
use tests::client::{Client, send};
use tests::spec::{Operation, operations};
use tests::{TestApp, conform, given, golden};
use tokio::runtime;

/// Who calls, by the address before the `@`, and how the column is headed.
const CALLERS: [(&str, &str); 18] = [
    ("", "public"),
    ("member", "owner"),
    ("cso", "cso"),
    ("colleague", "member"),
    ("auditor", "auditor"),
    ("watch", "watch"),
    ("accepted", "accepted"),
    ("suspended", "suspended"),
    ("other-member", "other"),
    ("analyst", "analyst"),
    ("second-analyst", "analyst2"),
    ("duty", "duty"),
    ("scheme", "scheme"),
    ("qa", "qa"),
    ("editor", "editor"),
    ("admin", "admin"),
    ("bare", "bare"),
    ("program", "key"),
];

/// People with a session that nobody has ended yet, and always the same program.
fn client(app: &TestApp, name: &str, program: &Client) -> Client {
    match name {
        "" => app.anyone(),
        "program" => program.without_cookies(),
        "bare" => app.bare(),
        name => app.person(&format!("{name}@demo.example")),
    }
}

/// Which things an operation is tried on.
fn targets(operation: &Operation) -> Vec<&'static str> {
    if let Some(targets) = own::targets(operation)
        .or_else(|| people::targets(operation))
        .or_else(|| register::targets(operation))
        .or_else(|| certification::targets(operation))
        .or_else(|| sittings::targets(operation))
        .or_else(|| ratings::targets(operation))
    {
        return targets;
    }
    match operation.id() {
        "get_advisory" => vec!["released clear", "released green", "draft", "absent"],
        "get_problem" | "get_taxonomy" | "get_taxonomy_metadata" | "get_release" => vec!["there", "absent"],
        _ if operation.path.contains("{id}")
            && operation.id() != "file_envelope"
            && operation.id() != "send_message" =>
        {
            vec!["there", "absent"]
        }
        _ => vec!["-"],
    }
}

/// In how many parts the operations are tried at once, each on a site of its own.
const PARTS: usize = 4;

#[test]
fn everybody_may_what_the_table_says() {
    let parts: Vec<_> = (0..PARTS)
        .map(|part| {
            thread::spawn(move || {
                let runtime = runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(rows(part))
            })
        })
        .collect();
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for part in parts {
        let (some, found) = part.join().unwrap();
        rows.extend(some);
        faults.extend(found);
    }
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "answers that are not as described:\n{}",
        faults.join("\n")
    );
    rows.sort_by_key(|(place, _)| *place);
    let head = CALLERS.map(|(_, caller)| format!("{caller:>10}")).concat();
    let table: String = rows.into_iter().map(|(_, row)| row).collect();
    golden::compare(
        "tests/api/matrix.txt",
        &format!("{:<58}{:<16}{head}\n{table}", "operation", "thing"),
        "ACCEPT=1 make accept, and look at each change",
    );
}

/// What an operation is about: one that needs what another has begun follows it on the same site.
fn noun(operation: &Operation) -> &str {
    let path = operation.path.trim_start_matches("/api/v1/");
    path.split(['/', '.']).next().unwrap_or(path)
}

/// The rows of every so-manieth noun, with its place, and what answers were not as described.
async fn rows(part: usize) -> (Vec<(usize, String)>, Vec<String>) {
    let app = TestApp::start().await;
    let world = World::build(&app).await;
    let program = given::program(&app, &json!({})).await;
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    let all = operations();
    let nouns: BTreeSet<&str> = all.iter().map(noun).collect();
    let ours: BTreeSet<&str> = nouns.into_iter().skip(part).step_by(PARTS).collect();
    let own = |(_, operation): &(usize, &Operation)| ours.contains(noun(operation));
    for (place, operation) in all.iter().enumerate().filter(own) {
        for target in targets(operation) {
            let mut row = format!("{:<58}{target:<16}", operation.line());
            for (name, _) in CALLERS {
                let client = client(&app, name, &program);
                let request = ask(&world, operation, target, &client).await.unwrap_or_else(|| {
                    panic!(
                        "{} has no row: add it to tests/api/matrix/recipes.rs",
                        operation.line()
                    )
                });
                let answer = send(request).await;
                faults.extend(conform::faults(operation, &answer));
                write!(row, "{:>10}", answer.status).unwrap();
                if answer.status == 404 && target != "absent" {
                    let nothing = send(absent(&world, operation, &client).await).await;
                    assert_eq!(
                        answer.plain(),
                        nothing.plain(),
                        "{}: what is another's does not look like nothing",
                        operation.line()
                    );
                }
            }
            rows.push((place, row + "\n"));
        }
    }
    (rows, faults)
}
