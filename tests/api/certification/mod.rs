//! The way to a certificate.

mod appeals;
mod complaints;
mod drafts;
mod evidence;
mod firms;
mod referees;
mod renewals;
mod responders;
mod reviews;
