//! `Idempotency-Key` on every request that creates: claimed and answered in the transaction of the
//! effect, scoped to caller and operation, kept 30 days (a ship may be dark for weeks).
//!
//! A second request with the same key and body gets the first answer with `Idempotency-Replayed: true`;
//! with another body 422; while the first still runs 409.

use super::codes;
use super::problem::AppError;
use crate::db::statement::statement;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use diesel::sql_types::{BigInt, Bool, Bytea, Jsonb, Nullable, SmallInt, Text};
use diesel::{OptionalExtension, QueryableByName};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};

/// The key of a creating request, if the caller sent one.
#[derive(Debug, Clone)]
pub struct IdempotencyKey(pub Option<String>);

impl FromRequest for IdempotencyKey {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let key = request
            .headers()
            .get("idempotency-key")
            .map(|value| value.to_str().unwrap_or_default().to_owned());
        ready(match key {
            Some(key) if key.is_empty() || key.len() > 200 => Err(AppError::unfit(
                "Idempotency-Key",
                "length",
                "has to be 1 to 200 printable characters",
            )),
            key => Ok(Self(key)),
        })
    }
}

/// What became of a claim.
#[derive(Debug)]
pub enum Claim {
    /// Go on, and call [`keep`] with the answer.
    First,
    /// The answer given before.
    Replay(Answer),
}

/// An answer as it was first given.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: u16,
    pub body: serde_json::Value,
    pub etag: Option<String>,
}

#[derive(QueryableByName)]
struct Claimed {
    #[diesel(sql_type = Bool)]
    locked: bool,
    #[diesel(sql_type = Bool)]
    fresh: bool,
    #[diesel(sql_type = Nullable<Bytea>)]
    request_hash: Option<Vec<u8>>,
    #[diesel(sql_type = Nullable<SmallInt>)]
    status: Option<i16>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    response: Option<serde_json::Value>,
    #[diesel(sql_type = Nullable<Text>)]
    etag: Option<String>,
}

/// Claims the key inside the caller's transaction; without a key every request is the first.
pub async fn claim(
    conn: &mut AsyncPgConnection,
    scope: &str,
    key: &IdempotencyKey,
    hash: &[u8; 32],
) -> Result<Claim, AppError> {
    let Some(key) = &key.0 else {
        return Ok(Claim::First);
    };
    let claimed: Option<Claimed> = statement("WITH asked AS (SELECT ")
        .bind::<Text, _>(scope)
        .sql(" AS scope, ")
        .bind::<Text, _>(key)
        .sql(" AS key), lock AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(")
        .bind::<BigInt, _>(lock_number(scope, key))
        .sql(
            ") AS got), \
             fresh AS (INSERT INTO idempotency_keys (scope, key, request_hash) SELECT asked.scope, asked.key, ",
        )
        .bind::<Bytea, _>(hash.to_vec())
        .sql(
            " FROM asked, lock WHERE got ON CONFLICT DO NOTHING RETURNING true) \
             SELECT lock.got AS locked, EXISTS (SELECT FROM fresh) AS fresh, k.request_hash, k.status, k.response, k.etag \
             FROM lock CROSS JOIN asked LEFT JOIN idempotency_keys k ON k.scope = asked.scope AND k.key = asked.key",
        )
        .get_result(conn)
        .await
        .optional()?;
    let busy = || {
        AppError::refused(
            &codes::IN_PROGRESS,
            "the first request with this Idempotency-Key is still running",
        )
    };
    let claimed = claimed.ok_or_else(busy)?;
    if !claimed.locked {
        return Err(busy());
    }
    if claimed.fresh {
        return Ok(Claim::First);
    }
    // The first request may have committed after this statement began to look: its row is there,
    // and only a statement of its own sees it.
    let claimed = match claimed.request_hash {
        Some(_) => claimed,
        None => kept(conn, scope, key).await?.ok_or_else(busy)?,
    };
    if claimed.request_hash.as_deref() != Some(hash.as_slice()) {
        return Err(AppError::refused(
            &codes::KEY_REUSED,
            "this Idempotency-Key came with another body before",
        ));
    }
    let (Some(status), Some(body)) = (claimed.status, claimed.response) else {
        return Err(busy());
    };
    Ok(Claim::Replay(Answer {
        status: status.unsigned_abs(),
        body,
        etag: claimed.etag,
    }))
}

/// Finds what stands under the key, whoever holds it.
async fn kept(conn: &mut AsyncPgConnection, scope: &str, key: &str) -> Result<Option<Claimed>, AppError> {
    let found = statement(
        "SELECT true AS locked, false AS fresh, request_hash, status, response, etag \
         FROM idempotency_keys WHERE scope = ",
    )
    .bind::<Text, _>(scope)
    .sql(" AND key = ")
    .bind::<Text, _>(key)
    .get_result(conn)
    .await
    .optional()?;
    Ok(found)
}

/// Keeps the answer for the key, in the same transaction.
pub async fn keep(
    mut conn: &AsyncPgConnection,
    scope: &str,
    key: &IdempotencyKey,
    answer: &Answer,
) -> Result<(), AppError> {
    let Some(key) = &key.0 else { return Ok(()) };
    statement("UPDATE idempotency_keys SET status = ")
        .bind::<SmallInt, _>(i16::try_from(answer.status).unwrap_or(200))
        .sql(", response = ")
        .bind::<Jsonb, _>(&answer.body)
        .sql(", etag = ")
        .bind::<Nullable<Text>, _>(&answer.etag)
        .sql(" WHERE scope = ")
        .bind::<Text, _>(scope)
        .sql(" AND key = ")
        .bind::<Text, _>(key)
        .execute(&mut conn)
        .await?;
    Ok(())
}

impl Answer {
    /// A 201 with the new thing.
    pub fn created(body: &impl Serialize, etag: String) -> Result<Self, AppError> {
        let body = serde_json::to_value(body).map_err(|error| AppError::Internal(error.into()))?;
        Ok(Self {
            status: 201,
            body,
            etag: Some(etag),
        })
    }

    /// The answer as a response; a repeat says so.
    pub fn respond(&self, replayed: bool) -> HttpResponse {
        let mut response = HttpResponse::build(StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK));
        if let Some(etag) = &self.etag {
            response.insert_header(("etag", etag.as_str()));
        }
        if replayed {
            response.insert_header(("idempotency-replayed", "true"));
        }
        response.json(&self.body)
    }
}

fn lock_number(scope: &str, key: &str) -> i64 {
    let digest = Sha256::digest(format!("{scope}\n{key}"));
    digest
        .iter()
        .take(8)
        .fold(0_i64, |number, byte| (number << 8) | i64::from(*byte))
}
