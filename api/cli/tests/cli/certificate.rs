use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use bellbuoy::proof::sign;
use bellbuoy_domain::certification::credential::{self, Named, Statement};
use bellbuoy_domain::certification::status_list::{self, Bits, StatusList};
use bellbuoy_domain::certification::{CertificateNumber, HolderKind, StatusPurpose};
use chrono::{DateTime, Days, Utc};
use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use crate::{Folder, run};

const SEED: [u8; 32] = [7; 32];
const LISTS: &str = "https://bellbuoy.example/api/v1/status-lists/1";

fn signed(payload: &Value) -> String {
    let part = |value: &Value| BASE64.encode(value.to_string());
    let text = format!("{}.{}", part(&credential::header("k1")), part(payload));
    format!("{text}.{}", sign(&text, &SEED))
}

fn statement(days: u64) -> Statement {
    let named = |code: &str, label: &str| Named {
        code: code.to_owned(),
        label: label.to_owned(),
    };
    let today = Utc::now().date_naive();
    Statement {
        issuer: "https://bellbuoy.example".to_owned(),
        number: CertificateNumber::new(HolderKind::Person, 2026, 41).unwrap(),
        name: "Ada Holm".to_owned(),
        firm: None,
        discipline: named("maritime_specialist", "Maritime cyber security specialist"),
        level: named("practitioner", "Practitioner"),
        scheme: "maritime".to_owned(),
        scheme_version: 1,
        valid_from: today - Days::new(900),
        valid_to: today - Days::new(800) + Days::new(days),
        status_lists: LISTS.to_owned(),
        status_index: 41,
        demo: false,
    }
}

fn list(purpose: StatusPurpose, set: bool) -> String {
    list_of(purpose, set, Utc::now())
}

fn list_of(purpose: StatusPurpose, set: bool, now: DateTime<Utc>) -> String {
    let mut bits = Bits::new(0);
    bits.set(41, set).unwrap();
    signed(&status_list::credential(&StatusList {
        issuer: "https://bellbuoy.example",
        lists: LISTS,
        purpose,
        bits: &bits,
        valid_from: now,
        valid_until: now + Days::new(7),
    }))
}

fn folder() -> Folder {
    let folder = Folder::make();
    let public = SigningKey::from_bytes(&SEED).verifying_key();
    let keys = json!({ "keys": [{
        "kid": "k1", "kty": "OKP", "crv": "Ed25519", "x": BASE64.encode(public.as_bytes()),
        "bellbuoy_purpose": "certificate"
    }] });
    std::fs::write(folder.0.join("keys.json"), keys.to_string()).unwrap();
    let link = format!(
        "https://bellbuoy.example/verify#{}",
        signed(&credential::payload(&statement(1600)))
    );
    std::fs::write(folder.0.join("code.txt"), &link).unwrap();
    folder
}

const BASE: [&str; 5] = ["verify", "--certificate", "code.txt", "--jwks", "keys.json"];

#[test]
fn a_certificate_is_checked_without_a_connection() {
    let folder = folder();
    let alone = run(&folder, &BASE, "");
    assert_eq!(alone.code, 6, "{}", alone.err);
    assert!(alone.out.contains("Ada Holm"), "{}", alone.out);
    assert!(
        alone
            .err
            .contains("whether it was revoked or suspended is not known"),
        "{}",
        alone.err
    );
    for (name, purpose) in [
        ("r.jwt", StatusPurpose::Revocation),
        ("s.jwt", StatusPurpose::Suspension),
    ] {
        std::fs::write(folder.0.join(name), list(purpose, false)).unwrap();
    }
    let half = run(&folder, &[&BASE[..], &["--status-list", "r.jwt"]].concat(), "");
    assert_eq!(half.code, 6, "{}", half.err);
    assert!(
        half.err.contains("whether it was suspended is not known"),
        "{}",
        half.err
    );
    let with = [&BASE[..], &["--status-list", "r.jwt", "--status-list", "s.jwt"]].concat();
    let done = run(&folder, &with, "");
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Not revoked as of") && done.out.contains("Not suspended as of"));
    let long_ago = list_of(StatusPurpose::Suspension, false, Utc::now() - Days::new(30));
    std::fs::write(folder.0.join("s.jwt"), long_ago).unwrap();
    let stale = run(&folder, &with, "");
    assert_eq!(stale.code, 6, "{}", stale.err);
    assert!(stale.out.contains("the list is old"), "{}", stale.out);
    std::fs::write(folder.0.join("s.jwt"), list(StatusPurpose::Suspension, true)).unwrap();
    let done = run(&folder, &with, "");
    assert_eq!(done.code, 2);
    assert!(done.err.contains("the certificate is suspended"), "{}", done.err);
}

#[test]
fn what_was_changed_ran_out_or_is_no_certificate_is_refused() {
    let folder = folder();
    let at = |name: &str| folder.0.join(name);
    let good = std::fs::read_to_string(at("code.txt")).unwrap();
    let (_, token) = good.rsplit_once('#').unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let mut payload: Value = serde_json::from_slice(&BASE64.decode(parts[1]).unwrap()).unwrap();
    payload["credentialSubject"]["identifier"][0]["identityHash"] = json!("Somebody Else");
    let forged = format!("{}.{}.{}", parts[0], BASE64.encode(payload.to_string()), parts[2]);
    let old = signed(&credential::payload(&statement(0)));
    for (text, says) in [
        (forged.as_str(), "it was changed"),
        ("rubbish", "not a signed certificate"),
        (old.as_str(), "ran out on"),
    ] {
        std::fs::write(at("code.txt"), text).unwrap();
        let done = run(&folder, &BASE, "");
        assert_eq!(done.code, 2, "{}", done.out);
        assert!(done.err.contains(says), "{}", done.err);
    }
    // The list of another certificate is no answer.
    std::fs::write(at("code.txt"), &good).unwrap();
    std::fs::write(
        at("other.jwt"),
        list(StatusPurpose::Revocation, false).replace('.', ".."),
    )
    .unwrap();
    let with = [&BASE[..], &["--status-list", "other.jwt"]].concat();
    assert_eq!(run(&folder, &with, "").code, 2);
}
