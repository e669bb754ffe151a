//! The one integration binary. Each module is a noun or a promise.

mod advisories;
mod audit;
mod auth;
mod contract;
mod desk;
mod embedded;
mod incidents;
mod inputs;
mod intake;
mod jobs;
mod layers;
mod machines;
mod matrix;
mod migrations;
mod organisations;
mod outage;
mod policy;
mod privacy;
mod seed;
mod setup;
mod site;
mod staff;
mod statements;
mod statistics;
mod taxonomies;
mod visibility;
