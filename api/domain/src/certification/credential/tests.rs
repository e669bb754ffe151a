use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use proptest::prelude::*;

use super::*;
use crate::certification::HolderKind;

const VERIFIER: &str = "https://bellbuoy.example/verify#";

fn statement() -> Statement {
    let named = |code: &str, label: &str| Named {
        code: code.to_owned(),
        label: label.to_owned(),
    };
    Statement {
        issuer: "https://bellbuoy.example".to_owned(),
        number: CertificateNumber::new(HolderKind::Person, 2026, 41).unwrap(),
        name: "Ingrid Halvorsen".to_owned(),
        firm: Some("Fjordlys Ship Security AS".to_owned()),
        discipline: named("maritime_specialist", "Maritime cyber security specialist"),
        level: named("practitioner", "Practitioner"),
        scheme: "maritime".to_owned(),
        scheme_version: 3,
        valid_from: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
        valid_to: NaiveDate::from_ymd_opt(2029, 2, 28).unwrap(),
        status_lists: "https://bellbuoy.example/status/1".to_owned(),
        status_index: 131_071,
        demo: true,
    }
}

/// What a camera reads at the gangway.
fn link(statement: &Statement) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let header = part(&header(&"k".repeat(43)));
    let signature = URL_SAFE_NO_PAD.encode([0_u8; 64]);
    format!("{VERIFIER}{header}.{}.{signature}", part(&payload(statement)))
}

#[test]
fn a_certificate_with_a_long_name_fits_a_qr_code() {
    let named = |name: &str, firm: Option<&str>| Statement {
        name: name.to_owned(),
        firm: firm.map(str::to_owned),
        demo: false,
        ..statement()
    };
    let kid = "k".repeat(43);
    for (fitting, statement) in [
        (true, statement()),
        (true, named(&"N".repeat(60), None)),
        (true, named(&"N".repeat(60), Some("Fjordlys Ship Security AS"))),
        (true, named(&"Ø".repeat(36), Some("Fjordlys AS"))),
        (false, named(&"N".repeat(60), Some(&"F".repeat(60)))),
        (false, named(&"N".repeat(200), None)),
    ] {
        let length = link(&statement).len();
        assert_eq!(length <= LONGEST_LINK, fitting, "{length} {statement:?}");
        assert_eq!(fits(&statement, VERIFIER, &kid), fitting);
    }
}

#[test]
fn a_payload_has_what_open_badges_asks_for() {
    let written = payload(&statement());
    for (pointer, expected) in [
        ("/@context/0", "https://www.w3.org/ns/credentials/v2"),
        (
            "/@context/1",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ),
        ("/id", "https://bellbuoy.example/c/BB-C-2026-0417"),
        ("/type/0", "VerifiableCredential"),
        ("/type/1", "OpenBadgeCredential"),
        ("/issuer/type/0", "Profile"),
        ("/issuer/name", "DEMO"),
        ("/validFrom", "2026-03-01T00:00:00Z"),
        ("/validUntil", "2029-02-28T23:59:59Z"),
        ("/credentialSubject/type/0", "AchievementSubject"),
        ("/credentialSubject/identifier/0/identityHash", "Ingrid Halvorsen"),
        ("/credentialSubject/role", "for Fjordlys Ship Security AS"),
        (
            "/credentialSubject/achievement/id",
            "https://bellbuoy.example/s/maritime/3#maritime_specialist.practitioner",
        ),
        (
            "/credentialSubject/achievement/criteria/narrative",
            "See the scheme",
        ),
        ("/credentialStatus/0/statusPurpose", "revocation"),
        (
            "/credentialStatus/1/statusListCredential",
            "https://bellbuoy.example/status/1/s",
        ),
        ("/credentialStatus/1/statusListIndex", "131071"),
    ] {
        assert_eq!(
            written.pointer(pointer).and_then(Value::as_str),
            Some(expected),
            "{pointer}"
        );
    }
    assert_eq!(
        header("abc"),
        json!({"alg": "EdDSA", "kid": "abc", "typ": "vc+jwt"})
    );
}

#[test]
fn what_was_changed_is_not_taken_for_a_certificate() {
    let changed = |pointer: &str, to: Value| {
        let mut written = payload(&statement());
        *written.pointer_mut(pointer).unwrap() = to;
        read(&written).unwrap_err().to_string()
    };
    assert_eq!(
        changed("/type", json!(["VerifiableCredential"])),
        "a certificate is an OpenBadgeCredential"
    );
    assert_eq!(
        changed("/issuer/id", json!(7)),
        "the certificate should have a text at /issuer/id"
    );
    assert!(changed("/issuer/id", json!("https://other.example")).starts_with("/id of the certificate"));
    assert!(changed("/validUntil", json!("2029-02-28")).starts_with("/validUntil of"));
    assert!(changed("/credentialStatus/1/statusListIndex", json!("7")).starts_with("/credentialStatus of"));
    assert!(changed("/credentialStatus/0/type", json!("Other")).starts_with("/credentialStatus of"));
    assert!(changed("/id", json!("https://bellbuoy.example/c/BB-C-2026-0471")).contains("did you mean"));
}

fn any_statement() -> impl Strategy<Value = Statement> {
    let day = |days: i64| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(days);
    let code = "[a-z][a-z0-9_]{0,20}";
    let named = move || (code, ".{0,30}").prop_map(|(code, label)| Named { code, label });
    (
        (
            prop::sample::select(HolderKind::ALL),
            1_u32..100_000,
            ".{0,60}",
            prop::option::of(".{0,60}"),
        ),
        (named(), named(), code, 1_u32..1_000),
        (0_i64..2_000, 0_i64..2_000, 0_u32..200_000, any::<bool>()),
    )
        .prop_map(
            move |(
                (kind, serial, name, firm),
                (discipline, level, scheme, scheme_version),
                (from, long, status_index, demo),
            )| {
                Statement {
                    number: CertificateNumber::new(kind, 2026, serial).unwrap(),
                    name,
                    firm,
                    discipline,
                    level,
                    scheme,
                    scheme_version,
                    valid_from: day(from),
                    valid_to: day(from + long),
                    status_index,
                    demo,
                    ..statement()
                }
            },
        )
}

proptest! {
    #[test]
    fn a_statement_is_read_as_it_was_written(statement in any_statement()) {
        let text = payload(&statement).to_string();
        let written: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read(&written), Ok(statement));
    }
}
