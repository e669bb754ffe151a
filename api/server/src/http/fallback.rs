//! What is answered where no handler is: 405 with `Allow` when the API description knows the path
//! under another method, else 404.

use super::codes;
use super::problem::AppError;
use actix_web::{HttpRequest, HttpResponse, ResponseError, web};
use utoipa::openapi::OpenApi;

/// The documented paths, for telling 405 from 404.
#[derive(Debug, Clone)]
pub struct Paths(Vec<(Vec<String>, Vec<&'static str>)>);

impl Paths {
    /// Reads the paths and methods of the API description.
    pub fn of(spec: &OpenApi) -> Self {
        Self(
            spec.paths
                .paths
                .iter()
                .map(|(path, item)| {
                    let methods = [
                        ("GET", item.get.is_some()),
                        ("POST", item.post.is_some()),
                        ("PUT", item.put.is_some()),
                        ("PATCH", item.patch.is_some()),
                        ("DELETE", item.delete.is_some()),
                    ];
                    (
                        path.split('/').map(str::to_owned).collect(),
                        methods
                            .into_iter()
                            .filter(|(_, has)| *has)
                            .map(|(name, _)| name)
                            .collect(),
                    )
                })
                .collect(),
        )
    }

    /// The methods of all documented paths that fit this one.
    pub fn methods(&self, path: &str) -> Vec<&'static str> {
        let parts: Vec<&str> = path.split('/').collect();
        let mut methods: Vec<&'static str> = self
            .0
            .iter()
            .filter(|(pattern, _)| {
                pattern.len() == parts.len()
                    && pattern.iter().zip(&parts).all(|(pattern, part)| {
                        pattern.starts_with('{') && !part.is_empty() || pattern == part
                    })
            })
            .flat_map(|(_, methods)| methods.iter().copied())
            .collect();
        methods.sort_unstable();
        methods.dedup();
        methods
    }
}

/// Answers everything that no handler takes.
pub async fn fallback(request: HttpRequest, paths: web::Data<Paths>) -> HttpResponse {
    let methods = paths.methods(request.path());
    if methods.is_empty() {
        return AppError::NotFound("address").error_response();
    }
    let mut response = AppError::refused(
        &codes::METHOD_NOT_ALLOWED,
        format!("this address takes {}", methods.join(", ")),
    )
    .error_response();
    if let Ok(value) = methods.join(", ").parse() {
        response
            .headers_mut()
            .insert(actix_web::http::header::ALLOW, value);
    }
    response
}
