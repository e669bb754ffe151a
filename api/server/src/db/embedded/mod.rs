//! A private PostgreSQL, run as our child from a folder of binaries, reachable by its owner through one socket.
//!
//! Nothing here knows a table: roles, databases and migrations are made by whoever starts it.

mod binaries;
mod error;
mod identity;
mod initdb;
mod launch;
mod leftover;
mod lock;
mod places;

use std::path::{Path, PathBuf};

pub use binaries::find_binaries;
pub use error::ClusterError;

use binaries::Version;
use identity::Identity;
use launch::Server;
use lock::Lock;
use places::Places;

/// The role that may do everything; only the bootstrap connects as it.
pub const SUPERUSER: &str = "bellbuoy_super";

/// What to start, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The data folder; its socket, log and lock stand beside it under the same name.
    pub data: PathBuf,
    /// A folder with `postgres` and `initdb`, as [`find_binaries`] gives it.
    pub binaries: PathBuf,
    /// Server settings; they win over our own, except over those that keep data out of the log.
    pub settings: Vec<(String, String)>,
    /// `false` gives up safety against a power cut for speed: for tests only.
    pub durable: bool,
}

/// A running server; it stops when this is dropped, and also when our process is killed.
#[derive(Debug)]
pub struct Cluster {
    server: Server,
    places: Places,
    options: Options,
    identity: Identity,
    fresh: bool,
    _lock: Lock,
}

impl Cluster {
    /// Starts the server of this data folder, making the folder first where there is none.
    ///
    /// The lock comes first: nothing is looked at, and no leftover of a killed run is ended, while another process holds it.
    pub fn start(options: &Options) -> Result<Self, ClusterError> {
        let version = Version::of(&options.binaries)?;
        let places = Places::of(&options.data)?;
        let lock = Lock::take(&places)?;
        let identity = Identity::choose(&places, &options.binaries)?;
        let fresh = initdb::ensure(&places, options, &identity, version)?;
        leftover::clear(&places)?;
        places.prepare_socket(&identity)?;
        identity.give(&lock.path)?;
        let server = Server::start(&places, options, &identity)?;
        Ok(Self {
            server,
            places,
            options: options.clone(),
            identity,
            fresh,
            _lock: lock,
        })
    }

    /// The address of one database as one role, in the form `tokio-postgres` and `psql` read.
    #[must_use]
    pub fn url(&self, database: &str, user: &str) -> String {
        let part = |text: &str| places::percent_encode(text.as_bytes());
        format!(
            "postgresql://{}@{}/{}",
            part(user),
            self.places.encoded_socket(),
            part(database)
        )
    }

    /// Whether this start made the data folder.
    #[must_use]
    pub fn fresh(&self) -> bool {
        self.fresh
    }

    /// The process id of the server.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.server.pid()
    }

    /// Starts the server again when it has ended by itself; returns whether it had.
    pub fn revive(&mut self) -> Result<bool, ClusterError> {
        if !self.server.has_ended(&self.places)? {
            return Ok(false);
        }
        leftover::clear(&self.places)?;
        self.places.prepare_socket(&self.identity)?;
        self.server = Server::start(&self.places, &self.options, &self.identity)?;
        Ok(true)
    }

    /// Ends all connections and stops the server cleanly.
    pub fn stop(mut self) -> Result<(), ClusterError> {
        self.end()
    }

    fn end(&mut self) -> Result<(), ClusterError> {
        self.server.stop(&self.places)?;
        self.places.forget_socket();
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Whoever wants to know calls `stop`; what is left here ends with our process.
        drop(self.end());
    }
}

/// Removes a data folder with its socket and log; a server that a killed run left behind is stopped first.
///
/// Refuses while another process uses the folder. What was not there is not missed.
pub fn discard(data: &Path) -> Result<(), ClusterError> {
    let places = Places::of(data)?;
    let _lock = Lock::take(&places)?;
    leftover::clear(&places)?;
    places.remove()
}
