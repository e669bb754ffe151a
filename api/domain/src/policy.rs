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
mod tests {
    use super::*;
    use crate::account::OrganisationRole;

    const MEMBER: Standing = Standing::within(OrganisationRole::Member);
    const ADMIN: Standing = Standing::staff(Role::Admin);

    const VERBS: [Verb; 13] = [
        Verb::SubmitIncident,
        Verb::ReadIncident,
        Verb::DecideIncident(Decision::Accept),
        Verb::WriteAdvisory,
        Verb::ReadAdvisory,
        Verb::ReleaseAdvisory,
        Verb::ReadFigures,
        Verb::PublishFigures,
        Verb::WorkAtDesk,
        Verb::ReadAudit,
        Verb::Export,
        Verb::ManageAlliance,
        Verb::ManageOrganisation,
    ];

    fn mark(by: Option<Standing>, verb: Verb, facts: &Facts) -> char {
        match can(by, verb, facts) {
            Ok(()) => 'y',
            Err(Denied::Unknown) => '?',
            Err(Denied::Unseen) => '-',
            Err(Denied::Forbidden(_)) => 'n',
        }
    }

    fn row(by: Option<Standing>, facts: &Facts) -> String {
        VERBS.iter().map(|verb| mark(by, *verb, facts)).collect()
    }

    #[test]
    fn the_whole_table_for_a_thing_of_another_organisation() {
        let facts = Facts {
            tlp: Some(Tlp::Amber),
            ..Facts::default()
        };
        assert_eq!(row(None, &facts), "?????????????");
        let within = |role| row(Some(Standing::within(role)), &facts);
        assert_eq!(within(OrganisationRole::Owner), "y--n-nynnnyn-");
        assert_eq!(within(OrganisationRole::Cso), "y--n-nynnnyn-");
        assert_eq!(within(OrganisationRole::Member), "y--n-nynnnyn-");
        assert_eq!(within(OrganisationRole::Auditor), "n--n-nynnnyn-");
        assert_eq!(within(OrganisationRole::DutyOfficer), "y--n-nynnnnn-");
        let staff = |role| row(Some(Standing::staff(role)), &facts);
        assert_eq!(staff(Role::Analyst), "yyyyyyyyynyn-");
        assert_eq!(staff(Role::DutyOfficer), "nynnynynnnyn-");
        assert_eq!(staff(Role::SchemeAdministrator), "n--n-nynnnyn-");
        assert_eq!(staff(Role::QaReviewer), "n--n-nynnnyn-");
        assert_eq!(staff(Role::LibraryEditor), "n--n-nynnnyn-");
        assert_eq!(staff(Role::Admin), "nynnynyynyyyy");
    }

    #[test]
    fn the_whole_table_for_a_thing_of_the_own_organisation() {
        let facts = Facts {
            own: true,
            tlp: Some(Tlp::Amber),
            ..Facts::default()
        };
        let within = |role| row(Some(Standing::within(role)), &facts);
        assert_eq!(within(OrganisationRole::Owner), "yynn-nynnnyny");
        assert_eq!(within(OrganisationRole::Cso), "yynn-nynnnyny");
        assert_eq!(within(OrganisationRole::Member), "yynn-nynnnynn");
        assert_eq!(within(OrganisationRole::Auditor), "nynn-nynnnynn");
        assert_eq!(within(OrganisationRole::DutyOfficer), "yynn-nynnnnnn");
    }

    #[test]
    fn whoever_is_not_confirmed_may_nothing() {
        let guest = Standing::staff(Role::Member);
        for own in [false, true] {
            let facts = Facts {
                own,
                public_source: true,
                released: true,
                tlp: Some(Tlp::Green),
                ..Facts::default()
            };
            assert_eq!(row(Some(guest), &facts), "nnnnnnnnnnnnn");
        }
    }

    #[test]
    fn a_member_sees_what_is_its_own_or_publicly_known_however_it_is_marked() {
        for (own, public_source, tlp) in [false, true]
            .iter()
            .flat_map(|own| [false, true].map(|known| (*own, known)))
            .flat_map(|(own, known)| Tlp::ALL.iter().map(move |tlp| (own, known, *tlp)))
        {
            let facts = Facts {
                own,
                public_source,
                tlp: Some(tlp),
                ..Facts::default()
            };
            let may = can(Some(MEMBER), Verb::ReadIncident, &facts).is_ok();
            assert_eq!(may, own || public_source, "{facts:?}");
        }
    }

    #[test]
    fn an_administrator_decides_nothing() {
        for (decision, own) in Decision::ALL
            .iter()
            .flat_map(|decision| [(*decision, false), (*decision, true)])
        {
            let facts = Facts {
                own,
                ..Facts::default()
            };
            assert!(can(Some(ADMIN), Verb::DecideIncident(decision), &facts).is_err());
        }
    }

    #[test]
    fn a_member_may_take_its_own_report_back_and_decide_nothing_else() {
        let own = Facts {
            own: true,
            ..Facts::default()
        };
        let auditor = Some(Standing::within(OrganisationRole::Auditor));
        assert!(can(auditor, Verb::DecideIncident(Decision::Withdraw), &own).is_err());
        for decision in Decision::ALL {
            let may = can(Some(MEMBER), Verb::DecideIncident(*decision), &own).is_ok();
            assert_eq!(may, *decision == Decision::Withdraw);
        }
    }

    #[test]
    fn nobody_releases_their_own_advisory() {
        let own = Facts {
            author: true,
            ..Facts::default()
        };
        assert!(
            Role::ALL
                .iter()
                .all(|role| can(Some(Standing::staff(*role)), Verb::ReleaseAdvisory, &own).is_err())
        );
    }

    #[test]
    fn a_released_advisory_marked_clear_is_for_everybody() {
        let facts = |tlp, released| Facts {
            tlp: Some(tlp),
            released,
            ..Facts::default()
        };
        assert_eq!(can(None, Verb::ReadAdvisory, &facts(Tlp::Clear, true)), Ok(()));
        assert_eq!(
            can(None, Verb::ReadAdvisory, &facts(Tlp::Clear, false)),
            Err(Denied::Unknown)
        );
        assert_eq!(
            can(None, Verb::ReadAdvisory, &facts(Tlp::Green, true)),
            Err(Denied::Unknown)
        );
        assert_eq!(
            can(Some(MEMBER), Verb::ReadAdvisory, &facts(Tlp::Green, true)),
            Ok(())
        );
        assert_eq!(
            can(Some(MEMBER), Verb::ReadAdvisory, &facts(Tlp::Clear, false)),
            Err(Denied::Unseen)
        );
    }
}
