//! What stands inside the seal: the report, the messages and the desk's note, as JSON.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{DeskStage, MailboxStatus, MessageKind, MessageSender, ShipClock, WhenChoice, Whereabouts};
use crate::{
    incident::{
        BackupState, Cause, Containment, CrimeLink, ReporterRole, SecurityAttribute, SecurityIncident,
        Service, ServiceState, Severity, VerificationLevel, VictimType, WhatHappened,
    },
    marking::Tlp,
    place::SeaRegion,
    system::System,
    vessel::{SizeBand, VesselType},
};

/// The version of all sealed contents.
pub const CONTENT_VERSION: u32 = 1;
/// The longest free text of the smallest bucket, in characters.
pub const CAPSULE_TEXT: usize = 1_500;

/// A report, as the reporter seals it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    pub v: u32,
    pub sealed_at: DateTime<Utc>,
    /// The age recipient of the reporter's mailbox.
    pub mailbox: String,
    pub answers: Answers,
    #[serde(default)]
    pub words: String,
}

/// What the reporter answered; three answers are required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    pub what: WhatHappened,
    pub when: When,
    #[serde(rename = "where")]
    pub whereabouts: Whereabouts,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<SecurityIncident>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub victim_type: Option<VictimType>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vessel_type: Option<VesselType>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_band: Option<SizeBand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sea_region: Option<SeaRegion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlocode: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ReporterRole>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<System>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceAnswer>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub impact: Vec<SecurityAttribute>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub containment: Vec<Containment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workaround: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backups: Option<BackupState>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crime_link: Vec<CrimeLink>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<bool>,
}

impl Answers {
    /// The three required answers, and no others.
    #[must_use]
    pub const fn three(what: WhatHappened, when: When, whereabouts: Whereabouts) -> Self {
        Self {
            what,
            when,
            whereabouts,
            certainty: None,
            victim_type: None,
            vessel_type: None,
            size_band: None,
            sea_region: None,
            country: None,
            unlocode: None,
            role: None,
            systems: Vec::new(),
            services: Vec::new(),
            impact: Vec::new(),
            containment: Vec::new(),
            workaround: None,
            backups: None,
            crime_link: Vec::new(),
            cause: None,
            help: None,
        }
    }
}

/// When it happened, as far as the reporter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub choice: WhenChoice,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ShipClock>,
}

/// How a service is doing; the times are as the reporter wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceAnswer {
    pub service: Service,
    pub state: ServiceState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<String>,
}

/// A message between the desk and the reporter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    pub v: u32,
    pub at: DateTime<Utc>,
    pub from: MessageSender,
    pub kind: MessageKind,
    #[serde(default)]
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<MailboxStatus>,
}

/// What the desk notes beside an envelope, for its own eyes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskNote {
    pub v: u32,
    pub title: String,
    pub severity: Severity,
    pub verification: VerificationLevel,
    pub tlp: Tlp,
    pub stage: DeskStage,
    /// The incident the report became; this is the only place that joins the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<NotedIncident>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default)]
    pub log: Vec<NoteLine>,
    #[serde(default)]
    pub text: String,
}

/// The incident a report became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedIncident {
    pub id: Uuid,
    pub reference: String,
}

/// One line of the desk's own log of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteLine {
    pub at: DateTime<Utc>,
    pub by: String,
    pub what: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{intake::Bucket, sealed};

    const FULL: &str = r#"{"v":1,"sealed_at":"2026-11-21T04:00:00Z","mailbox":"age1x","answers":{
        "what":"screen_locked","when":{"choice":"date","date":"2026-11-20","clock":"ship"},"where":"at_sea",
        "certainty":"suspected","victim_type":"vessel","vessel_type":"container","size_band":"gt_100000_up",
        "sea_region":"north_sea","country":"NL","unlocode":"NLRTM","role":"master","systems":["ecdis","ship_email"],
        "services":[{"service":"navigation","state":"degraded","since":"20 November, 04:00"}],
        "impact":["availability"],"containment":["isolated_network"],"workaround":"paper charts",
        "backups":"tested","crime_link":["extortion"],"cause":"malicious","help":true},"words":"It began at four."}"#;

    #[test]
    fn a_full_report_survives_the_wire_and_a_short_one_needs_three_answers() {
        let report: Report = serde_json::from_str(FULL).unwrap();
        let again = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&again).unwrap(), report);
        let three = r#"{"what":"nearly","when":{"choice":"today"},"where":"ashore"}"#;
        let answers: Answers = serde_json::from_str(three).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), three);
        assert!(serde_json::from_str::<Answers>(r#"{"what":"nearly","where":"ashore"}"#).is_err());
    }

    #[test]
    fn every_answer_and_a_text_of_1500_characters_fit_the_smallest_bucket() {
        let mut report: Report = serde_json::from_str(FULL).unwrap();
        report.words = "x".repeat(CAPSULE_TEXT);
        report.mailbox = format!("age1{}", "q".repeat(58));
        let json = serde_json::to_vec(&report).unwrap();
        assert_eq!(sealed::pad(&json).unwrap().len(), Bucket::KiB4.bytes());
    }

    #[test]
    fn an_unknown_answer_is_refused() {
        let fault = serde_json::from_str::<Answers>(r#"{"what":"nearly","colour":1}"#).unwrap_err();
        assert!(fault.to_string().contains("colour"));
    }

    #[test]
    fn a_note_and_a_message_read_as_they_are_written() {
        let message =
            r#"{"v":1,"at":"2026-11-21T04:00:00Z","from":"desk","kind":"status","text":"","status":"read"}"#;
        let read: Message = serde_json::from_str(message).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), message);
        let note = r#"{"v":1,"title":"t","severity":"major","verification":"anonymous_unverified","tlp":"amber","stage":"opened","log":[],"text":""}"#;
        let read: DeskNote = serde_json::from_str(note).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), note);
    }
}
