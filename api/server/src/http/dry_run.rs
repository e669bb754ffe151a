//! `?dry_run=true` on writes: the real write, answered as usual and rolled back.

use serde::Deserialize;
use utoipa::IntoParams;

/// A rehearsal.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DryRun {
    /// `true` carries everything out, answers as usual, and changes nothing.
    dry_run: Option<bool>,
}

impl DryRun {
    /// Whether nothing is to be kept.
    pub fn dry(&self) -> bool {
        self.dry_run == Some(true)
    }
}
