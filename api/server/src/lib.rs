//! Bellbuoy's server: HTTP, database, background work.

// how we speak; knows no noun
pub mod db;
pub mod http;
pub mod schema;

// the frame
pub mod app;
pub mod config;
pub mod doctor;
pub mod openapi;
pub mod routes;
pub mod run;
pub mod setup;
pub mod site;

// what cuts across
pub mod audit;
pub mod auth;
pub mod jobs;
pub mod mail;
pub mod outbox;

// the nouns
pub mod advisories;
pub mod api_keys;
pub mod applications;
pub mod certificates;
pub mod certification_applications;
pub mod complaints;
pub mod consultants;
pub mod cpd_entries;
pub mod evidence;
pub mod incidents;
pub mod independence_checks;
pub mod intake;
pub mod memberships;
pub mod oauth;
pub mod oidc;
pub mod organisations;
pub mod own_data;
pub mod ratings;
pub mod responders;
pub mod schemes;
pub mod sittings;
pub mod staff;
pub mod statistics;
pub mod suppliers;
pub mod taxonomies;

// the demo
pub mod seed;
