//! The files of the web: two pages whose marks are filled in, and assets compressed at build time.

use crate::app::App;
use crate::config::Part;
use crate::http::AppError;
use crate::http::compression::stored;
use crate::http::fallback::{Paths, fallback, readable};
use crate::http::headers::DOCS_POLICY;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, ContentEncoding, ETAG, HeaderName,
    HeaderValue, LOCATION, VARY,
};
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};
use bytes::Bytes;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Pages kept compressed; more than there are, for a server whose files are built anew while it runs.
const MOST_PAGES: usize = 16;

/// What Vite built. Debug builds read it from the disk.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
pub struct Assets;

/// Adds pages and assets; everything else that wants a page gets the dashboard's.
pub fn mount(config: &mut web::ServiceConfig, only: Option<Part>) {
    if only != Some(Part::Api) {
        config.service(readable("/report", report));
    }
    match only {
        Some(Part::Intake) => config.service(readable("/verify", filing_proofs)),
        _ => config
            .service(readable("/verify", verify))
            .service(readable("/verify-worker.js", worker))
            .service(readable("/c/{number}", certificate))
            .service(readable("/s/{scheme}/{version}", scheme)),
    };
    config
        .service(readable("/mark.svg", mark))
        .service(readable("/api/docs", docs))
        .service(readable("/assets/{file:.*}", asset));
}

async fn report(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    page(&request, &app, "report.html")
}

/// The check of a filing proof is part of the reporter's page, which is all that the reporters' half has.
async fn filing_proofs() -> HttpResponse {
    elsewhere("/report#verify".to_owned())
}

/// The check of a certificate, which may look through the camera at the code on it.
async fn verify(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let mut response = page(&request, &app, "verify.html");
    response.headers_mut().insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=(), browsing-topics=()"),
    );
    response
}

/// What keeps that page for when there is no line.
async fn worker() -> HttpResponse {
    match Assets::get("verify-worker.js") {
        Some(file) => HttpResponse::Ok()
            .content_type("text/javascript; charset=utf-8")
            .insert_header((CACHE_CONTROL, "no-cache"))
            .body(file.data.into_owned()),
        None => AppError::NotFound("file").error_response(),
    }
}

/// The short address in a signed certificate, which has to fit its code.
async fn certificate(number: web::Path<String>) -> HttpResponse {
    elsewhere(format!("/certificates/{}", encoded(&number)))
}

/// The short address of a scheme in a signed certificate.
async fn scheme(path: web::Path<(String, String)>) -> HttpResponse {
    elsewhere(format!("/schemes/{}", encoded(&path.0)))
}

fn elsewhere(path: String) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn mark() -> HttpResponse {
    match Assets::get("mark.svg") {
        Some(file) => HttpResponse::Ok()
            .content_type("image/svg+xml")
            .insert_header((CACHE_CONTROL, "public, max-age=86400"))
            .body(file.data.into_owned()),
        None => AppError::NotFound("file").error_response(),
    }
}

async fn docs(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let mut response = page(&request, &app, "docs.html");
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(DOCS_POLICY));
    response
}

/// Answers what no route takes: a browser that asks for a page gets the dashboard's, which knows its
/// own addresses; everybody else gets a problem.
pub async fn otherwise(request: HttpRequest, app: web::Data<App>, paths: web::Data<Paths>) -> HttpResponse {
    let path = request.path();
    if app.config.only == Some(Part::Intake) && path == "/" {
        return HttpResponse::SeeOther()
            .insert_header((LOCATION, "/report"))
            .finish();
    }
    let ours = ["/api/", "/assets/", "/.well-known/", "/problems/"]
        .iter()
        .any(|prefix| path.starts_with(prefix));
    let wants_page = request
        .headers()
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("text/html"));
    if request.method() == Method::GET && wants_page && !ours && app.config.only != Some(Part::Intake) {
        return page(&request, &app, "index.html");
    }
    fallback(request, paths).await
}

/// A page of the web with its marks filled in.
fn page(request: &HttpRequest, app: &App, name: &str) -> HttpResponse {
    let Some(file) = Assets::get(name) else {
        return match name {
            "index.html" => HttpResponse::ServiceUnavailable()
                .insert_header(("retry-after", "60"))
                .finish(),
            _ => AppError::NotFound("page").error_response(),
        };
    };
    let text = String::from_utf8_lossy(&file.data)
        .replace("__BELLBUOY_MODE__", app.config.mode.as_str())
        .replace(
            "__BELLBUOY_DUTY_DESK__",
            &escaped(app.config.duty_desk.as_deref().unwrap_or_default()),
        );
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((VARY, "accept-encoding"));
    if stored(request, &[ContentEncoding::Brotli]).is_some() {
        return response
            .insert_header((CONTENT_ENCODING, "br"))
            .body(packed(text));
    }
    response.body(text)
}

/// A page compressed as far as it goes. What was compressed before is kept: there are few pages, and the marks in
/// them do not change while the process lives.
fn packed(text: String) -> Bytes {
    static PAGES: Mutex<BTreeMap<String, Bytes>> = Mutex::new(BTreeMap::new());
    let mut pages = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(page) = pages.get(&text) {
        return page.clone();
    }
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 16,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    // Writing to memory does not fail.
    brotli::BrotliCompress(&mut text.as_bytes(), &mut compressed, &parameters).ok();
    let page = Bytes::from(compressed);
    if pages.len() >= MOST_PAGES {
        pages.clear();
    }
    pages.insert(text, page.clone());
    page
}

async fn asset(request: HttpRequest, path: web::Path<String>) -> Result<HttpResponse, AppError> {
    let name = format!("assets/{path}");
    let kinds = [(ContentEncoding::Brotli, ".br"), (ContentEncoding::Gzip, ".gz")];
    let there: Vec<_> = kinds
        .into_iter()
        .filter_map(|(form, suffix)| Assets::get(&format!("{name}{suffix}")).map(|file| (form, file)))
        .collect();
    let forms: Vec<ContentEncoding> = there.iter().map(|(form, _)| *form).collect();
    let liked = stored(&request, &forms);
    let packed = there.into_iter().find(|(form, _)| Some(*form) == liked);
    let encoding = packed.is_some().then_some(liked).flatten();
    let file = packed
        .map(|(_, file)| file)
        .or_else(|| Assets::get(&name))
        .ok_or(AppError::NotFound("file"))?;
    let kind = Assets::get(&name)
        .map(|plain| plain.metadata.mimetype().to_owned())
        .unwrap_or_else(|| "application/octet-stream".to_owned());
    let kind = if kind.starts_with("text/") {
        format!("{kind}; charset=utf-8")
    } else {
        kind
    };
    let mut response = HttpResponse::Ok();
    response
        .content_type(kind)
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((ETAG, format!("\"{}\"", hex::encode(file.metadata.sha256_hash()))))
        .insert_header((VARY, "accept-encoding"));
    if let Some(encoding) = encoding {
        response.insert_header((CONTENT_ENCODING, encoding.as_str()));
    }
    Ok(response.body(file.data.into_owned()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
