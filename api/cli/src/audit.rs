//! Checks an exported audit against kept checkpoints, without the instance and without the network.

use bellbuoy_domain::ledger::{Claim, Entry, Fault, Hash, Head, Kept, Walk};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

/// What begins a formula: the export puts an apostrophe before a text that starts so.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Why an export is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditFault {
    #[error(
        "the export cannot be read at line {0}: {1}; export the audit as CSV or NDJSON, and leave it as it is"
    )]
    Line(u64, String),
    #[error("the audit is not sound: {0}. An export has to be whole: without filters, and not cut off")]
    Unsound(Fault),
}

/// A line of an export.
#[derive(Debug, Deserialize)]
struct Line<F> {
    number: i64,
    at: DateTime<Utc>,
    actor: Option<Uuid>,
    action: String,
    object_kind: String,
    object_id: Option<Uuid>,
    fields: F,
    reason: Option<String>,
    id: Uuid,
    hash: Option<String>,
}

/// An entry with its seal. A cell of a CSV file may stand for two texts; the seal tells which it was.
struct Read {
    readings: Vec<Entry>,
    hash: Option<Vec<u8>>,
}

/// Checks that an export is whole, that its chain holds and that it is what the checkpoints claim.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(export: &[u8], claims: impl IntoIterator<Item = Claim>) -> Result<Head, AuditFault> {
    let plain = export.strip_prefix(b"\xef\xbb\xbf").unwrap_or(export);
    let mut entries = if plain.trim_ascii_start().starts_with(b"{") {
        ndjson(plain)?
    } else {
        csv(plain)?
    };
    entries.sort_by_key(|(number, _)| *number);
    let mut walk = Walk::begin(Head::GENESIS, claims).map_err(AuditFault::Unsound)?;
    for (_, read) in entries {
        if let Some(kept) = read.settle(&walk.sealed().hash) {
            walk.step(&kept).map_err(AuditFault::Unsound)?;
        }
    }
    walk.finish().map_err(AuditFault::Unsound)
}

impl Read {
    /// The reading that was sealed behind `before`, else the first.
    fn settle(self, before: &Hash) -> Option<Kept> {
        let Self { mut readings, hash } = self;
        let sealed = |entry: &Entry| hash.as_deref() == Some(&entry.seal(before)[..]);
        let which = readings.iter().position(sealed).unwrap_or_default();
        (which < readings.len()).then(|| Kept {
            entry: readings.swap_remove(which),
            hash,
        })
    }
}

impl<F> Line<F> {
    fn read(self, fields: Vec<Vec<String>>, reasons: &[Option<String>]) -> Result<(i64, Read), String> {
        if !self.at.timestamp_subsec_nanos().is_multiple_of(1000) {
            return Err("its time is finer than any that the audit holds".to_owned());
        }
        let hash = self
            .hash
            .filter(|hash| !hash.is_empty())
            .map(|hash| hex::decode(hash).map_err(|error| format!("its hash is none: {error}")))
            .transpose()?;
        let entry = |fields: &Vec<String>, reason: &Option<String>| Entry {
            number: self.number,
            id: self.id,
            at: self.at,
            account: self.actor,
            action: self.action.clone(),
            object_kind: self.object_kind.clone(),
            object: self.object_id,
            fields: fields.clone(),
            reason: reason.clone(),
        };
        let readings = fields
            .iter()
            .flat_map(|fields| reasons.iter().map(|reason| entry(fields, reason)))
            .collect();
        Ok((self.number, Read { readings, hash }))
    }
}

fn ndjson(text: &[u8]) -> Result<Vec<(i64, Read)>, AuditFault> {
    let mut entries = Vec::new();
    for (at, line) in (1..).zip(text.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let read = serde_json::from_slice(line)
            .map_err(|error| error.to_string())
            .and_then(|mut line: Line<Vec<String>>| {
                let fields = std::mem::take(&mut line.fields);
                let reason = line.reason.take();
                line.read(vec![fields], &[reason])
            });
        entries.push(read.map_err(|error| AuditFault::Line(at, error))?);
    }
    Ok(entries)
}

fn csv(text: &[u8]) -> Result<Vec<(i64, Read)>, AuditFault> {
    let mut entries = Vec::new();
    let mut reader = csv::Reader::from_reader(text);
    let head = reader
        .headers()
        .map_err(|error| AuditFault::Line(1, error.to_string()))?
        .clone();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let at = error.position().map_or(1, csv::Position::line);
            AuditFault::Line(at, error.to_string())
        })?;
        let at = record.position().map_or(1, csv::Position::line);
        let read = record
            .deserialize(Some(&head))
            .map_err(|error| error.to_string())
            .and_then(|mut line: Line<String>| {
                let fields = match line.fields.as_str() {
                    "" => vec![Vec::new(), vec![String::new()]],
                    some => vec![some.split('|').map(str::to_owned).collect()],
                };
                let reasons = reasons(line.reason.take());
                line.read(fields, &reasons)
            });
        entries.push(read.map_err(|error| AuditFault::Line(at, error))?);
    }
    Ok(entries)
}

fn reasons(cell: Option<String>) -> Vec<Option<String>> {
    let Some(cell) = cell else {
        return vec![None, Some(String::new())];
    };
    let bare = cell
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(TRIGGERS))
        .map(|rest| Some(rest.to_owned()));
    bare.into_iter().chain([Some(cell)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellbuoy_domain::ledger::RecordFault;

    const HEAD: &str = "number,at,actor,action,object_kind,object_id,fields,reason,id,hash\n";

    /// A chain of entries with these reasons, as an export writes it: newest first.
    fn exported(reasons: &[Option<&str>]) -> (String, String, Claim) {
        let mut head = Head::GENESIS;
        let (mut csv, mut ndjson) = (Vec::new(), Vec::new());
        for (n, reason) in reasons.iter().enumerate() {
            let entry = Entry {
                number: head.number + 1,
                id: Uuid::from_u128(u128::try_from(n).unwrap()),
                at: "2026-11-21T12:00:00.000001Z".parse().unwrap(),
                account: None,
                action: "incident.refuse".to_owned(),
                object_kind: "incident".to_owned(),
                object: None,
                fields: if n == 1 {
                    vec![]
                } else {
                    vec!["a".to_owned(), "b".to_owned()]
                },
                reason: reason.map(str::to_owned),
            };
            head = head.seal(&entry);
            let Head { number, hash } = head;
            let hash = hex::encode(hash);
            let cell = reason.unwrap_or_default();
            let cell = if cell.starts_with(TRIGGERS) {
                format!("'{cell}")
            } else {
                cell.to_owned()
            };
            csv.push(format!(
                "{number},2026-11-21T12:00:00.000001Z,,incident.refuse,incident,,{},\"{}\",{},{hash}\n",
                entry.fields.join("|"),
                cell.replace('"', "\"\""),
                entry.id
            ));
            ndjson.push(
                serde_json::json!({
                    "id": entry.id, "number": number, "at": entry.at, "actor": null, "action": entry.action,
                    "object_kind": entry.object_kind, "object_id": null, "fields": entry.fields, "reason": reason,
                    "hash": hash
                })
                .to_string()
                    + "\n",
            );
        }
        csv.reverse();
        ndjson.reverse();
        let claim = Claim {
            number: head.number,
            hash: head.hash,
        };
        (HEAD.to_owned() + &csv.concat(), ndjson.concat(), claim)
    }

    const REASONS: [Option<&str>; 7] = [
        None,
        Some("Twice, \"the\" same.\nAnd more"),
        Some("=1+1"),
        Some("'=1+1"),
        Some(""),
        Some("'quoted'"),
        Some("Ünïcode –"),
    ];

    #[test]
    fn both_forms_of_an_export_hold_whatever_the_reasons_begin_with() {
        let (csv, ndjson, claim) = exported(&REASONS);
        for export in [&csv, &ndjson, &format!("\u{feff}{csv}")] {
            assert_eq!(check(export.as_bytes(), [claim]).unwrap().number, 7, "{export}");
        }
    }

    #[test]
    fn what_was_changed_or_left_out_of_an_export_is_named() {
        let (csv, ndjson, claim) = exported(&REASONS);
        let found = |export: &str| match check(export.as_bytes(), [claim]) {
            Err(AuditFault::Unsound(fault)) => (fault.number, fault.fault),
            other => panic!("{other:?}"),
        };
        for export in [csv, ndjson] {
            let edited = export.replace("Ünïcode", "Unicode");
            assert_eq!(found(&edited), (7, RecordFault::Edited));
            let without = |part: &str| {
                let lines = export.lines().filter(|line| !line.contains(part));
                lines.map(|line| format!("{line}\n")).collect::<String>()
            };
            assert_eq!(found(&without("Ünïcode")), (7, RecordFault::CutOff));
            assert_eq!(found(&without("quoted")), (6, RecordFault::Missing));
        }
    }

    #[test]
    fn a_file_that_is_no_export_is_refused_with_the_line() {
        let (csv, ndjson, claim) = exported(&REASONS);
        for (export, line) in [
            ("a,b\n1,2\n".to_owned(), 2),
            (csv.replacen(".000001Z", ".0000011Z", 1), 2),
            (ndjson.replacen("\"hash\":\"", "\"hash\":\"x", 1), 1),
            (ndjson.clone() + "{}", 8),
            (csv + "1\n", 10),
        ] {
            match check(export.as_bytes(), [claim]) {
                Err(AuditFault::Line(at, _)) => assert_eq!(at, line, "{export}"),
                other => panic!("{other:?}: {export}"),
            }
        }
        assert!(matches!(check(b"", [claim]), Err(AuditFault::Unsound(_))));
    }
}
