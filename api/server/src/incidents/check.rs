//! What the single fields cannot say of themselves: places that exist, dates that fit, types of their class.

use super::wire::IncidentCreate;
use crate::http::Fault;
use crate::http::text::one_line;
use bellbuoy_domain::{place, technique};
use chrono::{DateTime, Datelike, Utc};

/// No incident lies further back, in years: a slip in the year would stretch every table of the figures.
const BACK: i32 = 20;

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
    let earliest = now.year() - BACK;
    if facts.occurred_on.year() < earliest {
        let detail = format!("lies before {earliest}; check the year");
        faults.push(Fault::new("/occurred_on", "too_early", detail));
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
    if let (Some(country), Some(port)) = (
        &facts.country,
        facts.unlocode.as_deref().and_then(place::find_port),
    ) && *country != port.country
    {
        let detail = format!("the port lies in `{}`, not in `{country}`", port.country);
        faults.push(Fault::new("/country", "other_country", detail));
    }
    if facts.vessel_type.is_some() && facts.victim_type.is_ashore() {
        let detail = format!(
            "the victim `{}` is no vessel: leave the type out",
            facts.victim_type
        );
        faults.push(Fault::new("/vessel_type", "other_victim", detail));
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
        for (field, at) in [("down_at", service.down_at), ("restored_at", service.restored_at)] {
            if at.is_some_and(|at| at > now || at.year() < earliest) {
                let detail = format!("has to lie between {earliest} and now");
                faults.push(Fault::new(format!("/services/{index}/{field}"), "range", detail));
            }
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
