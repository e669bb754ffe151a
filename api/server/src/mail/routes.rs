//! The demo's letter box: where nothing is sent, everybody may look at what would be.

use super::store::{self, MailRow};
use crate::app::App;
use crate::auth::Anyone;
use crate::config::Mode;
use crate::db::{Caller, Db};
use crate::http::AppError;
use actix_web::{get, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Letters shown.
const SHOWN: i64 = 50;

/// Adds the route.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list_demo_mails);
}

/// A letter of the demo.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoMail {
    pub id: Uuid,
    pub to: String,
    pub subject: String,
    pub body: String,
    pub at: DateTime<Utc>,
}

impl From<MailRow> for DemoMail {
    fn from(row: MailRow) -> Self {
        Self {
            id: row.id,
            to: row.recipient,
            subject: row.subject,
            body: row.body.unwrap_or_default(),
            at: row.created_at,
        }
    }
}

/// Read the demo's letters
///
/// The latest 50 letters that a real site would send. There is no such address outside of demo mode.
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "The letters, newest first", body = Vec<DemoMail>),
    (status = 404, description = "This is no demo")))]
#[get("/demo/mails")]
async fn list_demo_mails(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<Vec<DemoMail>>, AppError> {
    if app.config.mode != Mode::Demo {
        return Err(AppError::NotFound("address"));
    }
    let mut conn = db.as_caller(Caller::System).await?;
    let rows = store::latest(&mut conn, SHOWN).await?;
    Ok(web::Json(rows.into_iter().map(DemoMail::from).collect()))
}
