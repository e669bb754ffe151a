//! A draft: begun, changed, checked by oneself, thrown away.

use super::model::{ApplicationRow, RefereeRow, ShownRow};
use super::wire::CertificationApplicationUpdate;
use super::{reading, referees, store};
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, consultants, evidence, outbox, schemes};
use bellbuoy_domain::certification::scheme::{Given, MissingRequirement, Requirement, missing};
use bellbuoy_domain::certification::{CertificationStage, EvidenceKind, RequirementKind};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What a look at one's own draft finds.
pub struct Checked {
    pub missing: Vec<MissingRequirement>,
    /// What else keeps it from being submitted, in sentences.
    pub open: Vec<String>,
}

/// Checks an application for what has to be there before it is submitted.
pub async fn check(
    conn: &mut AsyncPgConnection,
    row: &ApplicationRow,
    asked: &[Requirement],
    shown: &[ShownRow],
    referees: &[RefereeRow],
) -> Result<Checked, AppError> {
    let ids: Vec<Uuid> = shown.iter().map(|one| one.file_id).collect();
    let files = evidence::some_files(conn, &ids).await?;
    let kinds: HashMap<Uuid, _> = files
        .iter()
        .filter(|file| file.sha256.is_some())
        .map(|file| (file.id, file.kind))
        .collect();
    let papers = shown.iter().filter_map(|one| {
        Some(Given {
            requirement: one.requirement.clone(),
            evidence: Some(*kinds.get(&one.file_id)?),
        })
    });
    let plain = |code: &String| Given {
        requirement: code.clone(),
        evidence: None,
    };
    let named = asked.iter().filter(|one| one.kind == RequirementKind::Referees);
    let named = named.flat_map(|one| referees.iter().map(|_| plain(&one.code)));
    let given: Vec<Given> = papers
        .chain(row.declared.iter().map(plain))
        .chain(named)
        .collect();
    let first = asked.iter().filter(|one| one.kind.comes_first());
    let mut open = Vec::new();
    if files.iter().any(|file| file.sha256.is_none()) {
        open.push("a paper is entered without its file: send it".to_owned());
    }
    let none: Vec<serde_json::Value> = Vec::new();
    let interests = row.interests.as_array().unwrap_or(&none);
    if interests.is_empty() && !row.no_interests {
        open.push("list your interests, or declare that there are none".to_owned());
    }
    if row.conduct_version.is_none() {
        open.push("read and accept the code of conduct".to_owned());
    }
    if row.supplier_id.is_none() && consultants::own_id(conn, row.account_id).await?.is_none() {
        open.push("begin your profile in the register: the name on the certificate comes from it".to_owned());
    }
    Ok(Checked {
        missing: missing(first, &given),
        open,
    })
}

/// Writes a draft anew, or what an applicant was asked about.
pub async fn update(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: CertificationApplicationUpdate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<ApplicationRow, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = own(conn, by, id).await?;
        version.holds(&before.etag())?;
        if !matches!(
            before.stage,
            CertificationStage::Draft | CertificationStage::Asked
        ) {
            let why = format!(
                "an application that is `{}` is no longer changed; it can be when a reviewer asks",
                before.stage
            );
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let scheme = schemes::of_version(conn, before.scheme_version_id).await?;
        let wanted = reading::asked(&scheme, &before);
        fits(conn, by, &wanted, &asked, &scheme.content.code_of_conduct.version).await?;
        let shown: HashSet<_> = asked.evidence.into_iter().collect();
        let shown: Vec<ShownRow> = shown
            .into_iter()
            .map(|one| ShownRow {
                application_id: id,
                requirement: one.requirement,
                file_id: one.file_id,
                account_id: by.sub,
            })
            .collect();
        store::set_shown(conn, id, &shown).await?;
        referees::name(conn, id, &asked.referees, now).await?;
        let interests =
            serde_json::to_value(&asked.interests).map_err(|error| AppError::Internal(error.into()))?;
        let mut declared = asked.declared;
        declared.sort();
        declared.dedup();
        let after = ApplicationRow {
            statement: asked.statement,
            interests,
            no_interests: asked.no_interests,
            declared,
            conduct_version: asked.conduct_version,
            changed_at: now,
            ..before
        };
        let after = store::write(conn, after).await?;
        let entry = audit::Entry::by(
            by.sub,
            "certification_application.update",
            "certification_application",
            id,
        )
        .fields(&["draft"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "certification_application.changed", id).await?;
        Ok(after)
    })
    .await
}

/// One's own application, locked.
pub async fn own(conn: &mut AsyncPgConnection, by: &Claims, id: Uuid) -> Result<ApplicationRow, AppError> {
    let found = store::find(conn, id)
        .await?
        .ok_or(AppError::NotFound("certification_application"))?;
    if found.account_id != by.sub {
        let why = "only who began an application changes it";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    store::lock(conn, id)
        .await?
        .ok_or(AppError::NotFound("certification_application"))
}

/// Throws a draft away.
pub async fn discard(conn: &mut Guarded, by: &Claims, id: Uuid, version: &IfMatch) -> Result<(), AppError> {
    transact(conn, false, async |conn| {
        let row = own(conn, by, id).await?;
        version.holds(&row.etag())?;
        if row.stage != CertificationStage::Draft {
            let why = "what was submitted is withdrawn, not thrown away: take the step `withdraw`";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        store::set_shown(conn, id, &[]).await?;
        let named: Vec<Uuid> = store::referees(conn, id)
            .await?
            .iter()
            .map(|one| one.id)
            .collect();
        store::drop_referees(conn, &named).await?;
        store::remove(conn, id).await?;
        let entry = audit::Entry::by(
            by.sub,
            "certification_application.discard",
            "certification_application",
            id,
        );
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "certification_application.changed", id).await
    })
    .await
}

async fn fits(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    wanted: &[Requirement],
    asked: &CertificationApplicationUpdate,
    conduct: &str,
) -> Result<(), AppError> {
    let mut faults = Vec::new();
    let of_kind =
        |code: &str, kind: RequirementKind| wanted.iter().any(|one| one.code == code && one.kind == kind);
    for (at, code) in asked.declared.iter().enumerate() {
        if !of_kind(code, RequirementKind::Declaration) {
            let why = format!("`{code}` is not a declaration that this application asks for");
            faults.push(Fault::new(format!("/declared/{at}"), "unknown_requirement", why));
        }
    }
    let mine: HashMap<Uuid, EvidenceKind> = evidence::own_files(conn, by.sub)
        .await?
        .into_iter()
        .map(|file| (file.id, file.kind))
        .collect();
    for (at, one) in asked.evidence.iter().enumerate() {
        if !of_kind(&one.requirement, RequirementKind::Evidence) {
            let why = format!(
                "`{}` is not proven by a paper in this application",
                one.requirement
            );
            let place = format!("/evidence/{at}/requirement");
            faults.push(Fault::new(place, "unknown_requirement", why));
        }
        let place = format!("/evidence/{at}/file_id");
        let proves = wanted
            .iter()
            .find(|requirement| requirement.code == one.requirement)
            .and_then(|requirement| requirement.evidence);
        match (mine.get(&one.file_id), proves) {
            (None, _) => {
                let why = "is not one of your papers; enter it at POST /api/v1/evidence";
                faults.push(Fault::new(place, "unknown_evidence", why));
            }
            (Some(kind), Some(asked)) if *kind != asked => {
                let why = format!("is a paper of the kind `{kind}`; this requirement is proven by `{asked}`");
                faults.push(Fault::new(place, "wrong_kind", why));
            }
            _ => {}
        }
    }
    let own = accounts::find(conn, by.sub).await?.map(|account| account.email);
    let mut addresses = HashSet::new();
    for (at, one) in asked.referees.iter().enumerate() {
        if Some(one.email.trim().to_lowercase()) == own {
            let why = "is your own address; somebody else has to speak for you";
            faults.push(Fault::new(format!("/referees/{at}/email"), "own_address", why));
        }
        if !addresses.insert(one.email.trim().to_lowercase()) {
            let why = "is given twice; each referee is another person";
            faults.push(Fault::new(format!("/referees/{at}/email"), "given_twice", why));
        }
    }
    if asked.no_interests && !asked.interests.is_empty() {
        let why = "interests are listed; leave it out, or the list";
        faults.push(Fault::new("/no_interests", "contradiction", why));
    }
    if asked
        .conduct_version
        .as_deref()
        .is_some_and(|given| given != conduct)
    {
        let why = format!("has to be `{conduct}`, the version of the code of conduct that is in force");
        faults.push(Fault::new("/conduct_version", "version", why));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}
