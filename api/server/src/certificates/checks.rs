//! Checking a certificate: the signed one from its code, or the number somebody reads out.

use super::wire::{Certificate, CertificateCheck, CertificateCheckCreate, CheckDifference};
use super::{signed, store, whole};
use crate::app::App;
use crate::http::AppError;
use bellbuoy_domain::certification::credential::{self, Statement};
use bellbuoy_domain::certification::{CertificateNumber, CertificateStatus, CheckAnswer, NumberFault};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;

/// Answers whether a certificate is good today.
///
/// # Errors
/// 422 unless either the signed certificate or the number is given.
pub async fn check(
    app: &App,
    conn: &mut AsyncPgConnection,
    asked: CertificateCheckCreate,
) -> Result<CertificateCheck, AppError> {
    match (asked.credential, asked.number) {
        (Some(text), None) => signed_one(app, conn, &text).await,
        (None, Some(number)) => numbered(app, conn, &number).await,
        _ => Err(AppError::unfit(
            "",
            "one_of",
            "has to hold `credential` or `number`, one of the two",
        )),
    }
}

async fn numbered(
    app: &App,
    conn: &mut AsyncPgConnection,
    given: &str,
) -> Result<CertificateCheck, AppError> {
    let number = match CertificateNumber::read(given) {
        Ok(number) => number,
        Err(NumberFault::Form) => return Ok(not_issued(app, NumberFault::Form.to_string())),
        Err(NumberFault::Check { did_you_mean }) => {
            // Of what may have been meant, what was never given would lead astray.
            let did_you_mean = store::given(conn, &did_you_mean).await?;
            return Ok(CertificateCheck {
                did_you_mean,
                ..not_issued(
                    app,
                    "The check digit of this number does not fit: it was mistyped".to_owned(),
                )
            });
        }
    };
    let today = app.now().date_naive();
    Ok(match whole::one(conn, number.as_str(), today).await? {
        Some(certificate) => answered(app, certificate),
        None => not_issued(app, "No certificate has this number".to_owned()),
    })
}

async fn signed_one(
    app: &App,
    conn: &mut AsyncPgConnection,
    text: &str,
) -> Result<CertificateCheck, AppError> {
    let token = text
        .trim()
        .rsplit_once('#')
        .map_or(text.trim(), |(_, token)| token);
    let Some(payload) = signed::open(app, token) else {
        let detail = "This was not signed by us, or it was changed after we signed it".to_owned();
        return Ok(CertificateCheck {
            answer: CheckAnswer::Tampered,
            ..not_issued(app, detail)
        });
    };
    let Ok(statement) = credential::read(&payload) else {
        let detail = "We signed this, and it is no certificate".to_owned();
        return Ok(not_issued(app, detail));
    };
    let found = numbered(app, conn, statement.number.as_str()).await?;
    let differs = found
        .certificate
        .as_ref()
        .map(|record| differences(&statement, record))
        .unwrap_or_default();
    Ok(CertificateCheck { differs, ..found })
}

/// Where a signed statement is not what the register says today: it was signed before a renewal or a change of name.
fn differences(signed: &Statement, record: &Certificate) -> Vec<CheckDifference> {
    let day = |day: NaiveDate| day.to_string();
    let pairs = [
        ("name", signed.name.clone(), record.holder.name.clone()),
        (
            "discipline",
            signed.discipline.code.clone(),
            record.discipline.code.clone(),
        ),
        ("level", signed.level.code.clone(), record.level.code.clone()),
        ("valid_from", day(signed.valid_from), day(record.valid_from)),
        ("valid_to", day(signed.valid_to), day(record.valid_to)),
    ];
    pairs
        .into_iter()
        .filter(|(_, signed, register)| signed != register)
        .map(|(field, signed, register)| CheckDifference {
            field: field.to_owned(),
            signed,
            register,
        })
        .collect()
}

fn not_issued(app: &App, detail: String) -> CertificateCheck {
    CertificateCheck {
        answer: CheckAnswer::NotIssued,
        detail,
        did_you_mean: Vec::new(),
        differs: Vec::new(),
        certificate: None,
        as_of: app.now(),
    }
}

fn answered(app: &App, certificate: Certificate) -> CertificateCheck {
    let answer = match certificate.status {
        CertificateStatus::Active => CheckAnswer::Valid,
        CertificateStatus::Suspended => CheckAnswer::Suspended,
        CertificateStatus::Lapsed => CheckAnswer::Lapsed,
        CertificateStatus::Revoked => CheckAnswer::Revoked,
        CertificateStatus::Withdrawn => CheckAnswer::Withdrawn,
    };
    CertificateCheck {
        answer,
        detail: told(&certificate, answer),
        did_you_mean: Vec::new(),
        differs: Vec::new(),
        certificate: Some(certificate),
        as_of: app.now(),
    }
}

/// The answer in a sentence, with the day from which it holds.
fn told(certificate: &Certificate, answer: CheckAnswer) -> String {
    let since = certificate.events.last().map(|event| event.effective_on);
    let since = since.map(|day| format!(" since {day}")).unwrap_or_default();
    let last = certificate.valid_to;
    match answer {
        CheckAnswer::Valid => format!("Signed by us, in force until {last}, not suspended"),
        CheckAnswer::Suspended => format!("Suspended{since}; do not rely on it until it is reinstated"),
        CheckAnswer::Lapsed => format!("Its last day was {last}; it was not renewed"),
        CheckAnswer::Revoked => match certificate.events.last().map(|event| event.effective_on) {
            Some(day) if day <= certificate.valid_from => {
                format!("Revoked from the start, {day}; no test made under it counts")
            }
            Some(day) => format!("Revoked from {day} on; tests made on that day or later do not count"),
            None => "Revoked; tests made under it do not count".to_owned(),
        },
        CheckAnswer::Withdrawn => format!("Given back by its holder{since}"),
        CheckAnswer::NotIssued | CheckAnswer::Tampered => String::new(),
    }
}
