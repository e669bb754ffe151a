//! `bellbuoy mailbox`: what the desk wrote, an answer, or taking the report back. The words are asked for.

use std::path::PathBuf;

use bellbuoy::{keys::Identity, seal};
use bellbuoy_domain::{
    intake::{CONTENT_VERSION, Message, MessageKind, MessageSender},
    receipt::{self, Derived},
    work,
};
use clap::Args as ClapArgs;
use uuid::Uuid;

use crate::{
    client::{Client, SLOTS},
    fault::Fault,
    terminal,
};

const MOST_PAGES: usize = 64;

#[derive(ClapArgs)]
pub struct Args {
    /// The address of the instance, beginning with https
    #[arg(long)]
    url: String,
    /// Send the text of this file to the desk
    #[arg(long, value_name = "FILE", conflicts_with = "withdraw")]
    answer: Option<PathBuf>,
    /// Withdraw the report: what was sealed is erased
    #[arg(long)]
    withdraw: bool,
    /// The instance's public keys, got earlier by another way
    #[arg(long, value_name = "FILE")]
    jwks: Option<PathBuf>,
    /// Messages as JSON, one a line
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<(), Fault> {
    let client = Client::new(&args.url)?;
    let receipt = terminal::ask_receipt()?;
    let derived = receipt::derive(&receipt);
    let mailbox = Identity::read(&derived.mailbox_identity())?;
    if args.withdraw {
        client.withdraw(&derived.locator_hex())?;
        terminal::note("Withdrawn, if there was a report with these words.");
        return Ok(());
    }
    if let Some(path) = &args.answer {
        let text = String::from_utf8_lossy(&terminal::read(path)?).trim().to_owned();
        if receipt.occurs_in(&text) {
            return Err(Fault::Data(
                "the text holds words of the receipt; leave them out".to_owned(),
            ));
        }
        return answer(args, &client, &derived, &mailbox, text);
    }
    show(args, messages(&client, &derived, &mailbox)?)
}

/// Every message of the mailbox, oldest first. A page with chaff in it is the last one.
fn messages(client: &Client, derived: &Derived, mailbox: &Identity) -> Result<Vec<Message>, Fault> {
    let locator = derived.locator_hex();
    let mut all = Vec::new();
    for page in 0..MOST_PAGES {
        let slots = client.mailbox(&locator, page)?;
        let opened = slots
            .iter()
            .filter_map(|slot| seal::open_as::<Message>(slot, mailbox).ok());
        let before = all.len();
        all.extend(opened);
        if all.len() - before < SLOTS {
            break;
        }
    }
    all.sort_by_key(|message| message.at);
    Ok(all)
}

fn show(args: &Args, messages: Vec<Message>) -> Result<(), Fault> {
    if messages.is_empty() {
        terminal::note("No messages. Either there are none, or no report was filed with these words.");
    }
    for message in messages {
        if args.json {
            terminal::say(&serde_json::to_string(&message)?);
            continue;
        }
        let status = message
            .status
            .map(|status| format!(": {}", status.label()))
            .unwrap_or_default();
        let head = format!(
            "{}  {}  {}{status}",
            message.at.format("%Y-%m-%d %H:%M UTC"),
            message.from.label(),
            message.kind.label()
        );
        terminal::say(&head);
        for line in message.text.lines() {
            terminal::say(&format!("    {}", without_controls(line)));
        }
    }
    Ok(())
}

/// A message cannot move the cursor or colour the terminal.
fn without_controls(line: &str) -> String {
    line.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

fn answer(
    args: &Args,
    client: &Client,
    derived: &Derived,
    mailbox: &Identity,
    text: String,
) -> Result<(), Fault> {
    let keys = super::key_set(args.jwks.as_deref(), client)?;
    let (list, epoch) = super::desk_keys(client, &keys)?;
    let message = Message {
        v: CONTENT_VERSION,
        at: chrono::Utc::now(),
        from: MessageSender::Reporter,
        kind: MessageKind::Answer,
        text,
        status: None,
    };
    let blob = seal::seal_message(&message, &epoch.recipient, &list.recovery, &mailbox.recipient())?;
    let id = Uuid::new_v4();
    let work = work::solve(list.server_hour, list.work_bits, id, &blob);
    client.send(&derived.locator_hex(), id, &blob, work)?;
    terminal::note("Sent.");
    Ok(())
}
