//! Rows of the chain, as what the rules work on.

use crate::audit::store::EntryRow;
use crate::schema::{audit_checkpoints, audit_deliveries};
use bellbuoy_domain::ledger::{Checkpoint, Entry, FORMAT, Kept};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;

/// A checkpoint as stored.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = audit_checkpoints, check_for_backend(Pg))]
pub struct CheckpointRow {
    pub number: i64,
    pub hash: Vec<u8>,
    pub hour: DateTime<Utc>,
    pub kid: String,
    pub signature: String,
}

/// Up to where a place elsewhere has the checkpoints.
#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = audit_deliveries, check_for_backend(Pg), treat_none_as_null = true)]
pub struct DeliveryRow {
    pub place: Vec<u8>,
    pub number: i64,
    pub fault: Option<String>,
    pub changed_at: DateTime<Utc>,
}

impl From<CheckpointRow> for Checkpoint {
    fn from(row: CheckpointRow) -> Self {
        Self {
            format: FORMAT.to_owned(),
            number: row.number,
            hash: hex::encode(row.hash),
            hour: row.hour,
            kid: row.kid,
            signature: row.signature,
        }
    }
}

/// An entry under a number, with the seal it has.
pub fn kept(row: EntryRow, number: i64) -> Kept {
    Kept {
        entry: Entry {
            number,
            id: row.id,
            at: row.at,
            account: row.account_id,
            action: row.action,
            object_kind: row.object_kind,
            object: row.object_id,
            fields: row.fields,
            reason: row.reason,
        },
        hash: row.hash,
    }
}
