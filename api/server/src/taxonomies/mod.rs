//! The words and tables that forms offer: vocabularies, ports, countries, techniques. Reads only.

pub mod routes;
