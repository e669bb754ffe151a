//! The whole table, and the lines that matter most.

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

#[test]
fn whoever_views_as_another_sees_no_more_than_before() {
    use crate::account::OrganisationRole as Within;
    let all = || {
        let staff = Role::ALL
            .iter()
            .copied()
            .filter(|role| *role != Role::Member)
            .map(Standing::staff);
        let within = Within::ALL.iter().copied().map(Standing::within);
        staff.chain(within).chain([Standing::staff(Role::Member)])
    };
    let reads = [
        Verb::ReadIncident,
        Verb::ReadAdvisory,
        Verb::ReadFigures,
        Verb::WorkAtDesk,
        Verb::ReadAudit,
        Verb::Export,
        Verb::ManageOrganisation,
    ];
    let mut allowed = 0;
    for (by, other) in all().flat_map(|by| all().map(move |other| (by, other))) {
        for own in [true, false] {
            if may_view_as(by, other, own).is_err() {
                continue;
            }
            allowed += 1;
            for verb in reads {
                for tlp in Tlp::ALL {
                    for released in [true, false] {
                        // What is the other's own is the caller's own too, or is seen by administrators.
                        let facts = Facts {
                            own,
                            released,
                            tlp: Some(*tlp),
                            ..Facts::default()
                        };
                        let more =
                            can(Some(other), verb, &facts).is_ok() && can(Some(by), verb, &facts).is_err();
                        assert!(!more, "{by:?} as {other:?}: {verb:?} {facts:?}");
                    }
                }
            }
        }
    }
    assert!(allowed > 10, "{allowed}");
    assert!(
        may_view_as(
            Standing::staff(Role::Admin),
            Standing::staff(Role::Analyst),
            false
        )
        .is_err()
    );
    assert!(
        may_view_as(
            Standing::within(Within::Owner),
            Standing::within(Within::Member),
            false
        )
        .is_err()
    );
    assert!(
        may_view_as(
            Standing::within(Within::Member),
            Standing::within(Within::Owner),
            true
        )
        .is_err()
    );
}
