//! `bellbuoy verify --certificate`: is it genuine, in force, suspended or revoked, and as of when.

use std::path::{Path, PathBuf};

use bellbuoy::certificate::{self, Listed};
use bellbuoy::proof::KeySet;
use bellbuoy_domain::certification::credential::Statement;
use chrono::Utc;

use crate::{client::Client, fault::Fault, terminal};

/// Checks a certificate by lists that were kept, or by those of the instance.
pub fn run(file: &Path, keys: &KeySet, kept: &[PathBuf], url: Option<&str>) -> Result<(), Fault> {
    let text = text(file)?;
    let stated = certificate::verify(&text, keys)?;
    say(&stated);
    let mut lists = Vec::new();
    for path in kept {
        lists.push(certificate::verify_list(&self::text(path)?, keys, &stated)?);
    }
    if let (true, Some(url)) = (kept.is_empty(), url) {
        let client = Client::new(url)?;
        for purpose in ["r", "s"] {
            let path = list_path(&stated, purpose)?;
            lists.push(certificate::verify_list(&client.text(&path)?, keys, &stated)?);
        }
    }
    judge(&stated, &lists)
}

fn text(path: &Path) -> Result<String, Fault> {
    String::from_utf8(terminal::read(path)?)
        .map_err(|_not_text| Fault::Data(format!("{} is not a text", path.display())))
}

/// The path of a list at any instance: the certificate names its issuer, which may be reached by another address.
fn list_path(stated: &Statement, purpose: &str) -> Result<String, Fault> {
    let (_, number) = stated
        .status_lists
        .rsplit_once('/')
        .ok_or_else(|| Fault::Data("the certificate names no status list".to_owned()))?;
    Ok(format!("/api/v1/status-lists/{number}/{purpose}"))
}

fn say(stated: &Statement) {
    let firm = stated
        .firm
        .as_ref()
        .map(|firm| format!(" for {firm}"))
        .unwrap_or_default();
    terminal::say(&format!(
        "The certificate is genuine: {}, {}{firm}, {}, {}, {} to {}, issued by {}.",
        stated.number,
        stated.name,
        stated.discipline.label,
        stated.level.label,
        stated.valid_from,
        stated.valid_to,
        stated.issuer
    ));
    if stated.demo {
        terminal::say("It was invented for demonstration and certifies nobody.");
    }
}

fn judge(stated: &Statement, lists: &[Listed]) -> Result<(), Fault> {
    let now = Utc::now();
    for list in lists {
        let stale = if list.until < now {
            "; the list is old, get a new one"
        } else {
            ""
        };
        terminal::say(&format!(
            "{} as of {}{stale}.",
            match (list.purpose.as_str(), list.set) {
                ("revocation", true) => "Revoked",
                ("revocation", false) => "Not revoked",
                (_, true) => "Suspended",
                (_, false) => "Not suspended",
            },
            list.as_of.format("%Y-%m-%d %H:%M UTC")
        ));
    }
    if let Some(list) = lists.iter().find(|list| list.set) {
        let what = if list.purpose == "revocation" {
            "revoked"
        } else {
            "suspended"
        };
        return Err(Fault::Data(format!(
            "the certificate is {what}: do not let its holder begin"
        )));
    }
    if stated.valid_to < now.date_naive() {
        return Err(Fault::Data(format!(
            "the certificate ran out on {}",
            stated.valid_to
        )));
    }
    let lacking: Vec<&str> = [("revocation", "revoked"), ("suspension", "suspended")]
        .into_iter()
        .filter(|(purpose, _)| {
            let fresh = |list: &&Listed| list.purpose == *purpose && list.until >= now;
            lists.iter().find(fresh).is_none()
        })
        .map(|(_, what)| what)
        .collect();
    if lacking.is_empty() {
        return Ok(());
    }
    Err(Fault::Open(format!(
        "whether it was {} is not known: give both status lists, {}/r and …/s, of the last days, or --url",
        lacking.join(" or "),
        stated.status_lists
    )))
}
