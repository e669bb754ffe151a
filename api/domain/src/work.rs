//! Proof of work: what an anonymous sender pays instead of giving an address.
//!
//! Stateless: bound to the hour, the id and the blob, so that a replay is the same request.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};
use uuid::Uuid;

const SEED_TEXT: &str = "bellbuoy work v1\n";
const SECONDS_PER_HOUR: u64 = 3_600;

/// The content of the `bellbuoy-work` header: `<hour>:<nonce>` in decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Whole hours since the start of 1970, UTC.
    pub hour: u64,
    pub nonce: u64,
}

/// Why a proof of work is not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkFault {
    #[error("proof of work is written <hour>:<nonce> in decimals")]
    Malformed,
    #[error("proof of work is for hour {given}, use the server's hour {server}")]
    WrongHour { given: u64, server: u64 },
    #[error("proof of work has {found} leading zero bits, {needed} are needed")]
    TooLittle { found: u32, needed: u32 },
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.hour, self.nonce)
    }
}

impl FromStr for Work {
    type Err = WorkFault;

    fn from_str(text: &str) -> Result<Self, WorkFault> {
        let (hour, nonce) = text.split_once(':').ok_or(WorkFault::Malformed)?;
        let work = Self {
            hour: decimal(hour)?,
            nonce: decimal(nonce)?,
        };
        // One way to write a number: no sign, no leading zero.
        (work.to_string() == text)
            .then_some(work)
            .ok_or(WorkFault::Malformed)
    }
}

fn decimal(text: &str) -> Result<u64, WorkFault> {
    text.parse().ok().ok_or(WorkFault::Malformed)
}

/// The hour of an instant given in seconds since 1970.
#[must_use]
pub const fn hour_of(unix_seconds: u64) -> u64 {
    unix_seconds / SECONDS_PER_HOUR
}

/// What the nonce is searched for.
#[must_use]
pub fn seed(hour: u64, id: Uuid, blob: &[u8]) -> [u8; 32] {
    Sha256::new()
        .chain_update(SEED_TEXT)
        .chain_update(hour.to_be_bytes())
        .chain_update(id.as_bytes())
        .chain_update(Sha256::digest(blob))
        .finalize()
        .into()
}

/// How many leading zero bits a nonce reaches.
#[must_use]
pub fn bits_of(seed: &[u8; 32], nonce: u64) -> u32 {
    let hash = Sha256::new()
        .chain_update(seed)
        .chain_update(nonce.to_be_bytes())
        .finalize();
    let zero_bytes = hash.iter().take_while(|byte| **byte == 0).count();
    let rest = hash.get(zero_bytes).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zero_bytes * 8)
        .unwrap_or(u32::MAX)
        .saturating_add(rest)
}

/// Checks a proof of work; the server's hour and the ones before and after it count.
///
/// # Errors
/// Says whether the hour or the amount is wrong.
pub fn verify(work: Work, server_hour: u64, needed: u32, id: Uuid, blob: &[u8]) -> Result<(), WorkFault> {
    if work.hour.abs_diff(server_hour) > 1 {
        return Err(WorkFault::WrongHour {
            given: work.hour,
            server: server_hour,
        });
    }
    let found = bits_of(&seed(work.hour, id, blob), work.nonce);
    if found < needed {
        return Err(WorkFault::TooLittle { found, needed });
    }
    Ok(())
}

/// Searches the first nonce that reaches `needed` bits; takes about 2^needed hashes.
#[must_use]
pub fn solve(hour: u64, needed: u32, id: Uuid, blob: &[u8]) -> Work {
    let seed = seed(hour, id, blob);
    let nonce = (0..=u64::MAX)
        .find(|nonce| bits_of(&seed, *nonce) >= needed)
        .unwrap_or_default();
    Work { hour, nonce }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_shared_vectors_hold() {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../data/vectors/work.json")).unwrap();
        for case in file["cases"].as_array().unwrap() {
            let id = case["id"].as_str().unwrap().parse().unwrap();
            let blob = hex::decode(case["blob_hex"].as_str().unwrap()).unwrap();
            let hour = case["hour"].as_u64().unwrap();
            let bits = u32::try_from(case["bits"].as_u64().unwrap()).unwrap();
            assert_eq!(
                hex::encode(seed(hour, id, &blob)),
                case["seed_hex"].as_str().unwrap()
            );
            let work: Work = case["header"].as_str().unwrap().parse().unwrap();
            assert_eq!(solve(hour, bits, id, &blob), work);
            assert_eq!(
                bits_of(&seed(hour, id, &blob), work.nonce),
                u32::try_from(case["found_bits"].as_u64().unwrap()).unwrap()
            );
            verify(work, hour, bits, id, &blob).unwrap();
        }
    }

    #[test]
    fn work_for_another_blob_id_or_hour_does_not_count() {
        let id = Uuid::from_u128(7);
        let work = solve(490_000, 12, id, b"sealed");
        assert_eq!(verify(work, 490_001, 12, id, b"sealed"), Ok(()));
        assert_eq!(verify(work, 489_999, 12, id, b"sealed"), Ok(()));
        assert!(matches!(
            verify(work, 490_002, 12, id, b"sealed"),
            Err(WorkFault::WrongHour { .. })
        ));
        assert!(matches!(
            verify(work, 490_000, 12, id, b"Sealed"),
            Err(WorkFault::TooLittle { .. })
        ));
        assert!(matches!(
            verify(work, 490_000, 12, Uuid::from_u128(8), b"sealed"),
            Err(WorkFault::TooLittle { .. })
        ));
    }

    proptest! {
        #[test]
        fn a_header_has_one_spelling(hour: u64, nonce: u64, text in "[0-9+: -]{0,12}") {
            let work = Work { hour, nonce };
            prop_assert_eq!(work.to_string().parse::<Work>(), Ok(work));
            if let Ok(read) = text.parse::<Work>() {
                prop_assert_eq!(read.to_string(), text);
            }
        }
    }
}
