//! One builder per noun: `given::incident(&app).accepted().await`.

use crate::TestApp;
use crate::client::{Answer, Client};
use bellbuoy_domain::incident::{IncidentStatus, Series, Track, VerificationLevel};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_server::auth;
use bellbuoy_server::incidents::actions::{Entered, enter_public};
use bellbuoy_server::incidents::wire::IncidentCreate;
use serde_json::{Value, json};
use uuid::Uuid;

/// Facts that fit.
pub fn facts() -> Value {
    json!({
        "title": "Both GNSS receivers jumped for 40 minutes",
        "summary": "Position was thirty miles off; radar was right all the time.",
        "kind": "position_or_time_wrong",
        "occurred_on": "2026-11-12",
        "occurred_precision": "day",
        "victim_type": "vessel",
        "vessel_type": "lng_carrier",
        "sea_region": "black_sea",
        "severity": "major",
        "systems": ["gnss", "ecdis"],
        "attributes": ["integrity"]
    })
}

/// Facts with some fields changed.
pub fn facts_with(changes: Value) -> Value {
    let mut facts = facts();
    for (name, value) in changes.as_object().unwrap() {
        facts[name] = value.clone();
    }
    facts
}

/// An incident, and how far it is on its way.
pub struct Incident<'a> {
    app: &'a TestApp,
    facts: Value,
}

/// An incident reported by the first member.
pub fn incident(app: &TestApp) -> Incident<'_> {
    Incident { app, facts: facts() }
}

impl Incident<'_> {
    /// With other facts.
    #[must_use]
    pub fn with(mut self, changes: Value) -> Self {
        self.facts = facts_with(changes);
        self
    }

    /// Reported, not looked at yet.
    pub async fn submitted(self) -> Answer {
        self.app
            .member()
            .post("/api/v1/incidents", &self.facts)
            .await
            .expect(201)
    }

    /// Taken up by an analyst.
    pub async fn in_triage(self) -> Answer {
        let app = self.app;
        let made = self.submitted().await;
        decide(app, &made, json!({ "decision": "take_up" })).await
    }

    /// Accepted as identified.
    pub async fn accepted(self) -> Answer {
        let app = self.app;
        let taken = self.in_triage().await;
        decide(
            app,
            &taken,
            json!({ "decision": "accept", "verification": "identified" }),
        )
        .await
    }
}

/// Takes the next step with an incident as the analyst.
pub async fn decide(app: &TestApp, incident: &Answer, body: Value) -> Answer {
    let path = format!(
        "/api/v1/incidents/{}/decisions",
        incident.json()["id"].as_str().unwrap()
    );
    app.analyst()
        .post_match(&path, incident.header("etag"), &body)
        .await
        .expect(200)
}

/// An advisory that fits.
pub fn advisory() -> Value {
    json!({
        "title": "Cross-check the position by radar near the coast",
        "what_happened": "Several ships saw their position jump inland while radar and log stayed right.",
        "lesson": "Take a second fix by radar or visually at each watch, and set the alarm for jumps.",
        "kind": "position_or_time_wrong",
        "severity": "major",
        "tlp": "clear",
        "sea_regions": ["black_sea"],
        "systems": ["gnss"]
    })
}

/// An accepted incident to be entered in bulk: how its facts differ, whom it hit, and in which series it counts.
pub struct Entry {
    pub changes: Value,
    pub party: Option<Uuid>,
    pub series: Series,
}

impl Entry {
    /// A reported incident.
    pub fn new(changes: Value, party: Option<Uuid>) -> Self {
        Self {
            changes,
            party,
            series: Series::Reported,
        }
    }
}

/// Enters accepted incidents by the rules of the API, without deciding on each.
pub async fn accepted_many(app: &TestApp, entries: Vec<Entry>) {
    let of = |entry: Entry| {
        let facts: IncidentCreate = serde_json::from_value(facts_with(entry.changes)).unwrap();
        let entered = Entered {
            status: IncidentStatus::Accepted,
            track: if entry.series == Series::Reported {
                Track::Named
            } else {
                Track::PublicSource
            },
            series: entry.series,
            demo: true,
            organisation: None,
            account: None,
            reported_at: None,
            recorded_month: app.app.month(),
            verification: VerificationLevel::Confidential,
            tlp: Tlp::Amber,
            affected_party: entry.party,
            source: None,
        };
        (facts, entered)
    };
    let mut conn = app.system().await;
    enter_public(&mut conn, app.app.now(), entries.into_iter().map(of).collect())
        .await
        .unwrap();
}

/// An application for membership.
pub fn application() -> Value {
    json!({
        "name": "Third Line", "kind": "shipping_company", "country": "NL", "website": "https://line.example",
        "about": "Twelve container ships between Rotterdam and the Baltic.",
        "officer_name": "New Officer", "officer_email": "officer@third.example",
    })
}

/// The word behind `before` in the latest letter that has such a link.
pub async fn letter_word(app: &TestApp, before: &str) -> String {
    let letters = app.anyone().get("/api/v1/demo/mails").await.expect(200).json();
    letters
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|letter| letter["body"].as_str().unwrap().split_once(before))
        .map(|(_, rest)| rest.split_whitespace().next().unwrap().to_owned())
        .next()
        .unwrap_or_else(|| panic!("no letter with {before}"))
}

/// The word of a new link by which somebody chooses a password.
pub async fn password_link(app: &TestApp, email: &str) -> String {
    let mut conn = app.system().await;
    let account = auth::store::find_by_email(&mut conn, email)
        .await
        .unwrap()
        .unwrap();
    let link = auth::own::link_for(&mut conn, &account, &app.base, false, app.app.now());
    link.await.unwrap().rsplit('/').next().unwrap().to_owned()
}

/// What a key with every scope asks for, with changes.
pub fn key(changes: &Value) -> Value {
    let scopes = [
        "incidents:read",
        "incidents:write",
        "advisories:read",
        "statistics:read",
        "organisations:read",
    ];
    let mut asked = json!({ "name": "Nightly import", "scopes": scopes });
    for (name, value) in changes.as_object().unwrap() {
        asked[name] = value.clone();
    }
    asked
}

/// A program of the first organisation.
pub async fn program(app: &TestApp, changes: &Value) -> Client {
    let made = app
        .member()
        .post("/api/v1/api-keys", &key(changes))
        .await
        .expect(201)
        .json();
    app.anyone().with_token(made["key"].as_str().unwrap())
}
