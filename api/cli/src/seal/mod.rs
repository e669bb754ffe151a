//! Seals and opens: pads a text and writes an age v1 file with exactly the recipients asked for.
//!
//! The `age` crate adds a random stanza to every file, which would tell our reports from those of the page and which
//! the intake refuses. Here the crate writes the file, that stanza is taken out, and the header's check line is made
//! anew with the file key. What comes out is held to `bellbuoy_domain::sealed::check`, and any age opens it.

use std::{cell::RefCell, collections::HashSet, io::Write};

use age::{EncryptError, Encryptor, Recipient, x25519};
use age_core::{
    format::{FILE_KEY_BYTES, FileKey, Stanza},
    primitives::hkdf,
    secrecy::ExposeSecret,
};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use bellbuoy_domain::{
    intake::{Bucket, DeskNote, Message, Report},
    sealed::{self, MESSAGE_RECIPIENTS, REPORT_RECIPIENTS},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::keys::{self, Identity, KeyFault};

const MAC_LABEL: &[u8] = b"header";
const MAC_START: &[u8] = b"---";
const LINE_END: u8 = b'\n';

/// Why something could not be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum SealFault {
    #[error(transparent)]
    Key(#[from] KeyFault),
    #[error(transparent)]
    TooLong(#[from] sealed::TooLong),
    #[error("the sealed file is not as it must be: {0}")]
    Form(#[from] sealed::SealedFault),
    #[error("the opened text is not padded as it must be: {0}")]
    Padding(#[from] sealed::PaddingFault),
    #[error("the opened text is not what was expected: {0}")]
    Content(#[from] serde_json::Error),
    #[error("could not be sealed: {0}")]
    Age(String),
}

/// A sealed report and the bytes inside it, which the commitment is made over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedReport {
    pub json: Vec<u8>,
    pub blob: Vec<u8>,
}

/// Seals a report to the desk's epoch and the recovery key, in this order.
///
/// # Errors
/// When a recipient is none or the report is larger than the largest bucket.
pub fn seal_report(report: &Report, epoch: &str, recovery: &str) -> Result<SealedReport, SealFault> {
    let json = serde_json::to_vec(report)?;
    let blob = seal(&json, None, &[epoch, recovery])?;
    Ok(SealedReport { json, blob })
}

/// Seals a desk note to the desk's epoch and the recovery key.
///
/// # Errors
/// As for a report.
pub fn seal_note(note: &DeskNote, epoch: &str, recovery: &str) -> Result<Vec<u8>, SealFault> {
    seal(&serde_json::to_vec(note)?, None, &[epoch, recovery])
}

/// Seals a message to the desk's epoch, the recovery key and the mailbox. Every message has the same size.
///
/// # Errors
/// When a recipient is none or the text does not fit the smallest bucket.
pub fn seal_message(
    message: &Message,
    epoch: &str,
    recovery: &str,
    mailbox: &str,
) -> Result<Vec<u8>, SealFault> {
    seal(
        &serde_json::to_vec(message)?,
        Some(Bucket::KiB4),
        &[epoch, recovery, mailbox],
    )
}

/// Opens a sealed report, note or message and gives the JSON in it.
///
/// # Errors
/// When the identity does not open it or the text is wrongly padded.
pub fn open(blob: &[u8], by: &Identity) -> Result<Vec<u8>, SealFault> {
    let plain = keys::decrypt(blob, &by.0)?;
    Ok(sealed::unpad(&plain)?.to_vec())
}

/// Opens and reads one of the known contents.
///
/// # Errors
/// As for `open`, and when the JSON is not of the asked kind.
pub fn open_as<T: serde::de::DeserializeOwned>(blob: &[u8], by: &Identity) -> Result<T, SealFault> {
    Ok(serde_json::from_slice(&open(blob, by)?)?)
}

/// Pads any bytes, to the smallest bucket or a given one, and seals them to two or three recipients in their order.
///
/// # Errors
/// When a recipient is none, their number is not two or three, or the text does not fit.
pub fn seal(text: &[u8], bucket: Option<Bucket>, to: &[&str]) -> Result<Vec<u8>, SealFault> {
    let plain = match bucket {
        Some(bucket) => sealed::pad_to(text, bucket)?,
        None => sealed::pad(text)?,
    };
    let recipients: Vec<_> = to
        .iter()
        .map(|text| keys::recipient(text))
        .collect::<Result<_, _>>()?;
    if !(REPORT_RECIPIENTS..=MESSAGE_RECIPIENTS).contains(&recipients.len()) {
        return Err(SealFault::Age(format!("{} recipients", recipients.len())));
    }
    let file_key = RefCell::new(None);
    let listeners: Vec<_> = recipients
        .iter()
        .map(|to| Listener { to, heard: &file_key })
        .collect();
    let written = encrypt(&plain, &listeners)?;
    let heard = file_key.borrow();
    let file_key = heard
        .as_ref()
        .ok_or_else(|| SealFault::Age("no file key".to_owned()))?;
    let blob = without_grease(&written, recipients.len(), file_key)?;
    sealed::check(&blob, recipients.len())?;
    Ok(blob)
}

/// Passes the file key on to a recipient and keeps it, because the check line is made with it.
struct Listener<'a> {
    to: &'a x25519::Recipient,
    heard: &'a RefCell<Option<FileKey>>,
}

impl Recipient for Listener<'_> {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let copy: [u8; FILE_KEY_BYTES] = *file_key.expose_secret();
        *self.heard.borrow_mut() = Some(FileKey::new(Box::new(copy)));
        self.to.wrap_file_key(file_key)
    }
}

fn encrypt(plain: &[u8], to: &[Listener<'_>]) -> Result<Vec<u8>, SealFault> {
    let mut out = Vec::new();
    let all = to.iter().map(|recipient| -> &dyn Recipient { recipient });
    let encryptor = Encryptor::with_recipients(all).map_err(|fault| SealFault::Age(fault.to_string()))?;
    let written = encryptor.wrap_output(&mut out).and_then(|mut to| {
        to.write_all(plain)?;
        to.finish()
    });
    written.map_err(|fault| SealFault::Age(fault.to_string()))?;
    Ok(out)
}

/// Keeps the version line, the first `count` stanzas and everything after the check line, and writes that line anew.
fn without_grease(file: &[u8], count: usize, file_key: &FileKey) -> Result<Vec<u8>, SealFault> {
    let unknown = || SealFault::Age("the age crate wrote a header of an unknown form".to_owned());
    let kept = sealed::header_before_mac(count);
    let (head, rest) = file.split_at_checked(kept).ok_or_else(unknown)?;
    let mut lines = rest.split_inclusive(|byte| *byte == LINE_END);
    let grease: usize = lines
        .by_ref()
        .take_while(|line| !line.starts_with(b"--- "))
        .map(<[u8]>::len)
        .sum();
    let after = rest
        .get(grease..)
        .and_then(|from| from.split_at_checked(sealed::MAC_LINE_BYTES));
    let (_, payload) = after.ok_or_else(unknown)?;

    let mut header = [head, MAC_START].concat();
    let key = hkdf(b"", MAC_LABEL, file_key.expose_secret());
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok().ok_or_else(unknown)?;
    mac.update(&header);
    header.push(b' ');
    header.extend_from_slice(
        BASE64_STANDARD_NO_PAD
            .encode(mac.finalize().into_bytes())
            .as_bytes(),
    );
    header.push(LINE_END);
    header.extend_from_slice(payload);
    Ok(header)
}

#[cfg(test)]
mod tests;
