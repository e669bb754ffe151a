//! Who the server runs as: PostgreSQL refuses root, so root steps aside for a moment.

use std::{
    fs, io,
    os::unix::{
        ffi::OsStrExt,
        fs::{MetadataExt, chown},
        process::CommandExt,
    },
    path::Path,
    process::{Command, Stdio},
};

use rustix::{
    fs::{Mode, OFlags},
    process::{Gid, Pid, Signal, Uid},
    thread::{
        CapabilitySet, CapabilitySets, UnshareFlags, configure_capability_in_ambient_set, set_capabilities,
        set_keep_capabilities, set_thread_gid, set_thread_groups, set_thread_uid, unshare_unsafe,
    },
};

use super::{ClusterError, places::Places};

const NOBODY: u32 = 65534;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Identity {
    /// An ordinary user stays who they are.
    Ourselves,
    /// Root inside a user namespace of its own, in which it is user 1000: no file changes hands.
    Namespace,
    /// Root gives the cluster's files to another user and runs the server as that user; `reach` lets it pass
    /// folders closed to that user, which is how far a container goes that forbids namespaces.
    Other { uid: u32, gid: u32, reach: bool },
}

impl Identity {
    /// The first identity that can reach both the data folder's parent and the binaries.
    pub fn choose(places: &Places, binaries: &Path) -> Result<Self, ClusterError> {
        let owner = fs::symlink_metadata(&places.data)
            .ok()
            .map(|found| (found.uid(), found.gid()));
        let own = rustix::process::geteuid();
        let others = |(uid, gid)| [false, true].map(|reach| Self::Other { uid, gid, reach });
        let candidates: Vec<Self> = match owner {
            Some((uid, _)) if !own.is_root() && uid != own.as_raw() => {
                return Err(ClusterError::Foreign {
                    path: places.data.clone(),
                    owner: uid,
                });
            }
            _ if !own.is_root() => return Ok(Self::Ourselves),
            Some((0, _)) => vec![Self::Namespace],
            Some(owner) => others(owner).into(),
            None => {
                let found = places
                    .parent
                    .ancestors()
                    .filter_map(|folder| folder.metadata().ok());
                let neighbour = found
                    .map(|found| (found.uid(), found.gid()))
                    .find(|(uid, _)| *uid != 0);
                let given = neighbour.into_iter().chain([(NOBODY, NOBODY)]).flat_map(others);
                [Self::Namespace].into_iter().chain(given).collect()
            }
        };
        candidates
            .into_iter()
            .find(|candidate| candidate.reaches(places, binaries))
            .ok_or_else(|| ClusterError::NoIdentity {
                data: places.data.clone(),
                binaries: binaries.to_owned(),
            })
    }

    fn reaches(self, places: &Places, binaries: &Path) -> bool {
        let mut command = self.command(&binaries.join("postgres"), &places.parent);
        command
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    pub fn uid(self) -> u32 {
        match self {
            Self::Other { uid, .. } => uid,
            Self::Ourselves | Self::Namespace => rustix::process::geteuid().as_raw(),
        }
    }

    /// Lets the server own a file or folder that we made for it.
    pub fn give(self, path: &Path) -> Result<(), ClusterError> {
        match self {
            Self::Other { uid, gid, .. } => chown(path, Some(uid), Some(gid)).map_err(ClusterError::at(path)),
            Self::Ourselves | Self::Namespace => Ok(()),
        }
    }

    /// A command that runs as this identity in `folder`, untouched by the caller's PostgreSQL and language settings,
    /// and is told to stop when the thread that spawned it ends.
    #[expect(
        unsafe_code,
        reason = "pre_exec and unshare have no safe form; the closure only makes system calls"
    )]
    pub fn command(self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_bytes().starts_with(b"PG")) {
            command.env_remove(name);
        }
        command
            .env("LC_ALL", "C")
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .process_group(0);
        let own = (
            rustix::process::geteuid().as_raw(),
            rustix::process::getegid().as_raw(),
        );
        let maps = (format!("1000 {} 1", own.0), format!("1000 {} 1", own.1));
        let folder = folder.to_owned();
        let parent = rustix::process::getpid();
        // SAFETY: between fork and exec only async-signal-safe system calls are made; every string is made before.
        unsafe {
            command.pre_exec(move || {
                match self {
                    Self::Ourselves => {}
                    Self::Other { uid, gid, reach } => step_down(uid, gid, reach)?,
                    Self::Namespace => {
                        unshare_unsafe(UnshareFlags::NEWUSER)?;
                        put("/proc/self/setgroups", b"deny")?;
                        put("/proc/self/uid_map", maps.0.as_bytes())?;
                        put("/proc/self/gid_map", maps.1.as_bytes())?;
                    }
                }
                rustix::process::chdir(&folder)?;
                follow(parent)
            });
        }
        command
    }
}

fn put(path: &str, bytes: &[u8]) -> io::Result<()> {
    let file = rustix::fs::open(path, OFlags::WRONLY, Mode::empty())?;
    rustix::io::write(&file, bytes)?;
    Ok(())
}

fn step_down(uid: u32, gid: u32, reach: bool) -> io::Result<()> {
    set_keep_capabilities(reach)?;
    set_thread_groups(&[])?;
    set_thread_gid(Gid::from_raw(gid))?;
    set_thread_uid(Uid::from_raw(uid))?;
    if reach {
        let kept = CapabilitySet::DAC_OVERRIDE;
        set_capabilities(
            None,
            CapabilitySets {
                effective: kept,
                permitted: kept,
                inheritable: kept,
            },
        )?;
        configure_capability_in_ambient_set(kept, true)?;
    }
    Ok(())
}

/// Asks for a fast shutdown at the parent's death, and gives up if that has come already.
fn follow(parent: Pid) -> io::Result<()> {
    rustix::process::set_parent_process_death_signal(Some(Signal::INT))?;
    if rustix::process::getppid() == Some(parent) {
        Ok(())
    } else {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}
