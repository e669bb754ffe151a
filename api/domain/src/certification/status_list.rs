//! Which certificates are revoked or suspended, as a list that can be kept and read without a connection.
//!
//! Bitstring Status List v1.0, <https://www.w3.org/TR/vc-bitstring-status-list/>. One list for each purpose: verifiers
//! compare the purpose of the entry with that of the list and take no second one.

use std::io::{Read, Write};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, SecondsFormat, Utc};
use flate2::{Compression, GzBuilder, read::GzDecoder};
use serde_json::{Value, json};

/// The least number of entries, so that one entry hides among many (§2.2: 16 KB).
pub const LEAST_ENTRIES: usize = 131_072;

/// Larger lists than this are not unpacked: a short text can hold a very long list.
const MOST_BYTES: usize = 1 << 24;
const BITS: usize = 8;
const MULTIBASE_BASE64URL: char = 'u';
/// The gzip header names no operating system, so that equal lists are equal texts.
const UNKNOWN_SYSTEM: u8 = 255;

/// What a list tells of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusPurpose {
    /// For good.
    Revocation,
    /// For a time.
    Suspension,
}

impl StatusPurpose {
    pub const ALL: &'static [Self] = &[Self::Revocation, Self::Suspension];

    /// The word of the standard.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }

    /// The last part of the list's address: one letter, since both addresses stand in every QR code.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Revocation => "r",
            Self::Suspension => "s",
        }
    }

    /// Where the list of this purpose is, below the address that both have in common.
    #[must_use]
    pub fn url(self, lists: &str) -> String {
        format!("{lists}/{}", self.letter())
    }
}

/// One bit for each entry; all are unset to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits(Vec<u8>);

/// An entry beyond the end of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the list has {entries} entries, counted from 0; there is no entry {index}")]
pub struct BeyondTheList {
    pub index: u32,
    pub entries: usize,
}

/// Why a text is no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    #[error("an encoded list begins with u and is base64url without padding")]
    Base64,
    #[error("an encoded list is packed with gzip and has at most {MOST_BYTES} bytes")]
    Gzip,
    #[error("a list has at least {LEAST_ENTRIES} entries")]
    Short,
}

impl Bits {
    /// A list of at least so many entries, all unset.
    #[must_use]
    pub fn new(entries: usize) -> Self {
        Self(vec![0; entries.max(LEAST_ENTRIES).div_ceil(BITS)])
    }

    /// How many entries there are.
    #[must_use]
    pub const fn entries(&self) -> usize {
        self.0.len() * BITS
    }

    /// Whether an entry is set; nothing beyond the end.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<bool> {
        let (byte, mask) = place(index)?;
        self.0.get(byte).map(|bits| bits & mask != 0)
    }

    /// Sets or unsets an entry.
    ///
    /// # Errors
    /// When the list is too short.
    pub fn set(&mut self, index: u32, on: bool) -> Result<(), BeyondTheList> {
        let entries = self.entries();
        let beyond = BeyondTheList { index, entries };
        let (byte, mask) = place(index).ok_or(beyond)?;
        let bits = self.0.get_mut(byte).ok_or(beyond)?;
        if on {
            *bits |= mask;
        } else {
            *bits &= !mask;
        }
        Ok(())
    }

    /// The list as text: packed, then multibase base64url. Equal lists are equal texts.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut packer = GzBuilder::new()
            .mtime(0)
            .operating_system(UNKNOWN_SYSTEM)
            .write(Vec::new(), Compression::best());
        // Writing to memory does not fail; a list that did would be one that nobody can read.
        let packed = packer.write_all(&self.0).and_then(|()| packer.finish());
        format!(
            "{MULTIBASE_BASE64URL}{}",
            URL_SAFE_NO_PAD.encode(packed.unwrap_or_default())
        )
    }

    /// Reads an encoded list.
    ///
    /// # Errors
    /// When it is not encoded so, too short, or unpacks to more than a list may have.
    pub fn decode(text: &str) -> Result<Self, ListFault> {
        let packed = text
            .strip_prefix(MULTIBASE_BASE64URL)
            .and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())
            .ok_or(ListFault::Base64)?;
        let mut bytes = Vec::new();
        let limit = u64::try_from(MOST_BYTES + 1).unwrap_or_default();
        let read = GzDecoder::new(packed.as_slice())
            .take(limit)
            .read_to_end(&mut bytes);
        match read {
            Ok(length) if length > MOST_BYTES => Err(ListFault::Gzip),
            Ok(length) if length * BITS < LEAST_ENTRIES => Err(ListFault::Short),
            Ok(_) => Ok(Self(bytes)),
            Err(_) => Err(ListFault::Gzip),
        }
    }
}

/// Entry 0 is the most significant bit of the first byte.
fn place(index: u32) -> Option<(usize, u8)> {
    let index = usize::try_from(index).ok()?;
    Some((index / BITS, 0x80 >> (index % BITS)))
}

/// A list with who says so and how long it may be relied on.
#[derive(Debug, Clone, Copy)]
pub struct StatusList<'a> {
    /// The issuer of the certificates, without a slash at the end.
    pub issuer: &'a str,
    /// The address that the lists of both purposes have in common.
    pub lists: &'a str,
    pub purpose: StatusPurpose,
    pub bits: &'a Bits,
    pub valid_from: DateTime<Utc>,
    pub valid_until: DateTime<Utc>,
}

/// The `BitstringStatusListCredential`, to be signed like a certificate.
#[must_use]
pub fn credential(list: &StatusList<'_>) -> Value {
    let url = list.purpose.url(list.lists);
    let instant = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    // The time to live says the same as the end of validity: without it verifiers keep a list for five minutes only.
    let ttl = (list.valid_until - list.valid_from).num_milliseconds().max(0);
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": list.issuer,
        "validFrom": instant(list.valid_from),
        "validUntil": instant(list.valid_until),
        "credentialSubject": {
            "id": format!("{url}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": list.purpose.as_str(),
            "encodedList": list.bits.encode(),
            "ttl": ttl,
        },
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_entry_is_the_most_significant_bit() {
        let mut bits = Bits::new(0);
        for index in [0, 9, 131_071] {
            bits.set(index, true).unwrap();
        }
        assert_eq!((bits.0[0], bits.0[1], bits.0[16_383]), (0x80, 0x40, 0x01));
        assert_eq!(
            (bits.get(9), bits.get(10), bits.get(131_072)),
            (Some(true), Some(false), None)
        );
        let beyond = bits.set(131_072, true).unwrap_err();
        assert!(beyond.to_string().ends_with("there is no entry 131072"));
    }

    /// The text that `@digitalbazaar/vc-bitstring-status-list` 2.0.1 makes of entries 0, 9 and 131071.
    #[test]
    fn a_list_of_another_implementation_is_read() {
        let bits = Bits::decode(FOREIGN).unwrap();
        let set: Vec<u32> = (0..131_072)
            .filter(|index| bits.get(*index) == Some(true))
            .collect();
        assert_eq!(set, [0, 9, 131_071]);
    }

    const FOREIGN: &str = "uH4sIAAAAAAAAA-3BMQEAAAgDINfMaEY3xh7gdgAAAAAAAAAAAAAAAAAAAICuPKgSuh0AQAAA";

    #[test]
    fn what_is_no_list_is_refused() {
        let short = Bits(vec![0; 100]).encode();
        let huge = Bits(vec![0; MOST_BYTES + 1]).encode();
        for (text, fault) in [
            ("", ListFault::Base64),
            ("zAAAA", ListFault::Base64),
            ("u====", ListFault::Base64),
            ("uAAAA", ListFault::Gzip),
            (&short, ListFault::Short),
            (&huge, ListFault::Gzip),
        ] {
            assert_eq!(Bits::decode(text), Err(fault));
        }
    }

    #[test]
    fn a_list_says_how_long_it_may_be_relied_on() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let list = credential(&StatusList {
            issuer: "https://bellbuoy.example",
            lists: "https://bellbuoy.example/status/1",
            purpose: StatusPurpose::Suspension,
            bits: &Bits::new(LEAST_ENTRIES),
            valid_from: at("2026-03-01T12:00:00Z"),
            valid_until: at("2026-03-08T12:00:00Z"),
        });
        assert_eq!(list["id"], "https://bellbuoy.example/status/1/s");
        assert_eq!(list["validUntil"], "2026-03-08T12:00:00Z");
        assert_eq!(list["credentialSubject"]["ttl"], 604_800_000);
        assert_eq!(list["credentialSubject"]["statusPurpose"], "suspension");
        let text = list["credentialSubject"]["encodedList"].as_str().unwrap();
        assert_eq!(Bits::decode(text), Ok(Bits::new(0)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn a_list_is_read_as_it_was_written(set in prop::collection::btree_set(0_u32..200_000, 0..200)) {
            let mut bits = Bits::new(200_000);
            for index in &set {
                bits.set(*index, true).unwrap();
            }
            let read = Bits::decode(&bits.encode()).unwrap();
            prop_assert_eq!(read.encode(), bits.encode());
            let found: std::collections::BTreeSet<u32> =
                (0..200_000).filter(|index| read.get(*index) == Some(true)).collect();
            prop_assert_eq!(found, set.clone());
            for index in set {
                bits.set(index, false).unwrap();
            }
            prop_assert_eq!(bits, Bits::new(200_000));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "u?[A-Za-z0-9_-]{0,80}") {
            let _ = Bits::decode(&text);
        }
    }
}
