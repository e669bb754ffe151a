//! Subcommands that look or fetch, say what they found, and end.

use super::{explained, tell};
use crate::app::App;
use crate::db::Db;
use crate::{doctor, taxonomies};
use anyhow::{Context, bail};
use std::path::Path;

/// Looks whether the site is fit for real use.
///
/// # Errors
/// When a check found something wrong.
pub async fn examine(app: &App, db: &Db) -> anyhow::Result<()> {
    let found = doctor::examine(app, db).await;
    let mut wrong = 0;
    for finding in &found {
        tell(&format!(
            "{:<8} {:<13} {}",
            finding.state.as_str(),
            finding.check,
            finding.found
        ));
        if let Some(remedy) = &finding.remedy {
            tell(&format!("{:22} → {remedy}", ""));
        }
        wrong += usize::from(finding.state == doctor::State::Fault);
    }
    if wrong > 0 {
        bail!("{wrong} of {} checks found something wrong", found.len());
    }
    Ok(())
}

/// Takes the techniques of an official ATT&CK bundle.
///
/// # Errors
/// When the file cannot be read.
pub async fn attack(db: &Db, file: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (n, faults) = taxonomies::import_attack(db, &bytes).await.map_err(explained)?;
    for fault in faults.iter().take(20) {
        tell(&format!("{}: {}", fault.pointer, fault.detail));
    }
    tell(&format!(
        "{n} techniques taken, {} entries could not be read",
        faults.len()
    ));
    Ok(())
}
