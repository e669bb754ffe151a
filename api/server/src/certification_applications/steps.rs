//! Who takes which step with an application.

use super::model::ApplicationRow;
use crate::auth::token::Claims;
use crate::http::{AppError, codes};
use crate::schemes::Current;
use crate::suppliers;
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::{
    CertificationActor, CertificationStage, CertificationStep, appeal_open, possible_certification_steps,
};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;

/// Whether the caller is who applies: the person, or for a firm those who manage it.
pub async fn is_applicant(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    row: &ApplicationRow,
) -> Result<bool, AppError> {
    if row.account_id == by.sub {
        return Ok(true);
    }
    let Some(firm) = row.supplier_id else {
        return Ok(false);
    };
    let firm = suppliers::firm(conn, firm).await?;
    let organisation = firm.and_then(|firm| firm.organisation_id);
    Ok(organisation.is_some() && organisation == by.org && by.within.is_some_and(|within| within.manages()))
}

/// As whom the caller takes a step.
///
/// # Errors
/// When they have no part in it.
pub async fn actor(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    row: &ApplicationRow,
    step: CertificationStep,
) -> Result<CertificationActor, AppError> {
    if is_applicant(conn, by, row).await? {
        return Ok(CertificationActor::Applicant);
    }
    let reviews = row.reviewer_id == Some(by.sub);
    if reviews && step == CertificationStep::Ask {
        return Ok(CertificationActor::Reviewer);
    }
    match by.role {
        Role::SchemeAdministrator if row.stage == CertificationStage::Appealed => {
            Ok(if reviews || row.decided_by == Some(by.sub) {
                CertificationActor::SchemeAdministrator
            } else {
                CertificationActor::SecondAdministrator
            })
        }
        Role::SchemeAdministrator => Ok(CertificationActor::SchemeAdministrator),
        Role::QaReviewer => Ok(CertificationActor::Reviewer),
        _ => Err(AppError::refused(
            &codes::FORBIDDEN,
            "an application is for who applies and for those who run the scheme",
        )),
    }
}

/// The steps that the caller can take today.
pub async fn open_to(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    row: &ApplicationRow,
    scheme: &Current,
    today: NaiveDate,
) -> Result<Vec<CertificationStep>, AppError> {
    let mut open = Vec::new();
    for (step, who) in possible_certification_steps(row.stage) {
        let can = match step {
            CertificationStep::Appeal => row
                .refused_on
                .is_some_and(|day| appeal_open(day, scheme.content.appeal_days, today)),
            CertificationStep::Grant | CertificationStep::Refuse => row.reviewer_id != Some(by.sub),
            CertificationStep::Ask => row.reviewer_id == Some(by.sub),
            // A colleague of who began it looks on.
            CertificationStep::Submit | CertificationStep::Answer => row.account_id == by.sub,
            _ => true,
        };
        if can && actor(conn, by, row, step).await? == who {
            open.push(step);
        }
    }
    Ok(open)
}
