//! Reads the official MITRE ATT&CK bundle (STIX 2.0 or 2.1) into techniques with their matrix and version.
//!
//! Everything but techniques is passed over. A technique that cannot be read is a fault of its own and does not stop
//! the rest.

use std::collections::BTreeSet;

use bellbuoy_domain::{incident::TechniqueMatrix, technique::is_technique_id};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A technique of one matrix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Technique {
    pub matrix: TechniqueMatrix,
    pub id: String,
    pub name: String,
    /// Short names, in the bundle's order.
    pub tactics: Vec<String>,
    /// The technique's own version.
    pub version: Option<String>,
    /// Revoked or deprecated: read for old incidents, not offered for new ones.
    pub revoked: bool,
}

/// One entry of the bundle that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Where in the bundle, as a JSON pointer.
    pub pointer: String,
    pub detail: String,
}

/// What a bundle gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Import {
    /// The bundle's own version, as in `17.1`.
    pub version: Option<String>,
    /// By matrix, then id.
    pub techniques: Vec<Technique>,
    pub faults: Vec<Fault>,
}

/// Why the bytes are no bundle at all.
#[derive(Debug, thiserror::Error)]
pub enum AttackFault {
    #[error("this is no JSON: {0}")]
    Json(serde_json::Error),
    #[error("this is no STIX bundle: it needs \"type\": \"bundle\" and \"objects\"")]
    NotABundle,
}

#[derive(Deserialize)]
struct Bundle {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    objects: Vec<Value>,
}

#[derive(Deserialize)]
struct Pattern {
    name: String,
    #[serde(default)]
    external_references: Vec<Reference>,
    #[serde(default)]
    kill_chain_phases: Vec<Phase>,
    #[serde(default)]
    x_mitre_domains: Vec<String>,
    x_mitre_version: Option<String>,
    #[serde(default)]
    revoked: bool,
    #[serde(default)]
    x_mitre_deprecated: bool,
}

#[derive(Deserialize)]
struct Reference {
    source_name: String,
    external_id: Option<String>,
}

#[derive(Deserialize)]
struct Phase {
    kill_chain_name: String,
    phase_name: String,
}

/// Reads a bundle.
///
/// # Errors
/// When the bytes are no STIX bundle; single entries that cannot be read are listed in the result.
pub fn read(bytes: &[u8]) -> Result<Import, AttackFault> {
    let bundle: Bundle = serde_json::from_slice(bytes).map_err(|error| {
        if error.is_data() {
            AttackFault::NotABundle
        } else {
            AttackFault::Json(error)
        }
    })?;
    if bundle.kind != "bundle" || bundle.objects.is_empty() {
        return Err(AttackFault::NotABundle);
    }
    let mut techniques = BTreeSet::new();
    let mut faults = Vec::new();
    let mut version = None;
    for (at, object) in bundle.objects.into_iter().enumerate() {
        match object.get("type").and_then(Value::as_str) {
            Some("x-mitre-collection") => version = text(&object, "x_mitre_version"),
            Some("attack-pattern") => match techniques_of(object) {
                Ok(found) => techniques.extend(found),
                Err(detail) => faults.push(Fault {
                    pointer: format!("/objects/{at}"),
                    detail,
                }),
            },
            _ => {}
        }
    }
    Ok(Import {
        version,
        techniques: techniques.into_iter().collect(),
        faults,
    })
}

fn text(object: &Value, key: &str) -> Option<String> {
    object.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// One technique for each of our matrices it belongs to; none if it belongs to another, such as mobile.
fn techniques_of(object: Value) -> Result<Vec<Technique>, String> {
    let pattern: Pattern = serde_json::from_value(object).map_err(|fault| fault.to_string())?;
    let matrices = matrices_of(&pattern);
    if matrices.is_empty() {
        return Ok(Vec::new());
    }
    let official = pattern
        .external_references
        .iter()
        .filter(|r| r.source_name.starts_with("mitre"));
    let id = official
        .filter_map(|r| r.external_id.as_deref())
        .find(|id| is_technique_id(id));
    let id = id.ok_or_else(|| format!("{:?} has no technique id", pattern.name))?;
    if pattern.name.trim().is_empty() {
        return Err(format!("{id} has no name"));
    }
    Ok(matrices
        .into_iter()
        .map(|matrix| Technique {
            matrix,
            id: id.to_owned(),
            name: pattern.name.trim().to_owned(),
            tactics: tactics_of(&pattern, matrix),
            version: pattern.x_mitre_version.clone(),
            revoked: pattern.revoked || pattern.x_mitre_deprecated,
        })
        .collect())
}

fn matrices_of(pattern: &Pattern) -> BTreeSet<TechniqueMatrix> {
    let by_domain = pattern
        .x_mitre_domains
        .iter()
        .filter_map(|domain| match domain.as_str() {
            "ics-attack" => Some(TechniqueMatrix::Ics),
            "enterprise-attack" => Some(TechniqueMatrix::Enterprise),
            _ => None,
        });
    let by_chain = pattern
        .kill_chain_phases
        .iter()
        .filter_map(|phase| matrix_of(&phase.kill_chain_name));
    by_domain.chain(by_chain).collect()
}

fn matrix_of(kill_chain: &str) -> Option<TechniqueMatrix> {
    match kill_chain {
        "mitre-ics-attack" => Some(TechniqueMatrix::Ics),
        "mitre-attack" => Some(TechniqueMatrix::Enterprise),
        _ => None,
    }
}

fn tactics_of(pattern: &Pattern, matrix: TechniqueMatrix) -> Vec<String> {
    let own = pattern
        .kill_chain_phases
        .iter()
        .filter(|phase| matrix_of(&phase.kill_chain_name) == Some(matrix));
    own.map(|phase| phase.phase_name.clone()).collect()
}
