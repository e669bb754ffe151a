use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::proof;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../data/vectors/receipt.json")).unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

#[test]
fn what_is_derived_agrees_with_the_shared_vectors() {
    for case in vectors()["cases"].as_array().unwrap() {
        let entropy = hex::decode(text(case, "entropy_hex")).unwrap();
        let receipt = Receipt::from_entropy(entropy.try_into().unwrap());
        assert_eq!(receipt.phrase(), text(case, "phrase"));
        assert_eq!(receipt.check_word(), text(case, "check_word"));
        let derived = derive(&receipt);
        assert_eq!(derived.locator_hex(), text(case, "locator_hex"));
        assert_eq!(
            hex::encode(derived.locator_hash()),
            text(case, "locator_hash_hex")
        );
        assert_eq!(derived.envelope_id.to_string(), text(case, "envelope_id"));
        assert_eq!(
            hex::encode(derived.mailbox_secret),
            text(case, "mailbox_secret_hex")
        );
        assert_eq!(derived.mailbox_identity(), text(case, "mailbox_identity"));
        assert_eq!(hex::encode(derived.proof_salt), text(case, "proof_salt_hex"));
        let commitment = hex::encode(proof::commitment(
            text(case, "report_json").as_bytes(),
            &derived.proof_salt,
        ));
        assert_eq!(commitment, text(case, "commitment_hex"));
        assert_eq!(
            proof::proof_text(&commitment, text(case, "month")),
            text(case, "proof_text")
        );
        let filed: proof::FilingProof = serde_json::from_value(case["filing_proof"].clone()).unwrap();
        assert_eq!(
            (filed.format.as_str(), filed.commitment),
            (proof::FORMAT, commitment)
        );
    }
}

#[test]
fn the_signed_list_of_desk_keys_agrees_with_the_shared_vectors() {
    let list = &vectors()["epochs"];
    let epochs = list["epochs"].as_array().unwrap();
    let pairs = epochs
        .iter()
        .map(|epoch| (text(epoch, "id"), text(epoch, "recipient")));
    assert_eq!(
        proof::epochs_text(text(list, "recovery"), pairs),
        text(list, "text")
    );
}

#[test]
fn texts_are_read_as_the_shared_vectors_say() {
    for case in vectors()["parse"].as_array().unwrap() {
        let fault = match Receipt::parse(text(case, "text")) {
            Ok(receipt) => {
                assert_eq!(receipt.phrase(), text(case, "phrase"));
                continue;
            }
            Err(ReceiptFault::Count { .. }) => "count",
            Err(ReceiptFault::UnknownWord { position, .. }) => {
                assert_eq!(position, 3);
                "unknown_word"
            }
            Err(ReceiptFault::CheckWord) => "check_word",
        };
        assert_eq!(fault, text(case, "fault"));
    }
}

#[test]
fn a_text_that_gives_a_receipt_away_is_noticed() {
    for case in vectors()["occurs_in"].as_array().unwrap() {
        let receipt = receipt_of(text(case, "phrase"));
        assert_eq!(
            receipt.occurs_in(text(case, "text")),
            case["found"].as_bool().unwrap(),
            "{case}"
        );
    }
}

#[test]
fn a_receipt_is_not_printed_by_accident() {
    let receipt = Receipt::from_entropy([0; ENTROPY_BYTES]);
    assert_eq!(format!("{receipt:?}"), "Receipt(…)");
}

fn receipt_of(phrase: &str) -> Receipt {
    let words: Vec<_> = phrase.split(' ').map(|w| words::recognise(w).unwrap()).collect();
    Receipt {
        words: words.try_into().unwrap(),
    }
}

proptest! {
    #[test]
    fn a_receipt_survives_being_written_down_and_typed(random: [u8; ENTROPY_BYTES]) {
        let receipt = Receipt::from_entropy(random);
        let upper = receipt.to_text().to_uppercase();
        prop_assert_eq!(Receipt::parse(&upper).unwrap(), receipt);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        let _ = Receipt::parse(&text);
        let _ = Receipt::from_entropy([1; ENTROPY_BYTES]).occurs_in(&text);
    }

    #[test]
    fn different_random_bytes_are_different_receipts(a: [u8; ENTROPY_BYTES], b: [u8; ENTROPY_BYTES]) {
        prop_assume!(a != b);
        prop_assert_ne!(Receipt::from_entropy(a).phrase(), Receipt::from_entropy(b).phrase());
    }
}
