//! Reading the audit.

use super::export::{Entries, SHEET};
use super::store::{self, EntryRow};
use crate::app::App;
use crate::auth::Admin;
use crate::db::Db;
use crate::http::export::{self, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::{AppError, Query};
use actix_web::{HttpRequest, HttpResponse, get, web};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_audit)
        .service(export_audit)
        .service(get_audit_metadata)
        .configure(super::chain::routes::mount);
}

/// One step that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntry {
    pub id: Uuid,
    /// Position in the record, without gaps.
    pub number: Option<i64>,
    /// When; cut to the hour for steps on sealed reports.
    pub at: DateTime<Utc>,
    /// Account that took the step; absent for the server itself.
    pub actor: Option<Uuid>,
    /// What was done, as `noun.verb`.
    pub action: String,
    pub object_kind: String,
    pub object_id: Option<Uuid>,
    /// Names of the fields that changed.
    pub fields: Vec<String>,
    pub reason: Option<String>,
    /// SHA-256 over this entry and the hash before it: 64 hex digits.
    pub hash: Option<String>,
}

impl From<EntryRow> for AuditEntry {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            at: row.at,
            actor: row.account_id,
            action: row.action,
            object_kind: row.object_kind,
            object_id: row.object_id,
            fields: row.fields,
            reason: row.reason,
            hash: row.hash.map(hex::encode),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AuditQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Actions, separated by commas.
    action: Option<String>,
    /// Only steps on this object.
    object_id: Option<Uuid>,
}

impl AuditQuery {
    fn actions(&self) -> Option<Vec<String>> {
        let list = self.action.as_ref()?;
        Some(list.split(',').map(|word| word.trim().to_owned()).collect())
    }
}

/// List the audit
///
/// Steps that were taken, newest first, once the sequencer has numbered them (within a second).
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), params(AuditQuery),
    responses((status = 200, description = "A page of steps", body = Page<AuditEntry>)))]
#[get("/audit")]
async fn list_audit(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<AuditQuery>,
) -> Result<HttpResponse, AppError> {
    let asked = Asked::<i64>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let rows = store::list(
        &mut conn,
        query.actions().as_deref(),
        query.object_id,
        asked.cursor.as_ref().map(|cursor| cursor.key),
        asked.back(),
        asked.probe(),
    )
    .await?;
    let page = Page::build(
        &request,
        &asked,
        rows,
        |row| row.number.unwrap_or_default(),
        AuditEntry::from,
    );
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the audit
///
/// The same steps as a file: `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), AuditQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/audit.{form:csv|ndjson|xlsx}")]
async fn export_audit(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<AuditQuery>,
) -> Result<HttpResponse, AppError> {
    let entries = Entries {
        actions: query.actions(),
        object: query.object_id,
        after: None,
        over: false,
    };
    export::send(&request, &db, by.caller(), SHEET, entries).await
}

/// Describe the file of the audit
///
/// What each column of the export means, its type or unit.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/audit/metadata.json")]
async fn get_audit_metadata(_by: Admin, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}
