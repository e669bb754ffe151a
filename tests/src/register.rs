//! People and firms of the register, certified as a test needs them.

use crate::TestApp;
use bellbuoy_domain::certification::HolderKind;
use bellbuoy_server::certificates::{self, Grant};
use bellbuoy_server::consultants::{self, ConsultantProfile};
use bellbuoy_server::{schemes, suppliers};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel_async::AsyncConnection;
use serde_json::{Value, json};
use uuid::Uuid;

/// A profile that fits, with some fields changed.
pub fn profile(changes: &Value) -> Value {
    let mut profile = json!({
        "name": "Ada Holm", "headline": "Bridge networks", "base": "NLRTM", "languages": ["en", "nl"],
        "domains": ["navigation"], "vessel_types": ["lng_carrier"], "regions": ["north_sea"],
        "modes": ["on_site"], "available_from": "2026-12-01",
        "contacts": [{ "kind": "email", "value": "ada@holm.example", "public": false }]
    });
    for (name, value) in changes.as_object().unwrap() {
        profile[name] = value.clone();
    }
    profile
}

/// Somebody who holds certificates.
pub struct Somebody<'a> {
    app: &'a TestApp,
    profile: ConsultantProfile,
    account: Option<Uuid>,
    firm: Option<Uuid>,
    demo: bool,
}

/// Somebody of the register; what is not said is as in [`profile`].
pub fn somebody<'a>(app: &'a TestApp, changes: &Value) -> Somebody<'a> {
    Somebody {
        app,
        profile: serde_json::from_value(profile(changes)).unwrap(),
        account: None,
        firm: None,
        demo: true,
    }
}

impl Somebody<'_> {
    /// With an account of the tests.
    #[must_use]
    pub fn who_is(mut self, account: Uuid) -> Self {
        self.account = Some(account);
        self
    }

    /// Working for a firm since the beginning of 2024.
    #[must_use]
    pub fn at(mut self, firm: Uuid) -> Self {
        self.firm = Some(firm);
        self
    }

    /// Certified in disciplines at levels since some days; returns the person and the numbers.
    pub async fn certified(self, held: &[(&str, &str, &str)]) -> (Uuid, Vec<String>) {
        let mut conn = self.app.system().await;
        let now = self.app.app.now();
        conn.transaction(async |conn| {
            let invented = consultants::Invented {
                profile: self.profile,
                account_id: self.account,
                engagements: self
                    .firm
                    .map(|firm| (firm, day("2024-01-01"), None))
                    .into_iter()
                    .collect(),
                created_at: noon("2024-01-01"),
            };
            let id = consultants::enter_invented(conn, invented).await.unwrap();
            let scheme = schemes::current(conn, "maritime", now.date_naive())
                .await
                .unwrap();
            let mut numbers = Vec::new();
            for (discipline, level, since) in held {
                let grant = Grant {
                    holder: id,
                    kind: HolderKind::Person,
                    scheme: &scheme,
                    discipline,
                    level,
                    valid_from: day(since),
                    demo: self.demo,
                };
                let granted = certificates::grant(conn, None, &grant, noon(since))
                    .await
                    .unwrap();
                numbers.push(granted.number);
            }
            Ok::<_, diesel::result::Error>((id, numbers))
        })
        .await
        .unwrap()
    }
}

/// A firm that is accredited for tests and maritime specialists since a day; returns it and the first number.
pub async fn firm(app: &TestApp, name: &'static str, since: &str) -> (Uuid, String) {
    let mut conn = app.system().await;
    let invented = suppliers::Invented {
        name,
        about: "Tests of ships.",
        base: "NLRTM",
        languages: vec!["en".to_owned()],
        domains: Vec::new(),
        website: None,
        created_at: noon(since),
    };
    let id = suppliers::enter_invented(&mut conn, invented).await.unwrap();
    let now = app.app.now().date_naive();
    let scheme = schemes::current(&mut conn, "supplier", now).await.unwrap();
    let mut first = None;
    for discipline in ["maritime_specialist", "offensive_testing"] {
        let grant = Grant {
            holder: id,
            kind: HolderKind::Supplier,
            scheme: &scheme,
            discipline,
            level: "accredited",
            valid_from: day(since),
            demo: true,
        };
        let granted = certificates::grant(&mut conn, None, &grant, noon(since))
            .await
            .unwrap();
        first.get_or_insert(granted.number);
    }
    (id, first.unwrap())
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon of a day.
pub fn noon(text: &str) -> DateTime<Utc> {
    day(text)
        .and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap())
        .and_utc()
}
