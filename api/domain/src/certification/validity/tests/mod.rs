mod engagement;
mod promises;

use super::*;
use crate::certification::{CertificateStep, SanctionReason};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    date(text).and_hms_opt(9, 0, 0).unwrap().and_utc()
}

fn granted(rank: u8, from: &str, to: &str) -> Certificate {
    Certificate {
        grant: Grant {
            discipline: "offensive_testing".to_owned(),
            level_rank: rank,
            valid_from: date(from),
            valid_to: date(to),
            recorded_at: at(from),
        },
        events: Vec::new(),
    }
}

fn event(step: CertificateStep, effective: &str, recorded: &str) -> Event {
    Event {
        step,
        effective_on: date(effective),
        recorded_at: at(recorded),
        reason: None,
        valid_to: None,
    }
}

fn suspended(effective: &str, recorded: &str) -> Event {
    Event {
        reason: Some(SanctionReason::UnderInvestigation),
        ..event(CertificateStep::Suspend, effective, recorded)
    }
}

const FIRM: Uuid = Uuid::from_u128(7);

fn employed(from: &str, to: Option<&str>, recorded: &str) -> Employment {
    Employment {
        supplier: FIRM,
        from_on: date(from),
        to_on: to.map(date),
        recorded_at: at(recorded),
        retracted_at: None,
    }
}

fn question(from: &str, to: &str, known: &str) -> Question {
    Question {
        discipline: "offensive_testing".to_owned(),
        level_rank: 2,
        supplier: None,
        from: date(from),
        to: date(to),
        known_at: at(known),
    }
}

fn in_the_name_of_the_firm(asked: Question) -> Question {
    Question {
        supplier: Some(FIRM),
        ..asked
    }
}

/// Each span on a line: days, and why they do not count.
fn told(answer: &Answer) -> Vec<String> {
    let line = |span: &Span| {
        let reasons: Vec<_> = span.reasons.iter().map(|reason| reason.text()).collect();
        let outcome = if span.valid {
            "valid".to_owned()
        } else {
            reasons.join("; ")
        };
        format!("{} to {}: {outcome}", span.from, span.to)
    };
    answer.days.iter().map(line).collect()
}

#[test]
fn a_suspension_in_the_middle_fails_its_days_and_so_the_whole() {
    let mut certificate = granted(2, "2026-01-01", "2028-12-31");
    certificate.events = vec![
        suspended("2026-03-04", "2026-03-03"),
        event(CertificateStep::Reinstate, "2026-03-06", "2026-03-06"),
    ];
    let answer = valid(
        &question("2026-03-02", "2026-03-08", "2026-04-01"),
        &[certificate],
        &[],
        &[],
    );
    assert!(!answer.valid);
    assert_eq!(
        told(&answer),
        [
            "2026-03-02 to 2026-03-03: valid",
            "2026-03-04 to 2026-03-05: suspended since 4 March 2026 (under investigation)",
            "2026-03-06 to 2026-03-08: valid",
        ]
    );
    assert_eq!(answer.reasons[0].code(), ValidityReason::Suspended);
}

#[test]
fn who_is_revoked_from_the_start_was_never_certified() {
    let mut certificate = granted(3, "2026-01-01", "2028-12-31");
    certificate.events.push(Event {
        reason: Some(SanctionReason::FalseEvidence),
        ..event(CertificateStep::Revoke, "2026-01-01", "2026-09-01")
    });
    let asked = |known| {
        valid(
            &question("2026-03-02", "2026-03-03", known),
            &[certificate.clone()],
            &[],
            &[],
        )
    };
    assert!(asked("2026-08-31").valid);
    assert_eq!(
        told(&asked("2026-09-01")),
        ["2026-03-02 to 2026-03-03: revoked from the start (false evidence)"]
    );
    certificate.events[0].effective_on = date("2026-03-03");
    let answer = valid(
        &question("2026-03-02", "2026-03-03", "2026-09-02"),
        &[certificate],
        &[],
        &[],
    );
    assert_eq!(
        told(&answer),
        [
            "2026-03-02 to 2026-03-02: valid",
            "2026-03-03 to 2026-03-03: revoked from 3 March 2026 (false evidence)",
        ]
    );
}

#[test]
fn levels_terms_and_renewals_are_told_apart() {
    let mut certificate = granted(2, "2026-01-01", "2026-06-30");
    let asked = |all: &[Certificate], rank, from, to| {
        let question = Question {
            level_rank: rank,
            ..question(from, to, "2027-01-01")
        };
        told(&valid(&question, all, &[], &[]))
    };
    let one = [certificate.clone()];
    assert_eq!(
        asked(&[], 1, "2026-01-01", "2026-01-01"),
        ["2026-01-01 to 2026-01-01: no certificate in this discipline is on record"]
    );
    assert_eq!(
        asked(&one, 3, "2026-02-01", "2026-02-01"),
        ["2026-02-01 to 2026-02-01: certified at a level of rank 2, where rank 3 is needed"]
    );
    assert_eq!(
        asked(&one, 1, "2025-12-31", "2026-01-01"),
        [
            "2025-12-31 to 2025-12-31: certified only from 1 January 2026",
            "2026-01-01 to 2026-01-01: valid",
        ]
    );
    assert_eq!(
        asked(&one, 2, "2026-06-30", "2026-07-01"),
        [
            "2026-06-30 to 2026-06-30: valid",
            "2026-07-01 to 2026-07-01: lapsed, the last day was 30 June 2026",
        ]
    );
    certificate.events = vec![
        event(CertificateStep::Lapse, "2026-07-01", "2026-07-01"),
        Event {
            valid_to: Some(date("2026-12-31")),
            ..event(CertificateStep::Renew, "2026-07-11", "2026-07-11")
        },
        event(CertificateStep::Withdraw, "2026-12-01", "2026-12-01"),
    ];
    assert_eq!(
        asked(&[certificate], 2, "2026-06-30", "2026-12-31"),
        [
            "2026-06-30 to 2026-06-30: valid",
            "2026-07-01 to 2026-07-10: lapsed, the last day was 30 June 2026",
            "2026-07-11 to 2026-11-30: valid",
            "2026-12-01 to 2026-12-31: withdrawn by the holder from 1 December 2026",
        ]
    );
    assert_eq!(
        valid(&question("2026-01-02", "2026-01-01", "2026-01-01"), &[], &[], &[]).reasons,
        [Reason::NoDays]
    );
}
