//! The outermost middleware: gives each request an id, turns every error into a problem, sets
//! the headers that all answers carry, and writes one log line, except for what reporters touch.

use super::codes;
use super::compression;
use super::fallback::Paths;
use super::headers;
use super::messages::Language;
use super::problem::AppError;
use super::problem::Problem;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_TYPE, HeaderName, HeaderValue, VARY};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, ResponseError, web};
use std::time::Instant;

/// The id of a request, random, of use to us only.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Marks an error answer whose form is given by another standard, so that it is left as it is.
#[derive(Debug, Clone, Copy)]
pub struct OtherForm;

/// Whether a path belongs to a reporter, who leaves no line in any log and gets no request id.
pub fn reporters_path(path: &str) -> bool {
    path == "/report"
        || path.starts_with("/.well-known/")
        || path == "/verify"
        || path == "/verify-worker.js"
        || path.starts_with("/api/v1/intake")
        || path == "/mark.svg"
        || path.starts_with("/assets/")
}

/// Headers of which a second one would be ignored without a word.
const ONCE: [&str; 9] = [
    "authorization",
    "bellbuoy-commitment",
    "bellbuoy-epoch",
    "bellbuoy-help",
    "bellbuoy-locator-hash",
    "content-type",
    "idempotency-key",
    "if-match",
    "prefer",
];

/// Wraps every request.
pub async fn envelope<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let quiet = reporters_path(request.match_info().as_str());
    // A HEAD is a GET whose body is not sent; the connection remembers what was asked.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let id = RequestId(hex::encode(rand::random::<[u8; 8]>()));
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();
    let twice = ONCE
        .iter()
        .find(|name| request.headers().get_all(**name).nth(1).is_some());
    let unknown = request.app_data::<web::Data<Paths>>().map_or(Ok(()), |paths| {
        if let Some(name) = twice {
            let detail = format!("the header `{name}` is given twice; send it once");
            return Err(AppError::refused(&codes::MALFORMED, detail));
        }
        paths.check_query(request.method().as_str(), request.path(), request.query_string())
    });
    let mut response = match unknown {
        Ok(()) => next.call(request).await?.map_into_boxed_body(),
        Err(refusal) => request.into_response(refusal.error_response()),
    };
    let id = (!quiet).then_some(id);
    finish_problem(&mut response, id.as_ref());
    compression::finish(response.headers_mut());
    headers::apply(&mut response, id.as_ref());
    if !quiet {
        let route = response
            .request()
            .match_pattern()
            .unwrap_or_else(|| "-".to_owned());
        let millis = started.elapsed().as_secs_f64() * 1000.0;
        metrics::histogram!("http_request_seconds", "route" => route.clone()).record(millis / 1000.0);
        tracing::info!(
            method = %method, route, status = response.status().as_u16(), ms = (millis * 10.0).round() / 10.0,
            id = id.as_ref().map(|id| id.0.as_str()), "request"
        );
    }
    Ok(response)
}

fn finish_problem(response: &mut ServiceResponse<BoxBody>, id: Option<&RequestId>) {
    let status = response.status();
    let other = response.response_mut().extensions_mut().remove::<OtherForm>();
    if other.is_some() || !(status.is_client_error() || status.is_server_error()) {
        return;
    }
    let carried = response.response_mut().extensions_mut().remove::<Problem>();
    let mut problem = match carried {
        Some(problem) => problem,
        None => Problem {
            status: status.as_u16(),
            ..Problem::remedied(codes::for_status(status.as_u16()))
        },
    };
    let language = Language::asked(response.request().headers());
    if let Some(code) = codes::find(&problem.code) {
        let told = language.message(code);
        problem.title.clone_from(&told.title);
        if problem.remedied {
            problem.detail.clone_from(&told.remedy);
        }
    }
    problem.request_id = id.map(|id| id.0.clone());
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let answer = response.response_mut();
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(
        HeaderName::from_static("content-language"),
        HeaderValue::from_static(language.tag()),
    );
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    headers.remove("content-encoding");
    let old = std::mem::replace(answer, actix_web::HttpResponse::new(status));
    let (head, _) = old.into_parts();
    *answer = head.set_body(BoxBody::new(body));
}
