//! Rows by the noun that they are about.

use super::recipes::World;
use reqwest::RequestBuilder;
use tests::client::Client;
use tests::spec::Operation;

/// The request of a row that stands in another file.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    if let Some(request) = super::own::ask(world, operation, target, client).await {
        return Some(request);
    }
    if let Some(request) = super::register::ask(world, operation, target, client).await {
        return Some(request);
    }
    if let Some(request) = super::certification::ask(world, operation, target, client).await {
        return Some(request);
    }
    if let Some(request) = super::sittings::ask(world, operation, target, client).await {
        return Some(request);
    }
    if let Some(request) = super::ratings::ask(world, operation, target, client).await {
        return Some(request);
    }
    super::people::ask(world, operation, target, client).await
}
