//! Positions in the order of changes, as mirrors hold them: sealed, because the number inside tells how
//! much else went on in the register, down to the minute in which somebody's report was accepted.

use crate::auth::keys::keyed;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Seals a number under the server's secret: eight bytes that prove it, eight that hide it, as base64url.
/// The same number gives the same text, so that a mirror that asks twice is told twice the same.
pub fn seal(secret: &[u8; 32], number: i64) -> String {
    let plain = number.to_be_bytes();
    let proof = first(keyed(secret, &[b"position, proof", &plain]));
    let hidden = xor(plain, first(keyed(secret, &[b"position, pad", &proof])));
    URL_SAFE_NO_PAD.encode([proof, hidden].concat())
}

/// Opens what [`seal`] made; `0` stands for the beginning. None for anything else.
pub fn open(secret: &[u8; 32], text: &str) -> Option<i64> {
    if text == "0" {
        return Some(0);
    }
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (proof, hidden) = bytes.split_first_chunk::<8>()?;
    let hidden: [u8; 8] = hidden.try_into().ok()?;
    let plain = xor(hidden, first(keyed(secret, &[b"position, pad", proof])));
    (first(keyed(secret, &[b"position, proof", &plain])) == *proof).then(|| i64::from_be_bytes(plain))
}

fn first(digest: [u8; 32]) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = digest;
    [a, b, c, d, e, f, g, h]
}

fn xor(mut left: [u8; 8], right: [u8; 8]) -> [u8; 8] {
    for (to, with) in left.iter_mut().zip(right) {
        *to ^= with;
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_opens_with_its_secret_only_and_never_when_touched() {
        let secret = [7; 32];
        for number in [1, 2, 4_711, i64::MAX] {
            let sealed = seal(&secret, number);
            assert_eq!(
                (open(&secret, &sealed), open(&[8; 32], &sealed)),
                (Some(number), None)
            );
            for at in 0..sealed.len() {
                let mut touched = sealed.clone().into_bytes();
                touched[at] = if touched[at] == b'A' { b'B' } else { b'A' };
                assert_eq!(open(&secret, std::str::from_utf8(&touched).unwrap()), None);
            }
        }
        assert_eq!(open(&secret, "0"), Some(0));
        for text in ["", "1", "-1", "9".repeat(500).as_str()] {
            assert_eq!(open(&secret, text), None);
        }
    }

    #[test]
    fn neighbours_have_nothing_in_common() {
        let pairs = (1..200).map(|number| (seal(&[7; 32], number), seal(&[7; 32], number + 1)));
        for (one, next) in pairs {
            let same = one.bytes().zip(next.bytes()).filter(|(a, b)| a == b).count();
            assert!(same < 8, "{one} {next}");
        }
    }
}
