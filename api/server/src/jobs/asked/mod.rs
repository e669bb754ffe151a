//! Long work that a caller asks for with `Prefer: respond-async` (RFC 7240) and watches as a job.

mod model;
pub mod routes;
mod store;

pub use model::Job;

use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded};
use crate::http::idempotency::{self, Answer, Claim, IdempotencyKey};
use crate::http::{AppError, codes};
use actix_web::dev::Payload;
use actix_web::http::header::InvalidHeaderValue;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use bellbuoy_domain::job::{JobKind, JobState};
use chrono::{TimeDelta, Utc};
use diesel_async::{AsyncConnection, AsyncPgConnection};
use model::JobRow;
use std::future::{Future, Ready, ready};
use std::time::Duration;
use uuid::Uuid;

/// How often a process says that it is alive, and after how long it is taken for dead.
const ALIVE: Duration = Duration::from_secs(5);
const DEAD: TimeDelta = TimeDelta::seconds(30);
/// How long jobs are kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Whether the caller would rather be told of a job than wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RespondAsync(pub bool);

impl FromRequest for RespondAsync {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let prefer = request
            .headers()
            .get("prefer")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let wants = prefer
            .split([',', ';'])
            .any(|part| part.trim().eq_ignore_ascii_case("respond-async"));
        ready(Ok(Self(wants)))
    }
}

/// Enters a job and begins its work, which gets the job's id and has to call [`done`] in the transaction of its effect.
/// A repeat with the same key is told of the same job.
pub async fn begin<W>(
    db: &Db,
    by: &Claims,
    kind: JobKind,
    key: &IdempotencyKey,
    work: impl FnOnce(Uuid) -> W,
) -> Result<HttpResponse, AppError>
where
    W: Future<Output = Result<(), AppError>> + Send + 'static,
{
    let job = JobRow {
        id: Uuid::now_v7(),
        account_id: by.sub,
        kind,
        state: JobState::Running,
        result: None,
        problem: None,
        created_at: Utc::now(),
        finished_at: None,
    };
    let id = job.id;
    let scope = format!("{}/{kind}/async", by.sub);
    let mut conn = db.as_caller(by.caller()).await?;
    let (answer, replayed) = conn
        .transaction(async |conn| {
            if let Claim::Replay(answer) = idempotency::claim(conn, &scope, key, &[0; 32]).await? {
                return Ok((answer, true));
            }
            store::insert(conn, &job).await?;
            let body =
                serde_json::to_value(Job::from(job)).map_err(|error| AppError::Internal(error.into()))?;
            let answer = Answer {
                status: 202,
                body,
                etag: None,
            };
            idempotency::keep(conn, &scope, key, &answer).await?;
            Ok::<_, AppError>((answer, false))
        })
        .await?;
    drop(conn);
    if !replayed {
        tokio::spawn(watched(db.clone(), id, work(id)));
    }
    let told = answer
        .body
        .get("id")
        .and_then(|id| id.as_str())
        .unwrap_or_default();
    let mut response = answer.respond(replayed);
    for (name, value) in [
        ("location", format!("/api/v1/jobs/{told}")),
        ("preference-applied", "respond-async".to_owned()),
    ] {
        let value = value
            .parse()
            .map_err(|error: InvalidHeaderValue| AppError::Internal(error.into()))?;
        response
            .headers_mut()
            .insert(actix_web::http::header::HeaderName::from_static(name), value);
    }
    Ok(response)
}

/// Ends a job in the transaction of its effect; refused when it was cancelled, so that nothing of it is kept.
pub async fn done(conn: &mut AsyncPgConnection, id: Uuid, result: &str) -> Result<(), AppError> {
    if store::finish(conn, id, JobState::Done, Some(result), None).await? {
        Ok(())
    } else {
        Err(AppError::refused(&codes::CONFLICT, "the job was cancelled"))
    }
}

async fn watched(db: Db, id: Uuid, work: impl Future<Output = Result<(), AppError>>) {
    let alive = async {
        loop {
            tokio::time::sleep(ALIVE).await;
            if let Ok(mut conn) = db.as_caller(Caller::System).await {
                drop(store::touch(&mut conn, id).await);
            }
        }
    };
    let outcome = tokio::select! {
        outcome = work => outcome,
        () = alive => Ok(()),
    };
    if let Err(error) = outcome
        && let Err(error) = fail(&db, id, &error).await
    {
        tracing::warn!(%error, "a failed job could not be told so");
    }
}

async fn fail(db: &Db, id: Uuid, why: &AppError) -> Result<(), AppError> {
    if let AppError::Internal(cause) = why {
        tracing::error!(error = %cause, "a job failed");
    }
    let problem = serde_json::to_value(why.problem()).map_err(|error| AppError::Internal(error.into()))?;
    let mut conn = db.as_caller(Caller::System).await?;
    store::finish(&mut conn, id, JobState::Failed, None, Some(&problem)).await?;
    Ok(())
}

/// Tells the jobs of a dead process as failed, and forgets old ones.
pub async fn sweep(conn: &mut Guarded) -> Result<(), AppError> {
    let gone = AppError::Unavailable(1).problem();
    let problem = serde_json::to_value(gone).map_err(|error| AppError::Internal(error.into()))?;
    for id in store::orphans(conn, Utc::now() - DEAD).await? {
        store::finish(conn, id, JobState::Failed, None, Some(&problem)).await?;
    }
    store::forget(conn, Utc::now() - KEPT).await?;
    Ok(())
}
