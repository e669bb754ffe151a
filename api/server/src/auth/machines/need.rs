//! What each operation needs of a program: one table, compared with the API's description.

use super::Machine;
use crate::auth::token::Claims;
use crate::http::{AppError, codes};
use actix_web::http::Method;
use bellbuoy_domain::machine::KeyScope;

/// What an operation needs of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A scope.
    Scope(KeyScope),
    /// Nothing: everybody may.
    Open,
    /// Not a program.
    Person,
}

/// What the operation at this path pattern needs. What is not listed is for people.
pub fn need(method: &Method, pattern: &str) -> Need {
    let path = pattern.strip_prefix("/api/v1/").unwrap_or(pattern);
    let noun = path.split(['/', '.']).next().unwrap_or_default();
    match (method, noun) {
        (&Method::GET, "incidents") => Need::Scope(KeyScope::IncidentsRead),
        (&Method::POST, "incidents") => Need::Scope(KeyScope::IncidentsWrite),
        (&Method::GET, "advisories") => Need::Scope(KeyScope::AdvisoriesRead),
        (&Method::GET, "statistics") if path.starts_with("statistics/releases") => Need::Open,
        (&Method::GET, "statistics") => Need::Scope(KeyScope::StatisticsRead),
        (&Method::GET, "organisations") if !path.contains("/memberships") => {
            Need::Scope(KeyScope::OrganisationsRead)
        }
        (
            &Method::GET,
            "ports" | "countries" | "taxonomies" | "techniques" | "flag-states" | "instance" | "version"
            | "problems" | "health" | "ready" | "schemes" | "suppliers" | "certificates" | "status-lists",
        ) => Need::Open,
        (&Method::GET, "consultants") if !path.starts_with("consultants/own") => Need::Open,
        // Who sits where is for people.
        (&Method::GET, "sittings") if !path.contains("/seats") => Need::Open,
        (&Method::GET, "cpd-entries") if path == "cpd-entries/metadata.json" => Need::Open,
        (&Method::POST, "certificate-checks") => Need::Open,
        // It tells whether a member organisation is known by its id, as the directory does.
        (&Method::POST, "independence-checks") => Need::Scope(KeyScope::OrganisationsRead),
        (&Method::GET, "me") if path == "me/limits" => Need::Open,
        _ => Need::Person,
    }
}

/// Lets a program in where its key opens.
pub fn admit(machine: &Machine, method: &Method, pattern: &str) -> Result<Claims, AppError> {
    match need(method, pattern) {
        Need::Scope(KeyScope::StatisticsRead) if machine.claims.trial => Err(AppError::refused(
            &codes::FORBIDDEN,
            "a test key sees demo data only, and the figures count everything",
        )),
        Need::Open => Ok(machine.claims.clone()),
        Need::Scope(scope) if machine.scopes.contains(&scope) => Ok(machine.claims.clone()),
        Need::Scope(scope) => Err(AppError::refused(
            &codes::FORBIDDEN,
            format!("this needs a key with the scope `{scope}`"),
        )),
        Need::Person => Err(AppError::refused(
            &codes::FORBIDDEN,
            "this is for people who sign in, not for keys",
        )),
    }
}
