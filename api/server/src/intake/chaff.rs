//! Mailbox pages. Every page has the same size and kind, whether the mailbox exists or not: free
//! slots hold what looks like a sealed message and is the same each time it is asked for.

use crate::auth::keys::keyed;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use bellbuoy_domain::sealed::{MESSAGE_BYTES, MESSAGE_RECIPIENTS};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use x25519_dalek::{PublicKey, StaticSecret};

/// Slots on a page.
pub const SLOTS: usize = 4;
/// Bytes of a page.
pub const PAGE_BYTES: usize = SLOTS * MESSAGE_BYTES;

/// Fills a page: the messages first, chaff in the rest, then all in an order that depends on the
/// locator alone, so that the place of a slot says nothing.
pub fn page(secret: &[u8; 32], locator: &[u8; 32], number: u32, messages: &[Vec<u8>]) -> Vec<u8> {
    let mut random = seeded(secret, locator, number);
    let mut slots: Vec<Vec<u8>> = (0..SLOTS).map(|_| chaff(&mut random)).collect();
    for (slot, message) in slots.iter_mut().zip(messages) {
        if message.len() == MESSAGE_BYTES {
            slot.clone_from(message);
        }
    }
    for last in (1..slots.len()).rev() {
        let other = usize::try_from(random.next_u32()).unwrap_or_default() % (last + 1);
        slots.swap(last, other);
    }
    slots.concat()
}

fn seeded(secret: &[u8; 32], locator: &[u8; 32], number: u32) -> ChaCha20Rng {
    ChaCha20Rng::from_seed(keyed(
        secret,
        &[b"mailbox chaff v1\n", locator, &number.to_be_bytes()],
    ))
}

/// A file in the form of age v1 with real curve points and random bytes for the rest.
fn chaff(random: &mut ChaCha20Rng) -> Vec<u8> {
    let mut file = b"age-encryption.org/v1\n".to_vec();
    for _ in 0..MESSAGE_RECIPIENTS {
        let share = PublicKey::from(&StaticSecret::from(bytes::<32>(random)));
        line(&mut file, b"-> X25519 ", share.as_bytes());
        line(&mut file, b"", &bytes::<32>(random));
    }
    line(&mut file, b"--- ", &bytes::<32>(random));
    let start = file.len();
    file.resize(MESSAGE_BYTES, 0);
    if let Some(rest) = file.get_mut(start..) {
        random.fill_bytes(rest);
    }
    file
}

fn bytes<const N: usize>(random: &mut ChaCha20Rng) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill_bytes(&mut bytes);
    bytes
}

fn line(file: &mut Vec<u8>, before: &[u8], value: &[u8; 32]) {
    file.extend_from_slice(before);
    file.extend_from_slice(STANDARD_NO_PAD.encode(value).as_bytes());
    file.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellbuoy_domain::intake::Bucket;
    use bellbuoy_domain::sealed;

    #[test]
    fn every_slot_has_the_form_of_a_sealed_message() {
        let page = page(&[7; 32], &[9; 32], 0, &[]);
        assert_eq!(page.len(), PAGE_BYTES);
        for slot in page.chunks(MESSAGE_BYTES) {
            assert_eq!(sealed::check(slot, MESSAGE_RECIPIENTS), Ok(Bucket::KiB4));
        }
    }

    #[test]
    fn the_same_locator_gets_the_same_page_and_another_another() {
        assert_eq!(page(&[7; 32], &[9; 32], 0, &[]), page(&[7; 32], &[9; 32], 0, &[]));
        assert_ne!(page(&[7; 32], &[9; 32], 0, &[]), page(&[7; 32], &[8; 32], 0, &[]));
        assert_ne!(page(&[7; 32], &[9; 32], 0, &[]), page(&[7; 32], &[9; 32], 1, &[]));
    }

    #[test]
    fn messages_are_all_on_the_page() {
        let message = vec![3; MESSAGE_BYTES];
        let page = page(&[7; 32], &[9; 32], 0, std::slice::from_ref(&message));
        assert_eq!(
            page.chunks(MESSAGE_BYTES)
                .filter(|slot| *slot == message.as_slice())
                .count(),
            1
        );
    }
}
