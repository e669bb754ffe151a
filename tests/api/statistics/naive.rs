//! The figures that are kept are those that counting every incident again would give.

use super::Table;
use bellbuoy_domain::incident::{IncidentKind, Series, Severity, VerificationLevel, VictimType};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use bellbuoy_server::statistics::{Counted, count_many};
use serde_json::json;
use std::collections::BTreeMap;
use tests::TestApp;
use tests::given::{Entry, accepted_many};
use uuid::Uuid;

/// Every cell, counted from the incidents themselves.
const NAIVE: &str = "
    SELECT i.series, p.period, p.starts, d.dimension, d.word, count(*)::bigint AS incidents, count(DISTINCT coalesce(i.affected_party, i.id))::bigint AS parties
    FROM incidents i
    CROSS JOIN LATERAL (VALUES ('month', date_trunc('month', i.occurred_on)::date), ('quarter', date_trunc('quarter', i.occurred_on)::date),
        ('year', date_trunc('year', i.occurred_on)::date), ('all', date '1900-01-01')) p(period, starts)
    CROSS JOIN LATERAL (
        SELECT 'all', 'all' UNION ALL SELECT 'kind', i.kind UNION ALL SELECT 'victim_type', i.victim_type
        UNION ALL SELECT 'sea_region', coalesce(i.sea_region, 'unknown') UNION ALL SELECT 'severity', i.severity
        UNION ALL SELECT 'verification', i.verification
        UNION ALL SELECT 'system', s FROM unnest(CASE WHEN cardinality(i.systems) = 0 THEN ARRAY['unknown'] ELSE i.systems END) s
    ) d(dimension, word)
    WHERE i.status = 'accepted' GROUP BY 1, 2, 3, 4, 5";
const KEPT: &str = "SELECT series, period, starts, dimension, word, incidents, parties FROM statistics_cells WHERE incidents <> 0 OR parties <> 0";
const KINDS: [&str; 3] = ["system_down", "intrusion", "cargo_fraud"];
const REGIONS: [Option<&str>; 3] = [Some("baltic"), Some("north_sea"), None];

fn entries(n: usize, parties: &[Uuid]) -> Vec<Entry> {
    let one = |at: usize| {
        let (kind, region, severity) = (
            KINDS[at % 3],
            REGIONS[at / 3 % 3],
            if (at / 2).is_multiple_of(2) {
                "low"
            } else {
                "major"
            },
        );
        let (day, systems) = (
            format!("2026-{:02}-{:02}", 8 + at / 5 % 4, 1 + at % 20),
            if at.is_multiple_of(4) {
                vec![]
            } else {
                vec!["gnss", "ais"]
            },
        );
        let changes = json!({ "kind": kind, "sea_region": region, "severity": severity, "occurred_on": day, "systems": systems });
        Entry::new(
            changes,
            (!at.is_multiple_of(7)).then(|| parties[at % parties.len()]),
        )
    };
    (0..n).map(one).collect()
}

async fn differences(app: &TestApp) -> Vec<Vec<String>> {
    app.database
        .rows(&format!(
            "(({NAIVE}) EXCEPT ({KEPT})) UNION ALL (({KEPT}) EXCEPT ({NAIVE}))"
        ))
        .await
}

/// What the incidents themselves say of kind and month.
async fn truth(app: &TestApp) -> BTreeMap<(String, String), (i64, i64)> {
    let rows = app.database.rows(&format!("SELECT word, to_char(starts, 'YYYY-MM'), incidents, parties FROM ({NAIVE}) n WHERE dimension = 'kind' AND period = 'month'")).await;
    rows.into_iter()
        .map(|row| {
            (
                (row[0].clone(), row[1].clone()),
                (row[2].parse().unwrap(), row[3].parse().unwrap()),
            )
        })
        .collect()
}

/// Fails when a shown figure is not the true one, or one of too few parties is shown; says how many were shown.
async fn compared(app: &TestApp) -> usize {
    let truth = truth(app).await;
    let table = Table::ask(&app.member(), "by=kind&period=month").await;
    let mut shown = 0;
    for (word, month, cell) in table.cells() {
        let (incidents, parties) = truth
            .get(&(word.clone(), month.clone()))
            .copied()
            .unwrap_or_default();
        match cell.as_str() {
            "small" | "complement" => {}
            figure => {
                assert_eq!(figure, incidents.to_string(), "{word} {month}");
                assert!(
                    incidents == 0 || parties >= 5,
                    "{word} {month} is shown for {parties} parties"
                );
                shown += usize::from(incidents > 0);
            }
        }
    }
    shown
}

#[tokio::test]
async fn what_is_kept_equals_what_is_counted_again() {
    let app = TestApp::start().await;
    let parties: Vec<Uuid> = (0..11).map(|_| Uuid::new_v4()).collect();
    accepted_many(&app, entries(240, &parties)).await;
    assert_eq!(app.database.count("statistics_changes").await, 240);
    app.drain().await;
    assert_eq!(differences(&app).await, Vec::<Vec<String>>::new());
    assert_eq!(app.database.count("statistics_changes").await, 0);
    assert!(compared(&app).await > 5);

    accepted_many(&app, entries(37, &parties)).await;
    assert!(compared(&app).await > 5, "before they are folded");
    app.drain().await;
    assert_eq!(differences(&app).await, Vec::<Vec<String>>::new());
    assert!(compared(&app).await > 5, "after they are folded");
}

#[tokio::test]
async fn an_incident_that_leaves_the_register_leaves_the_figures() {
    let app = TestApp::start().await;
    let parties: Vec<Uuid> = (0..8).map(|_| Uuid::new_v4()).collect();
    accepted_many(&app, entries(120, &parties)).await;
    app.drain().await;
    let before = Table::ask(&app.member(), "by=kind&period=year")
        .await
        .cell("system_down", "2026");
    let gone = app.database.rows("DELETE FROM incidents WHERE kind = 'system_down' AND occurred_on < '2026-09-01' RETURNING id, affected_party, coalesce(sea_region, ''), severity, array_to_string(systems, ','), date_trunc('month', occurred_on)::date").await;
    assert!(gone.len() > 5);
    let counted: Vec<Counted> = gone
        .iter()
        .map(|row| Counted {
            incident: row[0].parse().unwrap(),
            series: Series::Reported,
            month: row[5].parse().unwrap(),
            party: row[1].parse().ok(),
            kind: IncidentKind::SystemDown,
            victim_type: VictimType::Vessel,
            sea_region: SeaRegion::ALL
                .iter()
                .copied()
                .find(|region| region.as_str() == row[2]),
            severity: if row[3] == "low" {
                Severity::Low
            } else {
                Severity::Major
            },
            verification: VerificationLevel::Confidential,
            systems: row[4]
                .split(',')
                .filter(|word| !word.is_empty())
                .map(|word| word.parse::<System>().unwrap())
                .collect(),
        })
        .collect();
    let mut conn = app.system().await;
    count_many(&mut conn, &counted, -1).await.unwrap();
    let fewer = (before.parse::<usize>().unwrap() - gone.len()).to_string();
    assert_eq!(
        Table::ask(&app.member(), "by=kind&period=year")
            .await
            .cell("system_down", "2026"),
        fewer
    );
    app.drain().await;
    assert_eq!(differences(&app).await, Vec::<Vec<String>>::new());
    assert_eq!(
        Table::ask(&app.member(), "by=kind&period=year")
            .await
            .cell("system_down", "2026"),
        fewer
    );
}

#[tokio::test]
async fn an_acceptance_is_counted_and_a_refusal_is_not() {
    let app = TestApp::start().await;
    tests::given::incident(&app).accepted().await;
    tests::given::incident(&app).in_triage().await;
    let taken = tests::given::incident(&app).in_triage().await;
    tests::given::decide(&app, &taken, json!({ "decision": "refuse", "reason": "a test" })).await;
    let facts = json!({ "facts": tests::given::facts(), "verification": "anonymous_unverified", "tlp": "red", "age_band": "1d" });
    app.analyst()
        .post("/api/v1/desk/acceptances", &facts)
        .await
        .expect(201);
    app.drain().await;
    assert_eq!(differences(&app).await, Vec::<Vec<String>>::new());
    assert_eq!(
        app.database
            .column("SELECT incidents FROM statistics_cells WHERE dimension = 'all' AND period = 'all'")
            .await,
        ["2"]
    );
}
