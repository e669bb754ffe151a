//! Rows of the sealed intake.

use crate::schema::intake::{analyst_keys, envelopes, epochs, messages, wrapped_keys};
use bellbuoy_domain::intake::{EnvelopeState, MessageDirection};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = epochs, check_for_backend(Pg))]
pub struct EpochRow {
    pub id: String,
    pub recipient: String,
    pub current: bool,
}

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = analyst_keys, check_for_backend(Pg))]
pub struct AnalystKeyRow {
    pub account_id: Uuid,
    pub recipient: String,
    pub wrapped: Vec<u8>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = wrapped_keys, check_for_backend(Pg))]
pub struct WrappedRow {
    pub epoch_id: String,
    pub account_id: Uuid,
    pub wrapped: Vec<u8>,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = envelopes)]
pub struct NewEnvelope {
    pub id: Uuid,
    pub format: i16,
    pub epoch_id: String,
    pub bucket: i32,
    pub locator_hash: Vec<u8>,
    pub digest: Vec<u8>,
    pub content: Vec<u8>,
    pub help: bool,
    pub state: EnvelopeState,
}

/// An envelope as the queue shows it, without its content.
#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = envelopes, check_for_backend(Pg))]
pub struct EnvelopeRow {
    pub id: Uuid,
    pub epoch_id: String,
    pub bucket: i32,
    pub help: bool,
    pub state: EnvelopeState,
    pub revision: i32,
    pub note: Option<Vec<u8>>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = messages, check_for_backend(Pg))]
pub struct MessageRow {
    pub id: Uuid,
    pub envelope_id: Uuid,
    pub direction: MessageDirection,
    pub content: Vec<u8>,
    pub seen: bool,
}

impl EnvelopeRow {
    /// The version a change is meant for.
    pub fn etag(&self) -> String {
        crate::http::precondition::etag(self.id, self.revision, "envelope")
    }
}
