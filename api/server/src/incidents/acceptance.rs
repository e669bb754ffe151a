//! Accepting a sealed report: the coded facts become an incident. Nothing of the report is named.

use super::actions::{self, Accepted};
use super::wire::{Incident, IncidentCreate};
use crate::app::App;
use crate::auth::Desk;
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::idempotency::IdempotencyKey;
use crate::http::{AppError, Body, Query};
use actix_web::{HttpResponse, post, web};
use bellbuoy_domain::incident::VerificationLevel;
use bellbuoy_domain::intake::AgeBand;
use bellbuoy_domain::marking::Tlp;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use validator::Validate;

/// Adds the route.
pub fn mount(config: &mut ServiceConfig) {
    config.service(accept_report);
}

/// What an analyst read in a sealed report, coded.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceCreate {
    #[validate(nested)]
    pub facts: IncidentCreate,
    pub verification: VerificationLevel,
    pub tlp: Tlp,
    /// How long the report waited, as the analyst's browser worked it out.
    pub age_band: AgeBand,
    /// Pseudonym of the affected party, made by the desk, so that several reports of one party count once.
    #[serde(default)]
    pub affected_party: Option<Uuid>,
}

/// Accept a sealed report
///
/// Takes the facts as coded by the analyst, and nothing that ties them to the report: the pair stands
/// in the desk's sealed note only. The incident has no time finer than the month.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = AcceptanceCreate,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat harmless")),
    responses((status = 201, description = "The new incident", body = Incident)))]
#[post("/desk/acceptances")]
async fn accept_report(
    by: Desk,
    app: web::Data<App>,
    db: web::Data<Db>,
    key: IdempotencyKey,
    query: Query<DryRun>,
    body: Body<AcceptanceCreate>,
) -> Result<HttpResponse, AppError> {
    let AcceptanceCreate {
        facts,
        verification,
        tlp,
        age_band,
        affected_party,
    } = body.value;
    let mut conn = db.as_caller(by.caller()).await?;
    let accepted = Accepted {
        verification,
        tlp,
        affected_party,
        age_band,
        dry_run: query.dry(),
    };
    let made = actions::accept_from_desk(&app, &mut conn, &by.0, &key, facts, accepted, &body.hash).await?;
    Ok(made.answer.respond(made.replayed))
}
