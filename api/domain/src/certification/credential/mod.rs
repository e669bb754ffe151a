//! A certificate as a signed statement that is checked without a connection.
//!
//! An Open Badges 3.0 credential (W3C Verifiable Credentials Data Model 2.0) as the payload of a JWT, as in
//! <https://www.w3.org/TR/vc-jose-cose/>. Only what the statement says; signing and checking are elsewhere.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{CertificateNumber, NumberFault, StatusPurpose};

/// A code and what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub code: String,
    pub label: String,
}

/// What a certificate states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The address of the installation, without a slash at the end.
    pub issuer: String,
    pub number: CertificateNumber,
    /// The holder's name.
    pub name: String,
    /// The supplier a person works for.
    pub firm: Option<String>,
    pub discipline: Named,
    pub level: Named,
    /// The scheme's code.
    pub scheme: String,
    pub scheme_version: u32,
    pub valid_from: NaiveDate,
    /// The last day.
    pub valid_to: NaiveDate,
    /// The address that the status lists of both purposes have in common.
    pub status_lists: String,
    pub status_index: u32,
    /// Whether it is made up, to show how things work.
    pub demo: bool,
}

/// Why a payload is no statement of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialFault {
    #[error("a certificate is an OpenBadgeCredential")]
    Type,
    #[error("the certificate should have a text at {0}")]
    Missing(&'static str),
    #[error("{0} of the certificate is not as this register writes it")]
    Unlike(&'static str),
    #[error(transparent)]
    Number(#[from] NumberFault),
}

const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const ISSUER: &str = "Bellbuoy";
/// Wallets show the issuer's name, and nobody should take a demonstration for a certificate.
const DEMO_ISSUER: &str = "DEMO";
/// Folders of one letter, since every address in a credential makes the QR code finer.
const CERTIFICATES: &str = "/c/";
const SCHEMES: &str = "/s/";
/// The address of the achievement leads to its requirements; Open Badges wants criteria beside it.
const CRITERIA: &str = "See the scheme";
/// The length in bytes up to which a code is read well from a worn card.
const LONGEST_LINK: usize = 1_800;
const SIGNATURE_BYTES: usize = 64;
const FIRM: &str = "for ";
const FIRST_SECOND: &str = "T00:00:00Z";
const LAST_SECOND: &str = "T23:59:59Z";

/// The protected header of the JWT.
#[must_use]
pub fn header(kid: &str) -> Value {
    json!({ "alg": "EdDSA", "kid": kid, "typ": "vc+jwt" })
}

/// The credential, which is the payload of the JWT.
///
/// It has to fit a QR code. So it repeats nothing as claims of the JWT (§3.1.1 of VC-JOSE-COSE lets them be left out).
/// Of status entries there are two, which the data model allows; the schema of Open Badges knows one.
#[must_use]
pub fn payload(statement: &Statement) -> Value {
    let Statement {
        issuer,
        number,
        scheme,
        ..
    } = statement;
    let status = StatusPurpose::ALL.iter().map(|purpose| {
        json!({
            "type": "BitstringStatusListEntry",
            "statusPurpose": purpose.as_str(),
            "statusListIndex": statement.status_index.to_string(),
            "statusListCredential": purpose.url(&statement.status_lists),
        })
    });
    let mut subject = json!({
        "type": ["AchievementSubject"],
        "identifier": [{
            "type": "IdentityObject",
            "hashed": false,
            "identityHash": statement.name,
            "identityType": "name",
        }],
        "achievement": {
            "id": format!(
                "{issuer}{SCHEMES}{scheme}/{}#{}.{}",
                statement.scheme_version, statement.discipline.code, statement.level.code
            ),
            "type": ["Achievement"],
            "name": statement.discipline.label,
            "description": statement.level.label,
            "criteria": { "narrative": CRITERIA },
        },
    });
    if let (Some(firm), Some(subject)) = (&statement.firm, subject.as_object_mut()) {
        subject.insert("role".to_owned(), format!("{FIRM}{firm}").into());
    }
    json!({
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": format!("{issuer}{CERTIFICATES}{number}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": if statement.demo { DEMO_ISSUER } else { ISSUER },
        },
        "validFrom": format!("{}{FIRST_SECOND}", statement.valid_from),
        "validUntil": format!("{}{LAST_SECOND}", statement.valid_to),
        "credentialSubject": subject,
        "credentialStatus": status.collect::<Vec<_>>(),
    })
}

/// Whether the signed statement behind the verifier's address, as `https://bellbuoy.example/verify#`, is short enough
/// for a QR code on a card. If not, leave the supplier out.
#[must_use]
pub fn fits(statement: &Statement, verifier: &str, kid: &str) -> bool {
    let encoded = |bytes: usize| (bytes * 4).div_ceil(3);
    let length = verifier.len()
        + encoded(header(kid).to_string().len())
        + encoded(payload(statement).to_string().len())
        + encoded(SIGNATURE_BYTES)
        + "..".len();
    length <= LONGEST_LINK
}

/// Reads a payload whose signature was checked before. It does not compare dates with today, nor look at a list.
///
/// # Errors
/// Says which part is missing or not as `payload` writes it.
pub fn read(payload: &Value) -> Result<Statement, CredentialFault> {
    let types = payload.get("type").and_then(Value::as_array);
    if !types.is_some_and(|types| types.iter().any(|kind| kind == "OpenBadgeCredential")) {
        return Err(CredentialFault::Type);
    }
    let text = |pointer: &'static str| {
        let found = payload.pointer(pointer).and_then(Value::as_str);
        found.map(str::to_owned).ok_or(CredentialFault::Missing(pointer))
    };
    let issuer = text("/issuer/id")?;
    let number = below(&issuer, CERTIFICATES, &text("/id")?).ok_or(CredentialFault::Unlike("/id"))?;
    let achievement = "/credentialSubject/achievement/id";
    let (scheme, scheme_version, discipline, level) = below(&issuer, SCHEMES, &text(achievement)?)
        .and_then(|rest| what(&rest))
        .ok_or(CredentialFault::Unlike(achievement))?;
    let firm = match text("/credentialSubject/role") {
        Ok(role) => {
            let firm = role.strip_prefix(FIRM).map(str::to_owned);
            Some(firm.ok_or(CredentialFault::Unlike("/credentialSubject/role"))?)
        }
        Err(_) => None,
    };
    let day = |pointer: &'static str, second: &str| {
        let day = text(pointer)?
            .strip_suffix(second)
            .and_then(|day| day.parse().ok());
        day.ok_or(CredentialFault::Unlike(pointer))
    };
    let (status_lists, status_index) = status(payload).ok_or(CredentialFault::Unlike("/credentialStatus"))?;
    Ok(Statement {
        number: CertificateNumber::read(&number)?,
        name: text("/credentialSubject/identifier/0/identityHash")?,
        firm,
        discipline: Named {
            code: discipline,
            label: text("/credentialSubject/achievement/name")?,
        },
        level: Named {
            code: level,
            label: text("/credentialSubject/achievement/description")?,
        },
        scheme,
        scheme_version,
        valid_from: day("/validFrom", FIRST_SECOND)?,
        valid_to: day("/validUntil", LAST_SECOND)?,
        status_lists,
        status_index,
        demo: text("/issuer/name")? == DEMO_ISSUER,
        issuer,
    })
}

fn below(issuer: &str, folder: &str, url: &str) -> Option<String> {
    let rest = url.strip_prefix(issuer)?.strip_prefix(folder)?;
    Some(rest.to_owned())
}

/// Scheme, version, discipline and level from `maritime/3#cloud_security.practitioner`.
fn what(text: &str) -> Option<(String, u32, String, String)> {
    let (scheme, rest) = text.split_once('/')?;
    let (version, rest) = rest.split_once('#')?;
    let (discipline, level) = rest.split_once('.')?;
    Some((
        scheme.to_owned(),
        version.parse().ok()?,
        discipline.to_owned(),
        level.to_owned(),
    ))
}

/// What both entries have in common: the lists' address and the index. They must agree.
fn status(payload: &Value) -> Option<(String, u32)> {
    let entries = payload.get("credentialStatus")?.as_array()?;
    let mut found = StatusPurpose::ALL.iter().map(|purpose| {
        let entry = entries.iter().find(|entry| {
            entry.get("statusPurpose").and_then(Value::as_str) == Some(purpose.as_str())
                && entry.get("type").and_then(Value::as_str) == Some("BitstringStatusListEntry")
        })?;
        let url = entry.get("statusListCredential")?.as_str()?;
        let lists = url.strip_suffix(purpose.letter())?.strip_suffix('/')?;
        let index: u32 = entry.get("statusListIndex")?.as_str()?.parse().ok()?;
        Some((lists.to_owned(), index))
    });
    let first = found.next()??;
    found.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

#[cfg(test)]
mod tests;
