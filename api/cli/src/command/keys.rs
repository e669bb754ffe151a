//! `bellbuoy keys`: the recovery key's making, its use, and opening a sealed file. Best on a machine without network.

use std::path::PathBuf;

use bellbuoy::{
    keys::Identity,
    recovery::{self, NEEDED, SHARES},
    seal,
};
use clap::Subcommand;

use crate::{fault::Fault, terminal};

#[derive(Subcommand)]
pub enum Keys {
    /// Make a recovery key, print its recipient and five shares, and forget it
    RecoveryNew,
    /// Put the recovery key together from three shares, one a line on standard input
    RecoveryCombine,
    /// Open a sealed file with a key and print the JSON in it
    Open {
        /// The file with the key; - reads it from standard input
        #[arg(long, value_name = "FILE")]
        identity: PathBuf,
        /// The sealed file
        sealed: PathBuf,
    },
}

pub fn run(which: &Keys) -> Result<(), Fault> {
    match which {
        Keys::RecoveryNew => recovery_new(),
        Keys::RecoveryCombine => recovery_combine(),
        Keys::Open { identity, sealed } => {
            let identity = terminal::read(identity)?;
            let identity = Identity::read(&String::from_utf8_lossy(&identity))?;
            let json = seal::open(&terminal::read(sealed)?, &identity)?;
            terminal::say(&String::from_utf8_lossy(&json));
            Ok(())
        }
    }
}

fn recovery_new() -> Result<(), Fault> {
    let identity = Identity::generate();
    terminal::note("The recipient goes to the server; each share to one officer of another organisation.");
    terminal::note(&format!(
        "Any {NEEDED} of the {SHARES} shares open every report. The key itself is kept nowhere."
    ));
    terminal::say(&identity.recipient());
    for share in recovery::split(&identity)? {
        terminal::say(&share);
    }
    Ok(())
}

fn recovery_combine() -> Result<(), Fault> {
    let mut shares = Vec::new();
    while shares.len() < NEEDED {
        let Ok(line) = terminal::ask(&format!("share {}:", shares.len() + 1)) else {
            break;
        };
        if !line.is_empty() {
            shares.push(line);
        }
    }
    let shares: Vec<_> = shares.iter().map(String::as_str).collect();
    terminal::say(&recovery::combine(&shares)?.to_text());
    Ok(())
}
