//! What sign-in takes and gives.

use super::model::Belonging;
use bellbuoy_domain::account::{MembershipState, OrganisationKind, OrganisationRole, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Sign-in with an e-mail address and a password.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionCreate {
    /// The address, in any case.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "analyst@demo.example"
    )]
    pub email: String,
    #[validate(length(min = 1, max = 200))]
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "password",
        example = "bellbuoy-demo"
    )]
    pub password: String,
    /// Of the second factor, when the person has one: six digits of an authenticator, or a recovery code.
    #[serde(default)]
    #[validate(length(min = 6, max = 20))]
    #[schema(min_length = 6, max_length = 20)]
    pub code: Option<String>,
}

/// A session: a short access token; the refresh token travels in a cookie that scripts cannot read.
#[derive(Serialize, ToSchema)]
pub struct Session {
    /// Send it as `Authorization: Bearer …`.
    pub access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    pub token_type: String,
    /// Seconds until the access token runs out.
    #[schema(example = 600)]
    pub expires_in: i64,
    pub account: Me,
}

/// The signed-in person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Me {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    /// The organisation the person acts for; absent until the membership is confirmed.
    pub organisation: Option<OrganisationRef>,
    /// The membership, whatever its state; absent for staff.
    pub membership: Option<MembershipRef>,
    /// Whether nothing can be done before a second factor is set up, with `POST /me/factors`.
    pub second_factor_missing: bool,
}

/// Where a person belongs.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MembershipRef {
    pub id: Uuid,
    pub role: OrganisationRole,
    pub state: MembershipState,
    pub organisation: OrganisationRef,
}

/// The organisation a person acts for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OrganisationRef {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
}

/// What is left of the caller's budget.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Limits {
    /// Requests per minute.
    pub requests_per_minute: u32,
    /// Requests left at once.
    pub remaining: u32,
    /// Largest JSON body, bytes.
    pub body_bytes: usize,
    /// Most items on a page.
    pub page_items: u16,
}

impl Me {
    /// `bare` says that a second factor is due.
    pub fn of(belonging: Belonging, bare: bool) -> Self {
        let confirmed = belonging.organisation();
        let membership = belonging
            .membership
            .map(|(membership, organisation)| MembershipRef {
                id: membership.id,
                role: membership.role,
                state: membership.state,
                organisation: OrganisationRef {
                    id: organisation.id,
                    name: organisation.name,
                    kind: organisation.kind,
                },
            });
        Self {
            id: belonging.account.id,
            email: belonging.account.email,
            name: belonging.account.name,
            role: belonging.account.role,
            organisation: membership
                .as_ref()
                .filter(|_| confirmed.is_some())
                .map(|membership| membership.organisation.clone()),
            membership,
            second_factor_missing: bare,
        }
    }
}
