//! Use cases of applications.

use super::model::{ApplicationRow, Decided, NewApplication};
use super::store;
use super::wire::{ApplicationCreate, ApplicationDecisionCreate};
use crate::auth::model::NewOrganisation;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use crate::memberships::{Invited, invite};
use crate::{audit, organisations, outbox};
use bellbuoy_domain::account::{
    ApplicationDecision, ApplicationStatus, OrganisationRole, Visibility, decide as lawful,
};
use bellbuoy_domain::place;
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Applications taken in an hour, from everybody together; nothing is counted by address.
const AN_HOUR: i64 = 60;
/// Open applications of one officer.
const OF_ONE: i64 = 3;

/// Takes an application in; returns it with the applicant's key.
pub async fn apply(
    conn: &mut Guarded,
    asked: ApplicationCreate,
    base: &str,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<(ApplicationRow, String), AppError> {
    if let Some(country) = asked
        .country
        .as_deref()
        .filter(|code| place::find_country(code).is_none())
    {
        let why = format!("`{country}` is not a code of ISO 3166-1 alpha-2, such as NL");
        return Err(AppError::unfit("/country", "unknown_country", why));
    }
    let officer = asked.officer_email.trim().to_lowercase();
    let key = hex::encode(rand::random::<[u8; 24]>());
    transact(conn, dry_run, async |conn| {
        let (lately, open) = store::pressure(conn, now - TimeDelta::hours(1), &officer).await?;
        if lately >= AN_HOUR || open >= OF_ONE {
            return Err(AppError::TooMany(3600));
        }
        let application = NewApplication {
            id: Uuid::now_v7(),
            name: asked.name.trim().to_owned(),
            kind: asked.kind,
            country: asked.country,
            website: asked.website,
            about: asked.about.trim().to_owned(),
            officer_name: asked.officer_name.trim().to_owned(),
            officer_email: officer,
            status: ApplicationStatus::Applied,
            key_hash: hash(&key),
            created_at: now,
        };
        let row = store::insert(conn, &application).await?;
        let letter = Letter {
            to: row.officer_email.clone(),
            subject: "We have received the application of your organisation".to_owned(),
            body: format!(
                "{} has applied to join Bellbuoy and named you as its company security officer.\n\nFollow it here:\n\n\
                 {base}/join/{key}\n\nIf you know nothing of it, answer the administrators' question with that, or do nothing.\n",
                row.name
            ),
        };
        mail::enqueue(conn, &letter).await?;
        let entry = audit::Entry::by_system("application.create", "application", Some(row.id));
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "application.created", row.id).await?;
        Ok((row, key))
    })
    .await
}

/// Finds an application by the applicant's key.
pub async fn by_key(conn: &mut AsyncPgConnection, key: &str) -> Result<ApplicationRow, AppError> {
    store::find_by_key(conn, &hash(key))
        .await?
        .ok_or(AppError::NotFound("application"))
}

/// Takes the applicant's answer.
pub async fn answer(conn: &mut Guarded, key: &str, answer: String) -> Result<ApplicationRow, AppError> {
    transact(conn, false, async |conn| {
        let found = by_key(conn, key).await?;
        let before = store::lock(conn, found.id)
            .await?
            .ok_or(AppError::NotFound("application"))?;
        let status = step(&before, ApplicationDecision::Answer)?;
        let decided = Decided {
            answer: Some(answer),
            ..still(&before, status)
        };
        let after = store::decide(conn, before.id, &decided).await?;
        let entry =
            audit::Entry::by_system("application.answer", "application", Some(before.id)).fields(&["answer"]);
        audit::record(conn, entry).await?;
        Ok(after)
    })
    .await
}

/// Asks, approves or refuses; approval makes the organisation and invites its officer as owner, and returns the link.
pub async fn decide(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: ApplicationDecisionCreate,
    base: &str,
    dry_run: bool,
) -> Result<(ApplicationRow, Option<String>), AppError> {
    if asked.decision == ApplicationDecision::Answer {
        let why = "the applicant answers, by the key; an administrator asks, approves or refuses";
        return Err(AppError::unfit("/decision", "not_taken", why));
    }
    if asked.decision.needs_words() && asked.words.is_none() {
        let why = "has to be the question or the reason; the applicant reads it";
        return Err(AppError::unfit("/words", "required", why));
    }
    transact(conn, dry_run, async |conn| {
        let before = store::lock(conn, id)
            .await?
            .ok_or(AppError::NotFound("application"))?;
        version.holds(&before.etag())?;
        let status = step(&before, asked.decision)?;
        let mut decided = still(&before, status);
        let mut link = None;
        match asked.decision {
            ApplicationDecision::Ask => decided.question.clone_from(&asked.words),
            ApplicationDecision::Refuse => {
                decided.reason.clone_from(&asked.words);
                decided.decided_at = Some(Utc::now());
            }
            _ => {
                decided.decided_at = Some(Utc::now());
                let (organisation, invitation) = approve(conn, by, &before, base).await?;
                decided.organisation_id = Some(organisation);
                link = Some(invitation);
            }
        }
        let after = store::decide(conn, id, &decided).await?;
        if let Some(letter) = letter(&after, asked.decision) {
            mail::enqueue(conn, &letter).await?;
        }
        let action = format!("application.{}", asked.decision);
        let mut entry = audit::Entry::by(by.sub, &action, "application", id).fields(&["status"]);
        if let Some(words) = asked.words {
            entry = entry.reason(words);
        }
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "application.decided", id).await?;
        Ok((after, link))
    })
    .await
}

async fn approve(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    application: &ApplicationRow,
    base: &str,
) -> Result<(Uuid, String), AppError> {
    let organisation = NewOrganisation {
        id: Uuid::now_v7(),
        name: application.name.clone(),
        kind: application.kind,
        country: application.country.clone(),
        visibility: Visibility::Hidden,
        website: application.website.clone(),
        about: None,
    };
    organisations::enter(conn, &organisation).await?;
    let entry = audit::Entry::by(by.sub, "organisation.create", "organisation", organisation.id);
    audit::record(conn, entry).await?;
    let invited = Invited {
        organisation: organisation.id,
        name: &organisation.name,
        email: &application.officer_email,
        role: OrganisationRole::Owner,
        by: by.sub,
        base,
    };
    let (_membership, link) = invite(conn, invited).await?;
    Ok((organisation.id, link))
}

fn letter(application: &ApplicationRow, decision: ApplicationDecision) -> Option<Letter> {
    let (subject, words) = match decision {
        ApplicationDecision::Ask => (
            "A question about your application",
            application.question.as_deref()?,
        ),
        ApplicationDecision::Refuse => ("Your application was refused", application.reason.as_deref()?),
        _ => return None,
    };
    Some(Letter {
        to: application.officer_email.clone(),
        subject: subject.to_owned(),
        body: format!(
            "About the application of {}:\n\n{words}\n\nThe link in our first letter shows where it stands.\n",
            application.name
        ),
    })
}

fn step(application: &ApplicationRow, decision: ApplicationDecision) -> Result<ApplicationStatus, AppError> {
    lawful(application.status, decision)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))
}

const fn still(before: &ApplicationRow, status: ApplicationStatus) -> Decided {
    Decided {
        status,
        question: None,
        answer: None,
        reason: None,
        organisation_id: None,
        revision: before.revision + 1,
        decided_at: None,
    }
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(format!("application v1\n{key}")).to_vec()
}
