//! The site's own address, for links that leave with an answer.

use crate::app::App;
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
