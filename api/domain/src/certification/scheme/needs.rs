//! What an applicant has to show, and what of it is still missing.

use serde::Serialize;

use super::{Requirement, Scheme};
use crate::certification::{EvidenceKind, RequirementKind};

/// Something the applicant has shown or done for a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The code of the requirement.
    pub requirement: String,
    /// What kind of evidence it is, if it is evidence.
    pub evidence: Option<EvidenceKind>,
}

/// A requirement that is not met in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MissingRequirement {
    /// The code of the requirement.
    pub requirement: String,
    pub label: String,
    pub kind: RequirementKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
    /// How many are asked for.
    pub asked: u32,
    /// How many are there.
    pub given: u32,
}

impl Scheme {
    /// The requirements for a level of a discipline, in the order of the scheme. Those of lower levels are not added.
    pub fn requirements_for<'a>(
        &'a self,
        discipline: &'a str,
        level: &'a str,
    ) -> impl Iterator<Item = &'a Requirement> {
        let meant = |codes: &Option<Vec<String>>, code: &str| {
            codes
                .as_ref()
                .is_none_or(|codes| codes.iter().any(|other| other == code))
        };
        self.requirements
            .iter()
            .filter(move |r| meant(&r.disciplines, discipline) && meant(&r.levels, level))
    }
}

/// The code under which a renewal is held to the hours of continuing professional development.
pub const CPD: &str = "cpd";

impl Scheme {
    /// What an application for a level of a discipline is held to. A renewal declares anew, shows the insurance and the
    /// hours of continuing professional development (ISO/IEC 17024 §9.6): what was proven once stays proven.
    #[must_use]
    pub fn asked_for(&self, discipline: &str, level: &str, renewal: bool) -> Vec<Requirement> {
        let asked = self.requirements_for(discipline, level).cloned();
        if !renewal {
            return asked.collect();
        }
        let again = |one: &Requirement| {
            one.kind == RequirementKind::Declaration || one.evidence == Some(EvidenceKind::Insurance)
        };
        let hours = (self.cpd_hours > 0).then(|| Requirement {
            code: CPD.to_owned(),
            label: format!(
                "{} hours of continuing professional development in this term",
                self.cpd_hours
            ),
            kind: RequirementKind::Training,
            count: 1,
            levels: None,
            disciplines: None,
            evidence: None,
        });
        asked.filter(again).chain(hours).collect()
    }
}

/// The requirements that are not met yet. It counts; whether a document proves anything is for a reviewer.
#[must_use]
pub fn missing<'a>(
    requirements: impl IntoIterator<Item = &'a Requirement>,
    given: &[Given],
) -> Vec<MissingRequirement> {
    let lacking = |requirement: &'a Requirement| {
        let fitting = given.iter().filter(|one| {
            one.requirement == requirement.code
                && requirement.evidence.is_none_or(|kind| one.evidence == Some(kind))
        });
        let count = u32::try_from(fitting.count()).unwrap_or(u32::MAX);
        (count < requirement.count).then(|| MissingRequirement {
            requirement: requirement.code.clone(),
            label: requirement.label.clone(),
            kind: requirement.kind,
            evidence: requirement.evidence,
            asked: requirement.count,
            given: count,
        })
    };
    requirements.into_iter().filter_map(lacking).collect()
}
