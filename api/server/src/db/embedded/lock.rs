//! One process per data folder: a second server must not take the first one's database for a leftover.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use rustix::fs::{FlockOperation, flock};

use super::{ClusterError, places::Places};

/// How long a server that is just stopping is waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Held by the open file, so the system releases it however our process ends.
#[derive(Debug)]
pub(super) struct Lock {
    pub path: PathBuf,
    _file: File,
}

impl Lock {
    pub fn take(places: &Places) -> Result<Self, ClusterError> {
        let path = places.lock.clone();
        let at = || ClusterError::at(&path);
        let mut file = OpenOptions::new()
            .create(true)
            .read(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .map_err(at())?;
        let since = Instant::now();
        while let Err(error) = flock(&file, FlockOperation::NonBlockingLockExclusive) {
            if error != rustix::io::Errno::WOULDBLOCK {
                return Err(at()(error.into()));
            }
            if since.elapsed() > PATIENCE {
                let holder = fs::read_to_string(&path).unwrap_or_default();
                let holder = holder.trim();
                let holder = if holder.is_empty() {
                    "another process".to_owned()
                } else {
                    format!("process {holder}")
                };
                return Err(ClusterError::Held {
                    data: places.data.clone(),
                    holder,
                });
            }
            thread::sleep(Duration::from_millis(50));
        }
        file.set_len(0)
            .and_then(|()| writeln!(file, "{}", std::process::id()))
            .map_err(at())?;
        Ok(Self { path, _file: file })
    }
}
