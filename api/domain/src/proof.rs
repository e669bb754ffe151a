//! The filing proof: what a reporter can show later without having told anyone what was in the report.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name of the format, in every proof.
pub const FORMAT: &str = "bellbuoy-filing-proof-v1";

/// A signed statement that a report with this commitment was filed in this month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FilingProof {
    /// Always `bellbuoy-filing-proof-v1`.
    pub format: String,
    /// 64 lower-case hex digits.
    pub commitment: String,
    /// The month of filing, `2026-11`; nothing finer is kept.
    pub month: String,
    /// Which of the published keys signed it.
    pub kid: String,
    /// Ed25519 over `proof_text`, base64url without padding.
    pub signature: String,
}

/// Binds the report's bytes without telling them: SHA-256 over the report and the salt.
///
/// `report` is the JSON as sealed, without length and padding.
#[must_use]
pub fn commitment(report: &[u8], salt: &[u8; 16]) -> [u8; 32] {
    Sha256::new()
        .chain_update(report)
        .chain_update(salt)
        .finalize()
        .into()
}

/// The text that is signed for a filing proof. `commitment` in 64 hex digits, `month` as `2026-11`.
#[must_use]
pub fn proof_text(commitment: &str, month: &str) -> String {
    format!("bellbuoy filing proof v1\n{commitment}\n{month}\n")
}

/// The text that is signed for the list of desk keys: the recovery recipient, then each epoch's id and recipient in
/// the order listed.
#[must_use]
pub fn epochs_text<'a>(recovery: &str, epochs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = format!("bellbuoy epochs v1\nrecovery {recovery}\n");
    for (id, recipient) in epochs {
        text.push_str(&format!("{id} {recipient}\n"));
    }
    text
}
