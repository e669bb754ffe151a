//! What is answered where no handler is: 405 with `Allow` when the API description knows the path
//! under another method, else 404.

use super::codes;
use super::problem::AppError;
use actix_web::dev::HttpServiceFactory;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder, ResponseError, web};
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr};

/// One documented operation.
#[derive(Debug, Clone)]
struct Operation {
    pattern: Vec<String>,
    method: &'static str,
    /// Names of its query parameters.
    query: Vec<String>,
}

/// The documented operations, for telling 405 from 404 and unknown query parameters from known ones.
#[derive(Debug, Clone)]
pub struct Paths(Vec<Operation>);

impl Paths {
    /// Reads the operations of the API description.
    pub fn of(spec: &OpenApi) -> Self {
        let mut all = Vec::new();
        for (path, item) in &spec.paths.paths {
            let operations = [
                ("GET", &item.get),
                ("POST", &item.post),
                ("PUT", &item.put),
                ("PATCH", &item.patch),
                ("DELETE", &item.delete),
            ];
            for (method, operation) in operations {
                let Some(operation) = operation else { continue };
                let query = operation
                    .parameters
                    .iter()
                    .flatten()
                    .filter_map(query_name)
                    .collect();
                all.push(Operation {
                    pattern: path.split('/').map(str::to_owned).collect(),
                    method,
                    query,
                });
            }
        }
        Self(all)
    }

    fn fitting(&self, path: &str) -> impl Iterator<Item = &Operation> {
        let parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        self.0.iter().filter(move |operation| {
            operation.pattern.len() == parts.len()
                && operation
                    .pattern
                    .iter()
                    .zip(&parts)
                    .all(|(pattern, part)| fits(pattern, part))
        })
    }

    /// The methods of all documented paths that fit this one.
    pub fn methods(&self, path: &str) -> Vec<&'static str> {
        let mut methods: Vec<&'static str> = self.fitting(path).map(|operation| operation.method).collect();
        methods.sort_unstable();
        methods.dedup();
        methods
    }

    /// Refuses query parameters that no fitting operation knows; nothing is ignored silently.
    pub fn check_query(&self, method: &str, path: &str, query: &str) -> Result<(), AppError> {
        if query.is_empty() {
            return Ok(());
        }
        let mut operations = self
            .fitting(path)
            .filter(|operation| operation.method == method)
            .peekable();
        if operations.peek().is_none() {
            return Ok(());
        }
        let known: Vec<&str> = operations
            .flat_map(|operation| operation.query.iter().map(String::as_str))
            .collect();
        super::query::check_names(query, &known)
    }
}

/// `{id}` fits any part; `name.{form}` any part that begins with `name.`.
fn fits(pattern: &str, part: &str) -> bool {
    match pattern.split_once('{') {
        Some((before, _)) => part.len() > before.len() && part.starts_with(before),
        None => pattern == part,
    }
}

fn query_name(parameter: &RefOr<Parameter>) -> Option<String> {
    match parameter {
        RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query => Some(parameter.name.clone()),
        _ => None,
    }
}

/// Answers everything that no handler takes.
pub async fn fallback(request: HttpRequest, paths: web::Data<Paths>) -> HttpResponse {
    let methods = paths.methods(request.path());
    // A path that fits and a method that is there: a part of the path is not one that the operation takes.
    if methods.is_empty() || methods.contains(&request.method().as_str()) {
        return AppError::NotFound("address").error_response();
    }
    not_allowed(&methods.join(", "))
}

fn not_allowed(methods: &str) -> HttpResponse {
    let detail = format!("this address takes {methods}");
    let mut response = AppError::refused(&codes::METHOD_NOT_ALLOWED, detail).error_response();
    if let Ok(value) = HeaderValue::from_str(methods) {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

/// A page or a file outside of the API's description: it is read, and nothing else.
pub fn readable<F, Args>(path: &str, handler: F) -> impl HttpServiceFactory + 'static
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::resource(path.to_owned())
        .get(handler)
        .default_service(web::to(async || not_allowed("GET")))
}
