//! Who sees what: an organisation its own, members the publicly known, analysts all; and the database agrees.

use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::database::rows_at;
use tests::given;

async fn seen(client: &Client) -> Vec<String> {
    let page = client.get("/api/v1/incidents?limit=500").await.expect(200).json();
    let mut titles: Vec<String> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}

/// One of the first organisation, one of the second, one without a name, one publicly known.
async fn four(app: &TestApp) {
    given::incident(app)
        .with(json!({ "title": "first's" }))
        .submitted()
        .await;
    app.other_member()
        .post(
            "/api/v1/incidents",
            &given::facts_with(json!({ "title": "second's" })),
        )
        .await
        .expect(201);
    let facts = given::facts_with(json!({ "title": "nobody's" }));
    app.analyst().post("/api/v1/desk/acceptances", &json!({ "facts": facts, "verification": "anonymous_unverified", "tlp": "red", "age_band": "1d" })).await.expect(201);
    let known = app
        .analyst()
        .post(
            "/api/v1/incidents",
            &given::facts_with(json!({ "title": "known" })),
        )
        .await
        .expect(201)
        .json();
    app.database.rows(&format!("UPDATE incidents SET series = 'public_source', track = 'public_source', source = 'press', account_id = NULL, reported_at = NULL WHERE id = '{}'", known["id"].as_str().unwrap())).await;
}

#[tokio::test]
async fn lists_totals_exports_and_searches_show_the_same_rows() {
    let app = TestApp::start().await;
    four(&app).await;
    for (client, expected) in [
        (app.member(), vec!["first's", "known"]),
        (app.other_member(), vec!["known", "second's"]),
        (app.analyst(), vec!["first's", "known", "nobody's", "second's"]),
        (app.admin(), vec!["first's", "known", "nobody's", "second's"]),
    ] {
        assert_eq!(seen(&client).await, expected);
        let total = client.get("/api/v1/incidents?with_total=true").await.json()["total"].clone();
        assert_eq!(total, expected.len().to_string());
        let exported = client.get("/api/v1/incidents.ndjson").await.text();
        let mut titles: Vec<String> = exported
            .lines()
            .map(|line| {
                serde_json::from_str::<Value>(line).unwrap()["title"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        titles.sort();
        assert_eq!(titles, expected);
        let searched = client.get("/api/v1/incidents?q=radar").await.json()["items"]
            .as_array()
            .unwrap()
            .len();
        assert_eq!(searched, expected.len());
    }
}

#[tokio::test]
async fn what_is_anothers_looks_like_what_does_not_exist() {
    let app = TestApp::start().await;
    let theirs = given::incident(&app).submitted().await.json();
    let same = |mut answer: Answer| {
        let mut problem = answer.json();
        problem.as_object_mut().unwrap().remove("request_id");
        for header in ["date", "x-request-id", "ratelimit"] {
            answer.headers.remove(header);
        }
        (answer.status, problem, answer.headers)
    };
    let stranger = app.other_member();
    let nobodys = same(
        stranger
            .get(&format!("/api/v1/incidents/{}", uuid::Uuid::new_v4()))
            .await,
    );
    assert_eq!(nobodys.0, 404);
    for name in ["id", "reference"] {
        assert_eq!(
            same(
                stranger
                    .get(&format!("/api/v1/incidents/{}", theirs[name].as_str().unwrap()))
                    .await
            ),
            nobodys
        );
    }
    let withdraw = json!({ "decision": "withdraw" });
    let decide = |id: String| {
        let stranger = stranger.clone();
        let withdraw = withdraw.clone();
        async move {
            stranger
                .post_match(&format!("/api/v1/incidents/{id}/decisions"), "\"x\"", &withdraw)
                .await
        }
    };
    let nobodys = same(decide(uuid::Uuid::new_v4().to_string()).await);
    assert_eq!(
        same(decide(theirs["id"].as_str().unwrap().to_owned()).await),
        nobodys
    );
}

#[tokio::test]
async fn a_query_without_a_filter_still_sees_only_its_callers_rows() {
    let app = TestApp::start().await;
    four(&app).await;
    let asked_as = |role: &str, organisation: &str| {
        let sql = format!(
            "SELECT set_config('bellbuoy.role', '{role}', false), set_config('bellbuoy.organisation', '{organisation}', false), set_config('bellbuoy.account', '', false); SELECT title FROM incidents ORDER BY 1"
        );
        let url = app.database.urls.app.clone();
        async move {
            rows_at(&url, &sql)
                .await
                .unwrap()
                .into_iter()
                .skip(1)
                .flatten()
                .collect::<Vec<_>>()
        }
    };
    let first = tests::people::person("member@demo.example")
        .organisation()
        .unwrap()
        .to_string();
    assert_eq!(asked_as("member", &first).await, ["first's", "known"]);
    assert_eq!(asked_as("member", "").await, ["known"]);
    assert_eq!(asked_as("anyone", "").await, Vec::<String>::new());
    assert_eq!(asked_as("", "").await, Vec::<String>::new());
    assert_eq!(asked_as("analyst", "").await.len(), 4);
    assert_eq!(
        rows_at(&app.database.urls.app, "SELECT title FROM incidents")
            .await
            .unwrap(),
        Vec::<Vec<String>>::new()
    );
    for table in [
        "accounts",
        "sessions",
        "refresh_tokens",
        "audit_entries",
        "outbox",
        "idempotency_keys",
        "incident_facts",
        "memberships",
        "applications",
        "api_keys",
        "mails",
    ] {
        assert_eq!(
            rows_at(&app.database.urls.app, &format!("SELECT * FROM {table}"))
                .await
                .unwrap(),
            Vec::<Vec<String>>::new(),
            "{table}"
        );
    }
    let listed = rows_at(&app.database.urls.app, "SELECT name FROM organisations").await;
    assert_eq!(
        listed.unwrap(),
        [["Listed Port"]],
        "who agrees to be listed is public"
    );
}

#[tokio::test]
async fn the_database_lets_nobody_write_for_another() {
    let app = TestApp::start().await;
    four(&app).await;
    let (first, second) = (
        tests::people::person("member@demo.example"),
        tests::people::person("other-member@demo.example"),
    );
    let as_second = format!(
        "SELECT set_config('bellbuoy.role', 'member', false), set_config('bellbuoy.organisation', '{}', false), set_config('bellbuoy.account', '{}', false), set_config('bellbuoy.within', 'owner', false); ",
        second.organisation().unwrap(),
        second.id
    );
    let run = |sql: &str| {
        let (url, sql) = (app.database.urls.app.clone(), format!("{as_second}{sql}"));
        async move { rows_at(&url, &sql).await }
    };
    let changed = run("WITH changed AS (UPDATE incidents SET title = 'stolen' WHERE title = 'first''s' RETURNING 1) SELECT count(*) FROM changed").await.unwrap();
    assert_eq!(changed[1], ["0"]);
    let moved = run(&format!(
        "UPDATE incidents SET organisation_id = '{}'",
        first.organisation().unwrap()
    ))
    .await;
    assert!(moved.unwrap_err().contains("row-level security"));
    for sql in [
        "UPDATE audit_entries SET action = 'x'",
        "DELETE FROM audit_entries",
        "DELETE FROM incidents",
        "TRUNCATE incidents",
        "SELECT * FROM incident_words",
        "CREATE TABLE x (y int)",
        "ALTER TABLE incidents DISABLE ROW LEVEL SECURITY",
        "SET ROLE bellbuoy_owner",
        "DROP POLICY incidents_read ON incidents",
    ] {
        assert!(run(sql).await.is_err(), "{sql}");
    }
    let blind = run("INSERT INTO audit_entries (id, account_id, action, object_kind) SELECT gen_random_uuid(), id, 'x', 'x' FROM (SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id) s").await;
    assert!(blind.unwrap_err().contains("row-level security"));
}
