//! What an organisation does with its ratings: sends them, mends them.

use super::model::{Rated, RatingRow};
use super::wire::{Rating, RatingCreate};
use super::{reading, store};
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, certificates, consultants, outbox, suppliers};
use bellbuoy_domain::account::OrganisationStatus;
use bellbuoy_domain::certification::rating::{RatingActor, RatingStep, may_rate, rating_step, share_a_day};
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, Months, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// For how long somebody who worked for an organisation is not rated by it, months.
const OWN_PEOPLE_MONTHS: u32 = 24;

/// Sends a rating to those who moderate.
pub async fn create(
    conn: &mut Guarded,
    by: &Claims,
    asked: RatingCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Rating, AppError> {
    transact(conn, dry_run, async |conn| {
        let organisation = rater(conn, by).await?;
        let rated = fits(conn, by, organisation, &asked, now).await?;
        free(conn, organisation, rated, &asked, None).await?;
        let row = RatingRow {
            id: Uuid::new_v4(),
            consultant_id: asked.consultant_id,
            supplier_id: asked.supplier_id,
            organisation_id: organisation,
            account_id: Some(by.sub),
            from_on: asked.from_on,
            to_on: asked.to_on,
            competence: asked.competence.into(),
            conduct: asked.conduct.into(),
            report: asked.report.into(),
            timeliness: asked.timeliness.into(),
            remark: trimmed(asked.remark),
            named: asked.named,
            status: ReviewStatus::Pending,
            reason: None,
            moderated_by: None,
            moderated_at: None,
            published_at: None,
            gone_at: None,
            answer: None,
            answer_status: None,
            answer_reason: None,
            answered_by: None,
            answered_at: None,
            demo: false,
            revision: 1,
            created_at: now,
            changed_at: now,
        };
        store::insert(conn, &row).await?;
        let entry = audit::Entry::by(by.sub, "rating.create", "rating", row.id);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "rating.created", row.id).await?;
        reading::one(conn, row, RatingActor::Rater).await
    })
    .await
}

/// Mends a rating that is not published, and sends it again.
pub async fn mend(
    conn: &mut Guarded,
    by: &Claims,
    (id, version): (Uuid, &IfMatch),
    asked: RatingCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Rating, AppError> {
    transact(conn, dry_run, async |conn| {
        let organisation = rater(conn, by).await?;
        let before = own(conn, organisation, id).await?;
        let state = rating_step(before.state(), RatingStep::Mend, RatingActor::Rater)
            .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
        version.holds(&before.etag())?;
        let rated = fits(conn, by, organisation, &asked, now).await?;
        if rated != before.rated() {
            let pointer = pointer(rated.kind);
            let why = "a rating stays about whom it is about; withdraw it and write another";
            return Err(AppError::unfit(pointer, "another_holder", why));
        }
        free(conn, organisation, rated, &asked, Some(id)).await?;
        let row = RatingRow {
            account_id: Some(by.sub),
            from_on: asked.from_on,
            to_on: asked.to_on,
            competence: asked.competence.into(),
            conduct: asked.conduct.into(),
            report: asked.report.into(),
            timeliness: asked.timeliness.into(),
            remark: trimmed(asked.remark),
            named: asked.named,
            status: state.rating,
            revision: before.revision + 1,
            changed_at: now,
            ..before
        };
        let row = store::write(conn, &row).await?;
        let entry = audit::Entry::by(by.sub, "rating.mend", "rating", id).fields(&["rating"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "rating.changed", id).await?;
        reading::one(conn, row, RatingActor::Rater).await
    })
    .await
}

/// Takes away what somebody who leaves answered; ratings are their organisation's and stay.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> Result<(), AppError> {
    Ok(store::forget(conn, account).await?)
}

/// A rating of an organisation, locked.
pub async fn own(conn: &mut AsyncPgConnection, organisation: Uuid, id: Uuid) -> Result<RatingRow, AppError> {
    store::find(conn, id)
        .await?
        .filter(|row| row.organisation_id == organisation)
        .ok_or(AppError::NotFound("rating"))?;
    store::lock(conn, id).await?.ok_or_else(reads_only)
}

/// The organisation that somebody writes ratings for.
pub async fn rater(conn: &mut AsyncPgConnection, by: &Claims) -> Result<Uuid, AppError> {
    let organisation = by.org.ok_or_else(|| {
        let why = "ratings are written by people of a member organisation that engages assessors";
        AppError::refused(&codes::FORBIDDEN, why)
    })?;
    if !by.within.is_some_and(|within| within.writes()) {
        return Err(reads_only());
    }
    let found = accounts::find_organisation(conn, organisation)
        .await?
        .filter(|found| found.status == OrganisationStatus::Member)
        .ok_or(AppError::NotFound("organisation"))?;
    if !may_rate(found.kind) {
        let why = format!(
            "shipowners, managers, ports, terminals and insurers rate; your organisation is `{}`",
            found.kind
        );
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    Ok(organisation)
}

fn reads_only() -> AppError {
    AppError::refused(
        &codes::FORBIDDEN,
        "an auditor of an organisation reads its ratings and writes none",
    )
}

fn trimmed(words: Option<String>) -> Option<String> {
    words.map(|words| words.trim().to_owned())
}

const fn pointer(kind: HolderKind) -> &'static str {
    match kind {
        HolderKind::Person => "/consultant_id",
        HolderKind::Supplier => "/supplier_id",
    }
}

/// Holds a rating to its rules.
async fn fits(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    organisation: Uuid,
    asked: &RatingCreate,
    now: DateTime<Utc>,
) -> Result<Rated, AppError> {
    let mut faults = days(asked, now.date_naive());
    if !asked.no_tie {
        let why = "has to be declared: without it a rating is not taken";
        faults.push(Fault::new("/no_tie", "required", why));
    }
    let rated = match (asked.consultant_id, asked.supplier_id) {
        (Some(id), None) => Some((HolderKind::Person, id)),
        (None, Some(id)) => Some((HolderKind::Supplier, id)),
        _ => {
            let why =
                "give either `consultant_id` or `supplier_id`: a rating is about one person or one firm";
            faults.push(Fault::new("/supplier_id", "one_holder", why));
            None
        }
    };
    let Some((kind, id)) = rated.filter(|_| faults.is_empty()) else {
        return Err(AppError::Unfit(faults));
    };
    let tied = match kind {
        HolderKind::Person => tied_person(conn, organisation, id, asked).await?,
        HolderKind::Supplier => {
            let firm = suppliers::firm(conn, id).await?.ok_or_else(|| unknown(kind))?;
            firm.organisation_id == Some(organisation)
        }
    };
    if tied || by.org != Some(organisation) {
        let why = "belongs to your own organisation, or did; nobody rates their own";
        return Err(AppError::unfit(pointer(kind), "own_organisation", why));
    }
    if !certificates::held_on(conn, kind, id, asked.from_on, now).await? {
        let why = format!(
            "held no valid certificate on {}, the first day; see /api/v1/certificates",
            asked.from_on
        );
        return Err(AppError::unfit("/from_on", "not_certified", why));
    }
    Ok(Rated { kind, id })
}

fn days(asked: &RatingCreate, today: NaiveDate) -> Vec<Fault> {
    let mut faults = Vec::new();
    if asked.to_on < asked.from_on {
        let why = format!("has to be {} or later, the first day", asked.from_on);
        faults.push(Fault::new("/to_on", "order", why));
    }
    if asked.to_on >= today {
        let why = "has to be before today: an engagement is rated once it is over";
        faults.push(Fault::new("/to_on", "future", why));
    }
    faults
}

fn unknown(kind: HolderKind) -> AppError {
    let why = match kind {
        HolderKind::Person => "is not a person of the register; search it at /api/v1/consultants",
        HolderKind::Supplier => "is not a firm of the register; search it at /api/v1/suppliers",
    };
    AppError::unfit(pointer(kind), "unknown_holder", why)
}

/// Whether a person belongs to an organisation, or worked for its firm shortly before or during the engagement.
async fn tied_person(
    conn: &mut AsyncPgConnection,
    organisation: Uuid,
    id: Uuid,
    asked: &RatingCreate,
) -> Result<bool, AppError> {
    let person = consultants::holder(conn, id)
        .await?
        .ok_or_else(|| unknown(HolderKind::Person))?;
    if let Some(account) = person.account_id
        && let Some(found) = accounts::find_belonging(conn, account).await?
        && found.membership.is_some_and(|(_, of)| of.id == organisation)
    {
        return Ok(true);
    }
    for work in consultants::employments(conn, id).await? {
        let free = work
            .to_on
            .and_then(|to| to.checked_add_months(Months::new(OWN_PEOPLE_MONTHS)));
        let near = work.from_on <= asked.to_on && free.is_none_or(|free| free > asked.from_on);
        if work.retracted_at.is_none()
            && near
            && let Some(firm) = suppliers::firm(conn, work.supplier_id).await?
            && firm.organisation_id == Some(organisation)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Passes when the organisation has not rated the same engagement already.
async fn free(
    conn: &mut AsyncPgConnection,
    organisation: Uuid,
    rated: Rated,
    asked: &RatingCreate,
    but: Option<Uuid>,
) -> Result<(), AppError> {
    store::one_at_a_time(conn, organisation, rated.id).await?;
    let days = (asked.from_on, asked.to_on);
    let all = store::standing(conn, organisation, rated).await?;
    let other = all
        .iter()
        .find(|one| Some(one.id) != but && share_a_day((one.from_on, one.to_on), days));
    match other {
        None => Ok(()),
        Some(one) => {
            let why = format!(
                "your organisation has rated an engagement from {} to {}, which covers some of these days; mend or withdraw that one",
                one.from_on, one.to_on
            );
            Err(AppError::refused(&codes::CONFLICT, why))
        }
    }
}
