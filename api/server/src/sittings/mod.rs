//! Exams, trainings and workshops: announced, booked, attended, passed.

mod actions;
mod attendance;
mod booking;
mod calendar;
mod calendar_routes;
mod demo;
mod entered;
mod export;
mod facts;
mod letters;
mod model;
pub mod routes;
mod seat_export;
mod seat_model;
mod seat_routes;
mod seat_store;
mod shown;
mod store;
mod wire;

pub use booking::leave;
pub use demo::{DemoSitting, enter_demo};
pub use facts::{Attended, Met, attended, attended_hours, passed};
pub use wire::SittingDraft;
