//! Accredited suppliers over HTTP.

use super::export::{SHEET, Suppliers, key};
use super::store::{self, Filter, Key};
use super::wire::Supplier;
use crate::app::App;
use crate::auth::Anyone;
use crate::db::Db;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::words::words;
use crate::http::{AppError, Fault, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, web};
use bellbuoy_domain::place::{find_country, plain};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_suppliers)
        .service(export_suppliers)
        .service(get_supplier_metadata)
        .service(get_supplier);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SupplierQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Seat, ISO 3166-1 alpha-2.
    #[param(example = "NL")]
    country: Option<String>,
    /// Fields of work.
    domain: Option<String>,
    /// Part of the name.
    #[param(max_length = 100)]
    q: Option<String>,
}

impl SupplierQuery {
    fn filter(&self, app: &App) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            today: app.now().date_naive(),
            country: self.country.as_ref().map(|code| code.to_uppercase()),
            domain: words("domain", self.domain.as_deref(), &mut faults),
            name: self
                .q
                .as_deref()
                .map(|part| plain(part.trim()))
                .filter(|part| !part.is_empty()),
        };
        if let Some(code) = filter
            .country
            .as_deref()
            .filter(|code| find_country(code).is_none())
        {
            let why = format!("`{code}` is not a code of ISO 3166-1 alpha-2, such as NL");
            faults.push(Fault::new("?country", codes::BAD_PARAMETER.word, why));
        }
        if filter
            .name
            .as_ref()
            .is_some_and(|part| part.chars().count() > 100 || part.contains('\0'))
        {
            let why = "`q` has to be at most 100 characters of text";
            faults.push(Fault::new("?q", codes::BAD_PARAMETER.word, why));
        }
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List accredited suppliers
///
/// Firms with an accreditation in force, by name.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(SupplierQuery),
    responses((status = 200, description = "A page of suppliers", body = Page<Supplier>)))]
#[get("/suppliers")]
async fn list_suppliers(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<SupplierQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &app, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter(&app)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key.clone());
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, key, Supplier::from);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export accredited suppliers
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), SupplierQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/suppliers.{form:csv|ndjson|xlsx}")]
async fn export_suppliers(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<SupplierQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &app, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &SupplierQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let suppliers = Suppliers {
        filter: query.filter(app)?,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, suppliers).await
}

/// Describe the file of suppliers
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/suppliers/metadata.json")]
async fn get_supplier_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Get a supplier
///
/// Its accreditations are at `/certificates?supplier=`, its people at `/consultants?supplier=`.
#[utoipa::path(tag = "certification", security(()), params(("id" = Uuid, Path, description = "Id of the supplier")),
    responses((status = 200, description = "The supplier", body = Supplier)))]
#[get("/suppliers/{id}")]
async fn get_supplier(
    by: Anyone,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Supplier>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("supplier"))?;
    Ok(web::Json(row.into()))
}
