//! Makes the data folder, whole or not at all.

use std::{fs, os::unix::fs::DirBuilderExt};

use super::{
    ClusterError, Options, SUPERUSER,
    binaries::Version,
    identity::Identity,
    places::{Places, absent_is_fine},
};

/// Makes the cluster if there is none and says whether it did.
///
/// `initdb` works in a folder of another name, which takes the place of the data folder in one step at the end.
pub(super) fn ensure(
    places: &Places,
    options: &Options,
    identity: &Identity,
    version: Version,
) -> Result<bool, ClusterError> {
    if let Some(made) = made_by(places)? {
        if made != version {
            return Err(ClusterError::OtherVersion {
                data: places.data.clone(),
                made: made.0,
                have: version.0,
                binaries: options.binaries.clone(),
            });
        }
        return Ok(false);
    }
    let at = || ClusterError::at(&places.making);
    absent_is_fine(fs::remove_dir_all(&places.making)).map_err(at())?;
    places.room(ClusterError::NEED)?;
    fs::DirBuilder::new()
        .mode(0o700)
        .create(&places.making)
        .map_err(at())?;
    identity.give(&places.making)?;
    run(places, options, identity)?;
    fs::rename(&places.making, &places.data).map_err(ClusterError::at(&places.data))?;
    Ok(true)
}

/// The version of an existing cluster; an empty folder counts as none.
fn made_by(places: &Places) -> Result<Option<Version>, ClusterError> {
    let file = places.data.join("PG_VERSION");
    let stranger = || ClusterError::NotACluster {
        data: places.data.clone(),
    };
    match fs::read_to_string(&file) {
        Ok(text) => text
            .trim()
            .parse()
            .map(|major| Some(Version(major)))
            .ok()
            .ok_or_else(stranger),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            match fs::read_dir(&places.data).map(Iterator::count) {
                Ok(0) => Ok(None),
                Ok(_) => Err(stranger()),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(ClusterError::at(&places.data)(error)),
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Err(stranger()),
        Err(error) => Err(ClusterError::at(&file)(error)),
    }
}

fn run(places: &Places, options: &Options, identity: &Identity) -> Result<(), ClusterError> {
    let program = options.binaries.join("initdb");
    let mut command = identity.command(&program, &places.parent);
    command.arg("-D").arg(&places.making).args([
        "-U",
        SUPERUSER,
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-instructions",
    ]);
    command.args(["--locale=C.UTF-8", "--text-search-config=simple"]);
    if !options.durable {
        command.arg("--no-sync");
    }
    let outcome = command.output().map_err(ClusterError::at(&program))?;
    if outcome.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&outcome.stderr);
    let told = text
        .lines()
        .find(|line| line.contains("error:") || line.contains("FATAL:") || line.contains("PANIC:"));
    let reason = told
        .or(text.lines().last())
        .unwrap_or("no reason given")
        .trim()
        .to_owned();
    Err(ClusterError::said(reason, &places.data, |reason| {
        ClusterError::Initdb {
            data: places.data.clone(),
            reason,
        }
    }))
}
