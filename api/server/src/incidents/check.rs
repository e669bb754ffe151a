//! What the single fields cannot say of themselves: places that exist, dates that fit, types of their class.

use super::wire::IncidentCreate;
use crate::http::Fault;
use crate::http::text::one_line;
use bellbuoy_domain::{place, technique};
use chrono::{DateTime, Datelike, Utc};

/// No incident is older than this year.
const EARLIEST: i32 = 1980;

/// Every fault of the facts, each with its place and what would be right.
pub fn faults(facts: &IncidentCreate, now: DateTime<Utc>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if facts.title.trim().is_empty() || one_line(&facts.title).is_err() {
        faults.push(Fault::new("/title", "text", "has to be one line of text"));
    }
    if facts.summary.contains('\0') {
        faults.push(Fault::new(
            "/summary",
            "text",
            "has a NUL character in it; take it out",
        ));
    }
    if facts.occurred_on > now.date_naive() {
        faults.push(Fault::new(
            "/occurred_on",
            "future",
            format!("lies after today, {}", now.date_naive()),
        ));
    }
    if facts.occurred_on.year() < EARLIEST {
        faults.push(Fault::new(
            "/occurred_on",
            "too_early",
            "lies before 1980; check the year",
        ));
    }
    if let Some(country) = facts
        .country
        .as_deref()
        .filter(|code| place::find_country(code).is_none())
    {
        faults.push(Fault::new(
            "/country",
            "unknown_country",
            format!("`{country}` is not a code of ISO 3166-1 alpha-2, such as NL"),
        ));
    }
    if let Some(code) = facts
        .unlocode
        .as_deref()
        .filter(|code| place::find_port(code).is_none())
    {
        faults.push(
            Fault::new(
                "/unlocode",
                "unknown_port",
                format!("`{code}` is not a port of our UN/LOCODE table"),
            )
            .hint(Some("search GET /api/v1/ports?q= by name".to_owned())),
        );
    }
    if let (Some(class), Some(kind)) = (facts.classification, facts.incident_type)
        && kind.parent() != class
    {
        let detail = format!("`{kind}` belongs to the class `{}`", kind.parent());
        faults.push(Fault::new("/incident_type", "other_class", detail));
    }
    for (index, service) in facts.services.iter().enumerate() {
        let ends_before = service
            .down_at
            .zip(service.restored_at)
            .is_some_and(|(down, restored)| restored < down);
        if ends_before {
            faults.push(Fault::new(
                format!("/services/{index}/restored_at"),
                "order",
                "lies before down_at",
            ));
        }
    }
    for (index, named) in facts.techniques.iter().enumerate() {
        if !technique::is_technique_id(&named.id) {
            faults.push(Fault::new(
                format!("/techniques/{index}/id"),
                "technique",
                "has to look like T0856 or T1566.001",
            ));
        }
    }
    faults
}
