//! Vocabularies and reference tables over HTTP.

use crate::app::App;
use crate::auth::Anyone;
use crate::http::export::{self, Cell, Column, Form, Metadata, Sheet};
use crate::http::{AppError, Query};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use bellbuoy_domain::place;
use bellbuoy_domain::vocabulary::{self, Listing};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_taxonomies)
        .service(get_taxonomy)
        .service(get_taxonomy_metadata)
        .service(list_ports)
        .service(list_countries)
        .configure(super::flag_states::mount)
        .configure(super::techniques::mount);
}

/// A vocabulary.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taxonomy {
    #[schema(example = "incident_kind")]
    pub name: String,
    pub version: String,
    /// Where the words come from.
    pub source: String,
    pub words: Vec<Word>,
}

/// A word of a vocabulary.
#[derive(Debug, Serialize, ToSchema)]
pub struct Word {
    pub word: String,
    /// For people, in English.
    pub label: String,
    /// Word of the parent vocabulary it belongs to.
    pub parent: Option<String>,
}

impl From<Listing> for Taxonomy {
    fn from(listing: Listing) -> Self {
        Self {
            name: listing.name.to_owned(),
            version: listing.version.to_owned(),
            source: listing.source.to_owned(),
            words: listing
                .words
                .into_iter()
                .map(|entry| Word {
                    word: entry.word.to_owned(),
                    label: entry.label.to_owned(),
                    parent: entry.parent.map(str::to_owned),
                })
                .collect(),
        }
    }
}

const SHEET: Sheet = Sheet {
    name: "bellbuoy-vocabulary",
    row: "A word of the vocabulary.",
    licence: "Apache-2.0, with the source that the vocabulary names.",
    columns: &[
        Column("word", Cell::Text, "The word, as it stands in data; it stays."),
        Column("label", Cell::Text, "For people, in English."),
        Column(
            "parent",
            Cell::Text,
            "Word of the parent vocabulary that it belongs to.",
        ),
    ],
};

/// List vocabularies
#[utoipa::path(tag = "taxonomies", security(()), responses((status = 200, description = "All vocabularies", body = Vec<Taxonomy>)))]
#[get("/taxonomies")]
async fn list_taxonomies(_by: Anyone) -> HttpResponse {
    let all: Vec<Taxonomy> = vocabulary::catalogue().into_iter().map(Taxonomy::from).collect();
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .json(all)
}

/// Get a vocabulary
///
/// Also as `.csv`, `.ndjson` or `.xlsx` by `Accept`.
#[utoipa::path(tag = "taxonomies", security(()), params(("name" = String, Path, description = "Name of the vocabulary", example = "incident_kind")),
    responses((status = 200, description = "The vocabulary", body = Taxonomy)))]
#[get("/taxonomies/{name}")]
async fn get_taxonomy(
    _by: Anyone,
    request: HttpRequest,
    name: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let form = Form::asked(&request)?;
    let listing = vocabulary::catalogue()
        .into_iter()
        .find(|listing| listing.name == name.as_str())
        .ok_or(AppError::NotFound("vocabulary"))?;
    let taxonomy = Taxonomy::from(listing);
    if form.is_export() {
        return export::respond(form, &format!("bellbuoy-{name}"), SHEET, &taxonomy.words);
    }
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .json(taxonomy))
}

/// Describe a vocabulary's file
#[utoipa::path(tag = "taxonomies", security(()), params(("name" = String, Path, description = "Name of the vocabulary", example = "incident_kind")),
    responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/taxonomies/{name}/metadata.json")]
async fn get_taxonomy_metadata(
    _by: Anyone,
    app: web::Data<App>,
    name: web::Path<String>,
) -> Result<web::Json<Metadata>, AppError> {
    if vocabulary::catalogue()
        .iter()
        .all(|listing| listing.name != name.as_str())
    {
        return Err(AppError::NotFound("vocabulary"));
    }
    Ok(web::Json(SHEET.describe(&format!("bellbuoy-{name}"), app.now())))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct PortQuery {
    /// Part of a name, or the beginning of a UN/LOCODE.
    #[param(example = "rotter")]
    q: String,
}

/// A port.
#[derive(Debug, Serialize, ToSchema)]
pub struct Port {
    #[schema(example = "NLRTM")]
    pub unlocode: String,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees, north is positive.
    pub latitude: f64,
    /// Degrees, east is positive.
    pub longitude: f64,
}

/// Search ports
///
/// The best 20 by name or UN/LOCODE.
#[utoipa::path(tag = "taxonomies", security(()), params(PortQuery), responses((status = 200, description = "Ports that fit", body = Vec<Port>)))]
#[get("/ports")]
async fn list_ports(_by: Anyone, query: Query<PortQuery>) -> HttpResponse {
    let found: Vec<Port> = place::search(&query.q, 20)
        .into_iter()
        .map(|port| Port {
            unlocode: port.unlocode.clone(),
            name: port.name.clone(),
            country: port.country.clone(),
            latitude: port.latitude,
            longitude: port.longitude,
        })
        .collect();
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .json(found)
}

/// A country.
#[derive(Debug, Serialize, ToSchema)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Short name in English.
    pub name: String,
}

/// List countries
#[utoipa::path(tag = "taxonomies", security(()), responses((status = 200, description = "Countries of ISO 3166-1", body = Vec<Country>)))]
#[get("/countries")]
async fn list_countries(_by: Anyone) -> HttpResponse {
    let all: Vec<Country> = place::countries()
        .iter()
        .map(|country| Country {
            code: country.code.clone(),
            name: country.name.clone(),
        })
        .collect();
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .json(all)
}
