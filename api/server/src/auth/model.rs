//! Rows of accounts, sessions and refresh tokens.

use crate::schema::{accounts, organisations, refresh_tokens, sessions};
use bellbuoy_domain::account::{OrganisationKind, Role};
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
    pub organisation_id: Option<Uuid>,
    pub password_hash: String,
    pub suspended: bool,
}

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = organisations, check_for_backend(Pg))]
pub struct OrganisationRow {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = accounts)]
pub struct NewAccount {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub organisation_id: Option<Uuid>,
    pub password_hash: String,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = organisations)]
pub struct NewOrganisation {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = sessions, check_for_backend(Pg))]
pub struct SessionRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub binding_hash: Vec<u8>,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = refresh_tokens, check_for_backend(Pg))]
pub struct TokenRow {
    pub token_hash: Vec<u8>,
    pub session_id: Uuid,
    pub used_at: Option<DateTime<Utc>>,
}
