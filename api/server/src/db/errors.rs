//! What the database refuses, in words for the caller: an outage is 503, a named constraint is a
//! fault of its field, everything else is ours.

use crate::http::{AppError, Fault, codes};
use diesel::result::{DatabaseErrorKind, Error};
use diesel_async::pooled_connection::deadpool::PoolError;

/// Constraints that a caller can run into, with the field and the sentence.
const CONSTRAINTS: &[(&str, &str, &str)] = &[
    (
        "accounts_email_key",
        "/email",
        "somebody signs in with this address already",
    ),
    (
        "memberships_email_key",
        "/email",
        "this address is invited or belongs to the organisation already",
    ),
    (
        "organisations_name_key",
        "/name",
        "an organisation of this name exists already",
    ),
    (
        "incidents_duplicate_of_fkey",
        "/duplicate_of",
        "there is no such incident",
    ),
    (
        "incidents_duplicate_check",
        "/duplicate_of",
        "an incident cannot repeat itself",
    ),
];

/// Turns a database error into what the caller may know.
pub fn classify(error: Error) -> AppError {
    match &error {
        Error::DatabaseError(
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
            _,
        ) => AppError::Unavailable(5),
        Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => AppError::Unavailable(1),
        Error::DatabaseError(kind, info) => {
            let named = info
                .constraint_name()
                .and_then(|name| CONSTRAINTS.iter().find(|(constraint, ..)| *constraint == name));
            match named {
                Some((_, pointer, detail)) => {
                    AppError::Unfit(vec![Fault::new(*pointer, "constraint", *detail)])
                }
                None if outage(info.message()) => AppError::Unavailable(5),
                None if outside(info.message()) => unstorable(),
                // The message may quote a value: the log gets names only.
                None => AppError::Internal(anyhow::anyhow!(
                    "database: {kind:?}, table {:?}, column {:?}, constraint {:?}",
                    info.table_name(),
                    info.column_name(),
                    info.constraint_name()
                )),
            }
        }
        Error::NotFound => AppError::Remedied(&codes::NOT_FOUND),
        Error::BrokenTransactionManager => AppError::Unavailable(1),
        Error::SerializationError(_) => unstorable(),
        _ => AppError::Internal(anyhow::anyhow!(
            "database: the answer did not have the expected form"
        )),
    }
}

/// Messages of a server that is going down, coming up, cut off, or out of room.
fn outage(message: &str) -> bool {
    [
        "connection closed",
        "terminating connection",
        "the database system is",
        "connection to server",
        "Connection refused",
        "broken pipe",
        "error communicating",
        "No space left on device",
        "could not extend file",
        "could not write",
        "remaining connection slots",
        "too many clients",
        "out of memory",
        "due to statement timeout",
        "due to lock timeout",
        "deadlock detected",
    ]
    .iter()
    .any(|part| message.contains(part))
}

/// Messages about a value that a column of its kind cannot hold.
fn outside(message: &str) -> bool {
    [
        "date out of range",
        "timestamp out of range",
        "invalid byte sequence for encoding",
    ]
    .iter()
    .any(|part| message.starts_with(part))
}

fn unstorable() -> AppError {
    AppError::refused(
        &codes::MALFORMED,
        "a date or a text in the request lies outside of what can be stored",
    )
}

/// A word for the log about why the pool gave nothing; never the address.
pub fn pool_kind(error: &PoolError) -> &'static str {
    match error {
        PoolError::Timeout(_) => "timeout",
        PoolError::Backend(_) => "cannot connect",
        PoolError::Closed => "closed",
        PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => "setup",
    }
}
