//! Use cases of keys.

use super::model::{ApiKeyRow, NewApiKey};
use super::store;
use super::wire::{ApiKeyCreate, RotationCreate};
use crate::audit;
use crate::auth::machines::public_key::PublicKey;
use crate::auth::machines::secret_hash;
use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use bellbuoy_domain::machine::KeyText;
use bellbuoy_domain::policy::{Facts, Verb, can};
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use serde_json::{Map, Value};
use uuid::Uuid;

/// Days that a key lives when nothing else is said.
const USUAL: u16 = 90;
/// Hours that the secret before goes on when nothing else is said.
const OVERLAP: u16 = 24;

/// What a key is to prove itself by: the secret where one was made, its hash, the public key.
struct Proof {
    secret: Option<String>,
    hash: Option<Vec<u8>>,
    public_key: Option<Value>,
}

impl Proof {
    /// The public key that was given, else a new secret.
    fn new(public_key: Option<&Map<String, Value>>) -> Result<Self, AppError> {
        let read = public_key.map(PublicKey::read).transpose();
        let public_key = read.map_err(|fault| AppError::Unfit(vec![fault]))?;
        let secret = public_key
            .is_none()
            .then(|| hex::encode(rand::random::<[u8; 32]>()));
        Ok(Self {
            hash: secret.as_deref().map(secret_hash),
            secret,
            public_key: public_key.map(|key| Value::Object(key.members())),
        })
    }
}

/// Whether the caller manages keys of the organisation.
fn may(by: &Claims, organisation: Uuid) -> Result<(), AppError> {
    let facts = Facts {
        own: by.org == Some(organisation),
        ..Facts::default()
    };
    can(Some(by.standing()), Verb::ManageOrganisation, &facts)
        .map_err(|denied| AppError::denied(denied, "key"))
}

/// Makes a key for the caller's organisation; returns it with its text.
pub async fn create(
    conn: &mut Guarded,
    by: &Claims,
    asked: ApiKeyCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<(ApiKeyRow, Option<String>), AppError> {
    let organisation = by.org.ok_or_else(|| {
        let why = "keys act for a member organisation, and you act for none";
        AppError::refused(&codes::FORBIDDEN, why)
    })?;
    may(by, organisation)?;
    let proof = Proof::new(asked.public_key.as_ref())?;
    let mut scopes = asked.scopes;
    scopes.sort();
    scopes.dedup();
    let key = NewApiKey {
        id: Uuid::now_v7(),
        organisation_id: organisation,
        account_id: by.sub,
        name: asked.name.trim().to_owned(),
        test: asked.test,
        scopes,
        addresses: asked.addresses,
        secret_hash: proof.hash,
        public_key: proof.public_key,
        expires_at: now + TimeDelta::days(asked.days.unwrap_or(USUAL).into()),
    };
    let text = proof.secret.map(|secret| text(key.id, key.test, secret));
    let row = transact(conn, dry_run, async |conn| {
        let row = store::insert(conn, &key).await?;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "api_key.create", "api_key", row.id),
        )
        .await?;
        Ok(row)
    })
    .await?;
    Ok((row, text))
}

/// Gives a key another secret or public key.
pub async fn rotate(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: RotationCreate,
    now: DateTime<Utc>,
) -> Result<(ApiKeyRow, Option<String>), AppError> {
    let proof = Proof::new(asked.public_key.as_ref())?;
    let row = transact(conn, false, async |conn| {
        let before = locked(conn, by, id, version).await?;
        if before.public_key.is_some() && proof.public_key.is_none() {
            let detail = "this key has a public key: give the one that comes next";
            return Err(AppError::unfit("/public_key", "required", detail));
        }
        if before.public_key.is_some() && before.public_key == proof.public_key {
            let detail = "this is the public key it has already: give another";
            return Err(AppError::unfit("/public_key", "same", detail));
        }
        let changed = if proof.secret.is_some() {
            "secret"
        } else {
            "public_key"
        };
        let until = now + TimeDelta::hours(asked.overlap_hours.unwrap_or(OVERLAP).into());
        let expires = asked
            .days
            .map_or(before.expires_at, |days| now + TimeDelta::days(days.into()));
        let row = store::rotate(conn, &before, (proof.hash, proof.public_key), until, expires).await?;
        let entry = audit::Entry::by(by.sub, "api_key.rotate", "api_key", id).fields(&[changed]);
        audit::record(conn, entry).await?;
        Ok(row)
    })
    .await?;
    let text = proof.secret.map(|secret| text(row.id, row.test, secret));
    Ok((row, text))
}

/// Ends a key.
pub async fn revoke(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<ApiKeyRow, AppError> {
    transact(conn, false, async |conn| {
        locked(conn, by, id, version).await?;
        store::revoke(conn, id, reason, now).await?;
        let entry = audit::Entry::by(by.sub, "api_key.revoke", "api_key", id).reason(reason);
        audit::record(conn, entry).await?;
        store::find(conn, id).await?.ok_or(AppError::NotFound("key"))
    })
    .await
}

const LEAKED: &str = "reported as leaked";

/// Ends a key that somebody found, or the secret before its last rotation if it was that: whoever holds the whole of it may end it, and learns nothing.
pub async fn leaked(db: &Db, key: &str, now: DateTime<Utc>) -> Result<(), AppError> {
    let key = KeyText::read(key).map_err(|fault| AppError::unfit("/key", "key", fault.to_string()))?;
    let Ok(id) = key.id.parse::<Uuid>() else {
        return Ok(());
    };
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        let Some(row) = store::lock(conn, id).await? else {
            return Ok(());
        };
        let hash = Some(secret_hash(&key.secret));
        let ended = if row.secret_hash == hash {
            store::revoke(conn, row.id, LEAKED, now).await?
        } else if row.previous_hash == hash {
            store::end_previous(conn, row.id, now).await?
        } else {
            0
        };
        if ended > 0 {
            let entry = audit::Entry::by_system("api_key.revoke", "api_key", Some(row.id));
            audit::record(conn, entry.reason(LEAKED)).await?;
        }
        Ok(())
    })
    .await
}

async fn locked(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
) -> Result<ApiKeyRow, AppError> {
    let seen = store::find(conn, id).await?.ok_or(AppError::NotFound("key"))?;
    may(by, seen.organisation_id)?;
    let row = store::lock(conn, id).await?.ok_or(AppError::NotFound("key"))?;
    version.holds(&row.etag())?;
    if row.revoked_at.is_some() {
        let why = "a key that was revoked stays revoked; make another";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    Ok(row)
}

fn text(id: Uuid, test: bool, secret: String) -> String {
    KeyText {
        test,
        id: id.simple().to_string(),
        secret,
    }
    .write()
}
