//! Requests to other hosts, which only an operator's settings cause.

use std::time::Duration;
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

/// Asks over TLS with the machine's own roots, follows nothing, and gives up after `wait`.
pub fn agent(address: &str, wait: Duration) -> Agent {
    let roots = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .build();
    let builder = Agent::config_builder();
    // What is on this machine, for trying, is on no other side of a proxy.
    let builder = if address.starts_with("http://") {
        builder.proxy(None)
    } else {
        builder
    };
    builder
        .timeout_global(Some(wait))
        .max_redirects(0)
        .user_agent("bellbuoy")
        .tls_config(roots)
        .build()
        .into()
}

/// An address that nobody reads along: over TLS, or on this machine.
pub fn safe(address: &str) -> bool {
    let host = |scheme: &str| {
        address
            .strip_prefix(scheme)
            .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default())
    };
    let local = |host: &str| {
        let name = host.rsplit_once(':').map_or(host, |(name, port)| {
            if port.bytes().all(|b| b.is_ascii_digit()) {
                name
            } else {
                host
            }
        });
        ["127.0.0.1", "localhost", "[::1]"].contains(&name)
    };
    match (host("https://"), host("http://")) {
        (Some(host), _) => !host.is_empty() && !host.contains('@'),
        (_, Some(host)) => local(host),
        _ => false,
    }
}
