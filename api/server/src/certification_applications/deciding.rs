//! Granting, refusing, appealing, judging an appeal. Who reviewed does not decide (ISO/IEC 17024 §9.4).

use super::actions::Around;
use super::model::ApplicationRow;
use super::{conflicts, letters, reading, store};
use crate::certificates::{self, Grant};
use crate::consultants;
use crate::http::{AppError, codes};
use crate::schemes::Current;
use bellbuoy_domain::certification::{CertificationStep, CriterionVerdict, HolderKind, appeal_open};
use chrono::{Days, NaiveDate};
use diesel_async::AsyncPgConnection;

/// Grants what was applied for, when every requirement was found to be met or was waived.
pub async fn grant(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    scheme: &Current,
    valid_from: Option<NaiveDate>,
) -> Result<ApplicationRow, AppError> {
    may_decide(conn, around, &row).await?;
    let findings = store::findings(conn, row.id).await?;
    let lacking: Vec<String> = reading::asked(scheme, &row)
        .iter()
        .filter_map(|one| {
            let found = findings.iter().find(|finding| finding.requirement == one.code);
            match found.map(|finding| finding.verdict) {
                None => Some(format!("nothing was found on `{}`", one.code)),
                Some(CriterionVerdict::NotMet) => Some(format!("`{}` is not met", one.code)),
                Some(_) => None,
            }
        })
        .collect();
    if !lacking.is_empty() {
        let why = format!("it cannot be granted: {}", lacking.join("; "));
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let (certificate, number) = match row.renews {
        Some(id) => {
            certificates::renew(conn, around.by, id, around.now).await?;
            (id, certificates::number_of(conn, id).await?.unwrap_or_default())
        }
        None => {
            let (holder, kind) = match row.supplier_id {
                Some(firm) => (firm, HolderKind::Supplier),
                None => {
                    let person = consultants::own_id(conn, row.account_id).await?.ok_or_else(|| {
                        let why = "the applicant has no profile in the register any more";
                        AppError::refused(&codes::CONFLICT, why)
                    })?;
                    (person, HolderKind::Person)
                }
            };
            let same = (&*row.discipline, &*row.level);
            store::one_at_a_time(conn, holder).await?;
            certificates::holds_no_other(conn, (holder, kind), scheme, same, around.today()).await?;
            let grant = Grant {
                holder,
                kind,
                scheme,
                discipline: &row.discipline,
                level: &row.level,
                valid_from: valid_from.unwrap_or_else(|| around.today()),
                demo: row.demo,
            };
            let granted = certificates::grant(conn, Some(around.by.sub), &grant, around.now).await?;
            (granted.id, granted.number)
        }
    };
    let what = format!(
        "You are certified. Your certificate {number} with its QR code and its signed form stands here:\n\n\
         {}/certificates/{number}",
        around.base
    );
    letters::tell_applicant(conn, &row, &around.base, &what, None).await?;
    Ok(ApplicationRow {
        certificate_id: Some(certificate),
        decided_by: Some(around.by.sub),
        ..row
    })
}

/// Refuses with a reason; the time to appeal runs from today.
pub async fn refuse(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    scheme: &Current,
    words: Option<&str>,
) -> Result<ApplicationRow, AppError> {
    may_decide(conn, around, &row).await?;
    let days = Days::new(u64::from(scheme.content.appeal_days));
    let until = around.today().checked_add_days(days).unwrap_or(NaiveDate::MAX);
    let what = format!(
        "Your application was refused. What was found on each requirement stands on its page. You can appeal until \
         {until}; somebody who had no part in the decision judges it."
    );
    letters::tell_applicant(conn, &row, &around.base, &what, words).await?;
    Ok(ApplicationRow {
        refused_on: Some(around.today()),
        decided_by: Some(around.by.sub),
        ..row
    })
}

async fn may_decide(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: &ApplicationRow,
) -> Result<(), AppError> {
    if row.reviewer_id == Some(around.by.sub) {
        let why = "who reviewed an application does not decide on it; another administrator does";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    match conflicts::in_the_way(conn, row, around.by.sub, around.today()).await? {
        Some(why) => Err(AppError::refused(
            &codes::FORBIDDEN,
            format!("you cannot decide on this: {why}"),
        )),
        None => Ok(()),
    }
}

/// Takes an appeal that is in time.
pub fn appeal(
    around: &Around<'_>,
    row: ApplicationRow,
    scheme: &Current,
) -> Result<ApplicationRow, AppError> {
    let refused = row.refused_on.unwrap_or_default();
    if !appeal_open(refused, scheme.content.appeal_days, around.today()) {
        let why = format!(
            "the time to appeal is over: it was {} days from {refused}; a new application begins anew",
            scheme.content.appeal_days
        );
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let due = Days::new(u64::from(scheme.content.review_days));
    Ok(ApplicationRow {
        due_on: around.today().checked_add_days(due),
        ..row
    })
}

/// Upholds a refusal for good, or reopens the review with a reviewer to be assigned anew.
pub async fn judge(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    step: CertificationStep,
    words: Option<&str>,
) -> Result<ApplicationRow, AppError> {
    if let Some(why) = conflicts::in_the_way(conn, &row, around.by.sub, around.today()).await? {
        let why = format!("you cannot judge this: {why}");
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let reopened = step == CertificationStep::Reopen;
    let what = if reopened {
        "Your appeal was heard: the review goes on."
    } else {
        "Your appeal was heard, and the refusal stands."
    };
    letters::tell_applicant(conn, &row, &around.base, what, words).await?;
    Ok(ApplicationRow {
        refused_on: row.refused_on.filter(|_| !reopened),
        ..row
    })
}
