use super::*;
use bellbuoy_domain::incident::{IncidentKind, OccurredPrecision};
use bellbuoy_domain::place::SeaRegion;
use chrono::Datelike;
use std::collections::BTreeSet;

const MANY: usize = 2400;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn made() -> Vec<DemoIncident> {
    incidents(today(), MANY)
}

#[test]
fn the_same_day_gives_the_same_incidents() {
    assert_eq!(format!("{:?}", made()), format!("{:?}", made()));
}

#[test]
fn as_many_are_accepted_as_asked_for_and_every_other_state_stands_beside() {
    let made = made();
    assert_eq!(
        made.iter()
            .filter(|incident| incident.outcome == Outcome::Accepted)
            .count(),
        MANY
    );
    for outcome in [Outcome::Submitted, Outcome::InTriage, Outcome::Repeated] {
        assert!(
            made.iter().filter(|incident| incident.outcome == outcome).count() >= 3,
            "{outcome:?}"
        );
    }
    assert!(
        made.iter()
            .filter(|incident| matches!(incident.outcome, Outcome::Refused(_)))
            .count()
            >= 5
    );
}

#[test]
fn nothing_lies_in_the_future_and_every_month_has_some() {
    for today in ["2026-11-21", "2026-03-01", "2024-02-29"] {
        let today: NaiveDate = today.parse().unwrap();
        let made = incidents(today, MANY);
        for incident in &made {
            assert!(
                incident.facts.occurred_on < today
                    && incident.recorded_month.day() == 1
                    && incident.recorded_month <= today
            );
            assert!(incident.reported_at.is_none_or(|at| at.date_naive() < today && at.date_naive() >= incident.facts.occurred_on));
            assert!(
                incident
                    .facts
                    .services
                    .iter()
                    .all(|service| service.restored_at.is_none_or(|at| at.date_naive() < today))
            );
            assert!(incident.facts.services.iter().all(|service| {
                service
                    .down_at
                    .zip(service.restored_at)
                    .is_none_or(|(down, up)| down < up)
            }));
        }
        let months: BTreeSet<_> = made
            .iter()
            .map(|incident| calendar::first(incident.facts.occurred_on))
            .collect();
        let over = calendar::months(today)
            .into_iter()
            .filter(|month| calendar::days_over(*month, today) > 0);
        assert_eq!(months, over.collect());
    }
}

#[test]
fn a_report_without_a_name_has_no_instant_no_organisation_and_no_day() {
    for incident in made()
        .iter()
        .filter(|incident| incident.track == Track::Anonymous)
    {
        assert!(incident.reported_at.is_none() && incident.organisation.is_none());
        assert!(matches!(
            incident.facts.occurred_precision,
            OccurredPrecision::Month | OccurredPrecision::Week
        ));
        assert!(
            incident
                .facts
                .services
                .iter()
                .all(|service| service.down_at.is_none() && service.restored_at.is_none())
        );
        assert!(!matches!(
            incident.verification,
            VerificationLevel::Identified | VerificationLevel::OfficiallyConfirmed
        ));
    }
}

#[test]
fn about_three_in_five_are_by_name() {
    let named = made()
        .iter()
        .filter(|incident| incident.track == Track::Named)
        .count();
    assert!((MANY * 55 / 100..MANY * 66 / 100).contains(&named), "{named}");
}

#[test]
fn texts_are_filled_varied_and_of_a_length_that_the_api_takes() {
    let made = made();
    for incident in &made {
        let (title, summary) = (&incident.facts.title, &incident.facts.summary);
        assert!(
            !format!("{title} {summary}").contains(['{', '}']),
            "{title} {summary}"
        );
        assert!((3..=90).contains(&title.chars().count()), "{title}");
        assert!((20..=600).contains(&summary.chars().count()), "{summary}");
        assert!(
            title.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit()),
            "{title}"
        );
    }
    let titles: BTreeSet<_> = made.iter().map(|incident| &incident.facts.title).collect();
    let summaries: BTreeSet<_> = made.iter().map(|incident| &incident.facts.summary).collect();
    assert!(
        titles.len() > 700 && summaries.len() > 1800,
        "{} {}",
        titles.len(),
        summaries.len()
    );
}

#[test]
fn wrong_positions_rise_where_navigation_is_disturbed() {
    let wrong = |from: u32, to: u32| {
        made()
            .iter()
            .filter(|incident| incident.facts.kind == IncidentKind::PositionOrTimeWrong)
            .filter(|incident| {
                matches!(
                    incident.facts.sea_region,
                    Some(
                        SeaRegion::BlackSea
                            | SeaRegion::Mediterranean
                            | SeaRegion::PersianGulf
                            | SeaRegion::Baltic
                    )
                )
            })
            .filter(|incident| {
                let ago = calendar::back(today(), from)..calendar::back(today(), to);
                ago.contains(&incident.facts.occurred_on)
            })
            .count()
    };
    let (first, last) = (wrong(720, 360), wrong(360, 0));
    assert!(last > first, "{first} {last}");
}

#[test]
fn what_is_refused_or_repeated_is_found_by_organisation_and_title() {
    let made = made();
    let settled =
        |incident: &DemoIncident| matches!(incident.outcome, Outcome::Refused(_) | Outcome::Repeated);
    let same = |one: &DemoIncident, other: &DemoIncident| {
        one.organisation == other.organisation && one.facts.title == other.facts.title
    };
    for incident in made.iter().filter(|incident| settled(incident)) {
        assert!(incident.organisation.is_some(), "{}", incident.facts.title);
        let entered_alike = |other: &&DemoIncident| {
            same(incident, other) && other.outcome.entered() == IncidentStatus::InTriage
        };
        assert_eq!(
            made.iter().filter(entered_alike).count(),
            1,
            "{}",
            incident.facts.title
        );
        let original = made
            .iter()
            .any(|other| same(incident, other) && other.outcome == Outcome::Accepted);
        assert_eq!(
            original,
            incident.outcome == Outcome::Repeated,
            "{}",
            incident.facts.title
        );
    }
}

#[test]
fn techniques_are_of_the_table() {
    for incident in made() {
        for technique in incident.facts.techniques {
            assert!(
                bellbuoy_domain::technique::find_technique(technique.matrix, &technique.id).is_some(),
                "{}",
                technique.id
            );
        }
    }
}

#[test]
fn types_belong_to_their_class_and_ships_only_to_vessels() {
    for incident in made() {
        let facts = incident.facts;
        assert!(
            facts
                .incident_type
                .is_none_or(|kind| Some(kind.parent()) == facts.classification)
        );
        assert!(
            facts.vessel_type.is_none() || facts.victim_type == bellbuoy_domain::incident::VictimType::Vessel
        );
        let systems: BTreeSet<_> = facts.systems.iter().collect();
        assert_eq!(systems.len(), facts.systems.len(), "{}", facts.title);
    }
}
