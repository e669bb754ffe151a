//! Incidents reported by name, and their review.

mod create;
mod decide;
mod export;
mod get;
mod idempotency;
mod list;
mod mirror;
mod paging;
mod rehearse;
mod search;
mod stream;
mod visible;
