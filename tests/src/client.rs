//! A client over real HTTP, named for who it is.

use reqwest::{Method, RequestBuilder};
use serde::Serialize;
use serde_json::Value;

/// Somebody who calls.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    token: Option<String>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// The value of a cookie that is set.
    pub fn cookie(&self, name: &str) -> String {
        let set = self
            .headers
            .get_all("set-cookie")
            .iter()
            .filter_map(|line| line.to_str().ok());
        let value = set
            .filter_map(|line| line.strip_prefix(name)?.strip_prefix('=')?.split(';').next())
            .next();
        value.unwrap_or_default().to_owned()
    }

    /// Fails with the body when the status is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// The problem as far as two callers could tell it from another: status, body and headers without those of the request.
    pub fn plain(&self) -> (u16, Value, Vec<(String, String)>) {
        let mut problem = self.json();
        if let Some(problem) = problem.as_object_mut() {
            problem.remove("request_id");
        }
        let kept = |name: &str| !["date", "x-request-id", "ratelimit", "content-length"].contains(&name);
        let headers = self.headers.iter().filter(|(name, _)| kept(name.as_str()));
        (
            self.status,
            problem,
            headers
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                .collect(),
        )
    }

    /// The problem's code.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The pointers of the problem's faults.
    pub fn pointers(&self) -> Vec<String> {
        let faults = self.json()["errors"].as_array().cloned().unwrap_or_default();
        faults
            .iter()
            .map(|fault| fault["pointer"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}

impl Client {
    /// A client with or without a token; it keeps cookies.
    pub fn new(base: &str, token: Option<String>) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            .no_proxy()
            .build()
            .unwrap();
        Self {
            http,
            base: base.to_owned(),
            token,
        }
    }

    /// A client that calls in a way of its own.
    pub fn over(base: &str, http: reqwest::Client) -> Self {
        Self {
            http,
            base: base.to_owned(),
            token: None,
        }
    }

    /// The same client at another server.
    pub fn at(&self, base: &str) -> Self {
        Self {
            base: base.to_owned(),
            ..self.clone()
        }
    }

    /// The same client with another token.
    pub fn with_token(&self, token: &str) -> Self {
        Self {
            token: Some(token.to_owned()),
            ..self.clone()
        }
    }

    /// The same token without the cookies that were set so far.
    pub fn without_cookies(&self) -> Self {
        Self::new(&self.base, self.token.clone())
    }

    /// A request to a path, to be finished with [`send`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let address = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.base)
        };
        let request = self.http.request(method, address);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.request(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        send(self.request(Method::DELETE, path)).await
    }

    pub async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        send(self.request(Method::POST, path).json(body)).await
    }

    pub async fn put(&self, path: &str, body: &impl Serialize) -> Answer {
        send(self.request(Method::PUT, path).json(body)).await
    }

    /// POST with the version the change is meant for.
    pub async fn post_match(&self, path: &str, etag: &str, body: &impl Serialize) -> Answer {
        send(
            self.request(Method::POST, path)
                .header("if-match", etag)
                .json(body),
        )
        .await
    }

    /// PUT with the version the change is meant for.
    pub async fn put_match(&self, path: &str, etag: &str, body: &impl Serialize) -> Answer {
        send(
            self.request(Method::PUT, path)
                .header("if-match", etag)
                .json(body),
        )
        .await
    }

    /// PATCH with the version the change is meant for.
    pub async fn patch_match(&self, path: &str, etag: &str, body: &impl Serialize) -> Answer {
        send(
            self.request(Method::PATCH, path)
                .header("if-match", etag)
                .json(body),
        )
        .await
    }
}

/// Sends a request and reads the answer to its end.
pub async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Answer {
        status,
        headers,
        bytes: response.bytes().await.unwrap().to_vec(),
    }
}
