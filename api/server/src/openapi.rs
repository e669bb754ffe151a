//! Title, tags and security of the API's description; adds the problem answers to every operation.

use crate::http::fallback::readable;
use crate::http::problem::{Fault, Problem};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, OpenApi as Spec, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Bellbuoy API",
        description = "Cyber incidents in shipping: sealed reports, incidents, advisories and figures. Errors are RFC 9457 problems; \
            lists are keyset pages; writes to existing things need If-Match; creating requests take an Idempotency-Key.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    tags(
        (name = "site", description = "Health, version, keys, the site's own facts"),
        (name = "auth", description = "Sign-in and what a person may know of themselves"),
        (name = "intake", description = "Sealed reports without a name: no account, no cookie, nothing kept that tells who or when"),
        (name = "desk", description = "Sealed reports at the triage desk; content is opened in the analyst's browser only"),
        (name = "organisations", description = "Applying, the directory, the people of an organisation and what they may do"),
        (name = "staff", description = "People of the platform"),
        (name = "machines", description = "Keys for programs that act for an organisation"),
        (name = "incidents", description = "Incidents reported by name, accepted from sealed reports, or publicly known"),
        (name = "advisories", description = "De-identified lessons, written by one person and released by another"),
        (name = "statistics", description = "Figures: live for members, by release for the public"),
        (name = "certification", description = "Who may assess a ship: schemes, people, firms and their certificates"),
        (name = "jobs", description = "Long work that goes on in the background"),
        (name = "taxonomies", description = "Vocabularies and reference tables"),
        (name = "audit", description = "Privileged steps, as they were taken"),
    ),
    components(schemas(Problem, Fault)),
    modifiers(&Bearer),
)]
struct Base;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, spec: &mut Spec) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("JWT")
            .description(Some("Access token from POST /api/v1/auth/sessions"))
            .build();
        spec.components
            .get_or_insert_default()
            .add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The frame of the description.
pub fn base() -> Spec {
    Base::openapi()
}

/// The description as served: JSON and YAML.
pub struct Document {
    pub json: String,
    pub yaml: String,
}

impl Document {
    /// Writes the description in both forms.
    pub fn of(spec: &Spec) -> anyhow::Result<Self> {
        Ok(Self {
            json: spec.to_pretty_json()?,
            yaml: spec.to_yaml()?,
        })
    }
}

/// Adds the problem answers that every operation can give.
pub fn complete(mut spec: Spec) -> Spec {
    for (path, item) in &mut spec.paths.paths {
        let operations = [
            (false, &mut item.get),
            (true, &mut item.post),
            (true, &mut item.put),
            (true, &mut item.patch),
            (true, &mut item.delete),
        ];
        for (changes, operation) in operations {
            let Some(operation) = operation else { continue };
            let open = operation.security.as_ref().is_none_or(|list| {
                list.iter()
                    .any(|need| serde_json::to_value(need).is_ok_and(|value| value == serde_json::json!({})))
            });
            let has_body = operation.request_body.is_some();
            let names: Vec<String> = operation
                .parameters
                .iter()
                .flatten()
                .filter_map(|parameter| match parameter {
                    RefOr::T(parameter) => Some(parameter.name.clone()),
                    RefOr::Ref(_) => None,
                })
                .collect();
            let mut add = |status: &str, text: &str| {
                operation
                    .responses
                    .responses
                    .entry(status.to_owned())
                    .or_insert_with(|| problem(text));
            };
            add("400", "The request could not be read");
            let known = operation
                .security
                .iter()
                .flatten()
                .any(|need| serde_json::to_value(need).is_ok_and(|value| value != serde_json::json!({})));
            if known || path.ends_with("/auth/sessions") || path.ends_with("/refresh") {
                add("401", "Sign in first, or the credentials do not fit");
            }
            if known {
                add("403", "For others");
            }
            if path.contains('{') || !open {
                add("404", "Not there, or not yours to see");
            }
            add("406", "Not offered in this form");
            if changes {
                add("409", "The state does not allow it");
            }
            if names.iter().any(|name| name == "If-Match") {
                add("412", "Changed since you read it");
                add("428", "If-Match is missing");
            }
            if has_body {
                add("413", "Too large");
                add("415", "Media type not taken");
                add("422", "Fields do not fit");
            }
            add("429", "Too many requests");
            add("503", "Not ready; nothing was changed");
        }
    }
    spec
}

fn problem(text: &str) -> RefOr<utoipa::openapi::Response> {
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .build();
    ResponseBuilder::new()
        .description(text)
        .content("application/problem+json", content)
        .build()
        .into()
}

/// Adds the addresses of the description.
pub fn mount(config: &mut web::ServiceConfig) {
    config
        .service(readable("/api/openapi.json", json))
        .service(readable("/api/openapi.yaml", yaml));
}

async fn json(document: web::Data<Document>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .body(document.json.clone())
}

async fn yaml(document: web::Data<Document>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/yaml")
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .body(document.yaml.clone())
}
