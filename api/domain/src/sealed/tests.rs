use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::*;

fn vectors(file: &str) -> Value {
    serde_json::from_str(file).unwrap()
}

fn padding() -> Value {
    vectors(include_str!("../../data/vectors/padding.json"))
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn bucket(value: &Value) -> Bucket {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn padding_agrees_with_the_shared_vectors() {
    for case in padding()["cases"].as_array().unwrap() {
        let text = case["piece"].as_str().unwrap().repeat(count(&case["repeat"]));
        let plain = pad(text.as_bytes()).unwrap();
        assert_eq!(plain.len(), bucket(&case["bucket"]).bytes());
        assert_eq!(
            hex::encode(Sha256::digest(&plain)),
            case["sha256_hex"].as_str().unwrap()
        );
        assert_eq!(unpad(&plain).unwrap(), text.as_bytes());
    }
}

#[test]
fn wrong_padding_is_refused_as_the_shared_vectors_say() {
    for case in padding()["refused"].as_array().unwrap() {
        let prefix = case.get("plain_hex").or(case.get("prefix_hex")).unwrap();
        let mut plain = hex::decode(prefix.as_str().unwrap()).unwrap();
        if let Some(size) = case.get("fill_bytes") {
            plain.resize(count(size), 0);
        }
        if case.get("last_byte_hex").is_some() {
            *plain.last_mut().unwrap() = 1;
        }
        let why = match unpad(&plain).unwrap_err() {
            PaddingFault::Size(_) => "size",
            PaddingFault::Length => "length",
            PaddingFault::NotZero => "not_zero",
        };
        assert_eq!(why, case["why"].as_str().unwrap());
    }
}

#[test]
fn sealed_sizes_agree_with_the_shared_vectors() {
    for case in padding()["sealed_sizes"].as_array().unwrap() {
        let bytes = sealed_len(bucket(&case["bucket"]), count(&case["recipients"]));
        assert_eq!(bytes, count(&case["sealed_bytes"]));
    }
    assert_eq!(sealed_len(Bucket::KiB4, REPORT_RECIPIENTS), 4_394);
    assert_eq!(MESSAGE_BYTES, 4_492);
}

/// Standard base64, for the samples only.
fn decode(text: &str) -> Vec<u8> {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut held = 0;
    let mut out = Vec::new();
    for letter in text.bytes().filter(|byte| *byte != b'=') {
        bits = (bits << 6) | u32::try_from(letters.iter().position(|l| *l == letter).unwrap()).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    out
}

fn samples() -> Value {
    vectors(include_str!("../../data/vectors/sealed.json"))
}

#[test]
fn samples_of_another_implementation_pass_and_spoilt_ones_do_not() {
    let samples = samples();
    for case in samples["opens"].as_array().unwrap() {
        let blob = decode(case["blob_base64"].as_str().unwrap());
        assert_eq!(
            check(&blob, count(&case["recipients"])),
            Ok(bucket(&case["bucket"]))
        );
    }
    for case in samples["refused"].as_array().unwrap() {
        let blob = decode(case["blob_base64"].as_str().unwrap());
        check(&blob, count(&case["recipients"])).expect_err(case["why"].as_str().unwrap());
    }
}

fn sample() -> Vec<u8> {
    decode(samples()["opens"][0]["blob_base64"].as_str().unwrap())
}

#[test]
fn each_fault_is_named() {
    let good = sample();
    assert_eq!(check(b"", 2), Err(SealedFault::Version));
    assert_eq!(check(&good, 1), Err(SealedFault::Recipients { expected: 1 }));
    assert_eq!(check(&good, 3), Err(SealedFault::Stanza { number: 3 }));
    assert_eq!(check(&good[..4_000], 2), Err(SealedFault::Size { given: 4_000 }));
}

proptest! {
    #[test]
    fn padding_gives_the_text_back(text in prop::collection::vec(any::<u8>(), 0..20_000)) {
        let plain = pad(&text).unwrap();
        prop_assert!(Bucket::ALL.iter().any(|bucket| bucket.bytes() == plain.len()));
        prop_assert_eq!(unpad(&plain).unwrap(), &text[..]);
    }

    #[test]
    fn any_other_length_of_a_good_blob_is_refused(cut in 0_usize..4_394) {
        prop_assert!(check(&sample()[..cut], 2).is_err());
    }

    #[test]
    fn a_line_of_the_header_can_only_change_into_other_base64(at in 0_usize..266, byte: u8) {
        let mut blob = sample();
        let was = std::mem::replace(&mut blob[at], byte);
        if check(&blob, 2).is_ok() && was != byte {
            prop_assert!(byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/');
            prop_assert!(was.is_ascii_alphanumeric() || was == b'+' || was == b'/');
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), recipients in 0_usize..5) {
        let _ = check(&bytes, recipients);
        let _ = unpad(&bytes);
    }
}
