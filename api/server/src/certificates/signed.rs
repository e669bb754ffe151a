//! Certificates and status lists as signed statements that anybody can check.

use super::model::CertificateRow;
use super::wire::Beside;
use crate::app::App;
use crate::auth::keys::Signing;
use crate::http::AppError;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bellbuoy_domain::certification::CertificateNumber;
use bellbuoy_domain::certification::credential::{self, Named, Statement};
use serde_json::Value;

/// The compact JWT of a payload (RFC 7515 §7.1).
pub fn sign(key: &Signing, header: &Value, payload: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(header), part(payload));
    let signature = key.sign(&text);
    format!("{text}.{signature}")
}

/// The payload of a JWT that one of our keys for certificates signed; none for any other text.
pub fn open(app: &App, text: &str) -> Option<Value> {
    let (signed, signature) = text.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let read =
        |part: &str| -> Option<Value> { serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok() };
    let key = &app.keys.certificate;
    let header = read(header)?;
    let ours = header == credential::header(&key.kid);
    (ours && key.signed(signed, signature))
        .then(|| read(payload))
        .flatten()
}

/// What a certificate states, as this site signs it today.
///
/// # Errors
/// When the register holds a number that is none.
pub fn statement(
    row: &CertificateRow,
    beside: &Beside,
    firm: Option<String>,
    base: &str,
) -> Result<Statement, AppError> {
    let number = CertificateNumber::read(&row.number).map_err(|fault| AppError::Internal(fault.into()))?;
    let named = |word: &super::wire::SchemeWord| Named {
        code: word.code.clone(),
        label: word.label.clone(),
    };
    Ok(Statement {
        issuer: base.to_owned(),
        number,
        name: beside.holder.name.clone(),
        firm,
        discipline: named(&beside.discipline),
        level: named(&beside.level),
        scheme: beside.scheme.clone(),
        scheme_version: beside.scheme_version.unsigned_abs(),
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        status_lists: lists(base, row.list),
        status_index: row.list_index.unsigned_abs(),
        demo: row.demo,
    })
}

/// The address that the lists of both purposes have in common.
pub fn lists(base: &str, list: i32) -> String {
    format!("{base}/api/v1/status-lists/{list}")
}

/// The signed certificate. The firm is left out where it would make the QR code too fine to be read.
pub fn credential(app: &App, mut statement: Statement) -> String {
    let key = &app.keys.certificate;
    let verifier = format!("{}/verify#", statement.issuer);
    if !credential::fits(&statement, &verifier, &key.kid) {
        statement.firm = None;
    }
    sign(
        key,
        &credential::header(&key.kid),
        &credential::payload(&statement),
    )
}
