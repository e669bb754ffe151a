//! Checks a signed certificate, and a status list that was kept, without a connection.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bellbuoy_domain::certification::credential::{self, CredentialFault, Statement};
use bellbuoy_domain::certification::status_list::{Bits, ListFault};
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::proof::{KeySet, ProofFault};

/// The purpose of the keys that sign certificates and status lists.
pub const PURPOSE: &str = "certificate";

/// Why a certificate or a list is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateFault {
    #[error(
        "this is not a signed certificate: it is the text behind the QR code, or what …/credential gives"
    )]
    Form,
    #[error("it was changed, or is not signed by this instance")]
    Signature,
    #[error(transparent)]
    Key(ProofFault),
    #[error(transparent)]
    Content(#[from] CredentialFault),
    #[error("this is not a status list of the certificate: get {0}")]
    List(String),
    #[error(transparent)]
    Bits(#[from] ListFault),
}

/// What a status list says, and when it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Whether the certificate is suspended or revoked, as the purpose of the list has it.
    pub set: bool,
    /// `suspension` or `revocation`.
    pub purpose: String,
    pub as_of: DateTime<Utc>,
    /// Until when the list may be relied on.
    pub until: DateTime<Utc>,
}

/// Reads what an instance signed for certificates.
fn open(text: &str, keys: &KeySet) -> Result<Value, CertificateFault> {
    let (signed, signature) = text.trim().rsplit_once('.').ok_or(CertificateFault::Form)?;
    let (header, payload) = signed.split_once('.').ok_or(CertificateFault::Form)?;
    let read = |part: &str| -> Option<Value> {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).ok()?).ok()
    };
    let header = read(header).ok_or(CertificateFault::Form)?;
    let kid = header.get("kid").and_then(Value::as_str).unwrap_or_default();
    if header != credential::header(kid) {
        return Err(CertificateFault::Form);
    }
    keys.verify(PURPOSE, kid, signed, signature)
        .map_err(|fault| match fault {
            ProofFault::Signature => CertificateFault::Signature,
            other => CertificateFault::Key(other),
        })?;
    read(payload).ok_or(CertificateFault::Form)
}

/// What a signed certificate states. The address in front of it, as in the QR code, may stay.
///
/// # Errors
/// When it is no certificate, or was not signed so by one of the keys.
pub fn verify(text: &str, keys: &KeySet) -> Result<Statement, CertificateFault> {
    let text = text.trim();
    let bare = text.rsplit_once('#').map_or(text, |(_, bare)| bare);
    Ok(credential::read(&open(bare, keys)?)?)
}

/// What a signed status list says of a certificate.
///
/// # Errors
/// When it is no list, another one, or was not signed so by one of the keys.
pub fn verify_list(text: &str, keys: &KeySet, about: &Statement) -> Result<Listed, CertificateFault> {
    let list = open(text, keys)?;
    let field = |pointer: &str| list.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let unlike = || CertificateFault::List(format!("{}/r or …/s", about.status_lists));
    let ours = field("/id")
        .strip_prefix(&about.status_lists)
        .is_some_and(|rest| matches!(rest, "/r" | "/s"));
    let instant = |pointer: &str| field(pointer).parse::<DateTime<Utc>>().ok();
    let (true, Some(as_of), Some(until)) = (ours, instant("/validFrom"), instant("/validUntil")) else {
        return Err(unlike());
    };
    let bits = Bits::decode(field("/credentialSubject/encodedList"))?;
    Ok(Listed {
        set: bits.get(about.status_index).ok_or_else(unlike)?,
        purpose: field("/credentialSubject/statusPurpose").to_owned(),
        as_of,
        until,
    })
}
