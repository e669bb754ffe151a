//! Row-level security on its own: statements without any filter, as every kind of caller.

use bellbuoy_domain::account::{OrganisationRole, Role};
use serde_json::json;
use std::collections::BTreeSet;
use tests::database::rows_at;
use tests::people::{Person, people, person};
use tests::{TestApp, given};

/// As whom the server would ask the database for this person.
fn asking(person: &Person) -> String {
    let standing = person.standing();
    let role = if standing.is_guest() {
        "guest"
    } else {
        standing.role.as_str()
    };
    let within = standing.within.map(|within| within.as_str()).unwrap_or_default();
    let organisation = person.organisation().map(|id| id.to_string()).unwrap_or_default();
    format!(
        "SELECT set_config('bellbuoy.role', '{role}', false), set_config('bellbuoy.account', '{}', false), \
         set_config('bellbuoy.organisation', '{organisation}', false), set_config('bellbuoy.within', '{within}', false); ",
        person.id
    )
}

/// The organisations whose rows a statement without a filter touches; the word `none` for rows of no organisation.
async fn touched(app: &TestApp, person: &Person, sql: &str) -> BTreeSet<String> {
    let rows = rows_at(&app.database.urls.app, &format!("{}{sql}", asking(person)))
        .await
        .unwrap();
    rows.into_iter().skip(1).map(|row| row[0].clone()).collect()
}

/// Two organisations with a report, people and a key each, an application, and something publicly known.
async fn fill(app: &TestApp) {
    for member in [app.member(), app.other_member()] {
        member
            .post("/api/v1/incidents", &given::facts())
            .await
            .expect(201);
        member
            .post("/api/v1/api-keys", &given::key(&json!({})))
            .await
            .expect(201);
    }
    app.anyone()
        .post("/api/v1/applications", &given::application())
        .await
        .expect(201);
    let known = app
        .analyst()
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201)
        .json();
    app.database
        .rows(&format!(
            "UPDATE incidents SET series = 'public_source', track = 'public_source', source = 'press', account_id = NULL, \
             organisation_id = NULL, reported_at = NULL, tlp = 'clear' WHERE id = '{}'",
            known["id"].as_str().unwrap()
        ))
        .await;
}

fn own(person: &Person) -> BTreeSet<String> {
    person
        .organisation()
        .map(|id| id.to_string())
        .into_iter()
        .collect()
}

fn both() -> BTreeSet<String> {
    ["member@demo.example", "other-member@demo.example"]
        .map(|email| person(email).organisation().unwrap().to_string())
        .into()
}

#[tokio::test]
async fn a_statement_without_its_filter_reads_what_the_caller_may_and_no_more() {
    let app = TestApp::start().await;
    fill(&app).await;
    for person in people() {
        let standing = person.standing();
        let desk = matches!(standing.role, Role::Analyst | Role::DutyOfficer | Role::Admin);
        let admin = standing.role == Role::Admin;
        let of = |table: &str| format!("SELECT coalesce(organisation_id::text, 'none') FROM {table}");
        let mut incidents = if desk { both() } else { own(&person) };
        if !standing.is_guest() {
            incidents.insert("none".to_owned());
        }
        assert_eq!(
            touched(&app, &person, &of("incidents")).await,
            incidents,
            "{}",
            person.email
        );
        let mut memberships = if admin { both() } else { own(&person) };
        // One's own membership, whatever its state.
        memberships.extend(
            person
                .membership
                .map(|(organisation, ..)| organisation.to_string()),
        );
        assert_eq!(
            touched(&app, &person, &of("memberships")).await,
            memberships,
            "{}",
            person.email
        );
        let keys = if admin { both() } else { own(&person) };
        assert_eq!(
            touched(&app, &person, &of("api_keys")).await,
            keys,
            "{}",
            person.email
        );
        let applications = touched(&app, &person, &of("applications")).await;
        assert_eq!(applications.is_empty(), !admin, "{}", person.email);
        for closed in ["sessions", "refresh_tokens", "mails"] {
            let rows = touched(&app, &person, &format!("SELECT 'x' FROM {closed}")).await;
            assert!(rows.is_empty(), "{} reads {closed}", person.email);
        }
    }
}

#[tokio::test]
async fn a_statement_without_its_filter_writes_what_the_caller_may_and_no_more() {
    let app = TestApp::start().await;
    fill(&app).await;
    for person in people() {
        let standing = person.standing();
        let admin = standing.role == Role::Admin;
        let manages = standing.within.is_some_and(|within| within.manages());
        let writes = standing
            .within
            .is_some_and(|within| within != OrganisationRole::Auditor);
        let writing = |table: &str, column: &str| {
            format!(
                "BEGIN; WITH w AS (UPDATE {table} SET {column} = {column} RETURNING organisation_id) \
                 SELECT coalesce(organisation_id::text, 'none') FROM w"
            )
        };
        let incidents = match standing.role {
            Role::Analyst => {
                let mut all = both();
                all.insert("none".to_owned());
                all
            }
            _ if writes => own(&person),
            _ => BTreeSet::new(),
        };
        let sql = writing("incidents", "title");
        assert_eq!(touched(&app, &person, &sql).await, incidents, "{}", person.email);
        let keys = if admin {
            both()
        } else if manages {
            own(&person)
        } else {
            BTreeSet::new()
        };
        let sql = writing("api_keys", "name");
        assert_eq!(touched(&app, &person, &sql).await, keys, "{}", person.email);
    }
    let member = person("colleague@demo.example");
    for forbidden in [
        "UPDATE memberships SET role = 'owner'",
        "UPDATE memberships SET state = 'confirmed' WHERE state = 'left'; UPDATE accounts SET role = 'admin'",
        "INSERT INTO memberships (id, organisation_id, email, role, state) SELECT gen_random_uuid(), caller_organisation(), 'x@y.example', 'owner', 'invited'",
        "INSERT INTO api_keys (id, organisation_id, account_id, name, test, scopes, secret_hash, expires_at) \
         SELECT gen_random_uuid(), caller_organisation(), caller_account(), 'x', false, '{}', '', now()",
        "DELETE FROM memberships",
    ] {
        let before = app
            .database
            .rows("SELECT role, state FROM memberships ORDER BY id")
            .await;
        let tried = rows_at(&app.database.urls.app, &format!("{}{forbidden}", asking(&member))).await;
        let after = app
            .database
            .rows("SELECT role, state FROM memberships ORDER BY id")
            .await;
        assert!(tried.is_err() || before == after, "{forbidden}");
        assert_eq!(before, after, "{forbidden}");
    }
}
