use proptest::prelude::*;
use serde_json::json;

use super::*;

fn maritime() -> Scheme {
    ready().swap_remove(0)
}

fn faults(change: impl FnOnce(&mut Scheme)) -> Vec<String> {
    let mut scheme = maritime();
    change(&mut scheme);
    let faults = scheme.check().into_iter();
    faults
        .map(|fault| format!("{}: {}", fault.pointer, fault.text))
        .collect()
}

#[test]
fn the_ready_schemes_can_be_published() {
    let all = ready();
    let names: Vec<_> = all.iter().map(|s| (s.code.as_str(), s.kind)).collect();
    assert_eq!(
        names,
        [
            ("maritime", HolderKind::Person),
            ("supplier", HolderKind::Supplier)
        ]
    );
    for scheme in &all {
        assert_eq!(scheme.check(), [], "{}", scheme.code);
        let text = serde_json::to_string(scheme).unwrap();
        assert_eq!(&serde_json::from_str::<Scheme>(&text).unwrap(), scheme);
    }
    let codes = |scheme: &Scheme| {
        scheme
            .disciplines
            .iter()
            .map(|d| d.code.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&all[0]), codes(&all[1]));
    let asked: Vec<_> = all[1].requirements.iter().map(|r| r.code.as_str()).collect();
    for code in ["iso_27001", "iso_9001", "insurance", "named_people"] {
        assert!(asked.contains(&code), "{code}");
    }
}

#[test]
fn every_level_asks_for_more_than_the_one_below() {
    let scheme = maritime();
    for discipline in &scheme.disciplines {
        let count = |level: &str| scheme.requirements_for(&discipline.code, level).count();
        assert!(count("associate") < count("practitioner") && count("practitioner") < count("principal"));
    }
    let asked: Vec<_> = scheme
        .requirements_for("cloud_security", "associate")
        .map(|r| r.code.as_str())
        .collect();
    assert_eq!(
        asked,
        [
            "identity",
            "conduct",
            "interests",
            "work_associate",
            "exam_theory"
        ]
    );
}

#[test]
fn each_fault_is_named_where_it_is() {
    assert_eq!(
        faults(|s| s.code = "Maritime".to_owned()),
        ["/code: a code is up to 40 lower-case letters, digits and underscores, a letter first"]
    );
    assert_eq!(
        faults(|s| s.levels[1].rank = 1),
        ["/levels/1/rank: rank 1 is taken, each level has its own"]
    );
    assert_eq!(
        faults(|s| s.disciplines[3].code = "maritime_specialist".to_owned()),
        [
            "/disciplines/3/code: `maritime_specialist` is taken, choose another",
            "/requirements/16/disciplines/0: there is no discipline `cloud_security`",
        ]
    );
    assert_eq!(
        faults(|s| s.requirements[3].levels = Some(vec!["expert".to_owned()])),
        ["/requirements/3/levels/0: there is no level `expert`"]
    );
    assert_eq!(faults(|s| s.requirements[0].evidence = None).len(), 1);
    assert_eq!(
        faults(|s| s.requirements[1].evidence = Some(EvidenceKind::Other)).len(),
        1
    );
    assert_eq!(faults(|s| s.requirements[3].levels = Some(Vec::new())).len(), 1);
    assert_eq!(
        faults(|s| s.fees[1].level = "associate".to_owned()),
        ["/fees/1/level: each level has one fee"]
    );
    assert_eq!(faults(|s| s.fees[0].currency = "euro".to_owned()).len(), 1);
    assert_eq!(faults(|s| s.validity_months = 0).len(), 2);
    assert_eq!(
        faults(|s| s.validity_months = 121),
        ["/validity_months: give a number from 1 to 120"]
    );
    assert_eq!(
        faults(|s| s.code_of_conduct.text = None),
        ["/code_of_conduct: give the text or its address"]
    );
    assert_eq!(
        faults(|s| s.code_of_conduct.url = Some("ftp://x".to_owned())).len(),
        1
    );
    let nothing = faults(|s| {
        s.levels.clear();
        s.disciplines.clear();
        s.requirements.clear();
        s.fees.clear();
    });
    assert_eq!(
        nothing,
        [
            "/disciplines: name at least one discipline",
            "/levels: name at least one level"
        ]
    );
}

#[test]
fn a_scheme_has_no_fields_of_other_making() {
    let mut value = serde_json::to_value(maritime()).unwrap();
    value["levels"][0]["colour"] = json!("red");
    let fault = serde_json::from_value::<Scheme>(value).unwrap_err();
    assert!(fault.to_string().contains("unknown field `colour`"));
}

#[test]
fn what_changes_is_named_by_code() {
    let old = maritime();
    let mut new = old.clone();
    new.requirements[9].count = 2;
    new.requirements[9].levels = None;
    new.requirements.remove(0);
    new.fees[2].amount_minor = 80_000;
    new.levels.swap(0, 2);
    new.grace_days = 60;
    let changes: Vec<_> = diff(&old, &new)
        .into_iter()
        .map(|c| {
            let text = |value: Option<serde_json::Value>| value.map_or("-".to_owned(), |v| v.to_string());
            let mut before = text(c.before);
            before.truncate(30);
            format!("{} {before} {}", c.pointer, text(c.after))
        })
        .collect();
    assert_eq!(
        changes,
        [
            "/fees/principal/amount_minor 78000 80000",
            "/grace_days 30 60",
            r#"/levels ["associate","practitioner","p ["principal","practitioner","associate"]"#,
            "/requirements/identity {\"code\":\"identity\",\"count\":1,\" -",
            "/requirements/insurance/count 1 2",
            r#"/requirements/insurance/levels ["practitioner","principal"] -"#,
        ]
    );
}

#[test]
fn an_applicant_sees_what_is_missing() {
    let scheme = maritime();
    let given = |requirement: &str, evidence| Given {
        requirement: requirement.to_owned(),
        evidence,
    };
    let so_far = [
        given("identity", Some(EvidenceKind::Identity)),
        given("work_practitioner", Some(EvidenceKind::Diploma)),
        given("projects_practitioner", Some(EvidenceKind::ProjectRecord)),
        given("projects_practitioner", Some(EvidenceKind::ProjectRecord)),
        given("conduct", None),
        given("exam_theory", None),
    ];
    let missing = missing(
        scheme.requirements_for("secure_by_design", "practitioner"),
        &so_far,
    );
    let told: Vec<_> = missing
        .iter()
        .map(|m| format!("{} {}/{}", m.requirement, m.given, m.asked))
        .collect();
    assert_eq!(
        told,
        [
            "interests 0/1",
            "work_practitioner 0/1",
            "projects_practitioner 2/3",
            "insurance 0/1",
            "referees 0/2",
            "exam_design 0/1",
        ]
    );
}

proptest! {
    #[test]
    fn no_difference_means_equal(grace in 20_u32..40, drop in 0_usize..40, swap in 0_usize..3, label in "[a-z]{0,2}") {
        let old = maritime();
        let mut new = old.clone();
        new.grace_days = grace;
        new.levels.swap(0, swap);
        new.levels[0].label.push_str(&label);
        if drop < new.requirements.len() {
            new.requirements.remove(drop);
        }
        prop_assert_eq!(diff(&old, &new).is_empty(), old == new);
        prop_assert_eq!(diff(&old, &new).len(), diff(&new, &old).len());
    }
}

#[test]
fn a_renewal_asks_for_promises_insurance_and_hours() {
    let scheme = maritime();
    let codes = |renewal| {
        let asked = scheme.asked_for("offensive_testing", "practitioner", renewal);
        asked.into_iter().map(|one| one.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(true), ["conduct", "interests", "insurance", CPD]);
    assert!(codes(false).contains(&"exam_testing".to_owned()) && !codes(false).contains(&CPD.to_owned()));
    let free = Scheme {
        cpd_hours: 0,
        ..maritime()
    };
    let asked = free.asked_for("offensive_testing", "practitioner", true);
    assert!(asked.iter().all(|one| one.code != CPD));
}
