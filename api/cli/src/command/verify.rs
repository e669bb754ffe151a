//! `bellbuoy verify`: checks a filing proof, and whether it is about a report one has kept; or an exported audit
//! against a checkpoint one has kept; or a certificate against status lists.

use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use bellbuoy::audit;
use bellbuoy::proof::{self, KeySet};
use bellbuoy_domain::{ledger::Checkpoint, proof::FilingProof, receipt};
use clap::Args as ClapArgs;
use serde::{Deserialize, de::DeserializeOwned};

use super::certificate;
use crate::{client::Client, fault::Fault, terminal};

#[derive(ClapArgs)]
pub struct Args {
    /// The filing proof; - reads standard input
    #[arg(required_unless_present_any = ["audit", "certificate"])]
    proof: Option<PathBuf>,
    /// The instance's public keys, for a check without a connection
    #[arg(long, value_name = "FILE", required_unless_present = "url")]
    jwks: Option<PathBuf>,
    /// The instance to get the public keys from
    #[arg(long)]
    url: Option<String>,
    /// What was sent: the page's "what I sent", or a kept report, for which the receipt's words are asked
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// The whole audit in place of a proof, as exported without filters: CSV or NDJSON
    #[arg(long, value_name = "FILE", requires = "checkpoint", conflicts_with_all = ["proof", "report"])]
    audit: Option<PathBuf>,
    /// A signed certificate in place of a proof: the text behind its QR code; - reads standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["proof", "report", "audit"])]
    certificate: Option<PathBuf>,
    /// A status list that was kept, for a check without a connection; give it once for each
    #[arg(long, value_name = "FILE", requires = "certificate")]
    status_list: Vec<PathBuf>,
    /// A checkpoint that was kept; give it once for each
    #[arg(long, value_name = "FILE", requires = "audit")]
    checkpoint: Vec<PathBuf>,
}

/// What the page offers as "what I sent": the report, and the salt that the receipt's words give.
#[derive(Deserialize)]
struct Opening {
    format: String,
    report: String,
    salt: String,
}

impl Opening {
    const FORMAT: &str = "bellbuoy-filing-opening-v1";

    /// Nothing if the file is something else, such as a kept report.
    fn read(given: &[u8]) -> Option<Self> {
        let opening: Self = serde_json::from_slice(given).ok()?;
        (opening.format == Self::FORMAT).then_some(opening)
    }

    /// The report's bytes and the salt.
    fn open(&self) -> Result<(Vec<u8>, [u8; 16]), Fault> {
        let report = BASE64_STANDARD.decode(&self.report).ok();
        let salt = hex::decode(&self.salt).ok().and_then(|salt| salt.try_into().ok());
        report
            .zip(salt)
            .ok_or_else(|| Fault::Data("the file of what was sent is damaged".to_owned()))
    }
}

/// Reads a file that has to hold one thing.
fn part<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T, Fault> {
    serde_json::from_slice(&terminal::read(path)?)
        .map_err(|error| Fault::Data(format!("{} is not {what} ({error})", path.display())))
}

pub fn run(args: &Args) -> Result<(), Fault> {
    if let Some(file) = &args.certificate {
        return certificate::run(file, &key_set(args)?, &args.status_list, args.url.as_deref());
    }
    match (&args.audit, &args.proof) {
        (Some(export), _) => record(args, export),
        (None, Some(proof)) => filing(args, proof),
        (None, None) => Err(Fault::Usage("give a filing proof, or --audit".to_owned())),
    }
}

fn key_set(args: &Args) -> Result<KeySet, Fault> {
    match (&args.jwks, &args.url) {
        (Some(path), _) => part(
            path,
            "a set of public keys: it is what /.well-known/jwks.json gives",
        ),
        (None, Some(url)) => Client::new(url)?.key_set(),
        (None, None) => Err(Fault::Usage("give --jwks or --url".to_owned())),
    }
}

fn record(args: &Args, export: &Path) -> Result<(), Fault> {
    let keys = key_set(args)?;
    let mut claims = Vec::new();
    for path in &args.checkpoint {
        let kept: Checkpoint = part(
            path,
            "a checkpoint: it is an item of /api/v1/audit/checkpoints, or a file of the folder",
        )?;
        claims.push(proof::verify_checkpoint(&kept, &keys)?);
    }
    let vouched = claims.iter().map(|claim| claim.number).max().unwrap_or_default();
    let head = audit::check(&terminal::read(export)?, claims)?;
    terminal::say(&format!(
        "The audit is sound: entries 1 to {vouched} are those that the checkpoints vouch for."
    ));
    if head.number > vouched {
        terminal::say(&format!(
            "Entries {} to {} are chained to them; no checkpoint given here vouches for those.",
            vouched.saturating_add(1),
            head.number
        ));
    }
    Ok(())
}

fn filing(args: &Args, proof: &Path) -> Result<(), Fault> {
    let filed: FilingProof = part(
        proof,
        "a filing proof: it is the file that was offered after filing",
    )?;
    let keys = key_set(args)?;
    proof::verify_proof(&filed, &keys)?;
    terminal::say(&format!(
        "The proof is genuine: a report was filed in {}.",
        filed.month
    ));
    if let Some(path) = &args.report {
        let given = terminal::read(path)?;
        let (report, salt) = match Opening::read(&given) {
            Some(opening) => opening.open()?,
            None => (given, receipt::derive(&terminal::ask_receipt()?).proof_salt),
        };
        proof::verify_commitment(&filed, &report, &salt)?;
        terminal::say("It is about this report.");
    }
    Ok(())
}
