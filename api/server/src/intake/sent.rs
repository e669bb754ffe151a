//! What a reporter's request brings: a sealed body, and the proof of work over it.

use crate::app::App;
use crate::http::{AppError, body, codes, inflate};
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, web};
use bellbuoy_domain::work::{self, Work};
use uuid::Uuid;

/// The server's hour, which a proof of work is bound to.
pub fn hour(app: &App) -> u64 {
    work::hour_of(u64::try_from(app.now().timestamp()).unwrap_or_default())
}

/// A header's text; none if it is absent or no text.
pub fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

/// Checks the proof of work over what was sent.
pub fn worked(app: &App, request: &HttpRequest, id: Uuid, content: &[u8]) -> Result<(), AppError> {
    let needed = u32::from(app.flood.arrival());
    let refuse = |text: String| AppError::refused(&codes::WORK_MISSING, text);
    let work: Work = header(request, "bellbuoy-work")
        .unwrap_or_default()
        .parse()
        .map_err(|fault: work::WorkFault| refuse(fault.to_string()))?;
    work::verify(work, hour(app), needed, id, content).map_err(|fault| refuse(fault.to_string()))
}

/// Reads a sealed body of at most `limit` bytes.
pub async fn sealed_body(
    request: &HttpRequest,
    payload: web::Payload,
    limit: usize,
) -> Result<bytes::Bytes, AppError> {
    let kind = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    if kind != Some("application/octet-stream") {
        return Err(AppError::refused(
            &codes::UNSUPPORTED_TYPE,
            "send Content-Type: application/octet-stream",
        ));
    }
    inflate::plain_only(request.headers())?;
    body::read(payload, limit).await
}
