use super::*;

#[test]
fn the_supplier_is_accredited_and_employs_the_person_on_every_day() {
    let person = [granted(3, "2026-01-01", "2028-12-31")];
    let mut supplier = granted(1, "2026-01-01", "2028-12-31");
    supplier.events.push(suspended("2026-03-05", "2026-03-05"));
    let employments = [
        employed("2025-01-01", Some("2026-03-01"), "2025-01-01"),
        employed("2026-03-03", None, "2026-03-03"),
        Employment {
            retracted_at: Some(at("2026-03-20")),
            ..employed("2026-03-02", None, "2026-03-01")
        },
    ];
    let asked = in_the_name_of_the_firm(question("2026-03-01", "2026-03-06", "2026-04-01"));
    assert_eq!(
        told(&valid(&asked, &person, &employments, &[supplier.clone()])),
        [
            "2026-03-01 to 2026-03-01: valid",
            "2026-03-02 to 2026-03-02: not employed by the supplier, on record until 1 March 2026, on record again from \
         3 March 2026",
            "2026-03-03 to 2026-03-04: valid",
            "2026-03-05 to 2026-03-06: the supplier is not accredited: suspended since 5 March 2026 (under investigation)",
        ]
    );
    let earlier = Question {
        known_at: at("2026-03-19"),
        ..asked.clone()
    };
    assert_eq!(
        told(&valid(&earlier, &person, &employments, &[supplier]))[0],
        "2026-03-01 to 2026-03-04: valid"
    );
    let answer = valid(&asked, &person, &[], &[]);
    let codes: Vec<_> = answer
        .reasons
        .iter()
        .map(|reason| reason.code().as_str())
        .collect();
    assert_eq!(codes, ["supplier_not_accredited", "not_employed"]);
}

#[test]
fn what_was_recorded_afterwards_counts_with_a_notice() {
    let person = [granted(2, "2026-01-01", "2028-12-31")];
    let supplier = [granted(1, "2026-01-01", "2028-12-31")];
    let late = [employed("2026-02-01", None, "2026-03-10")];
    let asked = in_the_name_of_the_firm(question("2026-03-02", "2026-03-04", "2026-04-01"));
    let answer = valid(&asked, &person, &late, &supplier);
    assert!(answer.valid);
    assert_eq!(
        answer.notices[0].text(),
        "the employment from 1 February 2026 was recorded on 10 March 2026"
    );
    let before = Question {
        known_at: at("2026-03-09"),
        ..asked.clone()
    };
    assert!(!valid(&before, &person, &late, &supplier).valid);
    let in_time = [late[0].clone(), employed("2026-03-02", None, "2026-03-02")];
    assert_eq!(valid(&asked, &person, &in_time, &supplier).notices, []);
    let mut certificate = person[0].clone();
    certificate.grant.recorded_at = at("2026-03-03");
    let answer = valid(
        &question("2026-03-02", "2026-03-04", "2026-04-01"),
        &[certificate],
        &[],
        &[],
    );
    assert_eq!(
        (answer.valid, answer.notices[0].code()),
        (true, ValidityReason::BackDatedCertificate)
    );
}

#[test]
fn who_relied_on_a_revoked_certificate_is_found() {
    let facts = Facts {
        certificates: vec![
            granted(2, "2026-01-01", "2028-12-31"),
            granted(1, "2026-01-01", "2028-12-31"),
        ],
        employments: vec![employed("2025-01-01", None, "2025-01-01")],
        supplier_certificates: vec![granted(1, "2025-01-01", "2028-12-31")],
    };
    let test = |name, from, to| (name, in_the_name_of_the_firm(question(from, to, "2026-01-01")));
    let tests = [
        test("before", "2026-02-01", "2026-02-03"),
        test("across", "2026-02-28", "2026-03-01"),
        test("after", "2026-05-01", "2026-05-02"),
        test("never", "2025-05-01", "2025-05-02"),
    ];
    let revoked = event(CertificateStep::Revoke, "2026-03-01", "2026-06-01");
    let lost = dependants(&tests, &facts, Whose::Person(0), &revoked);
    assert_eq!(
        lost.iter().map(|d| *d.test).collect::<Vec<_>>(),
        ["across", "after"]
    );
    assert_eq!(
        told(&lost[0].answer)[1],
        "2026-03-01 to 2026-03-01: revoked from 1 March 2026"
    );
    let all = dependants(
        &tests,
        &facts,
        Whose::Supplier(0),
        &event(CertificateStep::Revoke, "2025-01-01", "2026-06-01"),
    );
    assert_eq!(all.len(), 3);
    assert!(dependants(&tests, &facts, Whose::Person(1), &revoked).is_empty());
    assert!(dependants(&tests, &facts, Whose::Person(9), &revoked).is_empty());
}
