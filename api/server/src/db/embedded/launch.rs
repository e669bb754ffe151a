//! Starts the server, waits until it answers, stops it.

use std::{
    convert::Infallible,
    fs::{self, OpenOptions},
    io,
    path::Path,
    process::{Child, Command},
    sync::mpsc::{self, Sender},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use super::{ClusterError, Options, identity::Identity, places::Places};

/// After `kill -9` of the server, processes of it may hold its shared memory for some seconds.
const RETRY: Duration = Duration::from_secs(15);
/// Recovery of a large cluster takes its time.
const READY: Duration = Duration::from_secs(120);
const STOP: Duration = Duration::from_secs(30);

/// What no caller may change: the log holds no statement, no parameter and no value of a row.
///
/// Level `fatal` also leaves out what a crashed process was running and the keys of a failed constraint.
const QUIET: [(&str, &str); 11] = [
    ("log_min_messages", "fatal"),
    ("log_min_error_statement", "panic"),
    ("log_error_verbosity", "terse"),
    ("log_statement", "none"),
    ("log_parameter_max_length", "0"),
    ("log_parameter_max_length_on_error", "0"),
    ("log_connections", "off"),
    ("log_disconnections", "off"),
    ("log_destination", "stderr"),
    ("logging_collector", "off"),
    ("track_commit_timestamp", "off"),
];
const USUAL: [(&str, &str); 4] = [
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("unix_socket_permissions", "0700"),
    ("recovery_init_sync_method", "syncfs"),
];
const CARELESS: [(&str, &str); 5] = [
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
];

#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    stopped: bool,
    _keeper: Sender<Infallible>,
}

impl Server {
    pub fn start(places: &Places, options: &Options, identity: &Identity) -> Result<Self, ClusterError> {
        let since = Instant::now();
        loop {
            match Self::try_start(places, options, identity) {
                Err(ClusterError::Start { reason, .. })
                    if reason.contains("pre-existing shared memory block") && since.elapsed() < RETRY =>
                {
                    thread::sleep(Duration::from_millis(200));
                }
                outcome => return outcome,
            }
        }
    }

    fn try_start(places: &Places, options: &Options, identity: &Identity) -> Result<Self, ClusterError> {
        let at = || ClusterError::at(&places.log);
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&places.log)
            .map_err(at())?;
        identity.give(&places.log)?;
        let logged = log.metadata().map_err(at())?.len();
        let mut command = identity.command(&options.binaries.join("postgres"), &places.parent);
        command
            .arg("-D")
            .arg(&places.data)
            .arg("-k")
            .arg(&places.socket)
            .args(["-h", "", "-p", "5432"]);
        for (name, value) in settings(options) {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        command.stdout(log.try_clone().map_err(at())?).stderr(log);
        let (child, keeper) = spawn_kept(command).map_err(ClusterError::at(&options.binaries))?;
        let mut server = Self {
            child,
            stopped: false,
            _keeper: keeper,
        };
        server.wait_until_ready(places, logged)?;
        Ok(server)
    }

    /// Reads `postmaster.pid`, whose eighth line says `ready` once connections are accepted.
    fn wait_until_ready(&mut self, places: &Places, logged: u64) -> Result<(), ClusterError> {
        let failed = |reason| ClusterError::Start {
            reason,
            log: places.log.clone(),
        };
        let since = Instant::now();
        while since.elapsed() < READY {
            if self
                .child
                .try_wait()
                .map_err(ClusterError::at(&places.data))?
                .is_some()
            {
                self.stopped = true;
                places.room(ClusterError::LEAST)?;
                return Err(ClusterError::said(
                    last_words(&places.log, logged),
                    &places.data,
                    failed,
                ));
            }
            let state = fs::read_to_string(places.data.join("postmaster.pid")).unwrap_or_default();
            let mut lines = state.lines().map(str::trim);
            let ours = lines.next().and_then(|pid| pid.parse().ok()) == Some(self.pid());
            if ours && lines.nth(6) == Some("ready") {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.stop(places)?;
        Err(failed(format!(
            "it was not ready within {} seconds",
            READY.as_secs()
        )))
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether the process is gone, though nobody here told it to go.
    pub fn has_ended(&mut self, places: &Places) -> Result<bool, ClusterError> {
        self.stopped = self.stopped
            || self
                .child
                .try_wait()
                .map_err(ClusterError::at(&places.data))?
                .is_some();
        Ok(self.stopped)
    }

    /// Fast shutdown; an immediate one after half a minute, which leaves the rest to recovery.
    pub fn stop(&mut self, places: &Places) -> Result<(), ClusterError> {
        let at = || ClusterError::at(&places.data);
        for signal in [Signal::INT, Signal::QUIT] {
            if !self.stopped {
                // Until the child is waited for, its number cannot be another's.
                kill_process(Pid::from_child(&self.child), signal).map_err(|error| at()(error.into()))?;
            }
            let since = Instant::now();
            while !self.stopped && since.elapsed() < STOP {
                thread::sleep(Duration::from_millis(5));
                self.stopped = self.child.try_wait().map_err(at())?.is_some();
            }
        }
        if self.stopped {
            Ok(())
        } else {
            Err(ClusterError::StillRunning { pid: self.pid() })
        }
    }
}

fn settings(options: &Options) -> impl Iterator<Item = (&str, &str)> {
    let given = options
        .settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let careless = if options.durable { &[][..] } else { &CARELESS[..] };
    USUAL
        .into_iter()
        .chain(careless.iter().copied())
        .chain(given)
        .chain(QUIET)
}

/// Spawns from a thread that does nothing else and lives as long as the returned sender.
///
/// The server is told to stop when the thread that spawned it ends, which is not always the one that wants it.
fn spawn_kept(mut command: Command) -> io::Result<(Child, Sender<Infallible>)> {
    let (keeper, kept) = mpsc::channel();
    let (tell, told) = mpsc::channel();
    thread::Builder::new()
        .name("postgres-keeper".to_owned())
        .spawn(move || {
            if tell.send(command.spawn()).is_ok() {
                let _ = kept.recv();
            }
        })?;
    Ok((told.recv().map_err(io::Error::other)??, keeper))
}

/// What PostgreSQL wrote about its end, without time and process id.
fn last_words(log: &Path, from: u64) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let fresh = bytes
        .get(usize::try_from(from).unwrap_or(0)..)
        .unwrap_or_default();
    let text = String::from_utf8_lossy(fresh);
    let fatal = text
        .lines()
        .find_map(|line| line.split_once("FATAL:").or_else(|| line.split_once("PANIC:")));
    let reason = fatal
        .map(|(_, reason)| reason)
        .or(text.lines().last())
        .unwrap_or_default()
        .trim();
    if reason.is_empty() {
        "it ended without a word".to_owned()
    } else {
        reason.to_owned()
    }
}
