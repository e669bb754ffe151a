//! Incidents reported by name, and their review.

mod create;
mod decide;
mod decide_at_once;
mod export;
mod faults;
mod get;
mod idempotency;
mod list;
mod mirror;
mod paging;
mod rehearse;
mod search;
mod stream;
mod visible;
