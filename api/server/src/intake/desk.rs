//! The desk's half: analysts list, open, note, answer and close sealed reports. What they decide
//! stands in the sealed note; the audit knows the step, the envelope and the hour.

use super::model::MessageRow;
use super::wire::{ContentUpdate, Envelope, Message, MessageCreate, NoteUpdate, OpenedEnvelope, StepCreate};
use super::{keyring, store};
use crate::audit;
use crate::auth::Desk;
use crate::db::{Db, transact};
use crate::http::page::{Asked, Page};
use crate::http::precondition::{self, IfMatch};
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, post, put, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bellbuoy_domain::intake::{EnvelopeState, MessageDirection, step as take_step};
use bellbuoy_domain::sealed::{self, MESSAGE_RECIPIENTS, REPORT_RECIPIENTS};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// The largest body of a report that is sealed anew: the largest bucket in base64, and the note.
const LARGEST: usize = 24 << 20;

/// Adds the routes of this half.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_envelopes)
        .service(open_envelope)
        .service(set_note)
        .service(answer_reporter)
        .service(step_envelope)
        .service(reseal_envelope);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct QueueQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// States, separated by commas; received and opened when absent.
    #[param(example = "received,opened")]
    state: Option<String>,
}

/// List sealed reports
///
/// Calls for help first, then in the order of their random ids.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), params(QueueQuery),
    responses((status = 200, description = "A page of sealed reports", body = Page<Envelope>)))]
#[get("/desk/envelopes")]
async fn list_envelopes(
    _by: Desk,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<QueueQuery>,
) -> Result<HttpResponse, AppError> {
    let asked = Asked::<(bool, Uuid)>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut faults = Vec::new();
    let states = words("state", query.state.as_deref(), &mut faults)
        .unwrap_or_else(|| vec![EnvelopeState::Received, EnvelopeState::Opened]);
    if !faults.is_empty() {
        return Err(AppError::Query(&codes::BAD_PARAMETER, faults));
    }
    let mut conn = db.intake().await?;
    let rows = store::list(
        &mut conn,
        &states,
        asked.cursor.as_ref().map(|cursor| cursor.key),
        asked.back(),
        asked.probe(),
    )
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let waiting = store::waiting(&mut conn, &ids).await?;
    let page = Page::build(
        &request,
        &asked,
        rows,
        |row| (row.help, row.id),
        |row| {
            let n = waiting.get(&row.id).copied().unwrap_or_default();
            Envelope::of(row, n)
        },
    );
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Open a sealed report
///
/// Its ciphertext and its messages; they are opened in the analyst's browser. Each reading is audited.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), params(("id" = Uuid, Path, description = "Id of the report")),
    responses((status = 200, description = "The sealed report", body = OpenedEnvelope)))]
#[get("/desk/envelopes/{id}")]
async fn open_envelope(by: Desk, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let mut conn = db.intake().await?;
    let (row, content) = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("report"))?;
    note_step(&by, &db, "desk.read", *id).await?;
    let messages = store::messages(&mut conn, *id).await?;
    store::mark_seen(&mut conn, *id).await?;
    let tag = row.etag();
    let opened = OpenedEnvelope {
        envelope: Envelope::of(row, 0),
        content: STANDARD.encode(content),
        messages: messages
            .into_iter()
            .map(|message| Message {
                id: message.id,
                direction: message.direction,
                content: STANDARD.encode(message.content),
            })
            .collect(),
    };
    Ok(HttpResponse::Ok().insert_header(("etag", tag)).json(opened))
}

/// Write the desk's note
///
/// Sealed in the analyst's browser: what was decided, and which incident came of it, stands nowhere else.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = NoteUpdate,
    params(("id" = Uuid, Path, description = "Id of the report"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The report after the change", body = Envelope)))]
#[put("/desk/envelopes/{id}/note")]
async fn set_note(
    by: Desk,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    body: Body<NoteUpdate>,
) -> Result<HttpResponse, AppError> {
    let note = sealed_field("/note", &body.value.note, REPORT_RECIPIENTS)?;
    note_step(&by, &db, "desk.note", *id).await?;
    let mut conn = db.intake().await?;
    let row = transact(&mut conn, false, async |conn| {
        let before = store::lock(conn, *id)
            .await?
            .filter(|row| row.state != EnvelopeState::Withdrawn)
            .ok_or(AppError::NotFound("report"))?;
        version.holds(&before.etag())?;
        Ok(store::set_note(conn, *id, &note, before.revision + 1).await?)
    })
    .await?;
    Ok(shown(row))
}

/// Answer the reporter
///
/// A question, an answer or a change of status, sealed to the mailbox, the desk and the recovery key.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = MessageCreate,
    params(("id" = Uuid, Path, description = "Id of the report")), responses((status = 201, description = "In the mailbox")))]
#[post("/desk/envelopes/{id}/messages")]
async fn answer_reporter(
    by: Desk,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    body: Body<MessageCreate>,
) -> Result<HttpResponse, AppError> {
    let content = sealed_field("/content", &body.value.content, MESSAGE_RECIPIENTS)?;
    note_step(&by, &db, "desk.answer", *id).await?;
    let mut conn = db.intake().await?;
    transact(&mut conn, false, async |conn| {
        store::lock(conn, *id)
            .await?
            .filter(|row| row.state != EnvelopeState::Withdrawn)
            .ok_or(AppError::NotFound("report"))?;
        let message = MessageRow {
            id: body.value.id,
            envelope_id: *id,
            direction: MessageDirection::ToReporter,
            content,
            seen: true,
        };
        Ok(store::insert_message(conn, &message).await?)
    })
    .await?;
    Ok(HttpResponse::Created().finish())
}

/// Take a step with a sealed report
///
/// Open, close or reopen it. Whether it was accepted or refused is not told here.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = StepCreate,
    params(("id" = Uuid, Path, description = "Id of the report"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The report after the step", body = Envelope)))]
#[post("/desk/envelopes/{id}/steps")]
async fn step_envelope(
    by: Desk,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    body: Body<StepCreate>,
) -> Result<HttpResponse, AppError> {
    let step = body.value.step;
    note_step(&by, &db, &format!("desk.{step}"), *id).await?;
    let mut conn = db.intake().await?;
    let row = transact(&mut conn, false, async |conn| {
        let before = store::lock(conn, *id)
            .await?
            .ok_or(AppError::NotFound("report"))?;
        version.holds(&before.etag())?;
        let state = take_step(before.state, step)
            .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
        Ok(store::set_state(conn, *id, state, before.revision + 1).await?)
    })
    .await?;
    Ok(shown(row))
}

/// Seal a report anew
///
/// After a change of the desk's key an analyst's browser opens the report and seals it to the current one.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = ContentUpdate,
    params(("id" = Uuid, Path, description = "Id of the report"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The report after the change", body = Envelope)))]
#[put("/desk/envelopes/{id}/content")]
async fn reseal_envelope(
    by: Desk,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    body: Body<ContentUpdate, LARGEST>,
) -> Result<HttpResponse, AppError> {
    let content = sealed_field("/content", &body.value.content, REPORT_RECIPIENTS)?;
    let note = body
        .value
        .note
        .as_deref()
        .map(|note| sealed_field("/note", note, REPORT_RECIPIENTS))
        .transpose()?;
    note_step(&by, &db, "desk.reseal", *id).await?;
    let mut conn = db.intake().await?;
    let row = transact(&mut conn, false, async |conn| {
        let before = store::lock(conn, *id)
            .await?
            .filter(|row| row.state != EnvelopeState::Withdrawn)
            .ok_or(AppError::NotFound("report"))?;
        version.holds(&before.etag())?;
        let current = keyring::epochs(conn)
            .await?
            .into_iter()
            .any(|epoch| epoch.current && epoch.id == body.value.epoch);
        if !current {
            return Err(AppError::refused(
                &codes::EPOCH_UNKNOWN,
                "reports are sealed anew to the current desk key only",
            ));
        }
        Ok(store::set_content(
            conn,
            *id,
            &body.value.epoch,
            &content,
            note.as_deref(),
            before.revision + 1,
        )
        .await?)
    })
    .await?;
    Ok(shown(row))
}

fn shown(row: super::model::EnvelopeRow) -> HttpResponse {
    let tag = precondition::header(&row.etag());
    HttpResponse::Ok()
        .insert_header(("etag", tag))
        .json(Envelope::of(row, 0))
}

pub fn decode(pointer: &str, text: &str) -> Result<Vec<u8>, AppError> {
    STANDARD
        .decode(text)
        .map_err(|error| AppError::unfit(pointer, "base64", format!("has to be base64 ({error})")))
}

fn sealed_field(pointer: &str, text: &str, recipients: usize) -> Result<Vec<u8>, AppError> {
    let content = decode(pointer, text)?;
    sealed::check(&content, recipients)
        .map_err(|fault| AppError::unfit(pointer, "seal_unfit", fault.to_string()))?;
    Ok(content)
}

/// The audit lives with the register, the envelope with the intake: the step is noted first, so
/// that nothing is read or changed without a line.
pub async fn note_step(by: &Desk, db: &Db, action: &str, envelope: Uuid) -> Result<(), AppError> {
    let conn = db.as_caller(by.caller()).await?;
    let entry = audit::Entry::by(by.0.sub, action, "report", envelope).to_the_hour();
    audit::record(&conn, entry).await
}
