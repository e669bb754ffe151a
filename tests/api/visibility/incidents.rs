//! One rule of what a caller may see, wherever it is asked: for random registers the list, its files, its search, its
//! count, each filter and each single thing tell of the same incidents, and of no other.

use super::{ids, in_file};
use bellbuoy_domain::incident::{IncidentStatus, Series, Track, VerificationLevel};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_server::incidents::actions::{Entered, enter_public};
use serde_json::json;
use std::collections::BTreeSet;
use tests::client::Client;
use tests::people::person;
use tests::{TestApp, given};
use uuid::Uuid;

const REGISTERS: u64 = 8;
const ROWS: usize = 14;
/// Words that a search tells apart.
const WORDS: [&str; 3] = ["anchorage", "ballast", "capstan"];
const STATES: [IncidentStatus; 4] = [
    IncidentStatus::Submitted,
    IncidentStatus::InTriage,
    IncidentStatus::Accepted,
    IncidentStatus::Withdrawn,
];

/// A number from a seed: the same at each run, and well mixed (Knuth, MMIX).
fn next(seed: &mut u64) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// Who asks; whose reports they see beside the publicly known ones, and whether they may take files away.
enum Sees {
    All,
    Of(Option<Uuid>),
}

struct Asker {
    name: &'static str,
    client: Client,
    sees: Sees,
    files: bool,
}

async fn askers(app: &TestApp) -> Vec<Asker> {
    let of = |name: &'static str| Sees::Of(person(&format!("{name}@demo.example")).organisation());
    let one = |name: &'static str, sees, files| Asker {
        name,
        client: app.person(&format!("{name}@demo.example")),
        sees,
        files,
    };
    vec![
        one("member", of("member"), true),
        one("auditor", of("auditor"), true),
        one("watch", of("watch"), false),
        one("other-member", of("other-member"), true),
        one("analyst", Sees::All, true),
        one("duty", Sees::All, true),
        one("admin", Sees::All, true),
        one("qa", Sees::Of(None), true),
        Asker {
            name: "program",
            client: given::program(app, &json!({})).await,
            sees: of("member"),
            files: true,
        },
    ]
}

async fn enter(app: &TestApp, seed: &mut u64) {
    let parties = [
        person("member@demo.example").organisation(),
        person("other-member@demo.example").organisation(),
        None,
    ];
    let entries = (0..ROWS)
        .map(|n| {
            let open = next(seed).is_multiple_of(4);
            let facts = given::facts_with(json!({
                "title": format!("Incident {n} of a random register"),
                "summary": format!("Seen near the {} by the bridge team.", WORDS[next(seed) % 3]),
            }));
            let entered = Entered {
                status: if open {
                    IncidentStatus::Accepted
                } else {
                    STATES[next(seed) % 4]
                },
                track: if open { Track::PublicSource } else { Track::Named },
                series: if open {
                    Series::PublicSource
                } else {
                    Series::Reported
                },
                demo: true,
                organisation: parties[next(seed) % 3].filter(|_| !open),
                account: None,
                reported_at: None,
                recorded_month: app.app.month(),
                verification: VerificationLevel::Confidential,
                tlp: Tlp::Amber,
                affected_party: None,
                source: None,
            };
            (serde_json::from_value(facts).unwrap(), entered)
        })
        .collect();
    let mut conn = app.system().await;
    enter_public(&mut conn, app.app.now(), entries).await.unwrap();
}

/// A row as it stands: id, organisation, whether it is publicly known, its state and its word.
struct Row {
    id: String,
    organisation: Option<Uuid>,
    open: bool,
    state: String,
    summary: String,
}

async fn rows(app: &TestApp) -> Vec<Row> {
    let sql = "SELECT id::text, coalesce(organisation_id::text, ''), (series = 'public_source')::text, status, summary FROM incidents";
    let found = app.database.rows(sql).await;
    found
        .into_iter()
        .map(|row| Row {
            id: row[0].clone(),
            organisation: row[1].parse().ok(),
            open: row[2] == "true",
            state: row[3].clone(),
            summary: row[4].clone(),
        })
        .collect()
}

async fn listed(client: &Client, query: &str) -> BTreeSet<String> {
    let page = client.get(&format!("/api/v1/incidents?limit=500{query}")).await;
    ids(page.expect(200).json()["items"].as_array().unwrap())
}

async fn check(asker: &Asker, all: &[Row], what: &str) {
    let client = &asker.client;
    let sees = |row: &&Row| match asker.sees {
        Sees::All => true,
        Sees::Of(organisation) => row.open || (organisation.is_some() && row.organisation == organisation),
    };
    let of = |rows: Vec<&Row>| -> BTreeSet<String> { rows.iter().map(|row| row.id.clone()).collect() };
    let seen: Vec<&Row> = all.iter().filter(sees).collect();
    let expected = of(seen.clone());
    assert_eq!(listed(client, "").await, expected, "{what}: the list");
    let counted = client
        .get("/api/v1/incidents?limit=1&with_total=true")
        .await
        .expect(200)
        .json();
    assert_eq!(counted["total"], expected.len().to_string(), "{what}: the count");
    for form in ["csv", "ndjson"] {
        let file = client.get(&format!("/api/v1/incidents.{form}")).await;
        if !asker.files {
            file.expect(403);
            continue;
        }
        let told = in_file(form, &file.expect(200).text());
        assert_eq!(told, expected, "{what}: the {form} file");
    }
    for word in WORDS {
        let with: Vec<&Row> = seen
            .iter()
            .copied()
            .filter(|row| row.summary.contains(word))
            .collect();
        assert_eq!(
            listed(client, &format!("&q={word}")).await,
            of(with),
            "{what}: the search for {word}"
        );
    }
    for state in STATES {
        let with: Vec<&Row> = seen
            .iter()
            .copied()
            .filter(|row| row.state == state.as_str())
            .collect();
        assert_eq!(
            listed(client, &format!("&status={state}")).await,
            of(with),
            "{what}: status {state}"
        );
    }
    for row in all {
        let status = client.get(&format!("/api/v1/incidents/{}", row.id)).await.status;
        let wanted = if expected.contains(&row.id) { 200 } else { 404 };
        assert_eq!(status, wanted, "{what}: one by its id");
    }
}

#[tokio::test]
async fn every_way_to_ask_tells_of_the_same_incidents() {
    let app = TestApp::start().await;
    let askers = askers(&app).await;
    let mut hidden = 0;
    for register in 0..REGISTERS {
        let mut seed = register.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1;
        app.database.rows("TRUNCATE incidents CASCADE").await;
        enter(&app, &mut seed).await;
        let all = rows(&app).await;
        assert_eq!(all.len(), ROWS);
        for asker in &askers {
            check(asker, &all, &format!("register {register}, {}", asker.name)).await;
        }
        let member = listed(&askers[0].client, "").await;
        hidden += all.len() - member.len();
    }
    assert!(
        hidden > 20,
        "the registers hide too little to show anything: {hidden}"
    );
}
