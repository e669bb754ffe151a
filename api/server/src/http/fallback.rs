//! What is answered where no handler is: 405 with `Allow` when the API description knows the path
//! under another method, else 404.

use super::codes;
use super::problem::{AppError, Fault};
use actix_web::dev::HttpServiceFactory;
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder, ResponseError, web};
use serde_json::Value;
use utoipa::openapi::path::{Parameter, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr, Required};

/// One documented operation.
#[derive(Debug, Clone)]
struct Operation {
    pattern: Vec<String>,
    method: &'static str,
    query: Vec<Asked>,
    /// Another site writes the query, and adds to it what it likes.
    open: bool,
}

/// A query parameter of an operation.
#[derive(Debug, Clone)]
struct Asked {
    name: String,
    required: bool,
    /// What it means, for whoever left it out.
    means: String,
    /// Its words, where it takes words.
    accepted: Vec<String>,
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
                    .filter_map(|parameter| asked(parameter, spec))
                    .collect();
                all.push(Operation {
                    pattern: path.split('/').map(str::to_owned).collect(),
                    method,
                    query,
                    open: operation
                        .extensions
                        .as_ref()
                        .is_some_and(|more| more.contains_key("x-open-query")),
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
        let operations: Vec<&Operation> = self
            .fitting(path)
            .filter(|operation| operation.method == method)
            .collect();
        if let [only] = operations.as_slice() {
            left_out(&only.query, query)?;
        }
        if query.is_empty() || operations.iter().all(|operation| operation.open) {
            return Ok(());
        }
        let known: Vec<&str> = operations
            .iter()
            .flat_map(|operation| operation.query.iter().map(|asked| asked.name.as_str()))
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

/// Refuses a query without a parameter that has to be there.
fn left_out(wanted: &[Asked], query: &str) -> Result<(), AppError> {
    let given = |name: &str| form_urlencoded::parse(query.as_bytes()).any(|(given, _)| given == name);
    let missing: Vec<Fault> = wanted
        .iter()
        .filter(|asked| asked.required && !given(&asked.name))
        .map(|asked| {
            let detail = format!("`{}` has to be given: {}", asked.name, asked.means);
            Fault::new(format!("?{}", asked.name), codes::BAD_PARAMETER.word, detail)
                .accepted(asked.accepted.iter().cloned())
        })
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(AppError::Query(&codes::BAD_PARAMETER, missing))
    }
}

fn asked(parameter: &RefOr<Parameter>, spec: &OpenApi) -> Option<Asked> {
    let RefOr::T(parameter) = parameter else {
        return None;
    };
    if parameter.parameter_in != ParameterIn::Query {
        return None;
    }
    let schema = serde_json::to_value(&parameter.schema).unwrap_or_default();
    let named = schema
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|name| name.rsplit('/').next());
    let words = spec
        .components
        .as_ref()
        .zip(named)
        .and_then(|(parts, name)| parts.schemas.get(name))
        .and_then(|words| serde_json::to_value(words).ok())
        .unwrap_or_default();
    let accepted = words.get("enum").and_then(Value::as_array).into_iter().flatten();
    let means = parameter.description.clone().unwrap_or_default();
    Some(Asked {
        name: parameter.name.clone(),
        required: matches!(parameter.required, Required::True),
        means: means.trim_end_matches('.').to_owned(),
        accepted: accepted
            .filter_map(|word| word.as_str().map(str::to_owned))
            .collect(),
    })
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
