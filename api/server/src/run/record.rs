//! `audit verify`: the check of the record for whoever has the server and no browser.

use super::{explained, tell};
use crate::app::App;
use crate::audit::chain;
use crate::db::{Caller, Db};
use anyhow::{Context, bail};
use bellbuoy_domain::ledger::Checkpoint;
use std::path::Path;

/// Checks the record, and says what was found.
///
/// # Errors
/// When it is not sound: the first fault.
pub async fn verify(app: &App, db: &Db, kept: Option<&Path>) -> anyhow::Result<()> {
    let kept = kept.map(read).transpose()?;
    let mut conn = db.for_long(Caller::System).await.map_err(explained)?;
    let found = chain::verify(app, &mut conn, kept.as_ref())
        .await
        .map_err(explained)?;
    match &found.sealed {
        Some(head) => tell(&format!("sealed up to entry {}, hash {}", head.number, head.hash)),
        None => tell("nothing is sealed yet"),
    }
    tell(&format!(
        "{} entries wait for their seal; {} checkpoints were looked at; key {}",
        found.unsealed.count, found.checkpoints.checked, found.checkpoints.kid
    ));
    if let Some(fault) = found.checkpoints.folder.and_then(|folder| folder.fault) {
        tell(&format!("BELLBUOY_AUDIT_CHECKPOINTS: {fault}"));
    }
    match found.fault {
        Some(fault) => bail!(
            "the record is not sound: {}; it holds up to entry {}",
            fault.detail,
            found.verified_to
        ),
        None => {
            tell("the record is sound");
            Ok(())
        }
    }
}

fn read(path: &Path) -> anyhow::Result<Checkpoint> {
    let text = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| {
        format!(
            "{} is not a checkpoint of the audit: it is what was kept of GET /audit/checkpoints",
            path.display()
        )
    })
}
