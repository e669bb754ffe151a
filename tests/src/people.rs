//! The people of the tests, who are in every copy of the template.

use bellbuoy_domain::account::{OrganisationKind, Role};
use bellbuoy_server::auth::model::{NewAccount, NewOrganisation};
use bellbuoy_server::auth::password;
use bellbuoy_server::db::{Caller, Db};
use uuid::Uuid;

/// The password of all of them.
pub const PASSWORD: &str = "correct horse battery";

/// Somebody of the tests.
pub struct Person {
    pub id: Uuid,
    pub session: Uuid,
    pub role: Role,
    pub organisation: Option<Uuid>,
    pub email: &'static str,
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n)
}

/// The people of the tests.
pub fn people() -> Vec<Person> {
    let one = |n, email, role, organisation: Option<u128>| Person {
        id: id(n),
        session: id(1000 + n),
        role,
        organisation: organisation.map(id),
        email,
    };
    vec![
        one(1, "member@demo.example", Role::Member, Some(101)),
        one(2, "other-member@demo.example", Role::Member, Some(102)),
        one(3, "analyst@demo.example", Role::Analyst, None),
        one(4, "second-analyst@demo.example", Role::Analyst, None),
        one(5, "admin@demo.example", Role::Admin, None),
    ]
}

/// One of them.
pub fn person(email: &str) -> Person {
    people()
        .into_iter()
        .find(|person| person.email == email)
        .unwrap_or_else(|| panic!("nobody is called {email}"))
}

/// Enters them and their organisations.
pub(crate) async fn enter(db: &Db) {
    let mut conn = db.as_caller(Caller::System).await.unwrap();
    for (n, name) in [(101, "First Line"), (102, "Second Line")] {
        let organisation = NewOrganisation {
            id: id(n),
            name: name.to_owned(),
            kind: OrganisationKind::ShippingCompany,
            country: Some("NL".to_owned()),
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
            organisation_id: person.organisation,
            password_hash: password_hash.clone(),
        };
        bellbuoy_server::auth::store::insert_account(&mut conn, &account)
            .await
            .unwrap();
    }
}
