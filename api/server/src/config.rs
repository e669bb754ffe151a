//! Environment → [`Config`]. Fails at start with every fault at once; `Debug` hides secrets.

use crate::http::outward::safe;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// How the site is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// Invented data, demo people, loopback only.
    Demo,
    /// Real data.
    Production,
}

impl Mode {
    /// The word used in settings and on pages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Production => "production",
        }
    }
}

/// Which half of the site this process serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The reporters' page and the sealed intake.
    Intake,
    /// Everything else.
    Api,
}

/// A database address, which may hold a password.
#[derive(Clone)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Settings, each from an environment variable or the flag of the same name.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Address to listen on.
    #[arg(long, env = "BELLBUOY_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Address of the metrics; 127.0.0.1:0 takes any free port.
    #[arg(long, env = "BELLBUOY_METRICS_LISTEN", default_value = "127.0.0.1:9090")]
    pub metrics_listen: SocketAddr,
    /// Folder of all state: database, keys, logs.
    #[arg(long, env = "BELLBUOY_DATA", default_value = ".local")]
    pub data: PathBuf,
    /// Demo (invented data, loopback only) or production.
    #[arg(long, env = "BELLBUOY_MODE", default_value = "demo")]
    pub mode: Mode,
    /// A PostgreSQL of your own instead of the private one; its role may create the roles `bellbuoy_owner`, `bellbuoy_app`, `bellbuoy_intake`.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<Secret>,
    /// Address for migrations, if the roles exist already.
    #[arg(
        long,
        env = "BELLBUOY_OWNER_URL",
        hide_env_values = true,
        requires = "app_url"
    )]
    pub owner_url: Option<Secret>,
    /// Address for the register, as `bellbuoy_app`.
    #[arg(
        long,
        env = "BELLBUOY_APP_URL",
        hide_env_values = true,
        requires = "intake_url"
    )]
    pub app_url: Option<Secret>,
    /// Address for the sealed intake, as `bellbuoy_intake`.
    #[arg(
        long,
        env = "BELLBUOY_INTAKE_URL",
        hide_env_values = true,
        requires = "owner_url"
    )]
    pub intake_url: Option<Secret>,
    /// Serve one half only.
    #[arg(long, env = "BELLBUOY_ONLY")]
    pub only: Option<Part>,
    /// Worker threads; the number of cores when absent.
    #[arg(long, env = "BELLBUOY_WORKERS")]
    pub workers: Option<usize>,
    /// Connections per worker to the register's database.
    #[arg(long, env = "BELLBUOY_POOL", default_value_t = 4)]
    pub pool: usize,
    /// Seconds in which the reader of an export has to take each 64 KiB; then it is broken off.
    #[arg(long, env = "BELLBUOY_EXPORT_WAIT", default_value_t = 30)]
    pub export_wait: u16,
    /// Folder that takes each checkpoint of the audit as a file; somewhere that those who run the database cannot change.
    #[arg(long, env = "BELLBUOY_AUDIT_CHECKPOINTS")]
    pub audit_checkpoints: Option<PathBuf>,
    /// Mail address that each checkpoint of the audit is written to; of somebody who does not run the database.
    #[arg(long, env = "BELLBUOY_AUDIT_MAIL", value_parser = mail_address)]
    pub audit_mail: Option<String>,
    /// Address that each checkpoint of the audit is posted to, over TLS or on this machine.
    #[arg(long, env = "BELLBUOY_AUDIT_WEBHOOK", hide_env_values = true)]
    pub audit_webhook: Option<Secret>,
    /// Folder that takes the backups; `doctor` looks at the age of the newest.
    #[arg(long, env = "BELLBUOY_BACKUPS")]
    pub backups: Option<PathBuf>,
    /// Name of the operator, shown on pages.
    #[arg(long, env = "BELLBUOY_NAME", default_value = "Bellbuoy")]
    pub name: String,
    /// Telephone of the duty desk, shown on the report page.
    #[arg(long, env = "BELLBUOY_DUTY_DESK")]
    pub duty_desk: Option<String>,
    /// The site's address as others reach it, such as `https://bellbuoy.example`, for links in answers; without it
    /// they name the host that was asked, over plain HTTP.
    #[arg(long, env = "BELLBUOY_ORIGIN", value_parser = origin)]
    pub origin: Option<String>,
    /// Mail address for security researchers, shown in security.txt.
    #[arg(long, env = "BELLBUOY_SECURITY_MAIL")]
    pub security_mail: Option<String>,
    /// The mail server that letters go to, as `smtps://user:password@mail.example` or `smtp://127.0.0.1:25`.
    #[arg(
        long,
        env = "BELLBUOY_SMTP_URL",
        hide_env_values = true,
        requires = "mail_from"
    )]
    pub smtp_url: Option<Secret>,
    /// The sender of letters, as `Bellbuoy <desk@bellbuoy.example>`.
    #[arg(long, env = "BELLBUOY_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// The issuer of an identity provider (OpenID Connect) that members may sign in through, as
    /// `https://id.port.example`; no other host is asked for anything unless this is set.
    #[arg(long, env = "BELLBUOY_OIDC_ISSUER", requires = "oidc_client_id", value_parser = issuer)]
    pub oidc_issuer: Option<String>,
    /// What the provider calls this site.
    #[arg(long, env = "BELLBUOY_OIDC_CLIENT_ID", requires = "oidc_issuer")]
    pub oidc_client_id: Option<String>,
    /// The secret that the provider gave; none for a public client.
    #[arg(long, env = "BELLBUOY_OIDC_CLIENT_SECRET", hide_env_values = true)]
    pub oidc_client_secret: Option<Secret>,
    /// What people call the provider, on the button.
    #[arg(long, env = "BELLBUOY_OIDC_NAME", default_value = "your organisation")]
    pub oidc_name: String,
    /// Days between scheduled public figures; 0 leaves it to the button.
    #[arg(long, env = "BELLBUOY_RELEASE_DAYS", default_value_t = 30)]
    pub release_days: u16,
    /// Leading zero bits a proof of work needs when there is no flood.
    #[arg(long, env = "BELLBUOY_WORK_BITS", default_value_t = 18)]
    pub work_bits: u8,
    /// Log filter, as of tracing.
    #[arg(long, env = "BELLBUOY_LOG", default_value = "info")]
    pub log: String,
    /// For tests: the day that demo data counts back from.
    #[arg(long, env = "BELLBUOY_DEMO_TODAY", hide = true)]
    pub demo_today: Option<NaiveDate>,
}

impl Config {
    /// Whether letters leave the house; the demo only shows them.
    pub fn sends_mail(&self) -> bool {
        self.mode == Mode::Production && self.smtp_url.is_some()
    }

    /// Whether checkpoints of the audit are kept elsewhere than in the database.
    pub const fn keeps_checkpoints(&self) -> bool {
        self.audit_checkpoints.is_some() || self.audit_mail.is_some() || self.audit_webhook.is_some()
    }

    /// Every fault of the settings, each with what would be right.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.mode == Mode::Demo && !self.listen.ip().is_loopback() {
            faults.push(format!("BELLBUOY_LISTEN is {}: demo mode listens on loopback only; use 127.0.0.1, or BELLBUOY_MODE=production", self.listen));
        }
        if self.mode == Mode::Production
            && self.database_url.is_none()
            && self.owner_url.is_none()
            && !self.data.is_absolute()
        {
            faults.push(format!("BELLBUOY_DATA is {}: production wants an absolute folder, so that a start from elsewhere finds it", self.data.display()));
        }
        if !self.metrics_listen.ip().is_loopback() && self.mode == Mode::Demo {
            faults.push(format!(
                "BELLBUOY_METRICS_LISTEN is {}: demo mode listens on loopback only",
                self.metrics_listen
            ));
        }
        if !(1..=64).contains(&self.pool) {
            faults.push(format!(
                "BELLBUOY_POOL is {}: 1 to 64 connections per worker",
                self.pool
            ));
        }
        if !(1..=32).contains(&self.work_bits) {
            faults.push(format!("BELLBUOY_WORK_BITS is {}: 1 to 32 bits", self.work_bits));
        }
        if self.mode == Mode::Production && self.oidc_issuer.is_some() && self.origin.is_none() {
            faults.push(
                "BELLBUOY_OIDC_ISSUER needs BELLBUOY_ORIGIN: the provider sends people back to that address"
                    .to_owned(),
            );
        }
        if self.mode == Mode::Production && self.audit_mail.is_some() && self.smtp_url.is_none() {
            faults.push(
                "BELLBUOY_AUDIT_MAIL needs BELLBUOY_SMTP_URL: without a mail server no letter leaves"
                    .to_owned(),
            );
        }
        if self.audit_webhook.as_ref().is_some_and(|url| !safe(&url.0)) {
            faults.push("BELLBUOY_AUDIT_WEBHOOK has to begin with https://, or with http:// and a name of this machine".to_owned());
        }
        if let Some(folder) = &self.audit_checkpoints {
            faults.extend(self.unfit_for_checkpoints(folder));
        }
        faults
    }

    fn unfit_for_checkpoints(&self, folder: &Path) -> Option<String> {
        let named = format!("BELLBUOY_AUDIT_CHECKPOINTS is {}", folder.display());
        let place = std::path::absolute(folder).ok();
        let data = std::path::absolute(&self.data).ok();
        if self.mode == Mode::Production && !folder.is_absolute() {
            return Some(format!(
                "{named}: production wants an absolute folder, so that a start from elsewhere finds it"
            ));
        }
        match (place, data) {
            (Some(place), Some(data)) if place.starts_with(&data) => Some(format!(
                "{named}, below BELLBUOY_DATA: checkpoints are of use elsewhere only; give another folder"
            )),
            (Some(_), _) => None,
            (None, _) => Some(format!("{named}: give the path of a folder")),
        }
    }
}

/// An address over TLS, or on this machine.
fn issuer(text: &str) -> Result<String, String> {
    if safe(text) && !text.contains(['?', '#', ' ']) {
        return Ok(text.to_owned());
    }
    Err("has to be the issuer as the provider spells it, as https://id.port.example".to_owned())
}

fn mail_address(text: &str) -> Result<String, String> {
    match text.parse::<lettre::Address>() {
        Ok(address) => Ok(address.to_string()),
        Err(_no_address) => Err("has to be a mail address, as audit@elsewhere.example".to_owned()),
    }
}

/// Scheme and host, nothing behind.
fn origin(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']) => Ok(text.to_owned()),
        _ => Err("has to be scheme and host, as https://bellbuoy.example".to_owned()),
    }
}
