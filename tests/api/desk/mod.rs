//! The desk's half of the sealed intake.

mod accept;
mod answer;
mod keys;
mod queue;
mod recover;
mod reseal;
mod steps;
