//! Which answers leave compressed: all that a caller can read smaller, except what is small or compressed
//! already, and except the sealed intake, where the size of an answer must not tell what is in it.

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    AcceptEncoding, CONTENT_ENCODING, CONTENT_TYPE, ContentEncoding, Encoding, Header, HeaderMap, HeaderValue,
};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest};

/// Below this size, bytes, an answer fits one packet either way.
const SMALL: u64 = 1024;

/// Says to the compressor that an answer leaves as it is; [`finish`] takes the word off again.
const AS_IT_IS: HeaderValue = HeaderValue::from_static("identity");

/// Stands between the compressor and the handlers, and marks what is not to be compressed.
pub async fn spare<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    // The path as it was routed: an escaped letter does not lead around this.
    let sealed = request.match_info().as_str().starts_with("/api/v1/intake");
    let mut response = next.call(request).await?;
    let small = matches!(response.response().body().size(), BodySize::Sized(size) if size < SMALL);
    let headers = response.headers_mut();
    if (sealed || small || packed(headers)) && !headers.contains_key(CONTENT_ENCODING) {
        headers.insert(CONTENT_ENCODING, AS_IT_IS);
    }
    Ok(response)
}

/// Takes the mark off, since `identity` is no word of `Content-Encoding` (RFC 9110 §8.4.1).
pub fn finish(headers: &mut HeaderMap) {
    if headers.get(CONTENT_ENCODING) == Some(&AS_IT_IS) {
        headers.remove(CONTENT_ENCODING);
    }
}

fn packed(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/vnd.openxmlformats") || kind == "application/zip")
}

/// Which of the stored forms a caller likes best, by its quality values; nothing stands for the plain one.
pub fn stored(request: &HttpRequest, forms: &[ContentEncoding]) -> Option<ContentEncoding> {
    let asked = AcceptEncoding::parse(request).ok()?;
    let offered: Vec<Encoding> = std::iter::once(&ContentEncoding::Identity)
        .chain(forms)
        .map(|form| Encoding::Known(*form))
        .collect();
    match asked.negotiate(offered.iter())? {
        Encoding::Known(form) if form != ContentEncoding::Identity => Some(form),
        _ => None,
    }
}
