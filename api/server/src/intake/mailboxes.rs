//! The reporter's mailbox over HTTP: read, write, withdraw.

use super::model::MessageRow;
use super::sent::{sealed_body, worked};
use super::{chaff, store};
use crate::app::App;
use crate::auth::Anyone;
use crate::db::{Db, transact};
use crate::http::{AppError, Fault, Query, codes};
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use bellbuoy_domain::intake::MessageDirection;
use bellbuoy_domain::sealed::{self, MESSAGE_BYTES, MESSAGE_RECIPIENTS};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// The most messages a mailbox takes.
const MOST_MESSAGES: i64 = 200;
/// The last page of a mailbox.
const LAST_PAGE: u32 = 99;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(read_mailbox)
        .service(send_message)
        .service(withdraw_report);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct MailboxQuery {
    /// Page, from 0; go on while all four slots of a page open.
    #[param(maximum = 99)]
    page: Option<u32>,
}

/// Read a mailbox
///
/// Four slots of 4,492 bytes. A slot that the mailbox key does not open is chaff. An unknown locator
/// gets an answer of the same size and kind, the same one each time.
#[utoipa::path(tag = "intake", security(()), params(("locator" = String, Path, description = "64 hex digits"), MailboxQuery),
    responses((status = 200, description = "One page of slots", body = Vec<u8>, content_type = "application/octet-stream")))]
#[get("/intake/mailboxes/{locator}")]
async fn read_mailbox(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    locator: web::Path<String>,
    query: Query<MailboxQuery>,
) -> Result<HttpResponse, AppError> {
    let locator = locator_bytes(&locator)?;
    let number = query.page.unwrap_or_default();
    if number > LAST_PAGE {
        let detail = format!("`page` has to lie between 0 and {LAST_PAGE}");
        let fault = Fault::new("?page", codes::BAD_PARAMETER.word, detail);
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let mut conn = db.intake().await?;
    let messages = store::mailbox_page(&mut conn, &hash(&locator), i64::from(number) * 4, 4).await?;
    let page = chaff::page(&app.keys.secret, &locator, number, &messages);
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .body(page))
}

/// Send a message to the desk
///
/// An answer or further facts, sealed to the desk, the recovery key and the mailbox itself. The answer
/// is the same whether the mailbox exists or not.
#[utoipa::path(tag = "intake", security(()),
    params(("locator" = String, Path, description = "64 hex digits"), ("id" = Uuid, Path, description = "Random, made by the sender"),
        ("bellbuoy-work" = String, Header, description = "Proof of work as <hour>:<nonce>")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 204, description = "Taken")))]
#[put("/intake/mailboxes/{locator}/messages/{id}")]
async fn send_message(
    _by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(String, Uuid)>,
    payload: web::Payload,
) -> Result<HttpResponse, AppError> {
    let (locator, id) = path.into_inner();
    let locator = locator_bytes(&locator)?;
    let content = sealed_body(&request, payload, MESSAGE_BYTES).await?;
    worked(&app, &request, id, &content)?;
    sealed::check(&content, MESSAGE_RECIPIENTS)
        .map_err(|fault| AppError::refused(&codes::SEAL_UNFIT, fault.to_string()))?;
    let mut conn = db.intake().await?;
    if let Some(envelope_id) = store::mailbox(&mut conn, &hash(&locator)).await? {
        if store::count_messages(&mut conn, envelope_id).await? >= MOST_MESSAGES {
            return Err(AppError::refused(
                &codes::CONFLICT,
                "this mailbox is full; file a new report and say that it goes on with this one",
            ));
        }
        let message = MessageRow {
            id,
            envelope_id,
            direction: MessageDirection::ToDesk,
            content: content.to_vec(),
            seen: false,
        };
        store::insert_message(&mut conn, &message).await?;
    }
    Ok(HttpResponse::NoContent().finish())
}

/// Withdraw a report
///
/// Erases the sealed report and its messages. The answer is the same whether the mailbox exists or not.
#[utoipa::path(tag = "intake", security(()), params(("locator" = String, Path, description = "64 hex digits")),
    responses((status = 204, description = "Erased")))]
#[delete("/intake/mailboxes/{locator}")]
async fn withdraw_report(
    _by: Anyone,
    db: web::Data<Db>,
    locator: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let locator = locator_bytes(&locator)?;
    let mut conn = db.intake().await?;
    transact(&mut conn, false, async |conn| {
        if let Some(id) = store::mailbox(conn, &hash(&locator)).await? {
            store::withdraw(conn, id).await?;
        }
        Ok(())
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn hash(locator: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(locator).into()
}

fn locator_bytes(text: &str) -> Result<[u8; 32], AppError> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).map_err(|_error| {
        AppError::refused(
            &codes::MALFORMED,
            "a locator is 64 hex digits, made from the receipt",
        )
    })?;
    Ok(bytes)
}
