//! What may leave the house: an incident with everything taken off that could point at a ship or a person.
//!
//! Only `release` makes one, and exchange formats accept nothing else. There is no reporter in it, no reference, no
//! free text but a title and summary that were cleared, no time finer than the month, no place finer than a region.

use serde::Serialize;

use crate::{
    incident::{
        Cause, Classification, IncidentKind, IncidentStatus, IncidentType, SecurityAttribute,
        SecurityIncident, Severity, TechniqueMatrix, VerificationLevel, VictimType,
    },
    marking::{Audience, Tlp},
    month::Month,
    place::SeaRegion,
    system::System,
};

/// An incident as the house knows it, as far as it could be shared.
#[derive(Debug, Clone)]
pub struct Known {
    pub status: IncidentStatus,
    pub tlp: Tlp,
    pub demo: bool,
    pub month: Month,
    pub kind: IncidentKind,
    pub security_incident: SecurityIncident,
    pub cause: Cause,
    pub classification: Classification,
    pub incident_type: IncidentType,
    pub victim_type: VictimType,
    pub sea_region: Option<SeaRegion>,
    pub severity: Severity,
    pub verification: VerificationLevel,
    pub systems: Vec<System>,
    pub attributes: Vec<SecurityAttribute>,
    pub techniques: Vec<(TechniqueMatrix, String)>,
    /// Title and summary, once a second person has cleared them.
    pub cleared_text: Option<(String, String)>,
}

/// An incident that may be shared with the audience it was released for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Incident {
    tlp: Tlp,
    month: Month,
    kind: IncidentKind,
    security_incident: SecurityIncident,
    cause: Cause,
    classification: Classification,
    incident_type: IncidentType,
    victim_type: VictimType,
    sea_region: Option<SeaRegion>,
    severity: Severity,
    verification: VerificationLevel,
    systems: Vec<System>,
    attributes: Vec<SecurityAttribute>,
    techniques: Vec<(TechniqueMatrix, String)>,
    text: Option<(String, String)>,
}

/// Why an incident stays in the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Withheld {
    #[error("an incident that is {0} is not shared, only an accepted one is")]
    NotAccepted(IncidentStatus),
    #[error("the marking is narrower than the audience")]
    Marking(Tlp),
    #[error("demo incidents are not shared")]
    Demo,
    #[error("a false positive is not shared")]
    FalsePositive,
}

/// Declassifies an incident for an audience.
///
/// # Errors
/// When it is not accepted, made up, a false positive, or marked more narrowly than the audience.
pub fn release(known: &Known, audience: Audience) -> Result<Incident, Withheld> {
    if known.status != IncidentStatus::Accepted {
        return Err(Withheld::NotAccepted(known.status));
    }
    if known.demo || known.classification == Classification::Test {
        return Err(Withheld::Demo);
    }
    if known.security_incident == SecurityIncident::FalsePositive {
        return Err(Withheld::FalsePositive);
    }
    if !audience.may_see(known.tlp) {
        return Err(Withheld::Marking(known.tlp));
    }
    Ok(Incident {
        tlp: known.tlp,
        month: known.month,
        kind: known.kind,
        security_incident: known.security_incident,
        cause: known.cause,
        classification: known.classification,
        incident_type: known.incident_type,
        victim_type: known.victim_type,
        sea_region: known.sea_region,
        severity: known.severity,
        verification: known.verification,
        systems: known.systems.clone(),
        attributes: known.attributes.clone(),
        techniques: known.techniques.clone(),
        text: known.cleared_text.clone(),
    })
}

impl Incident {
    /// How it is marked; whoever passes it on keeps to that.
    #[must_use]
    pub const fn tlp(&self) -> Tlp {
        self.tlp
    }

    #[must_use]
    pub const fn month(&self) -> Month {
        self.month
    }

    #[must_use]
    pub const fn kind(&self) -> IncidentKind {
        self.kind
    }

    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    #[must_use]
    pub fn techniques(&self) -> &[(TechniqueMatrix, String)] {
        &self.techniques
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known {
            status: IncidentStatus::Accepted,
            tlp: Tlp::Green,
            demo: false,
            month: "2026-11".parse().unwrap(),
            kind: IncidentKind::PositionOrTimeWrong,
            security_incident: SecurityIncident::Confirmed,
            cause: Cause::Malicious,
            classification: Classification::InformationContentSecurity,
            incident_type: IncidentType::GnssSpoofing,
            victim_type: VictimType::Vessel,
            sea_region: Some(SeaRegion::BlackSea),
            severity: Severity::Moderate,
            verification: VerificationLevel::Identified,
            systems: vec![System::Gnss],
            attributes: vec![SecurityAttribute::Integrity],
            techniques: vec![(TechniqueMatrix::Ics, "T0832".to_owned())],
            cleared_text: None,
        }
    }

    #[test]
    fn what_is_accepted_and_marked_for_the_audience_is_shared() {
        let shared = release(&known(), Audience::Member).unwrap();
        assert_eq!(
            (shared.tlp(), shared.month().to_string().as_str()),
            (Tlp::Green, "2026-11")
        );
        assert_eq!(
            release(&known(), Audience::Public),
            Err(Withheld::Marking(Tlp::Green))
        );
    }

    #[test]
    fn nothing_else_leaves_the_house() {
        for status in IncidentStatus::ALL
            .iter()
            .filter(|status| **status != IncidentStatus::Accepted)
        {
            let withheld = release(
                &Known {
                    status: *status,
                    ..known()
                },
                Audience::Desk,
            );
            assert_eq!(withheld, Err(Withheld::NotAccepted(*status)));
        }
        assert_eq!(
            release(
                &Known {
                    demo: true,
                    ..known()
                },
                Audience::Desk
            ),
            Err(Withheld::Demo)
        );
        let test = Known {
            classification: Classification::Test,
            incident_type: IncidentType::Test,
            ..known()
        };
        assert_eq!(release(&test, Audience::Desk), Err(Withheld::Demo));
        let false_positive = Known {
            security_incident: SecurityIncident::FalsePositive,
            ..known()
        };
        assert_eq!(
            release(&false_positive, Audience::Desk),
            Err(Withheld::FalsePositive)
        );
    }

    #[test]
    fn what_is_written_out_has_no_field_that_could_name_anybody() {
        let json = serde_json::to_value(release(&known(), Audience::Member).unwrap()).unwrap();
        let fields: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            fields,
            [
                "attributes",
                "cause",
                "classification",
                "incident_type",
                "kind",
                "month",
                "sea_region",
                "security_incident",
                "severity",
                "systems",
                "techniques",
                "text",
                "tlp",
                "verification",
                "victim_type",
            ]
        );
    }
}
