//! `bellbuoy verify`: checks a filing proof, and whether it is about a report one has kept.

use std::path::{Path, PathBuf};

use bellbuoy::proof::{self, KeySet};
use bellbuoy_domain::{proof::FilingProof, receipt};
use clap::Args as ClapArgs;
use serde::de::DeserializeOwned;

use crate::{client::Client, fault::Fault, terminal};

#[derive(ClapArgs)]
pub struct Args {
    /// The filing proof; - reads standard input
    proof: PathBuf,
    /// The instance's public keys, for a check without a connection
    #[arg(long, value_name = "FILE", required_unless_present = "url")]
    jwks: Option<PathBuf>,
    /// The instance to get the public keys from
    #[arg(long)]
    url: Option<String>,
    /// The report as it was sealed; asks for the receipt's words and checks that the proof is about it
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Reads a file that has to hold one thing.
fn part<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T, Fault> {
    serde_json::from_slice(&terminal::read(path)?)
        .map_err(|error| Fault::Data(format!("{} is not {what} ({error})", path.display())))
}

pub fn run(args: &Args) -> Result<(), Fault> {
    let filed: FilingProof = part(
        &args.proof,
        "a filing proof: it is the file that was offered after filing",
    )?;
    let keys: KeySet = match (&args.jwks, &args.url) {
        (Some(path), _) => part(
            path,
            "a set of public keys: it is what /.well-known/jwks.json gives",
        )?,
        (None, Some(url)) => Client::new(url)?.key_set()?,
        (None, None) => return Err(Fault::Usage("give --jwks or --url".to_owned())),
    };
    proof::verify_proof(&filed, &keys)?;
    terminal::say(&format!(
        "The proof is genuine: a report was filed in {}.",
        filed.month
    ));
    if let Some(path) = &args.report {
        let report = terminal::read(path)?;
        let derived = receipt::derive(&terminal::ask_receipt()?);
        proof::verify_commitment(&filed, &report, &derived.proof_salt)?;
        terminal::say("It is about this report.");
    }
    Ok(())
}
