//! Keyset pages: `limit`, an opaque cursor that carries the filter it belongs to, `next` and `prev`.

use super::codes;
use super::problem::{AppError, Fault};
use actix_web::HttpRequest;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// The most items one page can hold.
pub const MOST: u16 = 500;
/// The items a page holds when nobody says.
pub const USUAL: u16 = 50;
/// Totals are exact up to this number.
pub const COUNTED: i64 = 10_000;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Absolute address of the next page, if there is one.
    pub next: Option<String>,
    /// Absolute address of the page before, if there is one.
    pub prev: Option<String>,
    /// Only with `with_total=true`: the exact number up to 10,000, else `10000+`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
    /// Only with `updated_since`: what to give as `updated_since` next time, to get what changes from here on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
}

/// Where a page begins: after a key, or before it when leafing back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cursor<K> {
    #[serde(rename = "k")]
    pub key: K,
    #[serde(rename = "b", default)]
    pub back: bool,
    #[serde(rename = "f")]
    filter: String,
}

/// What a list was asked for: how many, from where.
#[derive(Debug, Clone)]
pub struct Asked<K> {
    pub limit: u16,
    pub cursor: Option<Cursor<K>>,
    filter: String,
}

impl<K: DeserializeOwned> Asked<K> {
    /// Reads `limit` and `cursor`; the cursor has to belong to the same filter.
    pub fn read(request: &HttpRequest, limit: Option<u16>, cursor: Option<&str>) -> Result<Self, AppError> {
        let limit = limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            let fault = Fault::new(
                "?limit",
                codes::BAD_PARAMETER.word,
                format!("`limit` has to lie between 1 and {MOST}"),
            );
            return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
        }
        let filter = filter_mark(request);
        let cursor = cursor.map(|text| decode::<K>(text, &filter)).transpose()?;
        Ok(Self {
            limit,
            cursor,
            filter,
        })
    }
}

impl<K> Asked<K> {
    /// Whether the page is read backwards.
    pub fn back(&self) -> bool {
        self.cursor.as_ref().is_some_and(|cursor| cursor.back)
    }

    /// One more than the page holds, to see whether there is another.
    pub fn probe(&self) -> i64 {
        i64::from(self.limit) + 1
    }
}

fn decode<K: DeserializeOwned>(text: &str, filter: &str) -> Result<Cursor<K>, AppError> {
    let unfit = || {
        AppError::Query(
            &codes::BAD_CURSOR,
            vec![Fault::new(
                "?cursor",
                codes::BAD_CURSOR.word,
                "the cursor is not one of this list with these filters",
            )],
        )
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).ok().ok_or_else(unfit)?;
    let cursor: Cursor<K> = serde_json::from_slice(&bytes).ok().ok_or_else(unfit)?;
    if cursor.filter == filter {
        Ok(cursor)
    } else {
        Err(unfit())
    }
}

fn filter_mark(request: &HttpRequest) -> String {
    let mut pairs: Vec<(String, String)> = form_urlencoded::parse(request.query_string().as_bytes())
        .filter(|(name, _)| !matches!(&**name, "cursor" | "limit" | "with_total"))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    pairs.sort();
    let digest = Sha256::digest(format!("{}{pairs:?}", request.path()));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

impl<T> Page<T> {
    /// Builds a page from `rows` read with [`Asked::probe`], in reading order.
    pub fn build<K: Serialize + Clone, R>(
        request: &HttpRequest,
        asked: &Asked<K>,
        mut rows: Vec<R>,
        key: impl Fn(&R) -> K,
        shape: impl Fn(R) -> T,
    ) -> Self {
        let more = rows.len() > usize::from(asked.limit);
        rows.truncate(usize::from(asked.limit));
        let back = asked.back();
        if back {
            rows.reverse();
        }
        let link = |row: Option<&R>, back: bool| {
            row.map(|row| {
                address(
                    request,
                    &Cursor {
                        key: key(row),
                        back,
                        filter: asked.filter.clone(),
                    },
                )
            })
        };
        let has_next = if back { asked.cursor.is_some() } else { more };
        let has_prev = if back { more } else { asked.cursor.is_some() };
        let next = if has_next { link(rows.last(), false) } else { None };
        let prev = if has_prev { link(rows.first(), true) } else { None };
        Self {
            items: rows.into_iter().map(shape).collect(),
            next,
            prev,
            total: None,
            position: None,
        }
    }

    /// The `Link` header of the page (RFC 8288), if it has neighbours.
    pub fn links(&self) -> Option<String> {
        let parts: Vec<String> = [("next", &self.next), ("prev", &self.prev)]
            .into_iter()
            .filter_map(|(rel, address)| {
                address
                    .as_ref()
                    .map(|address| format!("<{address}>; rel=\"{rel}\""))
            })
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Adds the total as people see it.
    #[must_use]
    pub fn with_total(mut self, counted: Option<i64>) -> Self {
        self.total = counted.map(|n| {
            if n > COUNTED {
                format!("{COUNTED}+")
            } else {
                n.to_string()
            }
        });
        self
    }
}

fn address<K: Serialize>(request: &HttpRequest, cursor: &Cursor<K>) -> String {
    let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(cursor).unwrap_or_default());
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in
        form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| name != "cursor")
    {
        query.append_pair(&name, &value);
    }
    query.append_pair("cursor", &text);
    format!(
        "{}{}?{}",
        super::origin::base(request),
        request.path(),
        query.finish()
    )
}
