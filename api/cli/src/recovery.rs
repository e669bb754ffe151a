//! The recovery key: made away from the server, split among five officers, put together again by any three.
//!
//! A share names the set it belongs to and has a check sum, so that a slip of the pen or a share of another set is
//! noticed; two shares tell nothing of the key.

use bech32::{Bech32, Hrp};
use sha2::{Digest, Sha256};
use vsss_rs::Gf256;

use crate::keys::Identity;

/// How many shares there are.
pub const SHARES: usize = 5;
/// How many of them are needed.
pub const NEEDED: usize = 3;

const PREFIX: Hrp = Hrp::parse_unchecked("bbshare");
const IDENTITY_PREFIX: Hrp = Hrp::parse_unchecked("age-secret-key-");
const VERSION: u8 = 1;
const SET_BYTES: usize = 4;
const SECRET_BYTES: usize = 32;

/// Why shares do not give the recovery key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryFault {
    /// `number` counts from one.
    #[error("share {number} is not written as it was given out; check it letter by letter")]
    Share { number: usize },
    #[error("share {number} belongs to another recovery key")]
    OtherSet { number: usize },
    #[error("{given} different shares were given, {NEEDED} are needed")]
    TooFew { given: usize },
    #[error("the shares do not give the recovery key")]
    Combine,
    #[error("the key could not be split")]
    Split,
}

struct Share {
    set: Vec<u8>,
    point: Vec<u8>,
}

/// Splits an identity into five shares, any three of which give it back.
///
/// # Errors
/// When the identity cannot be split.
pub fn split(identity: &Identity) -> Result<Vec<String>, RecoveryFault> {
    let (_, secret) = bech32::decode(&identity.to_text().to_lowercase())
        .ok()
        .ok_or(RecoveryFault::Split)?;
    let points = Gf256::split_bytes(NEEDED, SHARES, &secret, rand::rng())
        .ok()
        .ok_or(RecoveryFault::Split)?;
    let set = set_of(&identity.recipient());
    let written = points.iter().map(|point| {
        let content = [&[VERSION], set.as_slice(), point].concat();
        bech32::encode::<Bech32>(PREFIX, &content)
            .ok()
            .ok_or(RecoveryFault::Split)
    });
    written.collect()
}

/// Puts the identity together again from three or more shares, in any order.
///
/// # Errors
/// Says which share is wrong, or how many are missing.
pub fn combine(shares: &[&str]) -> Result<Identity, RecoveryFault> {
    let mut read = Vec::with_capacity(shares.len());
    for (number, text) in (1..).zip(shares) {
        read.push(parse(text).ok_or(RecoveryFault::Share { number })?);
    }
    let set = read.first().map(|share| share.set.clone()).unwrap_or_default();
    if let Some(at) = read.iter().position(|share| share.set != set) {
        return Err(RecoveryFault::OtherSet { number: at + 1 });
    }
    let mut points: Vec<_> = read.into_iter().map(|share| share.point).collect();
    points.sort();
    points.dedup();
    if points.len() < NEEDED {
        return Err(RecoveryFault::TooFew { given: points.len() });
    }
    let secret = Gf256::combine_bytes(&points).ok().ok_or(RecoveryFault::Combine)?;
    let text = bech32::encode::<Bech32>(IDENTITY_PREFIX, &secret)
        .ok()
        .ok_or(RecoveryFault::Combine)?;
    let identity = Identity::read(&text.to_uppercase())
        .ok()
        .ok_or(RecoveryFault::Combine)?;
    if set_of(&identity.recipient()) == set {
        Ok(identity)
    } else {
        Err(RecoveryFault::Combine)
    }
}

fn parse(text: &str) -> Option<Share> {
    let (prefix, content) = bech32::decode(text.trim()).ok()?;
    let (version, rest) = content.split_first()?;
    let (set, point) = rest.split_at_checked(SET_BYTES)?;
    let fits = prefix == PREFIX && *version == VERSION && point.len() == SECRET_BYTES + 1;
    fits.then(|| Share {
        set: set.to_vec(),
        point: point.to_vec(),
    })
}

/// What tells the shares of one key from those of another without telling the key.
fn set_of(recipient: &str) -> Vec<u8> {
    Sha256::digest(recipient).into_iter().take(SET_BYTES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_three_shares_give_the_key_and_two_do_not() {
        let key = Identity::generate();
        let shares = split(&key).unwrap();
        assert_eq!(shares.len(), SHARES);
        for a in 0..SHARES {
            for b in 0..SHARES {
                for c in 0..SHARES {
                    let chosen = [shares[a].as_str(), &shares[b], &shares[c]];
                    let different = a != b && b != c && a != c;
                    assert_eq!(
                        combine(&chosen).is_ok_and(|k| k.to_text() == key.to_text()),
                        different
                    );
                }
            }
        }
        assert_eq!(
            combine(&[&shares[0], &shares[1]]).unwrap_err(),
            RecoveryFault::TooFew { given: 2 }
        );
        let all: Vec<_> = shares.iter().map(String::as_str).collect();
        assert_eq!(combine(&all).unwrap().recipient(), key.recipient());
    }

    #[test]
    fn a_slip_of_the_pen_and_a_share_of_another_key_are_named() {
        let (one, other) = (
            split(&Identity::generate()).unwrap(),
            split(&Identity::generate()).unwrap(),
        );
        let mut slipped = one[1].clone();
        let last = slipped.pop().unwrap();
        slipped.push(if last == 'q' { 'p' } else { 'q' });
        assert_eq!(
            combine(&[&one[0], &slipped, &one[2]]).unwrap_err(),
            RecoveryFault::Share { number: 2 }
        );
        assert_eq!(
            combine(&[&one[0], &one[1], &other[2]]).unwrap_err(),
            RecoveryFault::OtherSet { number: 3 }
        );
        assert_eq!(combine(&[]).unwrap_err(), RecoveryFault::TooFew { given: 0 });
    }

    #[test]
    fn shares_may_be_typed_in_capitals_and_with_spaces_around() {
        let key = Identity::generate();
        let shares = split(&key).unwrap();
        let typed: Vec<String> = shares
            .iter()
            .take(3)
            .map(|s| format!("  {}\n", s.to_uppercase()))
            .collect();
        let typed: Vec<_> = typed.iter().map(String::as_str).collect();
        assert_eq!(combine(&typed).unwrap().to_text(), key.to_text());
    }

    #[test]
    fn the_same_byte_of_many_splits_takes_every_value() {
        let key = Identity::generate();
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..3_000 {
            let share = parse(&split(&key).unwrap()[0]).unwrap();
            seen.insert(share.point[1]);
        }
        assert_eq!(seen.len(), 256);
    }
}
