//! Numbers and seals what was committed, a batch at a time, in three statements whatever its size.

use super::{model, store};
use crate::http::AppError;
use bellbuoy_domain::ledger::Head;
use diesel_async::AsyncPgConnection;

/// Entries of a batch.
const MOST: i64 = 5000;

/// Seals what waits; returns how many entries. If two should ever do so at once, the second is refused by the
/// numbers' uniqueness or finds nothing left: a chain does not fork.
pub async fn seal(conn: &mut AsyncPgConnection) -> Result<usize, AppError> {
    let waiting = store::waiting(conn, MOST).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut head = head(conn).await?.unwrap_or(Head::GENESIS);
    let (mut ids, mut numbers, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    for row in waiting {
        let number = row.number.unwrap_or(head.number.saturating_add(1));
        let kept = model::kept(row, number);
        head = head.seal(&kept.entry);
        ids.push(kept.entry.id);
        numbers.push(number);
        hashes.push(head.hash.to_vec());
    }
    Ok(store::seal(conn, ids, numbers, hashes).await?)
}

/// Where the chain ends. What is no hash any more is taken for zeros: sealing goes on, and who verifies is told.
pub async fn head(conn: &mut AsyncPgConnection) -> Result<Option<Head>, AppError> {
    let head = store::head(conn).await?;
    Ok(head.map(|(number, hash)| Head {
        number,
        hash: hash.try_into().unwrap_or_default(),
    }))
}
