//! The desk: its keys, made as the demo's are, and opened as an analyst's browser does.

use crate::TestApp;
use crate::client::Client;
use crate::people::person;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bellbuoy::keys::{Identity, unwrap_by_passphrase, unwrap_with};
use bellbuoy::proof::EpochList;
use bellbuoy_server::intake;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The passphrase of both analysts' keys.
pub const PASSPHRASE: &str = "sealed by night";
/// Who has a key at the desk.
pub const ANALYSTS: [&str; 2] = ["analyst@demo.example", "second-analyst@demo.example"];

/// The keys that reports are sealed to, and the recovery key, which no desk has.
pub struct Desk {
    pub recovery: Identity,
    pub list: EpochList,
}

/// Makes the keys of a desk whose analysts have none yet: enough for reporters, and quick.
pub async fn open(app: &TestApp) -> Desk {
    keys(app, &[]).await
}

/// Makes the keys of a desk and of both analysts, which takes its time for each passphrase.
pub async fn staffed(app: &TestApp) -> Desk {
    keys(app, &ANALYSTS.map(|email| person(email).id)).await
}

async fn keys(app: &TestApp, analysts: &[Uuid]) -> Desk {
    let recovery = intake::seed_keys(&app.app, &app.db, analysts, PASSPHRASE)
        .await
        .unwrap();
    Desk {
        recovery: Identity::read(&recovery).unwrap(),
        list: list(app).await,
    }
}

/// The signed list of keys, as everybody gets it.
pub async fn list(app: &TestApp) -> EpochList {
    serde_json::from_value(app.anyone().get("/api/v1/intake/keys").await.expect(200).json()).unwrap()
}

impl Desk {
    /// Name of the current epoch.
    pub fn epoch(&self) -> &str {
        &self.current().id
    }

    /// The recipient of the current epoch.
    pub fn recipient(&self) -> &str {
        &self.current().recipient
    }

    /// The recipient of the recovery key.
    pub fn recovery_recipient(&self) -> &str {
        &self.list.recovery
    }

    fn current(&self) -> &bellbuoy::proof::Epoch {
        self.list.epochs.iter().find(|epoch| epoch.current).unwrap()
    }
}

/// Opens the desk's keys with a passphrase, by epoch; what was not wrapped for the analyst is not there.
pub async fn unlock(analyst: &Client, passphrase: &str) -> Option<BTreeMap<String, Identity>> {
    let keys = analyst.get("/api/v1/desk/keys").await.expect(200).json();
    let own = unwrap_by_passphrase(&bytes(&keys["mine"]["wrapped"]), passphrase).ok()?;
    assert_eq!(keys["mine"]["recipient"], own.recipient());
    let epochs = keys["epochs"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|epoch| epoch["wrapped"].is_string());
    Some(
        epochs
            .map(|epoch| {
                (
                    epoch["id"].as_str().unwrap().to_owned(),
                    unwrap_with(&bytes(&epoch["wrapped"]), &own).unwrap(),
                )
            })
            .collect(),
    )
}

/// The bytes of a base64 field.
#[track_caller]
pub fn bytes(field: &Value) -> Vec<u8> {
    BASE64_STANDARD
        .decode(field.as_str().unwrap_or_else(|| panic!("{field} is not base64")))
        .unwrap()
}

/// Bytes as a base64 field.
pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}
