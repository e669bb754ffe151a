//! Where a cluster keeps what: the data folder, and beside it the socket folder, the log and the lock.

use std::{
    env,
    ffi::OsString,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    },
    path::{Path, PathBuf},
};

use super::{ClusterError, identity::Identity};

/// The longest path a Unix socket may have.
const LONGEST_SOCKET: usize = 107;
const SOCKET_FILE: &str = ".s.PGSQL.5432";

#[derive(Debug)]
pub(super) struct Places {
    pub parent: PathBuf,
    pub data: PathBuf,
    /// Where `initdb` works; renamed to `data` when it is done, so that a half-made cluster never looks like one.
    pub making: PathBuf,
    pub log: PathBuf,
    pub lock: PathBuf,
    pub socket: PathBuf,
}

impl Places {
    /// Makes the parent folder and resolves links, since the server itself runs in another folder than ours.
    pub fn of(data: &Path) -> Result<Self, ClusterError> {
        let at = || ClusterError::at(data);
        let data = std::path::absolute(data).map_err(at())?;
        let name = data
            .file_name()
            .ok_or_else(|| ClusterError::NotACluster { data: data.clone() })?;
        let parent = data.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).map_err(ClusterError::at(parent))?;
        let parent = parent.canonicalize().map_err(at())?;
        let beside = |suffix: &str| {
            let mut name = OsString::from(name);
            name.push(suffix);
            parent.join(name)
        };
        let data = parent.join(name);
        let socket = socket_folder(beside(".sock"), &data)?;
        Ok(Self {
            making: beside(".making"),
            log: beside(".log"),
            lock: beside(".lock"),
            socket,
            data,
            parent,
        })
    }

    /// Makes the socket folder for its owner alone: whoever may enter it is trusted by the server.
    pub fn prepare_socket(&self, identity: &Identity) -> Result<(), ClusterError> {
        let at = || ClusterError::at(&self.socket);
        match fs::DirBuilder::new().mode(0o700).create(&self.socket) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(at()(error)),
            _ => {}
        }
        let found = self.socket.symlink_metadata().map_err(at())?;
        let ours = [rustix::process::geteuid().as_raw(), identity.uid()];
        if !found.is_dir() || !ours.contains(&found.uid()) {
            return Err(ClusterError::Foreign {
                path: self.socket.clone(),
                owner: found.uid(),
            });
        }
        fs::set_permissions(&self.socket, fs::Permissions::from_mode(0o700)).map_err(at())?;
        identity.give(&self.socket)
    }

    /// Leaves nothing of a socket outside the data folder's parent.
    pub fn forget_socket(&self) {
        if !self.socket.starts_with(&self.parent) {
            // A folder that is not empty is in use; it is left alone.
            drop(fs::remove_dir(&self.socket));
        }
    }

    /// Refuses when the disk has less than `least` MB left; a full disk also swallows the log that would say so.
    pub fn room(&self, least: u64) -> Result<(), ClusterError> {
        let disk = rustix::fs::statvfs(&self.parent)
            .map_err(|error| ClusterError::at(&self.parent)(error.into()))?;
        let free = disk.f_bavail.saturating_mul(disk.f_frsize) / 1_000_000;
        if free < least {
            Err(ClusterError::full(&self.parent))
        } else {
            Ok(())
        }
    }

    pub fn socket_lock(&self) -> PathBuf {
        self.socket.join(format!("{SOCKET_FILE}.lock"))
    }

    pub fn encoded_socket(&self) -> String {
        percent_encode(self.socket.as_os_str().as_bytes())
    }

    pub fn remove(&self) -> Result<(), ClusterError> {
        for folder in [&self.data, &self.making, &self.socket] {
            absent_is_fine(fs::remove_dir_all(folder)).map_err(ClusterError::at(folder))?;
        }
        absent_is_fine(fs::remove_file(&self.log)).map_err(ClusterError::at(&self.log))
    }
}

pub(super) fn absent_is_fine(outcome: io::Result<()>) -> io::Result<()> {
    outcome.or_else(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            Ok(())
        } else {
            Err(error)
        }
    })
}

/// The folder beside the data, or one under a short path where that would be too long for a socket.
fn socket_folder(beside: PathBuf, data: &Path) -> Result<PathBuf, ClusterError> {
    let mut hasher = DefaultHasher::new();
    data.hash(&mut hasher);
    let name = format!("bellbuoy-{:016x}", hasher.finish());
    let runtime = env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute());
    let elsewhere = [runtime, Some(env::temp_dir())]
        .into_iter()
        .flatten()
        .filter(|folder| folder.is_dir());
    let fits = |folder: &PathBuf| folder.join(SOCKET_FILE).as_os_str().len() <= LONGEST_SOCKET;
    [beside.clone()]
        .into_iter()
        .chain(elsewhere.map(|folder| folder.join(&name)))
        .find(fits)
        .ok_or(ClusterError::LongSocket { socket: beside })
}

/// Keeps the unreserved characters of RFC 3986 and writes every other byte as `%XX`.
pub(super) fn percent_encode(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) {
            text.push(char::from(*byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}
