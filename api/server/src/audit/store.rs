//! Queries of the audit.

use crate::schema::audit_entries;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// One entry as stored.
#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = audit_entries, check_for_backend(Pg))]
pub struct EntryRow {
    pub id: Uuid,
    pub number: Option<i64>,
    pub at: DateTime<Utc>,
    pub account_id: Option<Uuid>,
    pub action: String,
    pub object_kind: String,
    pub object_id: Option<Uuid>,
    pub fields: Vec<String>,
    pub reason: Option<String>,
    pub hash: Option<Vec<u8>>,
}

/// Numbered entries, newest first, or oldest first when leafing back from `after`.
pub async fn list(
    conn: &mut AsyncPgConnection,
    action: Option<&[String]>,
    object: Option<Uuid>,
    after: Option<i64>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<EntryRow>> {
    let mut query = EntryRow::query()
        .filter(audit_entries::number.is_not_null())
        .limit(limit)
        .into_boxed();
    if let Some(actions) = action {
        query = query.filter(audit_entries::action.eq_any(actions.to_vec()));
    }
    if let Some(object) = object {
        query = query.filter(audit_entries::object_id.eq(object));
    }
    if let Some(after) = after {
        query = if back {
            query.filter(audit_entries::number.gt(after))
        } else {
            query.filter(audit_entries::number.lt(after))
        };
    }
    query = if back {
        query.order(audit_entries::number.asc())
    } else {
        query.order(audit_entries::number.desc())
    };
    query.load(conn).await
}
