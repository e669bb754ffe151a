//! Which database: the operator's own, or a private one in the data folder.

use crate::config::Config;
use crate::db::bootstrap::{self, Urls};
use crate::db::embedded::{Cluster, Options, SUPERUSER, find_binaries};
use anyhow::{Context, anyhow};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How often the cluster is looked after, and how long after a start that failed.
const LOOK: Duration = Duration::from_millis(500);
const LATER: Duration = Duration::from_secs(5);
/// Name of the database.
const NAME: &str = "bellbuoy";

/// The database the server works with.
pub enum Database {
    /// A private cluster, stopped with the server.
    Private(Box<Mutex<Cluster>>),
    /// The operator's own.
    Given,
}

impl Database {
    /// Starts the private cluster unless the operator gave an address. Has to be called from the main thread.
    pub fn open(config: &Config) -> anyhow::Result<Self> {
        writable(&config.data)?;
        if config.database_url.is_some() || config.owner_url.is_some() {
            return Ok(Self::Given);
        }
        let options = Options {
            data: std::path::absolute(config.data.join("database"))?,
            binaries: find_binaries(&std::env::current_dir()?)?,
            settings: vec![
                ("max_connections".to_owned(), "120".to_owned()),
                ("shared_buffers".to_owned(), "128MB".to_owned()),
                ("jit".to_owned(), "off".to_owned()),
            ],
            durable: true,
        };
        Ok(Self::Private(Box::new(Mutex::new(Cluster::start(&options)?))))
    }

    /// The addresses for migrations, register and intake; makes roles and database where they are missing.
    pub async fn urls(&self, config: &Config) -> anyhow::Result<Urls> {
        match self {
            Self::Private(cluster) => {
                let url = |database: &str, user: &str| locked(cluster).url(database, user);
                let admin = url("postgres", SUPERUSER);
                bootstrap::roles(&admin).await?;
                if bootstrap::database(&admin, NAME).await? {
                    bootstrap::own_schema(&url(NAME, SUPERUSER)).await?;
                }
                Ok(Urls {
                    owner: url(NAME, "bellbuoy_owner"),
                    app: url(NAME, "bellbuoy_app"),
                    intake: url(NAME, "bellbuoy_intake"),
                })
            }
            Self::Given => given(config).await,
        }
    }

    /// Starts the private cluster again whenever it has ended by itself; never returns.
    pub async fn keep_alive(&self) {
        loop {
            tokio::time::sleep(LOOK).await;
            let Self::Private(cluster) = self else { continue };
            match tokio::task::block_in_place(|| locked(cluster).revive()) {
                Ok(false) => {}
                Ok(true) => tracing::error!("the database had ended and was started again; its log says why"),
                Err(error) => {
                    tracing::error!(%error, "the database has ended and does not start again");
                    tokio::time::sleep(LATER).await;
                }
            }
        }
    }

    /// Stops the private cluster.
    pub fn close(self) -> anyhow::Result<()> {
        match self {
            Self::Private(cluster) => Ok(cluster
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner)
                .stop()?),
            Self::Given => Ok(()),
        }
    }
}

fn locked(cluster: &Mutex<Cluster>) -> MutexGuard<'_, Cluster> {
    cluster.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn given(config: &Config) -> anyhow::Result<Urls> {
    if let (Some(owner), Some(app), Some(intake)) = (&config.owner_url, &config.app_url, &config.intake_url) {
        return Ok(Urls {
            owner: owner.0.clone(),
            app: app.0.clone(),
            intake: intake.0.clone(),
        });
    }
    let admin = config.database_url.as_ref().ok_or_else(|| {
        anyhow!("give DATABASE_URL, or all of BELLBUOY_OWNER_URL, BELLBUOY_APP_URL and BELLBUOY_INTAKE_URL")
    })?;
    bootstrap::given(&admin.0, &config.data.join("keys"))
        .await
        .context("DATABASE_URL could not be prepared")
}

/// A full or read-only disk is told at once, not in the middle of something.
fn writable(data: &Path) -> anyhow::Result<()> {
    let say = |error: std::io::Error| {
        anyhow!(
            "{} cannot be written: {error}; free some space, or give BELLBUOY_DATA a folder that is yours",
            data.display()
        )
    };
    std::fs::create_dir_all(data).map_err(say)?;
    let probe = data.join(".writable");
    std::fs::write(&probe, vec![0_u8; 1 << 16]).map_err(say)?;
    std::fs::remove_file(&probe).map_err(say)
}
