//! Jobs over HTTP: look, wait, follow, cancel.

use super::model::{Job, JobRow};
use super::store;
use crate::auth::SignedIn;
use crate::db::{Caller, Db};
use crate::http::{AppError, Fault, Query, codes};
use actix_web::http::header::{ACCEPT, CACHE_CONTROL};
use actix_web::{HttpRequest, HttpResponse, delete, get, web};
use bellbuoy_domain::job::JobState;
use bytes::Bytes;
use futures_util::stream;
use serde::Deserialize;
use std::time::{Duration, Instant};
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// How often a waiting request looks.
const LOOK: Duration = Duration::from_millis(250);
/// The longest wait, seconds, and the longest that events are sent.
const LONGEST: u64 = 30;
const EVENTS: Duration = Duration::from_secs(600);

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_job).service(delete_job);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct JobQuery {
    /// Seconds to wait for its end, at most 30.
    #[param(minimum = 0, maximum = 30)]
    wait: Option<u64>,
}

/// Get a job
///
/// Your own only. `?wait=30` answers when it ends, or after the wait; `Accept: text/event-stream` sends its state
/// as it changes.
#[utoipa::path(tag = "jobs", security(("bearer" = ["member", "analyst", "admin"])), params(("id" = Uuid, Path), JobQuery),
    responses((status = 200, description = "The job", body = Job)))]
#[get("/jobs/{id}")]
async fn get_job(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<JobQuery>,
) -> Result<HttpResponse, AppError> {
    let wait = query.wait.unwrap_or(0);
    if wait > LONGEST {
        let detail = format!("`wait` has to be at most {LONGEST} seconds");
        let fault = Fault::new("?wait", codes::BAD_PARAMETER.word, detail);
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let caller = by.caller();
    let events = request
        .headers()
        .get(ACCEPT)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    if events {
        let first = read(&db, caller, *id).await?;
        return Ok(HttpResponse::Ok()
            .content_type("text/event-stream")
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header(("content-encoding", "identity"))
            .streaming(follow(db.get_ref().clone(), caller, first)));
    }
    let until = Instant::now() + Duration::from_secs(wait);
    loop {
        let job = read(&db, caller, *id).await?;
        if job.state != JobState::Running || Instant::now() >= until {
            return Ok(HttpResponse::Ok().json(Job::from(job)));
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Cancel a job
///
/// Nothing of it is kept. What has ended already cannot be cancelled.
#[utoipa::path(tag = "jobs", security(("bearer" = ["member", "analyst", "admin"])), params(("id" = Uuid, Path)),
    responses((status = 200, description = "The job, cancelled", body = Job)))]
#[delete("/jobs/{id}")]
async fn delete_job(by: SignedIn, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let before = read(&db, by.caller(), *id).await?;
    let mut conn = db.as_caller(by.caller()).await?;
    if !store::finish(&mut conn, before.id, JobState::Cancelled, None, None).await? {
        return Err(AppError::refused(&codes::CONFLICT, "the job has ended already"));
    }
    drop(conn);
    Ok(HttpResponse::Ok().json(Job::from(read(&db, by.caller(), *id).await?)))
}

async fn read(db: &Db, caller: Caller, id: Uuid) -> Result<JobRow, AppError> {
    let mut conn = db.as_caller(caller).await?;
    store::find(&mut conn, id).await?.ok_or(AppError::NotFound("job"))
}

/// Somebody who follows a job.
struct Follower {
    db: Db,
    caller: Caller,
    since: Instant,
    job: JobRow,
    told: Option<JobState>,
}

impl Follower {
    /// The next event: at once what is new, else when it changes; none after its end.
    async fn next(mut self) -> Option<(Result<Bytes, AppError>, Self)> {
        while self.told == Some(self.job.state) {
            if self.job.state != JobState::Running || self.since.elapsed() > EVENTS {
                return None;
            }
            tokio::time::sleep(LOOK).await;
            match read(&self.db, self.caller, self.job.id).await {
                Ok(job) => self.job = job,
                Err(error) => return Some((Err(error), self)),
            }
        }
        self.told = Some(self.job.state);
        let event = serde_json::to_string(&Job::from(self.job.clone())).unwrap_or_default();
        Some((Ok(Bytes::from(format!("event: job\ndata: {event}\n\n"))), self))
    }
}

/// The job as it is, and again whenever it changes, until it ends.
fn follow(db: Db, caller: Caller, job: JobRow) -> impl futures_util::Stream<Item = Result<Bytes, AppError>> {
    let follower = Follower {
        db,
        caller,
        since: Instant::now(),
        job,
        told: None,
    };
    stream::unfold(follower, Follower::next)
}
