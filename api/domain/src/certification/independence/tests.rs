use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

const ASSESSOR: u128 = 1;
const FIRM: u128 = 2;
const OWNER: u128 = 3;
const MAKER: u128 = 4;
const GROUP: u128 = 5;

fn tie(company: u128, to_on: Option<&str>) -> AssessorTie {
    AssessorTie {
        company: id(company),
        name: "Nordlys Security".to_owned(),
        from_on: day("2020-01-01"),
        to_on: to_on.map(day),
    }
}

fn of_the_vessel(company: u128, tie: VesselTie, from_on: &str, to_on: Option<&str>) -> VesselCompany {
    VesselCompany {
        company: id(company),
        name: "Meridian Tankers".to_owned(),
        tie,
        from_on: day(from_on),
        to_on: to_on.map(day),
    }
}

fn owns(company: u128, parent: u128) -> Ownership {
    Ownership {
        company: id(company),
        parent: id(parent),
    }
}

fn facts() -> Facts {
    Facts {
        assessor: id(ASSESSOR),
        supplier: Some(id(FIRM)),
        ownerships: Vec::new(),
        assessor_ties: vec![tie(FIRM, None)],
        vessel_companies: vec![of_the_vessel(OWNER, VesselTie::Owner, "2019-01-01", None)],
        interests: Vec::new(),
        earlier: Vec::new(),
    }
}

fn findings(facts: &Facts) -> Vec<Finding> {
    let verdict = independent(facts, day("2026-03-01"), Limits::default());
    assert_eq!(verdict.independent, verdict.findings.is_empty());
    verdict.findings
}

#[test]
fn who_has_no_tie_is_independent() {
    assert_eq!(findings(&facts()), []);
    let with_maker = Facts {
        ownerships: vec![owns(MAKER, GROUP), owns(FIRM, 9)],
        vessel_companies: vec![of_the_vessel(MAKER, VesselTie::OtVendor, "2019-01-01", None)],
        ..facts()
    };
    assert_eq!(findings(&with_maker), []);
}

#[test]
fn a_group_in_common_stands_against_it_and_is_explained() {
    let grouped = Facts {
        ownerships: vec![owns(FIRM, 6), owns(6, GROUP), owns(OWNER, GROUP)],
        ..facts()
    };
    assert_eq!(findings(&grouped), [Finding {
        code: IndependenceFinding::SameGroup,
        text: "Nordlys Security, for whom the assessor works, belongs to the same group as Meridian Tankers, owner of \
               the vessel"
            .to_owned(),
        since: day("2020-01-01"),
        until: None,
    }]);
    let own = Facts {
        vessel_companies: vec![of_the_vessel(
            FIRM,
            VesselTie::OtVendor,
            "2021-05-01",
            Some("2024-12-31"),
        )],
        ..facts()
    };
    let found = findings(&own);
    assert_eq!(
        (found[0].since, found[0].until),
        (day("2021-05-01"), Some(day("2026-12-31")))
    );
    assert_eq!(
        found[0].text,
        "Nordlys Security, for whom the assessor works, is maker or supplier of on-board technology of the vessel; \
         the tie to the vessel ended on 2024-12-31"
    );
}

#[test]
fn a_tie_counts_for_24_months_and_not_a_day_longer() {
    let left = |to_on| Facts {
        assessor_ties: vec![tie(FIRM, None), tie(OWNER, Some(to_on))],
        ..facts()
    };
    assert_eq!(findings(&left("2024-03-01")), []);
    let found = findings(&left("2024-03-02"));
    assert_eq!((found.len(), found[0].until), (1, Some(day("2026-03-02"))));
    let sold = |to_on| Facts {
        vessel_companies: vec![of_the_vessel(FIRM, VesselTie::Manager, "2019-01-01", Some(to_on))],
        ..facts()
    };
    assert_eq!(findings(&sold("2024-03-01")), []);
    assert_eq!(findings(&sold("2024-03-02")).len(), 1);
    let limits = Limits {
        months: 1,
        ..Limits::default()
    };
    assert!(independent(&left("2026-02-28"), day("2026-03-31"), limits).independent);
    assert!(!independent(&left("2026-03-01"), day("2026-03-31"), limits).independent);
}

#[test]
fn ties_need_not_have_met_and_later_ones_do_not_count() {
    let bought_today = Facts {
        assessor_ties: vec![tie(OWNER, Some("2025-06-30"))],
        vessel_companies: vec![of_the_vessel(OWNER, VesselTie::Owner, "2026-03-01", None)],
        ..facts()
    };
    assert_eq!(findings(&bought_today).len(), 1);
    let bought_tomorrow = Facts {
        vessel_companies: vec![of_the_vessel(OWNER, VesselTie::Owner, "2026-03-02", None)],
        ..bought_today
    };
    assert_eq!(findings(&bought_tomorrow), []);
}

#[test]
fn nobody_assesses_a_vessel_again_and_again() {
    let earlier = |on: &str, assessor, supplier| Earlier {
        on: day(on),
        assessor: Maker::Known(id(assessor)),
        supplier: Maker::Known(id(supplier)),
    };
    let with = |earlier: Vec<Earlier>| Facts {
        ownerships: vec![owns(FIRM, GROUP), owns(6, GROUP)],
        earlier,
        ..facts()
    };
    let mut row = vec![
        earlier("2025-03-01", ASSESSOR, FIRM),
        earlier("2023-03-01", ASSESSOR, 6),
        earlier("2024-03-01", ASSESSOR, FIRM),
    ];
    let found = findings(&with(row.clone()));
    let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["consecutive_person", "consecutive_supplier"]);
    assert_eq!(found[0].since, day("2023-03-01"));
    assert_eq!(
        found[0].text,
        "the last 3 assessments of the vessel were made by the same person; at most 3 in a row are allowed"
    );
    row[2].assessor = Maker::Unsaid;
    row.push(earlier("2022-03-01", ASSESSOR, FIRM));
    assert_eq!(
        findings(&with(row.clone()))[0].code,
        IndependenceFinding::ConsecutivePerson,
        "what does not say by whom does not end a row"
    );
    row[2].assessor = Maker::Others;
    assert_eq!(
        findings(&with(row.clone()))[0].code,
        IndependenceFinding::ConsecutiveSupplier
    );
    row[2].supplier = Maker::Known(id(8));
    assert_eq!(findings(&with(row)), []);
    let later = vec![earlier("2026-03-01", ASSESSOR, FIRM); 5];
    assert_eq!(findings(&with(later)), []);
}

#[test]
fn an_interest_is_cleared_before_it_no_longer_counts() {
    let with = |cleared_on: Option<&str>| Facts {
        interests: vec![Interest {
            about: "holds shares of the owner".to_owned(),
            declared_on: day("2026-02-01"),
            cleared_on: cleared_on.map(day),
        }],
        ..facts()
    };
    assert_eq!(findings(&with(Some("2026-03-01"))), []);
    assert_eq!(
        findings(&with(Some("2026-03-02")))[0].until,
        Some(day("2026-03-02"))
    );
    let found = findings(&with(None));
    assert!(
        found[0]
            .text
            .ends_with("was not cleared: holds shares of the owner")
    );
}

proptest! {
    #[test]
    fn more_ties_never_make_independent(
        edges in prop::collection::vec((2_u128..8, 2_u128..8), 0..6),
        ties in prop::collection::vec((2_u128..8, prop::option::of(0_u64..1_500)), 0..4),
        companies in prop::collection::vec((2_u128..8, prop::option::of(0_u64..1_500)), 0..4),
        more in (2_u128..8, 2_u128..8),
    ) {
        let ended = |days: Option<u64>| days.map(|days| day("2022-01-01") + chrono::Days::new(days));
        let fewer = Facts {
            ownerships: edges.iter().map(|(company, parent)| owns(*company, *parent)).collect(),
            assessor_ties: ties
                .iter()
                .map(|(company, days)| AssessorTie { to_on: ended(*days), ..tie(*company, None) })
                .collect(),
            vessel_companies: companies
                .iter()
                .map(|(company, days)| VesselCompany {
                    to_on: ended(*days),
                    ..of_the_vessel(*company, VesselTie::Owner, "2019-01-01", None)
                })
                .collect(),
            ..facts()
        };
        let mut wider = fewer.clone();
        wider.ownerships.push(owns(more.0, more.1));
        wider.assessor_ties.push(tie(more.0, None));
        prop_assert!(findings(&fewer).len() <= findings(&wider).len());
        for finding in findings(&fewer) {
            if let Some(until) = finding.until {
                let then = independent(&fewer, until, Limits::default());
                prop_assert!(then.findings.len() < findings(&fewer).len());
            }
        }
    }
}
