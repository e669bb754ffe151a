//! Beginning an application, and taking a step with it.

use super::model::ApplicationRow;
use super::record::{note, record};
use super::wire::{CertificationApplicationCreate, CertificationStepCreate};
use super::{deciding, entries, letters, reading, referees, reviewing, steps, store};
use crate::app::App;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::mail::Links;
use crate::schemes::{self, Current};
use crate::{certificates, consultants, evidence, suppliers};
use actix_web::{HttpRequest, web};
use bellbuoy_domain::certification::{CertificationStage, CertificationStep, HolderKind, certification_step};
use chrono::{DateTime, Days, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

/// What surrounds a step: who takes it, when, and how links begin.
pub struct Around<'a> {
    pub by: &'a Claims,
    pub now: DateTime<Utc>,
    pub base: String,
}

impl<'a> Around<'a> {
    /// Of a request.
    ///
    /// # Errors
    /// When no links can be told, as the operator gave no address.
    pub fn of(request: &HttpRequest, by: &'a Claims) -> Result<Self, AppError> {
        let app = request
            .app_data::<web::Data<App>>()
            .ok_or_else(|| AppError::Internal(anyhow::anyhow!("no app data")))?;
        Ok(Self {
            by,
            now: app.now(),
            base: Links::of(request)?.base,
        })
    }

    /// The day.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
}

/// Begins a draft.
pub async fn begin(
    conn: &mut Guarded,
    by: &Claims,
    asked: CertificationApplicationCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<ApplicationRow, AppError> {
    let today = now.date_naive();
    transact(conn, dry_run, async |conn| {
        let scheme = schemes::current(conn, &asked.scheme, today)
            .await
            .map_err(|error| match error {
                AppError::NotFound(_) => {
                    let why = format!(
                        "`{}` is not a scheme; GET /api/v1/schemes lists them",
                        asked.scheme
                    );
                    AppError::unfit("/scheme", "unknown_scheme", why)
                }
                other => other,
            })?;
        let supplier_id = match scheme.content.kind {
            HolderKind::Person => None,
            HolderKind::Supplier => {
                Some(suppliers::own_or_begun(conn, by, asked.base.as_deref(), now).await?)
            }
        };
        let (discipline, level, renews) = aim(conn, by, &scheme, &asked, supplier_id, today).await?;
        if renews.is_none() {
            let holder = match supplier_id {
                Some(firm) => Some((firm, HolderKind::Supplier)),
                None => consultants::own_id(conn, by.sub)
                    .await?
                    .map(|id| (id, HolderKind::Person)),
            };
            if let Some(holder) = holder {
                certificates::holds_no_other(conn, holder, &scheme, (&discipline, &level), today).await?;
            }
        }
        let row = ApplicationRow {
            id: Uuid::now_v7(),
            account_id: by.sub,
            supplier_id,
            scheme_version_id: scheme.version_id,
            discipline,
            level,
            renews,
            stage: CertificationStage::Draft,
            statement: None,
            interests: json!([]),
            no_interests: false,
            declared: Vec::new(),
            conduct_version: None,
            curriculum: json!([]),
            reviewer_id: None,
            submitted_at: None,
            asked_on: None,
            due_on: None,
            decided_by: None,
            refused_on: None,
            certificate_id: None,
            demo: false,
            revision: 1,
            created_at: now,
            changed_at: now,
        };
        store::one_at_a_time(conn, by.sub).await?;
        if store::is_under_way(conn, &row).await? {
            let why = "an application for this is under way already; go on with it, or withdraw it";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        store::insert(conn, &row).await?;
        note(conn, by, "create", row.id, None).await?;
        Ok(row)
    })
    .await
}

/// Discipline and level of a new application, or those of the certificate that it renews.
async fn aim(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    scheme: &Current,
    asked: &CertificationApplicationCreate,
    supplier: Option<Uuid>,
    today: NaiveDate,
) -> Result<(String, String, Option<Uuid>), AppError> {
    if let Some(number) = &asked.renews {
        let own = consultants::own_id(conn, by.sub).await?;
        let held = certificates::by_number(conn, number, today)
            .await?
            .filter(|held| {
                held.scheme == scheme.code
                    && match scheme.content.kind {
                        HolderKind::Person => own.is_some() && held.consultant_id == own,
                        HolderKind::Supplier => supplier.is_some() && held.supplier_id == supplier,
                    }
            });
        let held = held.ok_or_else(|| {
            let why = format!(
                "is not the number of a certificate of yours under the scheme `{}`",
                scheme.code
            );
            AppError::unfit("/renews", "unknown_certificate", why)
        })?;
        held.is_renewable(conn, today).await?;
        return Ok((held.discipline, held.level, Some(held.id)));
    }
    let discipline = asked
        .discipline
        .clone()
        .filter(|code| scheme.content.discipline(code).is_some())
        .ok_or_else(|| {
            let codes: Vec<_> = scheme.content.disciplines.iter().map(|one| &*one.code).collect();
            let why = format!("has to be a discipline of this scheme: {}", codes.join(", "));
            AppError::unfit("/discipline", "unknown_discipline", why)
        })?;
    let level = asked
        .level
        .clone()
        .filter(|code| scheme.content.level(code).is_some())
        .ok_or_else(|| {
            let codes: Vec<_> = scheme.content.levels.iter().map(|one| &*one.code).collect();
            let why = format!("has to be a level of this scheme: {}", codes.join(", "));
            AppError::unfit("/level", "unknown_level", why)
        })?;
    Ok((discipline, level, None))
}

/// Takes away what an applicant wrote, when the account is removed.
///
/// # Errors
/// When the database refuses.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> Result<(), AppError> {
    Ok(store::forget(conn, account).await?)
}

/// Takes a step with an application, in the caller's transaction.
pub async fn take_step(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    id: Uuid,
    version: &IfMatch,
    asked: CertificationStepCreate,
) -> Result<ApplicationRow, AppError> {
    let not_found = || AppError::NotFound("certification_application");
    let found = store::find(conn, id).await?.ok_or_else(not_found)?;
    let actor = steps::actor(conn, around.by, &found, asked.step).await?;
    // A colleague of who began it sees it and cannot lock it.
    let row = store::lock(conn, id).await?.ok_or_else(|| {
        AppError::refused(&codes::FORBIDDEN, "only who began an application takes its steps")
    })?;
    version.holds(&row.etag())?;
    let stage = certification_step(row.stage, asked.step, actor)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
    let asks = matches!(asked.step, CertificationStep::Ask | CertificationStep::Answer);
    if asked.step.needs_words() && !asks && asked.words.is_none() {
        let why = "has to be the reason; it is read by the other side";
        return Err(AppError::unfit("/words", "required", why));
    }
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    let next = ApplicationRow {
        stage,
        changed_at: around.now,
        ..row
    };
    let (step, words) = (asked.step, asked.words.clone());
    let next = match step {
        CertificationStep::Submit => submit(conn, around, next, &scheme).await?,
        CertificationStep::Assign | CertificationStep::Reassign => {
            reviewing::assign(conn, around, next, asked.reviewer_id).await?
        }
        CertificationStep::Ask => reviewing::ask(conn, around, next, &scheme, &asked.questions).await?,
        CertificationStep::Answer => reviewing::answer(conn, around, next, &asked.answers).await?,
        CertificationStep::Grant => deciding::grant(conn, around, next, &scheme, asked.valid_from).await?,
        CertificationStep::Refuse => deciding::refuse(conn, around, next, &scheme, words.as_deref()).await?,
        CertificationStep::Appeal => deciding::appeal(around, next, &scheme)?,
        CertificationStep::UpholdRefusal | CertificationStep::Reopen => {
            deciding::judge(conn, around, next, step, words.as_deref()).await?
        }
        CertificationStep::Withdraw => next,
    };
    let after = store::write(conn, next).await?;
    record(conn, around, &after, step, actor, words).await?;
    Ok(after)
}

async fn submit(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    scheme: &Current,
) -> Result<ApplicationRow, AppError> {
    let asked = reading::asked(scheme, &row);
    let shown = store::shown(conn, row.id).await?;
    let named = store::referees(conn, row.id).await?;
    let checked = super::drafting::check(conn, &row, &asked, &shown, &named).await?;
    let lacking = checked
        .missing
        .iter()
        .map(|one| format!("{}: {} of {} there", one.label, one.given, one.asked));
    let all: Vec<String> = lacking.chain(checked.open.iter().cloned()).collect();
    if !all.is_empty() {
        return Err(AppError::refused(
            &codes::CONFLICT,
            format!("it is not complete yet: {}", all.join("; ")),
        ));
    }
    let written = evidence::entries(conn, row.account_id).await?;
    let curriculum = serde_json::to_value(&written).map_err(|error| AppError::Internal(error.into()))?;
    let applicant = entries::applicant(conn, &row).await?;
    for referee in &named {
        referees::send_link(conn, around, referee, &applicant.name).await?;
    }
    let due = Days::new(u64::from(scheme.content.review_days));
    letters::tell_applicant(
        conn,
        &row,
        &around.base,
        &format!(
            "Your application has come in. It will be decided within {} days; while we wait for an answer of yours, \
             they do not run.",
            scheme.content.review_days
        ),
        None,
    )
    .await?;
    Ok(ApplicationRow {
        curriculum,
        submitted_at: Some(around.now),
        due_on: around.today().checked_add_days(due),
        ..row
    })
}
