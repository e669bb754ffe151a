//! Sealed blobs: how a text is padded before sealing, and what of a sealed blob can be checked without a key.
//!
//! The format is age v1 (C2SP age.md) with X25519 recipients only, in a fixed number.

use crate::intake::Bucket;

/// How many recipients a report or a desk note is sealed to: the epoch's desk key and the recovery key.
pub const REPORT_RECIPIENTS: usize = 2;
/// How many recipients a message is sealed to: those of a report, and the mailbox.
pub const MESSAGE_RECIPIENTS: usize = 3;
/// The exact size of a sealed message.
pub const MESSAGE_BYTES: usize = sealed_len(Bucket::KiB4, MESSAGE_RECIPIENTS);

const VERSION_LINE: &[u8] = b"age-encryption.org/v1\n";
const STANZA_START: &[u8] = b"-> X25519 ";
const MAC_START: &[u8] = b"--- ";
const ENCODED_32: usize = 43;
const STANZA_BYTES: usize = STANZA_START.len() + ENCODED_32 + 1 + ENCODED_32 + 1;
/// How long the header's check line is.
pub const MAC_LINE_BYTES: usize = MAC_START.len() + ENCODED_32 + 1;
const NONCE_BYTES: usize = 16;
const CHUNK_BYTES: usize = 65_536;
const TAG_BYTES: usize = 16;
const LENGTH_BYTES: usize = 4;

/// Why a text cannot be padded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{given} bytes do not fit, at most {most} do")]
pub struct TooLong {
    pub given: usize,
    pub most: usize,
}

/// Why an opened blob is not a padded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaddingFault {
    #[error("{0} bytes are no bucket")]
    Size(usize),
    #[error("the stated length does not fit the bucket")]
    Length,
    #[error("the padding is not all zero")]
    NotZero,
}

/// Why a blob is not sealed as the intake requires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealedFault {
    #[error("the first line is not that of an age v1 file")]
    Version,
    /// `number` counts from one.
    #[error("recipient {number} is not a canonical X25519 stanza")]
    Stanza { number: usize },
    #[error("there must be exactly {expected} recipients, followed by the header's check line")]
    Recipients { expected: usize },
    #[error("{given} bytes are no padded size")]
    Size { given: usize },
}

impl Bucket {
    /// How many bytes a text padded to this bucket has, length and padding included.
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Self::KiB4 => 4_096,
            Self::KiB16 => 16_384,
            Self::KiB256 => 262_144,
            Self::MiB1 => 1_048_576,
            Self::MiB4 => 4_194_304,
            Self::MiB16 => 16_777_216,
        }
    }

    /// The smallest bucket that holds a text of `length` bytes, if one does.
    #[must_use]
    pub fn holding(length: usize) -> Option<Self> {
        let needed = length.checked_add(LENGTH_BYTES)?;
        Self::ALL.iter().copied().find(|bucket| bucket.bytes() >= needed)
    }
}

/// The size of the version line and this many recipients' stanzas, up to the check line.
#[must_use]
pub const fn header_before_mac(recipients: usize) -> usize {
    VERSION_LINE.len() + STANZA_BYTES * recipients
}

/// The exact size of a sealed blob, in bytes.
#[must_use]
pub const fn sealed_len(bucket: Bucket, recipients: usize) -> usize {
    let plain = bucket.bytes();
    header_before_mac(recipients)
        + MAC_LINE_BYTES
        + NONCE_BYTES
        + plain
        + TAG_BYTES * plain.div_ceil(CHUNK_BYTES)
}

/// Pads a text to the smallest bucket that holds it.
///
/// # Errors
/// When the text is longer than the largest bucket holds.
pub fn pad(text: &[u8]) -> Result<Vec<u8>, TooLong> {
    pad_to(text, Bucket::holding(text.len()).unwrap_or(Bucket::MiB16))
}

/// Pads a text to a given bucket: its length in four bytes, the text, zeros.
///
/// # Errors
/// When the bucket does not hold the text.
pub fn pad_to(text: &[u8], bucket: Bucket) -> Result<Vec<u8>, TooLong> {
    let most = bucket.bytes() - LENGTH_BYTES;
    let too_long = TooLong {
        given: text.len(),
        most,
    };
    if text.len() > most {
        return Err(too_long);
    }
    let length = u32::try_from(text.len()).ok().ok_or(too_long)?;
    let mut plain = Vec::with_capacity(bucket.bytes());
    plain.extend_from_slice(&length.to_be_bytes());
    plain.extend_from_slice(text);
    plain.resize(bucket.bytes(), 0);
    Ok(plain)
}

/// Takes the text out of an opened blob.
///
/// # Errors
/// When the size is no bucket, the length does not fit, or the padding is not all zero.
pub fn unpad(plain: &[u8]) -> Result<&[u8], PaddingFault> {
    if !Bucket::ALL.iter().any(|bucket| bucket.bytes() == plain.len()) {
        return Err(PaddingFault::Size(plain.len()));
    }
    let (length, rest) = plain.split_first_chunk().ok_or(PaddingFault::Length)?;
    let length = usize::try_from(u32::from_be_bytes(*length))
        .ok()
        .ok_or(PaddingFault::Length)?;
    let (text, padding) = rest.split_at_checked(length).ok_or(PaddingFault::Length)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(PaddingFault::NotZero);
    }
    Ok(text)
}

/// Checks all of a sealed blob that can be checked without a key, and says its bucket.
///
/// Holds it to the version line, exactly `recipients` canonical X25519 stanzas, the check line, and a total size
/// that belongs to a bucket. A stanza of another kind is refused, also one added only to keep parsers supple.
///
/// # Errors
/// Names the first thing that is not as it must be.
pub fn check(blob: &[u8], recipients: usize) -> Result<Bucket, SealedFault> {
    let mut rest = blob.strip_prefix(VERSION_LINE).ok_or(SealedFault::Version)?;
    for number in 1..=recipients {
        rest = after_stanza(rest).ok_or(SealedFault::Stanza { number })?;
    }
    let mac = rest.strip_prefix(MAC_START).and_then(after_encoded_line);
    mac.ok_or(SealedFault::Recipients { expected: recipients })?;
    let size = SealedFault::Size { given: blob.len() };
    Bucket::ALL
        .iter()
        .copied()
        .find(|bucket| sealed_len(*bucket, recipients) == blob.len())
        .ok_or(size)
}

fn after_stanza(bytes: &[u8]) -> Option<&[u8]> {
    let share = bytes.strip_prefix(STANZA_START)?;
    after_encoded_line(after_encoded_line(share)?)
}

/// What follows a line with 32 bytes in canonical unpadded base64.
fn after_encoded_line(bytes: &[u8]) -> Option<&[u8]> {
    let (encoded, rest) = bytes.split_at_checked(ENCODED_32)?;
    let (last, most) = encoded.split_last()?;
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    // 256 bits leave two bits of the last character unused; canonical means that they are zero.
    let canonical = b"AEIMQUYcgkosw048".contains(last);
    (most.iter().all(plain) && canonical).then_some(())?;
    rest.strip_prefix(b"\n")
}

#[cfg(test)]
mod tests;
