//! Techniques of MITRE ATT&CK: the built-in set, the importer of the official bundle, and reading them.

use super::store::{self, TechniqueRow};
use crate::app::App;
use crate::audit;
use crate::auth::Anyone;
use crate::db::{Caller, Db, transact};
use crate::http::export::{self, Cell, Column, Form, Metadata, Pages, Sheet};
use crate::http::{AppError, Query};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use bellbuoy_domain::incident::TechniqueMatrix;
use bellbuoy_domain::technique;
use bellbuoy_exchange::attack;
use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Rows written in one statement.
const CHUNK: usize = 500;

/// Adds the route.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list_techniques).service(get_technique_metadata);
}

/// A technique of MITRE ATT&CK.
#[derive(Debug, Serialize, ToSchema)]
pub struct Technique {
    pub matrix: TechniqueMatrix,
    #[schema(example = "T0856")]
    pub id: String,
    pub name: String,
    /// Short names of the tactics it serves.
    pub tactics: Vec<String>,
    /// Version of the set it was taken from.
    pub version: String,
    /// Not offered for new incidents.
    pub revoked: bool,
}

impl From<TechniqueRow> for Technique {
    fn from(row: TechniqueRow) -> Self {
        Self {
            matrix: row.matrix,
            id: row.id,
            name: row.name,
            tactics: row.tactics,
            version: row.version,
            revoked: row.revoked,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TechniqueQuery {
    /// Only this matrix.
    matrix: Option<TechniqueMatrix>,
}

const SHEET: Sheet = Sheet {
    name: "bellbuoy-techniques",
    row: "A technique of MITRE ATT&CK.",
    licence: "© The MITRE Corporation; reproduced with its permission, under the terms of use of ATT&CK.",
    columns: &[
        Column(
            "matrix",
            Cell::Word("technique_matrix"),
            "Which of the matrices it stands in.",
        ),
        Column("id", Cell::Text, "As `T0856` or `T1566.001`."),
        Column("name", Cell::Text, "In English, as MITRE gives it."),
        Column("tactics", Cell::Texts, "Short names of the tactics it serves."),
        Column("version", Cell::Text, "Version of the set it was taken from."),
        Column("revoked", Cell::Flag, "Not offered for new incidents."),
    ],
};

/// The table is as long as ATT&CK, a thousand rows or two: one page.
struct Techniques {
    matrix: Option<TechniqueMatrix>,
    over: bool,
}

impl Pages for Techniques {
    type Row = Technique;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Technique>, AppError> {
        if std::mem::replace(&mut self.over, true) {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, self.matrix).await?;
        Ok(rows.into_iter().map(Technique::from).collect())
    }
}

/// List techniques
///
/// Techniques of MITRE ATT&CK, for ICS and Enterprise; also as `text/csv` by `Accept`.
#[utoipa::path(tag = "taxonomies", security(()), params(TechniqueQuery),
    responses((status = 200, description = "The techniques", body = Vec<Technique>)))]
#[get("/techniques")]
async fn list_techniques(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<TechniqueQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        let techniques = Techniques {
            matrix: query.matrix,
            over: false,
        };
        return export::send(&request, &db, by.caller(), SHEET, techniques).await;
    }
    let mut conn = db.as_caller(by.caller()).await?;
    let all: Vec<Technique> = store::list(&mut conn, query.matrix)
        .await?
        .into_iter()
        .map(Technique::from)
        .collect();
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .json(all))
}

/// Describe the file of techniques
///
/// What each column of the export means, its type, unit or vocabulary, and the licence of the data.
#[utoipa::path(tag = "taxonomies", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/techniques/metadata.json")]
async fn get_technique_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Enters the built-in set where there is none yet.
pub async fn keep_built_in(db: &Db) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    if store::count(&mut conn).await? > 0 {
        return Ok(());
    }
    let rows: Vec<TechniqueRow> = technique::techniques()
        .iter()
        .map(|one| TechniqueRow {
            matrix: one.matrix,
            id: one.id.clone(),
            name: one.name.clone(),
            tactics: vec![one.tactic.clone()],
            version: technique::VERSION.to_owned(),
            revoked: false,
        })
        .collect();
    store::put(&mut conn, &rows).await?;
    Ok(())
}

/// Takes the techniques of an official STIX bundle; returns how many, and the entries that could not be read.
pub async fn import_attack(db: &Db, bytes: &[u8]) -> Result<(usize, Vec<attack::Fault>), AppError> {
    let import = attack::read(bytes).map_err(|fault| AppError::Internal(fault.into()))?;
    let version = import.version.unwrap_or_else(|| "unknown".to_owned());
    let rows: Vec<TechniqueRow> = import
        .techniques
        .into_iter()
        .map(|one| TechniqueRow {
            matrix: one.matrix,
            id: one.id,
            name: one.name,
            tactics: one.tactics,
            version: version.clone(),
            revoked: one.revoked,
        })
        .collect();
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        for chunk in rows.chunks(CHUNK) {
            store::put(conn, chunk).await?;
        }
        audit::record(
            conn,
            audit::Entry::by_system("techniques.import", "techniques", None),
        )
        .await
    })
    .await?;
    Ok((rows.len(), import.faults))
}
