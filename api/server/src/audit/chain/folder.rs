//! A folder that takes each checkpoint as a file of its own.
//!
//! A place where checkpoints are kept says which is its newest and takes those that follow, so that one which was out of
//! reach for a while gets what it missed. Another kind of place is another type with the same two questions.

use bellbuoy_domain::ledger::Checkpoint;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

const BEFORE: &str = "bellbuoy-audit-";
const BEHIND: &str = ".json";

/// Where checkpoints are kept, other than in the database.
#[derive(Debug, Clone)]
pub struct Folder(pub PathBuf);

impl Folder {
    fn numbers(&self) -> io::Result<Vec<i64>> {
        let mut numbers = Vec::new();
        for file in fs::read_dir(&self.0)? {
            let name = file?.file_name();
            let number: Option<i64> = name
                .to_str()
                .and_then(|name| name.strip_prefix(BEFORE)?.strip_suffix(BEHIND)?.parse().ok());
            numbers.extend(number);
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn path(&self, number: i64) -> PathBuf {
        self.0.join(format!("{BEFORE}{number:012}{BEHIND}"))
    }

    /// The number of the newest checkpoint, 0 when there is none.
    pub fn newest(&self) -> io::Result<i64> {
        Ok(self.numbers()?.last().copied().unwrap_or_default())
    }

    /// Takes a checkpoint: it is there whole, and on the disk, or not at all.
    pub fn take(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let part = self.0.join(format!(".{BEFORE}{:012}.part", checkpoint.number));
        let mut file = File::create(&part)?;
        let mut text = serde_json::to_vec_pretty(checkpoint)?;
        text.push(b'\n');
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&part, self.path(checkpoint.number))?;
        File::open(&self.0)?.sync_all()
    }

    /// All checkpoints in it; the number alone where a file is none.
    pub fn all(&self) -> io::Result<Vec<Result<Checkpoint, i64>>> {
        self.numbers()?
            .into_iter()
            .map(|number| {
                let text = fs::read(self.path(number))?;
                Ok(serde_json::from_slice(&text).map_err(|_not_a_checkpoint| number))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellbuoy_domain::ledger::Head;

    #[test]
    fn a_folder_gives_back_what_it_took_and_knows_its_newest() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder(place.path().to_owned());
        assert_eq!(folder.newest().unwrap(), 0);
        let at = "2026-11-21T12:00:00Z".parse().unwrap();
        let checkpoint = |number| {
            Checkpoint::unsigned(
                &Head {
                    number,
                    hash: [7; 32],
                },
                at,
                "kid",
            )
        };
        for number in [9, 1_000_000_000_000, 10] {
            folder.take(&checkpoint(number)).unwrap();
        }
        fs::write(place.path().join("notes.txt"), "x").unwrap();
        fs::write(folder.path(11), "no checkpoint").unwrap();
        assert_eq!(folder.newest().unwrap(), 1_000_000_000_000);
        assert_eq!(
            folder.all().unwrap(),
            [
                Ok(checkpoint(9)),
                Ok(checkpoint(10)),
                Err(11),
                Ok(checkpoint(1_000_000_000_000))
            ]
        );
        assert!(Folder(place.path().join("nothing")).newest().is_err());
    }
}
