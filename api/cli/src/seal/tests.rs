use bellbuoy_domain::sealed::{MESSAGE_BYTES, sealed_len};
use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn keys() -> [Identity; 3] {
    [Identity::generate(), Identity::generate(), Identity::generate()]
}

fn report(words: &str) -> Report {
    let json = serde_json::json!({
        "v": 1, "sealed_at": "2026-11-21T04:00:00Z", "mailbox": Identity::generate().recipient(),
        "answers": {"what": "screen_locked", "when": {"choice": "now"}, "where": "at_sea"}, "words": words,
    });
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_report_opens_with_either_key_and_no_other() {
    let [desk, recovery, stranger] = keys();
    let sent = report("Größe");
    let sealed = seal_report(&sent, &desk.recipient(), &recovery.recipient()).unwrap();
    assert_eq!(sealed.blob.len(), sealed_len(Bucket::KiB4, 2));
    for key in [&desk, &recovery] {
        assert_eq!(open(&sealed.blob, key).unwrap(), sealed.json);
        assert_eq!(open_as::<Report>(&sealed.blob, key).unwrap(), sent);
    }
    assert!(matches!(
        open(&sealed.blob, &stranger),
        Err(SealFault::Key(KeyFault::DoesNotOpen))
    ));
}

#[test]
fn a_message_has_one_size_and_opens_with_each_of_three_keys() {
    let [desk, recovery, mailbox] = keys();
    let json = r#"{"v":1,"at":"2026-11-21T04:00:00Z","from":"desk","kind":"question","text":"Which ship?"}"#;
    let message: Message = serde_json::from_str(json).unwrap();
    let blob = seal_message(
        &message,
        &desk.recipient(),
        &recovery.recipient(),
        &mailbox.recipient(),
    )
    .unwrap();
    assert_eq!(blob.len(), MESSAGE_BYTES);
    for key in [&desk, &recovery, &mailbox] {
        assert_eq!(open_as::<Message>(&blob, key).unwrap(), message);
    }
    let long = Message {
        text: "x".repeat(4_100),
        ..message
    };
    let fault = seal_message(
        &long,
        &desk.recipient(),
        &recovery.recipient(),
        &mailbox.recipient(),
    )
    .unwrap_err();
    assert!(matches!(fault, SealFault::TooLong(_)));
}

#[test]
fn a_long_report_moves_to_a_larger_bucket_of_several_chunks() {
    let [desk, recovery, _] = keys();
    let sealed = seal_report(
        &report(&"x".repeat(200_000)),
        &desk.recipient(),
        &recovery.recipient(),
    )
    .unwrap();
    assert_eq!(sealed.blob.len(), sealed_len(Bucket::KiB256, 2));
    assert_eq!(open(&sealed.blob, &desk).unwrap(), sealed.json);
}

#[test]
fn the_shared_samples_of_both_implementations_open() {
    let by_page = include_str!("../../../domain/data/vectors/sealed.json");
    let by_us = include_str!("../../../domain/data/vectors/sealed_by_cli.json");
    for file in [by_page, by_us] {
        let file: Value = serde_json::from_str(file).unwrap();
        for case in file["opens"].as_array().unwrap() {
            let blob = base64::prelude::BASE64_STANDARD
                .decode(case["blob_base64"].as_str().unwrap())
                .unwrap();
            let count = usize::try_from(case["recipients"].as_u64().unwrap()).unwrap();
            sealed::check(&blob, count).unwrap();
            for identity in file["identities"].as_array().unwrap().iter().take(count) {
                let identity = Identity::read(identity.as_str().unwrap()).unwrap();
                assert_eq!(
                    open(&blob, &identity).unwrap(),
                    case["json"].as_str().unwrap().as_bytes()
                );
            }
        }
    }
}

#[test]
fn the_keys_of_the_shared_samples_belong_together() {
    let file: Value = serde_json::from_str(include_str!("../../../domain/data/vectors/sealed.json")).unwrap();
    let pairs = file["identities"]
        .as_array()
        .unwrap()
        .iter()
        .zip(file["recipients"].as_array().unwrap());
    for (identity, recipient) in pairs {
        assert_eq!(
            Identity::read(identity.as_str().unwrap()).unwrap().recipient(),
            recipient.as_str().unwrap()
        );
    }
}

#[test]
fn one_or_four_recipients_are_refused() {
    let one = Identity::generate().recipient();
    for count in [0, 1, 4] {
        assert!(seal(b"x", None, &vec![one.as_str(); count]).is_err());
    }
    assert!(matches!(
        seal(b"x", None, &["age1x", &one]),
        Err(SealFault::Key(KeyFault::NotARecipient))
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_changed_byte_anywhere_is_noticed(at in 0_usize..4_394, flip in 1_u8..=255) {
        let key = Identity::read(KEY).unwrap();
        let to = key.recipient();
        let mut blob = seal(b"{}", None, &[&to, &to]).unwrap();
        blob[at] ^= flip;
        prop_assert!(open(&blob, &key).is_err());
    }

    #[test]
    fn a_file_cut_short_is_noticed(length in 0_usize..4_394) {
        let key = Identity::read(KEY).unwrap();
        let to = key.recipient();
        let blob = seal(b"{}", None, &[&to, &to]).unwrap();
        prop_assert!(open(&blob[..length], &key).is_err());
    }
}

const KEY: &str = "AGE-SECRET-KEY-1MTFXKJ3USL9Y9GKPXSE9VHKVCK26YFT7Q2E3Y46Y0RH3DEAT894QPRA98V";
