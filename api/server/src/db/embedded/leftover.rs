//! What a killed run left behind: a server that still stops, its zombie, or lock files of nobody.

use std::{
    fs,
    os::unix::ffi::OsStrExt,
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use super::{
    ClusterError,
    places::{Places, absent_is_fine},
};

/// How long each of the two ways to stop is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Ends a leftover server of this data folder and removes lock files that PostgreSQL would trust wrongly.
///
/// The caller holds our own lock, so whatever still runs here has lost its parent.
pub(super) fn clear(places: &Places) -> Result<(), ClusterError> {
    let file = places.data.join("postmaster.pid");
    let remove = |path| absent_is_fine(fs::remove_file(path)).map_err(ClusterError::at(path));
    if let Ok(text) = fs::read_to_string(&file) {
        let named = text.lines().next().and_then(|line| line.trim().parse().ok());
        let holder = match named.and_then(Pid::from_raw) {
            Some(pid) => end(pid, places)?,
            None => Holder::Stranger,
        };
        if holder != Holder::Gone {
            remove(&file)?;
        }
    }
    remove(&places.socket_lock())
}

/// Who has the process id that the lock file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// Nobody: PostgreSQL sees that for itself.
    Gone,
    /// Dead, but not yet buried by its parent: PostgreSQL would take it for a live server.
    Zombie,
    /// Another program that was given the old number: likewise.
    Stranger,
    /// A server that was killed and has given up its memory, a moment before it is one of the first two.
    Dying,
    /// A server of this data folder.
    Server,
}

/// Stops the server, if that is what `pid` is, and says who has the number afterwards.
fn end(pid: Pid, places: &Places) -> Result<Holder, ClusterError> {
    // Fast shutdown first; the second signal ends it at once and leaves the rest to recovery.
    for signal in [Signal::INT, Signal::QUIT] {
        if holder(pid, places) == Holder::Server && kill_process(pid, signal) == Err(rustix::io::Errno::PERM)
        {
            break;
        }
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            match holder(pid, places) {
                Holder::Server | Holder::Dying => thread::sleep(Duration::from_millis(20)),
                settled => return Ok(settled),
            }
        }
    }
    Err(ClusterError::StillRunning {
        pid: pid.as_raw_nonzero().get().unsigned_abs(),
    })
}

fn holder(pid: Pid, places: &Places) -> Holder {
    let about = |what: &str| fs::read(format!("/proc/{pid}/{what}")).unwrap_or_default();
    let stat = String::from_utf8_lossy(&about("stat")).into_owned();
    // `pid (name) state …`, where the name may hold anything.
    let Some((before, state)) = stat.rsplit_once(") ") else {
        return Holder::Gone;
    };
    if state.starts_with(['Z', 'X']) {
        return Holder::Zombie;
    }
    if !before.ends_with("(postgres") {
        return Holder::Stranger;
    }
    if fs::read_link(format!("/proc/{pid}/cwd")).is_ok_and(|folder| folder == places.data) {
        return Holder::Server;
    }
    let arguments = about("cmdline");
    let data = places.data.as_os_str().as_bytes();
    if arguments.is_empty() {
        Holder::Dying
    } else if arguments
        .split(|byte| *byte == 0)
        .any(|argument| argument == data)
    {
        Holder::Server
    } else {
        Holder::Stranger
    }
}
