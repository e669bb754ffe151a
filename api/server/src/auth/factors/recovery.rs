//! Codes to recover with: ten letters and digits that are hard to confuse, each good once.

use crate::auth::keys::keyed;
use uuid::Uuid;

/// Codes made at once.
const CODES: usize = 10;
/// Letters of a code; with 32 to choose from, 50 bits.
const LENGTH: usize = 10;
/// Crockford's base 32, lower case.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// New codes, as `3k9m2-7fq8x`.
pub fn fresh() -> Vec<String> {
    (0..CODES)
        .map(|_| {
            let bytes: [u8; LENGTH] = rand::random();
            let mut code: String = bytes
                .iter()
                .filter_map(|byte| LETTERS.get(usize::from(byte & 31)))
                .map(|letter| char::from(*letter))
                .collect();
            code.insert(LENGTH / 2, '-');
            code
        })
        .collect()
}

/// What the database keeps of a code; nothing for what cannot be one.
pub fn digest(secret: &[u8; 32], account: Uuid, code: &str) -> Option<Vec<u8>> {
    let code: String = code
        .chars()
        .filter(|sign| *sign != '-')
        .map(|sign| match sign.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let fits = code.len() == LENGTH && code.bytes().all(|sign| LETTERS.contains(&sign));
    fits.then(|| {
        keyed(
            secret,
            &[b"recovery code v1\n", account.as_bytes(), code.as_bytes()],
        )
        .to_vec()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_the_same_however_it_is_typed() {
        let account = Uuid::now_v7();
        for code in fresh() {
            let own = digest(&[1; 32], account, &code);
            assert!(own.is_some(), "{code}");
            assert_eq!(digest(&[1; 32], account, &code.to_uppercase()), own);
            assert_eq!(digest(&[1; 32], account, &code.replace('-', "")), own);
            assert_eq!(
                digest(&[1; 32], account, &code.replace('0', "o").replace('1', "L")),
                own
            );
            assert_ne!(digest(&[2; 32], account, &code), own);
            assert_ne!(digest(&[1; 32], Uuid::now_v7(), &code), own);
        }
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        for text in ["", "123456", "3k9m2-7fq8", "3k9m2-7fq8u", "3k9m2-7fq8xx"] {
            assert_eq!(digest(&[1; 32], Uuid::nil(), text), None, "{text}");
        }
    }
}
