//! Rows of accounts, sessions and refresh tokens.

use crate::schema::{accounts, memberships, organisations, refresh_tokens, sessions};
use bellbuoy_domain::account::{
    MembershipState, OrganisationKind, OrganisationRole, OrganisationStatus, Role, Standing, Visibility,
};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = accounts, check_for_backend(Pg))]
pub struct AccountRow {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub password_hash: String,
    pub suspended: bool,
    pub revision: i32,
}

/// The membership of a person that has not left.
#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = memberships, check_for_backend(Pg))]
pub struct MembershipRow {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub role: OrganisationRole,
    pub state: MembershipState,
}

/// An account, and where it belongs.
pub struct Belonging {
    pub account: AccountRow,
    pub membership: Option<(MembershipRow, OrganisationRow)>,
}

impl Belonging {
    /// As what the person acts: inside an organisation only while the membership is confirmed and the organisation
    /// is a member.
    pub fn standing(&self) -> Standing {
        let within = self
            .membership
            .as_ref()
            .filter(|(membership, organisation)| {
                self.account.role == Role::Member
                    && membership.state == MembershipState::Confirmed
                    && organisation.status == OrganisationStatus::Member
            })
            .map(|(membership, _)| membership.role);
        Standing {
            role: self.account.role,
            within,
        }
    }

    /// The organisation the person acts for, if it is confirmed.
    pub fn organisation(&self) -> Option<Uuid> {
        self.standing().within?;
        self.membership.as_ref().map(|(_, organisation)| organisation.id)
    }
}

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = organisations, check_for_backend(Pg))]
pub struct OrganisationRow {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub status: OrganisationStatus,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = accounts)]
pub struct NewAccount {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub password_hash: String,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = memberships)]
pub struct NewMembership {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub account_id: Option<Uuid>,
    pub email: String,
    pub role: OrganisationRole,
    pub state: MembershipState,
    pub invitation_hash: Option<Vec<u8>>,
    pub invitation_expires_at: Option<DateTime<Utc>>,
    pub invited_by: Option<Uuid>,
}

impl NewMembership {
    /// Of a person who belongs from the beginning.
    pub fn confirmed(organisation: Uuid, account: Uuid, email: &str, role: OrganisationRole) -> Self {
        Self {
            id: Uuid::now_v7(),
            organisation_id: organisation,
            account_id: Some(account),
            email: email.to_owned(),
            role,
            state: MembershipState::Confirmed,
            invitation_hash: None,
            invitation_expires_at: None,
            invited_by: None,
        }
    }
}

#[derive(Debug, Insertable)]
#[diesel(table_name = organisations)]
pub struct NewOrganisation {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
    pub visibility: Visibility,
    pub website: Option<String>,
    pub about: Option<String>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = sessions, check_for_backend(Pg))]
pub struct SessionRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub binding_hash: Vec<u8>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub proven: bool,
    pub browser: Option<String>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = refresh_tokens, check_for_backend(Pg))]
pub struct TokenRow {
    pub token_hash: Vec<u8>,
    pub session_id: Uuid,
    pub used_at: Option<DateTime<Utc>>,
}
