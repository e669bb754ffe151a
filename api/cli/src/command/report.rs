//! `bellbuoy report`: asks or reads, makes the receipt, seals, pays with work, files, keeps the proof.

use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use bellbuoy::{keys::Identity, proof, seal};
use bellbuoy_domain::{
    intake::{Answers, CONTENT_VERSION, Report, When, WhenChoice},
    receipt::{self, ENTROPY_BYTES, Receipt},
    work::{self, Work},
};
use clap::Args as ClapArgs;
use serde::{Deserialize, Serialize};

use crate::{
    client::{Client, Envelope},
    fault::Fault,
    terminal,
};

#[derive(ClapArgs)]
pub struct Args {
    /// The address of the instance, beginning with https
    #[arg(long)]
    url: String,
    /// Answers and text as JSON: {"answers": {...}, "words": "..."}; - reads standard input
    #[arg(long, value_name = "FILE", conflicts_with = "resume")]
    file: Option<PathBuf>,
    /// Send again what could not be sent
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    /// Where to keep the filing proof
    #[arg(long, value_name = "FILE", default_value = "bellbuoy-filing-proof.json")]
    proof: PathBuf,
    /// Keep the report in clear, to show later what the proof is about
    #[arg(long, value_name = "FILE")]
    keep_report: Option<PathBuf>,
    /// The instance's public keys, got earlier by another way
    #[arg(long, value_name = "FILE")]
    jwks: Option<PathBuf>,
    /// Do not ask to type the words again before sending
    #[arg(long)]
    yes: bool,
}

/// What a reporter may prepare in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prepared {
    answers: Answers,
    #[serde(default)]
    words: String,
}

/// A sealed report that waits to be sent; nothing in it can be read without the desk's key.
#[derive(Serialize, Deserialize)]
struct Unsent {
    envelope: Envelope,
    blob: String,
}

pub fn run(args: &Args) -> Result<(), Fault> {
    if args.proof.exists() {
        return Err(Fault::Usage(format!(
            "{} is there already; choose another with --proof",
            args.proof.display()
        )));
    }
    let client = Client::new(&args.url)?;
    let (unsent, blob) = match &args.resume {
        Some(path) => resumed(path)?,
        None => prepared(args, &client)?,
    };
    send(args, &client, &unsent, &blob)
}

fn resumed(path: &Path) -> Result<(Unsent, Vec<u8>), Fault> {
    let unsent: Unsent = serde_json::from_slice(&terminal::read(path)?)?;
    let blob = BASE64_STANDARD.decode(&unsent.blob).ok();
    Ok((
        unsent,
        blob.ok_or_else(|| Fault::Data("the sealed report in this file is damaged".to_owned()))?,
    ))
}

fn prepared(args: &Args, client: &Client) -> Result<(Unsent, Vec<u8>), Fault> {
    let content = match &args.file {
        Some(path) => serde_json::from_slice(&terminal::read(path)?)?,
        None => asked()?,
    };
    let keys = super::key_set(args.jwks.as_deref(), client)?;
    let (list, epoch) = super::desk_keys(client, &keys)?;
    let random: [u8; ENTROPY_BYTES] = rand::random();
    let receipt = Receipt::from_entropy(random);
    if receipt.occurs_in(&content.words) {
        return Err(Fault::Data(
            "the text happens to hold the words of the receipt; run the command again".to_owned(),
        ));
    }
    show(&receipt, args.yes)?;
    let derived = receipt::derive(&receipt);
    let mailbox = Identity::read(&derived.mailbox_identity())?;
    let help = content.answers.help == Some(true);
    let report = Report {
        v: CONTENT_VERSION,
        sealed_at: chrono::Utc::now(),
        mailbox: mailbox.recipient(),
        answers: content.answers,
        words: content.words,
    };
    let sealed = seal::seal_report(&report, &epoch.recipient, &list.recovery)?;
    let commitment = bellbuoy_domain::proof::commitment(&sealed.json, &derived.proof_salt);
    let envelope = Envelope {
        id: derived.envelope_id,
        epoch: epoch.id,
        locator_hash: hex::encode(derived.locator_hash()),
        commitment: hex::encode(commitment),
        help,
    };
    if let Some(path) = &args.keep_report {
        terminal::write_new(path, &sealed.json)?;
    }
    Ok((
        Unsent {
            envelope,
            blob: BASE64_STANDARD.encode(&sealed.blob),
        },
        sealed.blob,
    ))
}

fn asked() -> Result<Prepared, Fault> {
    let what = terminal::choose("What happened?")?;
    let choice = terminal::choose("When?")?;
    let date = match choice {
        WhenChoice::Date => Some(terminal::ask_until("date, as 2026-11-21:", |text| {
            text.parse()
                .map_err(|_fault| Fault::Data("a date is written 2026-11-21".to_owned()))
        })?),
        _ => None,
    };
    let whereabouts = terminal::choose("Where?")?;
    let words = terminal::ask_text(
        "In your own words: what else should the desk know? Leave out names and cabin numbers.",
    )?;
    let answers = Answers::three(
        what,
        When {
            choice,
            date,
            clock: None,
        },
        whereabouts,
    );
    Ok(Prepared { answers, words })
}

/// Shows the words and asks for them, so that nobody sends a report to which they cannot come back.
fn show(receipt: &Receipt, yes: bool) -> Result<(), Fault> {
    terminal::note(
        "These nine words, of which the last is the check word, are the only way back to your report. Write them down, keep them apart from it:",
    );
    terminal::say(&receipt.to_text());
    if yes || !terminal::is_interactive() {
        return Ok(());
    }
    terminal::ask_until("the nine words of your receipt:", |text| {
        let typed = Receipt::parse(text)?;
        if typed == *receipt {
            Ok(())
        } else {
            Err(Fault::Data("these are not the words shown".to_owned()))
        }
    })
}

fn send(args: &Args, client: &Client, unsent: &Unsent, blob: &[u8]) -> Result<(), Fault> {
    let keys = super::key_set(args.jwks.as_deref(), client)?;
    let (list, _) = super::desk_keys(client, &keys)?;
    let work: Work = work::solve(list.server_hour, list.work_bits, unsent.envelope.id, blob);
    let filed = client
        .file(&unsent.envelope, blob, work)
        .map_err(|fault| keep(args, unsent, fault))?;
    proof::verify_proof(&filed, &keys)?;
    if filed.commitment != unsent.envelope.commitment {
        return Err(Fault::Server("the proof is not about this report".to_owned()));
    }
    terminal::write_new(&args.proof, &serde_json::to_vec_pretty(&filed)?)?;
    terminal::note(&format!("Filed. The proof is in {}.", args.proof.display()));
    Ok(())
}

/// Keeps what could not be sent, so that the same report can be sent again with the same words.
fn keep(args: &Args, unsent: &Unsent, why: Fault) -> Fault {
    let path = args
        .resume
        .clone()
        .unwrap_or_else(|| args.proof.with_extension("unsent.json"));
    if args.resume.is_none() {
        let kept = serde_json::to_vec(unsent).map_err(Fault::from);
        if let Err(fault) = kept.and_then(|bytes| terminal::write_new(&path, &bytes)) {
            return fault;
        }
    }
    let again = format!("bellbuoy report --url {} --resume {}", args.url, path.display());
    why.with(&format!("The sealed report is kept. To send it again: {again}"))
}
