//! The site's own address, for links that leave with an answer.

use super::codes;
use super::problem::AppError;
use crate::app::App;
use crate::config::Mode;
use actix_web::{HttpRequest, web};

/// `https://bellbuoy.example`: as the operator gave it, else the host that was asked over plain HTTP. What a
/// client says of proxies is not believed, since it would stand in links that others follow.
pub fn base(request: &HttpRequest) -> String {
    let given = request
        .app_data::<web::Data<App>>()
        .and_then(|app| app.config.origin.clone());
    given.unwrap_or_else(|| {
        let host = request.headers().get("host").and_then(|host| host.to_str().ok());
        format!("http://{}", host.unwrap_or("localhost"))
    })
}

/// As [`base`], for what others take this site for.
///
/// # Errors
/// In production, when the operator gave no address: whoever asks could make up another.
pub fn sure(request: &HttpRequest) -> Result<String, AppError> {
    let given = request
        .app_data::<web::Data<App>>()
        .is_some_and(|app| app.config.mode == Mode::Demo || app.config.origin.is_some());
    if given {
        return Ok(base(request));
    }
    let why = "this site cannot say what it is called before its operator sets BELLBUOY_ORIGIN";
    Err(AppError::refused(&codes::CONFLICT, why))
}
