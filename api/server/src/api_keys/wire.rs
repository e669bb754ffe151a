//! Keys on the wire.

use super::model::ApiKeyRow;
use crate::auth::machines::is_network;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::machine::KeyScope;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

/// A key, without its secret.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApiKey {
    pub id: Uuid,
    pub organisation_id: Uuid,
    /// Who made it.
    pub account_id: Uuid,
    pub name: String,
    /// Sees demo data only.
    pub test: bool,
    pub scopes: Vec<KeyScope>,
    /// Networks it may be used from; empty is everywhere.
    pub addresses: Vec<String>,
    /// The public key that the program proves itself by, where it has no secret.
    #[schema(value_type = Option<Object>)]
    pub public_key: Option<Value>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// Day of the last use.
    pub last_used_on: Option<NaiveDate>,
    /// Until when the secret or public key before the last rotation still works.
    pub previous_until: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_reason: Option<String>,
    pub revision: i32,
    /// For `If-Match`.
    pub etag: String,
}

impl From<ApiKeyRow> for ApiKey {
    fn from(row: ApiKeyRow) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            organisation_id: row.organisation_id,
            account_id: row.account_id,
            name: row.name,
            test: row.test,
            scopes: row.scopes,
            addresses: row.addresses,
            public_key: row.public_key,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_on: row.last_used_on,
            previous_until: row.previous_until,
            revoked_at: row.revoked_at,
            revoked_reason: row.revoked_reason,
            revision: row.revision,
        }
    }
}

/// A key with its secret, if it has one.
#[derive(Serialize, ToSchema)]
pub struct ApiKeyMade {
    /// Told once. Send it as `Authorization: Bearer bb_live_…`. None where the program has a public key.
    #[schema(
        example = "bb_live_0190f3a27c4e7d219b5e3f6a1c2d4e5f_9c0f7d1e5b3a8642d1c0b9a8f7e6d5c4b3a29180f7e6d5c4b3a291807f6e5d4c_1a2b3c4d"
    )]
    pub key: Option<String>,
    pub api_key: ApiKey,
}

/// What a key is for.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApiKeyCreate {
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100, example = "Nightly import of the port")]
    pub name: String,
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub scopes: Vec<KeyScope>,
    /// Days until it runs out; 90 when absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 366))]
    #[schema(minimum = 1, maximum = 366)]
    pub days: Option<u16>,
    /// Networks it may be used from, as `192.0.2.0/24`; everywhere when absent.
    #[serde(default)]
    #[validate(length(max = 20), custom(function = "networks"))]
    #[schema(max_items = 20)]
    pub addresses: Vec<String>,
    /// A key to try things with: it sees demo data only.
    #[serde(default)]
    pub test: bool,
    /// The public half of a pair of keys, as a JSON Web Key (RFC 7517): Ed25519, P-256, or RSA of 2048 to 4096 bits. The
    /// program then proves itself by what it signs (RFC 7523), and no secret is made.
    #[serde(default)]
    #[schema(value_type = Option<Object>, example = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }))]
    pub public_key: Option<Map<String, Value>>,
}

/// How a key gets another secret or public key.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RotationCreate {
    /// The public key that comes next; then no secret is made. A key that has one keeps to it.
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub public_key: Option<Map<String, Value>>,
    /// Hours that the old secret or public key goes on, so that programs can be changed one by one; 24 when absent.
    #[serde(default)]
    #[validate(range(min = 0, max = 720))]
    #[schema(minimum = 0, maximum = 720)]
    pub overlap_hours: Option<u16>,
    /// Days until it runs out, from now; as long as before when absent.
    #[serde(default)]
    #[validate(range(min = 1, max = 366))]
    #[schema(minimum = 1, maximum = 366)]
    pub days: Option<u16>,
}

/// Why a key ends.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevocationCreate {
    #[validate(length(min = 3, max = 500), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 500)]
    pub reason: String,
}

/// A key that was found where it does not belong.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeakCreate {
    /// The whole key.
    #[validate(length(min = 20, max = 200))]
    #[schema(min_length = 20, max_length = 200)]
    pub key: String,
}

fn networks(all: &[String]) -> Result<(), ValidationError> {
    if all.iter().all(|network| is_network(network)) {
        return Ok(());
    }
    let message =
        "has to be networks such as 192.0.2.0/24 or 2001:db8::/32, with nothing behind their length";
    Err(ValidationError::new("network").with_message(message.into()))
}
