//! How the server speaks: problems, pages, preconditions, idempotency, bodies, formats, headers.
//! Knows no noun.

pub mod body;
pub mod codes;
pub mod compression;
pub mod dry_run;
pub mod envelope;
pub mod export;
pub mod fallback;
pub mod headers;
pub mod idempotency;
pub mod inflate;
pub mod messages;
pub mod origin;
pub mod outward;
pub mod page;
pub mod position;
pub mod precondition;
pub mod problem;
pub mod query;
pub mod rate;
pub mod text;
pub mod words;

pub use body::Body;
pub use problem::{AppError, Fault};
pub use query::Query;
