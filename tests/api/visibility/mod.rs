//! One rule of what a caller may see, wherever it is asked: for random rows the list in small pages, its files, its
//! filters, its search and each single thing tell of the same, and of what the rule says, which is written here once more.

mod advisories;
mod incidents;
mod keys;
mod organisations;

use serde_json::Value;
use std::collections::BTreeSet;
use tests::TestApp;
use tests::client::Client;
use tests::people::{Person, people, person};

fn ids<'a>(items: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    items
        .into_iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

/// The ids in an exported file.
fn in_file(form: &str, text: &str) -> BTreeSet<String> {
    if form == "csv" {
        return in_csv(text);
    }
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    ids(&lines)
}

fn in_csv(text: &str) -> BTreeSet<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|name| name == "id")
        .unwrap();
    reader
        .records()
        .map(|record| record.unwrap()[at].to_owned())
        .collect()
}

const REGISTERS: usize = 4;

/// A word of a list for row `i`, as SQL: the same for the same seed.
fn word(list: &str, seed: usize, salt: &str) -> String {
    format!(
        "(SELECT w[1 + mod(abs(hashtext(i || '{salt}{seed}')), cardinality(w))] FROM (SELECT string_to_array('{list}', ' ') AS w) x)"
    )
}

async fn enter(app: &TestApp, seed: usize) {
    let pick = |list: &str, salt: &str| word(list, seed, salt);
    let (status, tlp) = (
        pick("draft released withdrawn released", "s"),
        pick("clear green amber red", "t"),
    );
    let severity = pick("critical major moderate", "v");
    let (author, releaser) = (
        person("analyst@demo.example").id,
        person("second-analyst@demo.example").id,
    );
    let advisories = format!(
        "INSERT INTO advisories (id, number, status, title, what_happened, lesson, kind, severity, tlp, author_id, writers, released_by, released_at)
         SELECT gen_random_uuid(), CASE WHEN status <> 'draft' THEN 'BB-2026-' || 100 + i END, status, 'Advisory ' || i, 'What happened', 'What to do',
             'intrusion', severity, tlp, '{author}', ARRAY['{author}'::uuid],
             CASE WHEN status <> 'draft' THEN '{releaser}'::uuid END, CASE WHEN status <> 'draft' THEN now() END
         FROM (SELECT i, {status} AS status, {tlp} AS tlp, {severity} AS severity FROM generate_series(1, 16) i) rows"
    );
    let organisations = format!(
        "INSERT INTO organisations (id, name, kind, country, status, visibility)
         SELECT gen_random_uuid(), 'Organisation {seed} ' || i, {}, 'NL', {}, {} FROM generate_series(1, 12) i",
        pick("port insurer", "k"),
        pick("member member suspended left", "o"),
        pick("listed listed undisclosed hidden", "y")
    );
    let own = person("member@demo.example").organisation().unwrap();
    let invited = format!(
        "INSERT INTO memberships (id, organisation_id, email, role, state)
         SELECT gen_random_uuid(), CASE WHEN i % 2 = 0 THEN '{own}'::uuid ELSE (SELECT id FROM organisations ORDER BY hashtext(id::text || i) LIMIT 1) END,
             'somebody-{seed}-' || i || '@new.example', {}, {} FROM generate_series(1, 12) i",
        pick("member auditor cso", "r"),
        pick("invited left", "m")
    );
    app.database.rows("TRUNCATE advisories").await;
    for sql in [advisories, organisations, invited] {
        app.database.rows(&sql).await;
    }
}

/// All ids of a list, in pages of five.
async fn listed(client: &Client, path: &str, query: &str) -> Option<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    let mut next = Some(format!("{path}?limit=5{query}"));
    while let Some(address) = next {
        let answer = client.get(&address).await;
        if answer.status != 200 {
            assert!(all.is_empty(), "{address}: {}", answer.status);
            return None;
        }
        let page = answer.json();
        let items = page["items"].as_array().unwrap();
        let before = all.len();
        all.extend(ids(items));
        assert_eq!(all.len(), before + items.len(), "{address}: no row comes twice");
        next = page["next"].as_str().map(str::to_owned);
    }
    Some(all)
}

async fn files(client: &Client, path: &str, query: &str, expected: Option<&BTreeSet<String>>, what: &str) {
    let query = query.replacen('&', "?", 1);
    for form in ["csv", "ndjson"] {
        let file = client.get(&format!("{path}.{form}{query}")).await;
        match expected {
            Some(expected) => assert_eq!(
                in_file(form, &file.expect(200).text()),
                *expected,
                "{what}: {form}"
            ),
            None => assert!(matches!(file.status, 403 | 404), "{what}: {form} {}", file.status),
        }
    }
}

async fn column(app: &TestApp, sql: &str) -> BTreeSet<String> {
    app.database.column(sql).await.into_iter().collect()
}

struct Asker {
    client: Client,
    name: &'static str,
    /// None for the public.
    person: Option<Person>,
}

impl Asker {
    fn all(app: &TestApp) -> Vec<Self> {
        let known = people().into_iter().map(|person| Self {
            client: app.person(person.email),
            name: person.email,
            person: Some(person),
        });
        let public = Self {
            client: app.anyone(),
            name: "the public",
            person: None,
        };
        known.chain([public]).collect()
    }

    fn role(&self) -> &'static str {
        match &self.person {
            Some(person) if !person.standing().is_guest() => person.role.as_str(),
            _ => "nobody",
        }
    }

    fn desk(&self) -> bool {
        ["analyst", "duty_officer", "admin"].contains(&self.role())
    }

    /// A duty officer of an organisation.
    fn barred(&self) -> bool {
        self.name == "watch@demo.example"
    }
}
