//! Who may do what.
//!
//! The web mirrors this to offer only what will be allowed. The server decides by it where the type of the caller and
//! the database do not say the same already; that all of them agree is a test.

use crate::{
    account::{Role, Standing},
    incident::Decision,
    marking::{Audience, Tlp},
};

/// What someone wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    SubmitIncident,
    ReadIncident,
    DecideIncident(Decision),
    /// Write, change or read drafts.
    WriteAdvisory,
    ReadAdvisory,
    ReleaseAdvisory,
    ReadFigures,
    PublishFigures,
    /// Read envelopes, write to reporters, accept, refuse.
    WorkAtDesk,
    ReadAudit,
    /// Take a list of the register away as a file.
    Export,
    /// Vet applications, suspend organisations.
    ManageAlliance,
    /// Change the people, the keys or the entry of one's own organisation.
    ManageOrganisation,
}

/// What the answer depends on besides the role. A fact that does not matter for a verb keeps its default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// The thing belongs to the caller's own organisation.
    pub own: bool,
    /// The caller wrote it.
    pub author: bool,
    /// How the thing is marked; unmarked counts as the narrowest.
    pub tlp: Option<Tlp>,
    /// An incident that is known from public sources.
    pub public_source: bool,
    /// An advisory that is released.
    pub released: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The caller has to say who they are first.
    #[error("sign in first")]
    Unknown,
    /// The caller may not know that the thing exists: as if it were not there.
    #[error("no such thing")]
    Unseen,
    /// The caller knows that the thing exists and may not do this.
    #[error("{0}")]
    Forbidden(&'static str),
}

/// Whether a caller may do something; `by` is none for someone who is not signed in.
///
/// # Errors
/// Why not, and whether the caller may know of the thing at all.
pub fn can(by: Option<Standing>, verb: Verb, facts: &Facts) -> Result<(), Denied> {
    if let (Verb::ReadAdvisory, true) = (verb, facts.released && Audience::Public.may_see(marking(facts))) {
        return Ok(());
    }
    let by = by.ok_or(Denied::Unknown)?;
    if by.is_guest() {
        return Err(Denied::Forbidden(WAITING));
    }
    let role = by.role;
    match verb {
        Verb::SubmitIncident => {
            let writes = by.within.is_some_and(|within| within.writes());
            allow(
                role == Role::Analyst || writes,
                "members and analysts report; an auditor reads only, and the platform's other staff does not report",
            )
        }
        Verb::ReadIncident => see(may_read_incident(role, facts)),
        Verb::DecideIncident(decision) => {
            see(may_read_incident(role, facts))?;
            let writes = by.within.is_some_and(|within| within.writes());
            let withdraws_own = writes && decision == Decision::Withdraw && facts.own;
            allow(
                role == Role::Analyst || withdraws_own,
                "analysts decide; a member may withdraw a report of their own organisation",
            )
        }
        Verb::WriteAdvisory => allow(role == Role::Analyst, "advisories are written by analysts"),
        Verb::ReadAdvisory => see(audience(role, facts) == Audience::Desk || may_read_released(role, facts)),
        Verb::ReleaseAdvisory => {
            allow(role == Role::Analyst, "advisories are released by analysts")?;
            allow(
                !facts.author,
                "an advisory is released by a second person, not by its author",
            )
        }
        Verb::ReadFigures => Ok(()),
        Verb::PublishFigures => allow(
            matches!(role, Role::Analyst | Role::Admin),
            "figures are published by analysts and administrators",
        ),
        Verb::WorkAtDesk => allow(role == Role::Analyst, "the desk is for analysts"),
        Verb::ReadAudit => allow(role == Role::Admin, "the audit is read by administrators"),
        Verb::Export => allow(
            by.within.is_none_or(|within| within.exports()),
            "a duty officer of an organisation takes no lists away",
        ),
        Verb::ManageAlliance => allow(
            role == Role::Admin,
            "who belongs to the alliance is decided by administrators",
        ),
        Verb::ManageOrganisation => {
            let manages = facts.own && by.within.is_some_and(|within| within.manages());
            see(facts.own || role == Role::Admin)?;
            allow(
                manages || role == Role::Admin,
                "an organisation is managed by its owners and its company security officer",
            )
        }
    }
}

/// Whether a caller may look at the register as somebody of another role would, changing nothing. `own` says that the
/// organisation meant is the caller's.
///
/// Nobody sees more that way than they may see already: an administrator reads no sealed desk, so not as an analyst
/// either.
///
/// # Errors
/// Why not.
pub fn may_view_as(by: Standing, other: Standing, own: bool) -> Result<(), Denied> {
    match (by.role, other.role) {
        _ if by.is_guest() => Err(Denied::Forbidden(WAITING)),
        (Role::Admin, Role::Member) => Ok(()),
        (Role::Admin, other) => allow(
            audience(other, &Facts::default()) == Audience::Member || other == Role::DutyOfficer,
            "an administrator views as a member or as staff, but not as an analyst or another administrator",
        ),
        (Role::Member, Role::Member) => allow(
            own && by.within.is_some_and(|within| within.manages()),
            "owners and company security officers view as others of their own organisation",
        ),
        _ => Err(Denied::Forbidden(
            "administrators view as others, and who manages an organisation as its people",
        )),
    }
}

const WAITING: &str = "your membership is not confirmed yet, or your organisation is suspended";

/// As whom a signed-in caller looks at a thing.
#[must_use]
pub const fn audience(role: Role, facts: &Facts) -> Audience {
    match role {
        Role::Analyst | Role::DutyOfficer | Role::Admin => Audience::Desk,
        Role::Member if facts.own => Audience::Owner,
        Role::Member | Role::SchemeAdministrator | Role::QaReviewer | Role::LibraryEditor => Audience::Member,
    }
}

fn marking(facts: &Facts) -> Tlp {
    facts.tlp.unwrap_or(Tlp::Red)
}

/// Other organisations' reports are for the desk; what others learn of them are advisories and figures.
fn may_read_incident(role: Role, facts: &Facts) -> bool {
    audience(role, facts) != Audience::Member || facts.public_source
}

fn may_read_released(role: Role, facts: &Facts) -> bool {
    facts.released && audience(role, facts).may_see(marking(facts))
}

const fn allow(allowed: bool, why_not: &'static str) -> Result<(), Denied> {
    if allowed {
        Ok(())
    } else {
        Err(Denied::Forbidden(why_not))
    }
}

const fn see(allowed: bool) -> Result<(), Denied> {
    if allowed { Ok(()) } else { Err(Denied::Unseen) }
}

#[cfg(test)]
mod tests;
