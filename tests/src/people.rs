//! The people of the tests, who are in every copy of the template.

use bellbuoy_domain::account::{
    MembershipState, OrganisationKind, OrganisationRole, Role, Standing, Visibility,
};
use bellbuoy_server::auth::model::{NewAccount, NewMembership, NewOrganisation};
use bellbuoy_server::auth::password;
use bellbuoy_server::db::{Caller, Db};
use uuid::Uuid;

/// The password of all of them.
pub const PASSWORD: &str = "correct horse battery";

/// The secret of all second factors of the tests.
pub const SECOND_FACTOR: [u8; 20] = *b"12345678901234567890";

/// Somebody of the tests.
pub struct Person {
    pub id: Uuid,
    pub session: Uuid,
    pub role: Role,
    /// The organisation, the role inside it, and how far the membership has come.
    pub membership: Option<(Uuid, OrganisationRole, MembershipState)>,
    pub email: &'static str,
}

impl Person {
    /// The organisation the person acts for.
    pub fn organisation(&self) -> Option<Uuid> {
        self.membership
            .filter(|(.., state)| *state == MembershipState::Confirmed)
            .map(|(organisation, ..)| organisation)
    }

    /// As what the person acts.
    pub fn standing(&self) -> Standing {
        match self.membership {
            Some((_, within, MembershipState::Confirmed)) => Standing::within(within),
            _ => Standing::staff(self.role),
        }
    }
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

/// The people of the tests: first everybody's, then one for each role and state.
pub fn people() -> Vec<Person> {
    use MembershipState::{Accepted, Confirmed, Suspended};
    let one = |n, email, role, membership: Option<(u128, OrganisationRole, MembershipState)>| Person {
        id: id(n),
        session: id(1000 + n),
        role,
        membership: membership.map(|(organisation, within, state)| (id(organisation), within, state)),
        email,
    };
    let inside = |n, email, organisation, within, state| {
        one(n, email, Role::Member, Some((organisation, within, state)))
    };
    vec![
        inside(1, "member@demo.example", 101, OrganisationRole::Owner, Confirmed),
        inside(
            2,
            "other-member@demo.example",
            102,
            OrganisationRole::Owner,
            Confirmed,
        ),
        one(3, "analyst@demo.example", Role::Analyst, None),
        one(4, "second-analyst@demo.example", Role::Analyst, None),
        one(5, "admin@demo.example", Role::Admin, None),
        inside(6, "cso@demo.example", 101, OrganisationRole::Cso, Confirmed),
        inside(
            7,
            "colleague@demo.example",
            101,
            OrganisationRole::Member,
            Confirmed,
        ),
        inside(
            8,
            "auditor@demo.example",
            101,
            OrganisationRole::Auditor,
            Confirmed,
        ),
        inside(
            9,
            "watch@demo.example",
            101,
            OrganisationRole::DutyOfficer,
            Confirmed,
        ),
        inside(
            10,
            "accepted@demo.example",
            101,
            OrganisationRole::Owner,
            Accepted,
        ),
        inside(
            11,
            "suspended@demo.example",
            101,
            OrganisationRole::Owner,
            Suspended,
        ),
        one(12, "duty@demo.example", Role::DutyOfficer, None),
        one(13, "scheme@demo.example", Role::SchemeAdministrator, None),
        one(14, "qa@demo.example", Role::QaReviewer, None),
        one(15, "editor@demo.example", Role::LibraryEditor, None),
        one(16, "second-scheme@demo.example", Role::SchemeAdministrator, None),
    ]
}

/// One of them.
pub fn person(email: &str) -> Person {
    people()
        .into_iter()
        .find(|person| person.email == email)
        .unwrap_or_else(|| panic!("nobody is called {email}"))
}

/// An organisation that agrees to be listed; nobody of the tests acts for it.
pub const LISTED: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0067);

/// Enters them and their organisations.
pub(crate) async fn enter(db: &Db) {
    let mut conn = db.as_caller(Caller::System).await.unwrap();
    for (n, name) in [(101, "First Line"), (102, "Second Line"), (103, "Listed Port")] {
        let organisation = NewOrganisation {
            id: id(n),
            name: name.to_owned(),
            kind: OrganisationKind::ShippingCompany,
            country: Some("NL".to_owned()),
            visibility: if n == 103 {
                Visibility::Listed
            } else {
                Visibility::Hidden
            },
            website: None,
            about: None,
        };
        bellbuoy_server::auth::store::insert_organisation(&mut conn, &organisation)
            .await
            .unwrap();
    }
    let password_hash = password::hash(PASSWORD).unwrap();
    for person in people() {
        let account = NewAccount {
            id: person.id,
            email: person.email.to_owned(),
            name: person.email.split('@').next().unwrap().to_owned(),
            role: person.role,
            password_hash: password_hash.clone(),
        };
        bellbuoy_server::auth::store::insert_account(&mut conn, &account)
            .await
            .unwrap();
        if let Some((organisation, within, state)) = person.membership {
            let owner = NewMembership {
                state,
                ..NewMembership::confirmed(organisation, person.id, person.email, within)
            };
            bellbuoy_server::auth::store::insert_membership(&mut conn, &owner)
                .await
                .unwrap();
        }
    }
}
