//! The way to a certificate.

mod appeals;
mod drafts;
mod evidence;
mod firms;
mod referees;
mod renewals;
mod reviews;
