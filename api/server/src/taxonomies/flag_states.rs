//! Flag states and the digits that begin the MMSI of their ships.

use crate::app::App;
use crate::auth::Anyone;
use crate::http::export::{self, Cell, Column, Form, Metadata, Sheet};
use crate::http::{AppError, Query};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use bellbuoy_domain::place;
use bellbuoy_domain::vessel::Mmsi;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list_flag_states).service(get_flag_state_metadata);
}

/// A flag state, or a part of one that has MIDs of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct FlagState {
    /// ISO 3166-1 alpha-2; a territory stands under its own code if it has one.
    #[schema(example = "PT")]
    pub country: String,
    /// Short name of the country in English.
    #[schema(example = "Portugal")]
    pub name: String,
    /// Register or area with MIDs of its own and no code of its own; none is the country itself.
    #[schema(example = "Madeira")]
    pub registry: Option<String>,
    /// Maritime identification digits, three each: an MMSI of its ships begins with one of them.
    #[schema(example = json!(["255"]))]
    pub mids: Vec<String>,
}

impl From<&place::FlagState> for FlagState {
    fn from(state: &place::FlagState) -> Self {
        Self {
            country: state.country.clone(),
            name: place::find_country(&state.country)
                .map(|country| country.name.clone())
                .unwrap_or_default(),
            registry: state.registry.clone(),
            mids: state.mids.clone(),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct FlagStateQuery {
    /// Only the state that assigned this MMSI of a ship: nine digits, the first from 2 to 7.
    #[param(value_type = Option<String>, example = "255805000")]
    mmsi: Option<Mmsi>,
}

const SHEET: Sheet = Sheet {
    name: "bellbuoy-flag-states",
    row: "A flag state, or a part of one that has maritime identification digits of its own.",
    licence: "Apache-2.0; facts from the ITU's Table of Maritime Identification Digits.",
    columns: &[
        Column("country", Cell::Text, "ISO 3166-1 alpha-2."),
        Column("name", Cell::Text, "Short name of the country in English."),
        Column(
            "registry",
            Cell::Text,
            "Register or area with digits of its own and no code of its own; empty for the country itself.",
        ),
        Column(
            "mids",
            Cell::Texts,
            "Maritime identification digits, three each: an MMSI of its ships begins with one of them.",
        ),
    ],
};

/// List flag states
///
/// With the digits that begin the MMSI of their ships; with `mmsi`, the one state it belongs to, or none. Also as
/// `text/csv` by `Accept`.
#[utoipa::path(tag = "taxonomies", security(()), params(FlagStateQuery),
    responses((status = 200, description = "Flag states, by country", body = Vec<FlagState>)))]
#[get("/flag-states")]
async fn list_flag_states(
    _by: Anyone,
    request: HttpRequest,
    query: Query<FlagStateQuery>,
) -> Result<HttpResponse, AppError> {
    let form = Form::asked(&request)?;
    let found: Vec<FlagState> = match &query.mmsi {
        Some(mmsi) => place::of_mmsi(mmsi.as_str())
            .into_iter()
            .map(FlagState::from)
            .collect(),
        None => place::flag_states().iter().map(FlagState::from).collect(),
    };
    if form.is_export() {
        return export::respond(form, SHEET.name, SHEET, &found);
    }
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .json(found))
}

/// Describe the file of flag states
///
/// What each column of the export means, its type, unit or vocabulary, and the licence of the data.
#[utoipa::path(tag = "taxonomies", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/flag-states/metadata.json")]
async fn get_flag_state_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}
