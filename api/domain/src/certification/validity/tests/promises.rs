//! Properties, against a reference that goes day by day and shares no code with the rule.

use chrono::Days;
use proptest::prelude::*;

use super::*;

const DAYS: u64 = 40;

fn nth(day: u64) -> NaiveDate {
    date("2026-01-01") + Days::new(day)
}

fn instant(day: u64) -> DateTime<Utc> {
    nth(day).and_hms_opt(12, 0, 0).unwrap().and_utc()
}

fn any_event() -> impl Strategy<Value = Event> {
    (
        prop::sample::select(CertificateStep::ALL),
        0..DAYS,
        0..DAYS,
        0..DAYS,
    )
        .prop_map(|(step, effective, recorded, long)| Event {
            step,
            effective_on: nth(effective),
            recorded_at: instant(recorded),
            reason: None,
            valid_to: (step == CertificateStep::Renew).then(|| nth(effective + long)),
        })
}

fn any_certificate() -> impl Strategy<Value = Certificate> {
    let discipline = prop::sample::select(vec!["offensive_testing", "offensive_testing", "cloud_security"]);
    (
        discipline,
        1_u8..4,
        0..DAYS,
        0..DAYS,
        0..DAYS / 2,
        prop::collection::vec(any_event(), 0..6),
    )
        .prop_map(
            |(discipline, level_rank, from, long, recorded, events)| Certificate {
                grant: Grant {
                    discipline: discipline.to_owned(),
                    level_rank,
                    valid_from: nth(from),
                    valid_to: nth(from + long),
                    recorded_at: instant(recorded),
                },
                events,
            },
        )
}

fn any_employment() -> impl Strategy<Value = Employment> {
    let supplier = prop::sample::select(vec![FIRM, FIRM, Uuid::from_u128(8)]);
    (
        supplier,
        0..DAYS,
        prop::option::of(0..DAYS),
        0..DAYS / 2,
        prop::option::of(0..DAYS),
    )
        .prop_map(|(supplier, from, long, recorded, retracted)| Employment {
            supplier,
            from_on: nth(from),
            to_on: long.map(|long| nth(from + long)),
            recorded_at: instant(recorded),
            retracted_at: retracted.map(|later| instant(recorded + later)),
        })
}

fn any_facts() -> impl Strategy<Value = Facts> {
    (
        prop::collection::vec(any_certificate(), 0..4),
        prop::collection::vec(any_employment(), 0..4),
        prop::collection::vec(any_certificate(), 0..3),
    )
        .prop_map(|(certificates, employments, supplier_certificates)| Facts {
            certificates,
            employments,
            supplier_certificates,
        })
}

fn any_question() -> impl Strategy<Value = Question> {
    (1_u8..4, any::<bool>(), 0..DAYS, 0..DAYS, 0..DAYS).prop_map(|(level_rank, firm, from, long, known)| {
        Question {
            discipline: "offensive_testing".to_owned(),
            level_rank,
            supplier: firm.then_some(FIRM),
            from: nth(from),
            to: nth(from + long),
            known_at: instant(known),
        }
    })
}

/// Lives through every day from long before, with flags in place of states.
fn counts_on(certificate: &Certificate, day: NaiveDate, known_at: DateTime<Utc>) -> bool {
    if certificate.grant.recorded_at > known_at {
        return false;
    }
    let (mut over, mut halted, mut lapsed) = (false, false, false);
    let mut last = certificate.grant.valid_to;
    let mut today = date("2025-12-01");
    while today <= day {
        let mut events: Vec<_> = certificate
            .events
            .iter()
            .filter(|e| e.effective_on == today)
            .collect();
        events.retain(|e| e.recorded_at <= known_at);
        events.sort_by_key(|e| e.recorded_at);
        for event in events {
            if over {
                break;
            }
            match event.step {
                CertificateStep::Revoke | CertificateStep::Withdraw => over = true,
                CertificateStep::Suspend => halted |= !lapsed,
                CertificateStep::Reinstate => halted = false,
                CertificateStep::Lapse => (lapsed, halted) = (true, false),
                CertificateStep::Renew => {
                    halted &= today <= last && !lapsed;
                    lapsed = false;
                    last = event.valid_to.unwrap_or(last);
                }
            }
        }
        today = today + Days::new(1);
    }
    !over && !halted && !lapsed && certificate.grant.valid_from <= day && day <= last
}

fn covered(question: &Question, facts: &Facts, day: NaiveDate) -> bool {
    let known = question.known_at;
    let fits =
        |c: &Certificate, rank| c.grant.discipline == question.discipline && c.grant.level_rank >= rank;
    let person = facts
        .certificates
        .iter()
        .any(|c| fits(c, question.level_rank) && counts_on(c, day, known));
    let accredited = facts
        .supplier_certificates
        .iter()
        .any(|c| fits(c, 0) && counts_on(c, day, known));
    let employed = facts.employments.iter().any(|e| {
        Some(e.supplier) == question.supplier
            && e.recorded_at <= known
            && e.retracted_at.is_none_or(|at| at > known)
            && e.from_on <= day
            && e.to_on.unwrap_or(NaiveDate::MAX) >= day
    });
    person && (question.supplier.is_none() || (accredited && employed))
}

fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn days_count_as_the_reference_says_and_all_of_them_make_the_whole(question in any_question(), facts in any_facts()) {
        let answer = facts.answer(&question);
        let expected: Vec<_> = days(question.from, question.to).map(|day| covered(&question, &facts, day)).collect();
        let found: Vec<_> =
            answer.days.iter().flat_map(|span| days(span.from, span.to).map(|_| span.valid)).collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(answer.valid, expected.iter().all(|valid| *valid));
        for day in days(question.from, question.to) {
            let alone = facts.answer(&Question { from: day, to: day, ..question.clone() });
            let span = answer.days.iter().find(|span| span.from <= day && day <= span.to).unwrap();
            prop_assert_eq!(&alone.days[0].reasons, &span.reasons);
        }
    }

    #[test]
    fn spans_follow_each_other_and_invalid_ones_say_why(question in any_question(), facts in any_facts()) {
        let answer = facts.answer(&question);
        prop_assert_eq!(answer.days[0].from, question.from);
        prop_assert_eq!(answer.days.last().unwrap().to, question.to);
        for pair in answer.days.windows(2) {
            prop_assert_eq!(pair[0].to + Days::new(1), pair[1].from);
            prop_assert!(pair[0].reasons != pair[1].reasons);
        }
        for span in &answer.days {
            prop_assert_eq!(span.valid, span.reasons.is_empty());
            prop_assert!(span.reasons.iter().all(|reason| answer.reasons.contains(reason) && !reason.text().is_empty()));
        }
    }

    #[test]
    fn what_is_recorded_later_changes_no_earlier_answer(
        question in any_question(), facts in any_facts(), late in any_event(), certificate in any_certificate(),
        employment in any_employment(),
    ) {
        let later = question.known_at + chrono::Duration::seconds(1);
        let event = Event { recorded_at: late.recorded_at.max(later), ..late };
        let mut more = facts.with(Whose::Person(0), &event).with(Whose::Supplier(0), &event);
        let mut certificate = certificate;
        certificate.grant.recorded_at = later;
        more.certificates.push(certificate);
        more.employments.push(Employment { recorded_at: later, retracted_at: None, ..employment });
        prop_assert_eq!(facts.answer(&question), more.answer(&question));
    }

    #[test]
    fn a_suspension_makes_nothing_valid(question in any_question(), facts in any_facts(), event in any_event(), supplier: bool) {
        let event = Event { step: CertificateStep::Suspend, valid_to: None, ..event };
        let whose = if supplier { Whose::Supplier(0) } else { Whose::Person(0) };
        let more = facts.with(whose, &event);
        let (before, after) = (facts.answer(&question), more.answer(&question));
        prop_assert!(before.valid || !after.valid);
        let valid_on = |answer: &Answer, day: NaiveDate| {
            answer.days.iter().any(|span| span.valid && span.from <= day && day <= span.to)
        };
        for day in days(question.from, question.to) {
            prop_assert!(valid_on(&before, day) || !valid_on(&after, day));
        }
    }

    #[test]
    fn dependants_are_those_that_change(question in any_question(), facts in any_facts(), event in any_event()) {
        let tests = [((), question.clone())];
        let found = dependants(&tests, &facts, Whose::Person(0), &event);
        let asked = Question { known_at: event.recorded_at, ..question };
        let lost = facts.answer(&asked).valid && !facts.with(Whose::Person(0), &event).answer(&asked).valid;
        prop_assert_eq!(found.len(), usize::from(lost));
    }
}
