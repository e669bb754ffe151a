//! Continuing professional development: what somebody did to stay current, what is asked of them, and the letters before
//! a certificate ends.

mod actions;
mod demo;
mod export;
mod log;
mod model;
mod reminders;
pub mod routes;
mod store;
mod summary;
mod wire;

pub use actions::forget;
pub use demo::{DemoEntry, enter_demo};
pub use log::hours;
pub use reminders::remind;
