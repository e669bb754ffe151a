//! The site map: each slice's mount, in the order of the documentation.

use crate::app::App;
use crate::config::Part;
use crate::db::Db;
use crate::http::compression::spare;
use crate::http::envelope::envelope;
use crate::http::export::Limits;
use crate::http::fallback::Paths;
use crate::{
    advisories, api_keys, applications, audit, auth, certificates, certification_applications, complaints,
    consultants, cpd_entries, doctor, evidence, incidents, independence_checks, intake, jobs, mail,
    memberships, oauth, oidc, openapi, organisations, own_data, ratings, responders, schemes, setup, site,
    sittings, staff, statistics, suppliers, taxonomies,
};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Actix, Error, web};
use utoipa_actix_web::service_config::ServiceConfig;
use utoipa_actix_web::{AppExt, scope};

/// The reporters' half.
fn reporting(config: &mut ServiceConfig) {
    config.configure(intake::routes::mount);
}

/// Everybody else's half.
fn register(config: &mut ServiceConfig) {
    config
        .configure(site::routes::mount)
        .configure(auth::routes::mount)
        .configure(own_data::routes::mount)
        .configure(oidc::routes::mount)
        .configure(applications::routes::mount)
        .configure(organisations::routes::mount)
        .configure(memberships::routes::mount)
        .configure(api_keys::routes::mount)
        .configure(oauth::routes::mount)
        .configure(mail::routes::mount)
        .configure(staff::routes::mount)
        .configure(setup::routes::mount)
        .configure(doctor::routes::mount)
        .configure(intake::desk_keys::mount)
        .configure(intake::desk::mount)
        .configure(incidents::acceptance::mount)
        .configure(incidents::routes::mount)
        .configure(advisories::routes::mount)
        .configure(statistics::routes::mount)
        .configure(schemes::routes::mount)
        .configure(consultants::routes::mount)
        .configure(suppliers::routes::mount)
        .configure(certificates::routes::mount)
        .configure(evidence::routes::mount)
        .configure(certification_applications::routes::mount)
        .configure(complaints::routes::mount)
        .configure(ratings::routes::mount)
        .configure(independence_checks::routes::mount)
        .configure(responders::routes::mount)
        .configure(sittings::routes::mount)
        .configure(cpd_entries::routes::mount)
        .configure(taxonomies::routes::mount)
        .configure(audit::routes::mount)
        .configure(jobs::asked::routes::mount);
}

/// What stands at the root.
fn root(only: Option<Part>) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config.configure(site::routes::mount_root);
        if only != Some(Part::Intake) {
            config.configure(oauth::routes::mount_root);
        }
    }
}

/// The halves that a process serves.
fn api(only: Option<Part>) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        if only != Some(Part::Api) {
            config.configure(reporting);
        }
        if only != Some(Part::Intake) {
            config.configure(register);
        }
    }
}

/// The API's description, made from the handlers themselves.
pub fn spec() -> utoipa::openapi::OpenApi {
    spec_of(None)
}

/// The description of the halves that a process serves.
pub fn spec_of(only: Option<Part>) -> utoipa::openapi::OpenApi {
    let (_, spec) = Actix::new()
        .into_utoipa_app()
        .openapi(openapi::base())
        .configure(root(only))
        .service(scope("/api/v1").configure(api(only)))
        .split_for_parts();
    openapi::complete(spec)
}

/// The whole site for one worker.
pub fn site(
    app: App,
    db: Db,
    document: web::Data<openapi::Document>,
    paths: web::Data<Paths>,
) -> Actix<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let only = app.config.only;
    let (actix, _) = Actix::new()
        .into_utoipa_app()
        .openapi(openapi::base())
        .app_data(web::Data::new(Limits::of(&app)))
        .app_data(web::Data::new(app))
        .app_data(web::Data::new(db))
        .app_data(document)
        .app_data(paths)
        .configure(root(only))
        .service(scope("/api/v1").configure(api(only)))
        .split_for_parts();
    actix
        .configure(openapi::mount)
        .configure(move |config| site::mount_files(config, only))
        .default_service(web::to(site::otherwise))
        .wrap(from_fn(auth::machines::recognise))
        .wrap(from_fn(spare))
        .wrap(Compress::default())
        .wrap(from_fn(envelope))
}
