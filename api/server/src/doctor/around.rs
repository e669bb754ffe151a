//! What is looked at outside of the database.

use super::Finding;
use crate::app::App;
use crate::config::Mode;
use crate::mail::send::Postman;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Hours after which a daily backup is late.
const LATE: u64 = 26;
/// Bytes that should be left on the disk of the data.
const SPACE: u64 = 5 << 30;

pub fn tls(app: &App) -> Finding {
    let (live, origin) = (app.config.mode == Mode::Production, app.config.origin.as_deref());
    match origin {
        _ if !live => Finding::ok("tls", "a demo listens on loopback only and needs no TLS"),
        Some(origin) if origin.starts_with("https://") => {
            Finding::ok("tls", format!("the site is reached as {origin}"))
        }
        Some(origin) => Finding::fault(
            "tls",
            format!("BELLBUOY_ORIGIN is {origin}: reports and passwords would travel readable"),
            "put a proxy with TLS before it (docs/operations.md has a sample) and set BELLBUOY_ORIGIN=https://…",
        ),
        None => Finding::fault(
            "tls",
            "BELLBUOY_ORIGIN is not set: links cannot be sent, and nothing says that TLS is in place",
            "put a proxy with TLS before it (docs/operations.md has a sample) and set BELLBUOY_ORIGIN=https://…",
        ),
    }
}

pub fn keys(app: &App) -> Finding {
    let folder = app.config.data.join("keys");
    let mut open = Vec::new();
    let mut seen = 0;
    let Ok(files) = fs::read_dir(&folder) else {
        return Finding::fault(
            "keys",
            format!("{} cannot be read", folder.display()),
            "give its owner, who runs the server, the right to read it, or put back the copy from your backup",
        );
    };
    for file in files.flatten() {
        let mode = file.metadata().map_or(0, |data| data.permissions().mode());
        seen += 1;
        if mode & 0o077 != 0 {
            open.push(file.file_name().to_string_lossy().into_owned());
        }
    }
    if open.is_empty() {
        Finding::ok("keys", format!("{seen} keys, readable by their owner only"))
    } else {
        open.sort();
        Finding::fault(
            "keys",
            format!("others than the owner may read {}", open.join(", ")),
            "chmod 600 them, and look who read them",
        )
    }
}

fn newest(folder: &Path) -> Option<SystemTime> {
    let files = fs::read_dir(folder).ok()?.flatten();
    files
        .filter_map(|file| file.metadata().ok()?.modified().ok())
        .max()
}

pub fn backup(app: &App) -> Finding {
    let remedy = "run the backup of docs/operations.md every night, and try to restore it";
    let Some(folder) = &app.config.backups else {
        let found = "BELLBUOY_BACKUPS is not set: nobody looks whether there are backups";
        return if app.config.mode == Mode::Demo {
            Finding::ok("backup", "a demo needs none")
        } else {
            Finding::warning(
                "backup",
                found,
                "set BELLBUOY_BACKUPS to the folder that takes them",
            )
        };
    };
    let Some(newest) = newest(folder) else {
        return Finding::fault("backup", format!("no backup in {}", folder.display()), remedy);
    };
    let age = SystemTime::now().duration_since(newest).unwrap_or(Duration::ZERO);
    let hours = age.as_secs() / 3600;
    if hours < LATE {
        Finding::ok("backup", format!("the newest backup is {hours} hours old"))
    } else {
        Finding::fault(
            "backup",
            format!("the newest backup is {hours} hours old"),
            remedy,
        )
    }
}

pub fn space(app: &App) -> Finding {
    match rustix::fs::statvfs(&app.config.data) {
        Ok(disk) => {
            let left = disk.f_bavail.saturating_mul(disk.f_frsize);
            let found = format!("{} GiB are free for {}", left >> 30, app.config.data.display());
            if left >= SPACE {
                Finding::ok("space", found)
            } else {
                Finding::warning("space", found, "make room: at 0 nothing can be reported any more")
            }
        }
        Err(error) => Finding::fault(
            "space",
            format!("{} cannot be looked at: {error}", app.config.data.display()),
            "give the owner, who runs the server, the folder of BELLBUOY_DATA",
        ),
    }
}

pub async fn mail(app: &App) -> Finding {
    let remedy = "mend BELLBUOY_SMTP_URL; it looks like smtps://user:password@mail.example";
    match Postman::of(app) {
        Ok(Some(postman)) if postman.reaches().await => Finding::ok("mail", "the mail server answers"),
        Ok(Some(_)) => Finding::fault("mail", "the mail server does not answer", remedy),
        Ok(None) if app.config.mode == Mode::Demo => {
            Finding::ok("mail", "a demo shows its letters and sends none")
        }
        Ok(None) => Finding::warning(
            "mail",
            "letters are not sent: links are told to who causes them, and forgotten passwords are not replaced",
            "set BELLBUOY_SMTP_URL and BELLBUOY_MAIL_FROM",
        ),
        Err(error) => Finding::fault("mail", format!("the address of the mail server: {error}"), remedy),
    }
}
