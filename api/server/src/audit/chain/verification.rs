//! Checks the whole record: from the first entry to the last, in pages, beside every checkpoint at hand.

use super::folder::Folder;
use super::wire::{AuditHead, AuditTail, AuditVerification, CheckpointFolder, CheckpointsSeen};
use super::{elsewhere, keeper, model, store};
use crate::app::App;
use crate::audit::store::EntryRow;
use crate::auth::keys::Signing;
use crate::db::Guarded;
use crate::db::transaction::{freeze, thaw};
use crate::http::AppError;
use bellbuoy_domain::ledger::{Checkpoint, Claim, Fault, Head, RecordFault, Walk};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Entries read at once.
const PAGE: i64 = 2000;

/// Checks the record, and against a checkpoint that was kept elsewhere if one is given. Reads one state of the
/// database, and holds a page of entries at a time.
pub async fn verify(
    app: &App,
    conn: &mut Guarded,
    kept: Option<&Checkpoint>,
) -> Result<AuditVerification, AppError> {
    freeze(conn).await?;
    let found = examine(app, conn, kept).await?;
    thaw(conn).await?;
    Ok(found)
}

/// What all checkpoints say, and the first that says nothing.
struct Witnesses<'a> {
    key: &'a Signing,
    claims: Vec<Claim>,
    fault: Option<Fault>,
}

impl Witnesses<'_> {
    fn hear(&mut self, checkpoint: &Checkpoint) {
        let fault = if checkpoint.kid != self.key.kid {
            Some(RecordFault::CheckpointKeyUnknown)
        } else if self.key.signed(&checkpoint.text(), &checkpoint.signature) {
            None
        } else {
            Some(RecordFault::CheckpointForged)
        };
        match checkpoint.claim() {
            Some(claim) if fault != Some(RecordFault::CheckpointForged) => self.claims.push(claim),
            _ => {}
        }
        if let Some(fault) = fault {
            self.refuse(checkpoint.number, fault);
        }
    }

    fn refuse(&mut self, number: i64, fault: RecordFault) {
        self.fault.get_or_insert(Fault { number, fault });
    }
}

/// The same in a transaction that the caller has opened.
pub async fn examine(
    app: &App,
    conn: &mut AsyncPgConnection,
    kept: Option<&Checkpoint>,
) -> Result<AuditVerification, AppError> {
    let as_of = app.now();
    let key = &app.keys.checkpoint;
    let mut witnesses = Witnesses {
        key,
        claims: Vec::new(),
        fault: None,
    };
    if let Some(kept) = kept {
        witnesses.hear(kept);
    }
    let last = stored(conn, &mut witnesses).await?;
    let folder = match &app.config.audit_checkpoints {
        Some(place) => {
            let last = last.as_ref().map(|last| last.number);
            Some(in_folder(Folder(place.clone()), last, &mut witnesses).await)
        }
        None => None,
    };
    let [mail, webhook] = elsewhere::places(app, conn).await?;
    let (count, oldest_at) = store::tail(conn).await?;
    let sealed = store::head(conn).await?;
    let Witnesses {
        mut claims, fault, ..
    } = witnesses;
    claims.sort_unstable();
    claims.dedup();
    let checked = claims.len();
    let (walked, verified_to) = walk(conn, claims).await?;
    let fault = walked.err().or(fault);
    Ok(AuditVerification {
        as_of,
        sound: fault.is_none(),
        sealed: sealed.map(|(number, hash)| AuditHead {
            number,
            hash: hex::encode(hash),
        }),
        verified_to,
        unsealed: AuditTail {
            count,
            oldest_at,
            oldest_seconds: oldest_at.map(|at| (as_of - at).num_seconds().max(0)),
        },
        checkpoints: CheckpointsSeen {
            checked,
            kid: key.kid.clone(),
            last,
            folder,
            mail,
            webhook,
        },
        fault: fault.map(Into::into),
    })
}

/// Hears the checkpoints of the database; returns the newest.
async fn stored(
    conn: &mut AsyncPgConnection,
    witnesses: &mut Witnesses<'_>,
) -> Result<Option<Checkpoint>, AppError> {
    let (mut last, mut behind) = (None, i64::MIN);
    loop {
        let rows = store::checkpoints(conn, Some(behind), true, PAGE).await?;
        if rows.is_empty() {
            return Ok(last);
        }
        for row in rows {
            behind = row.number;
            let checkpoint = Checkpoint::from(row);
            witnesses.hear(&checkpoint);
            last = Some(checkpoint);
        }
    }
}

/// Hears the checkpoints of the folder, which may be on another machine and out of reach.
async fn in_folder(folder: Folder, last: Option<i64>, witnesses: &mut Witnesses<'_>) -> CheckpointFolder {
    let all = match keeper::apart(move || folder.all()).await {
        Ok(all) => all,
        Err(error) => {
            return CheckpointFolder {
                kept: 0,
                last_number: None,
                fault: Some(format!("the folder cannot be read: {error}")),
            };
        }
    };
    let (mut kept, mut last_number) = (0, None);
    for found in all {
        match found {
            Ok(checkpoint) => {
                kept += 1;
                last_number = Some(checkpoint.number);
                witnesses.hear(&checkpoint);
            }
            Err(number) => witnesses.refuse(number, RecordFault::CheckpointForged),
        }
    }
    let behind = last > last_number;
    CheckpointFolder {
        kept,
        last_number,
        fault: behind
            .then(|| "the newest checkpoint is not in it: see the server's log for the reason".to_owned()),
    }
}

/// Walks the chain; tells its first fault, and up to which entry it holds.
async fn walk(
    conn: &mut AsyncPgConnection,
    claims: Vec<Claim>,
) -> Result<(Result<Head, Fault>, i64), AppError> {
    let mut walk = match Walk::begin(Head::GENESIS, claims) {
        Ok(walk) => walk,
        Err(fault) => return Ok((Err(fault), 0)),
    };
    let mut place = (i64::MIN, Uuid::nil());
    loop {
        let rows = match page(conn, place).await? {
            Some(rows) => rows,
            None => {
                let fault = Fault {
                    number: walk.seen().saturating_add(1),
                    fault: RecordFault::Unreadable,
                };
                return Ok((Err(fault), walk.sealed().number));
            }
        };
        if rows.is_empty() {
            let to = walk.sealed().number;
            return Ok((walk.finish(), to));
        }
        for row in rows {
            let number = row.number.unwrap_or_default();
            place = (number, row.id);
            if let Err(fault) = walk.step(&model::kept(row, number)) {
                return Ok((Err(fault), walk.sealed().number));
            }
        }
    }
}

/// The entries that follow. A row that holds what no entry can is read alone, so that those before it are seen first;
/// nothing when it comes next.
async fn page(conn: &mut AsyncPgConnection, place: (i64, Uuid)) -> Result<Option<Vec<EntryRow>>, AppError> {
    for limit in [PAGE, 1] {
        match store::page(conn, place, limit).await {
            Err(diesel::result::Error::DeserializationError(_)) => {}
            rows => return Ok(Some(rows?)),
        }
    }
    Ok(None)
}
