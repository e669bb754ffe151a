//! One file a command.

pub mod certificate;
pub mod keys;
pub mod mailbox;
pub mod report;
pub mod verify;

use bellbuoy::proof::{Epoch, EpochList, KeySet, verify_epochs};

use crate::{client::Client, fault::Fault, terminal};

/// The instance's public keys: pinned in a file if one is given, else as the instance says.
fn key_set(pinned: Option<&std::path::Path>, client: &Client) -> Result<KeySet, Fault> {
    match pinned {
        Some(path) => Ok(serde_json::from_slice(&terminal::read(path)?)?),
        None => client.key_set(),
    }
}

/// The desk keys, once their signature is checked, and the one to seal to.
fn desk_keys(client: &Client, keys: &KeySet) -> Result<(EpochList, Epoch), Fault> {
    let list = client.epochs()?;
    let current = verify_epochs(&list, keys)?.clone();
    Ok((list, current))
}
