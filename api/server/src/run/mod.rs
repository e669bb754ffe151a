//! What each subcommand does, and the order of things at start.

mod banner;
mod database;
mod errands;
pub mod logging;
mod record;
pub mod schema_file;
pub mod server;

use crate::app::App;
use crate::auth;
use crate::auth::keys::Keys;
use crate::config::{Config, Mode, Part};
use crate::db::{Caller, Db, migrate};
use crate::http::AppError;
use crate::mail::send::Postman;
use crate::{intake, jobs, openapi, routes, schemes, seed, setup, taxonomies};
use anyhow::{anyhow, bail};
use clap::Subcommand;
use database::Database;
use std::path::PathBuf;
use std::sync::Arc;

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Set everything up and serve: the database, migrations, keys, demo data.
    Run,
    /// Serve, and nothing else: the database has to be migrated already.
    Serve,
    /// Run pending migrations.
    Migrate,
    /// Load the demo data, once.
    Seed,
    /// Take the techniques of an official ATT&CK bundle (STIX 2.1, JSON).
    Attack {
        /// The bundle.
        file: PathBuf,
    },
    /// The desk's keys.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// The record of privileged steps.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Look whether the site is fit for real use: TLS, clock, mail, backup, keys, migrations and more; another exit
    /// status than 0 if something is wrong.
    Doctor,
    /// Throw the data folder's database and keys away, so that the next `run` begins anew.
    Reset,
    /// Print the API's description, `openapi.yaml`.
    Openapi,
    /// Print the schema of the database for the queries, `schema.rs`.
    Schema,
}

/// What to do with the desk's keys.
#[derive(Debug, Clone, Subcommand)]
pub enum KeysCommand {
    /// Make a new desk key now, for the analysts who are active; others lose theirs.
    Rotate,
    /// Set the public half of the recovery key, which is made offline by `bellbuoy keys recovery-new`.
    Recovery {
        /// age recipient, age1…
        recipient: String,
    },
}

/// What to do with the audit.
#[derive(Debug, Clone, Subcommand)]
pub enum AuditCommand {
    /// Check that no entry was changed, moved or removed; another exit status than 0 if one was.
    Verify {
        /// A checkpoint that was kept elsewhere, to check against as well.
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
    },
}

/// Runs a subcommand to its end.
///
/// # Errors
/// One line that says what is wrong and what to do.
pub fn main(config: Config, command: Command) -> anyhow::Result<()> {
    if matches!(command, Command::Openapi) {
        tell(openapi::Document::of(&routes::spec())?.yaml.trim_end());
        return Ok(());
    }
    let faults = config.faults();
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    if matches!(command, Command::Reset) {
        return reset(&config);
    }
    let database = Database::open(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(go(config, command, &database));
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    outcome.and(database.close())
}

/// Only what a start makes anew is thrown away, and only in a demo.
fn reset(config: &Config) -> anyhow::Result<()> {
    if config.mode == Mode::Production {
        bail!(
            "production data is never thrown away by a command; restore a backup or remove the folder by hand"
        );
    }
    if config.database_url.is_some() || config.owner_url.is_some() {
        bail!(
            "the data stands in a database of yours: drop and create it there, then remove {}",
            config.data.join("keys").display()
        );
    }
    crate::db::embedded::discard(&std::path::absolute(config.data.join("database"))?)?;
    let keys = config.data.join("keys");
    if keys.exists() {
        std::fs::remove_dir_all(&keys)?;
    }
    tell("the demo begins anew with the next run");
    Ok(())
}

async fn go(config: Config, command: Command, database: &Database) -> anyhow::Result<()> {
    let urls = database.urls(&config).await?;
    match &command {
        Command::Migrate => {
            let ran = migrate::run(&urls.owner).await?;
            tell(&format!("{ran} migrations ran"));
            return Ok(());
        }
        Command::Schema => {
            migrate::run(&urls.owner).await?;
            tell(schema_file::write(&urls.owner).await?.trim_end());
            return Ok(());
        }
        Command::Run => {
            migrate::run(&urls.owner).await?;
        }
        Command::Doctor if migrate::pending(&urls.owner).await? => {
            bail!("migrations: the database is not of this version; run `bellbuoy-server migrate`");
        }
        Command::Serve
        | Command::Seed
        | Command::Attack { .. }
        | Command::Keys(_)
        | Command::Audit(_)
        | Command::Doctor => {
            if migrate::pending(&urls.owner).await? {
                bail!("the database is not of this version: run `bellbuoy-server migrate` first");
            }
        }
        Command::Reset | Command::Openapi => {}
    }
    let keys = Keys::load(&config.data.join("keys"))?;
    let app = App::new(config, Arc::new(chrono::Utc::now), keys);
    let db = Db::new(&urls.app, &urls.intake, app.config.pool)?;
    if matches!(command, Command::Run | Command::Serve) {
        taxonomies::keep_built_in(&db).await.map_err(explained)?;
        let since = if app.config.mode == Mode::Demo {
            seed::register::SINCE
        } else {
            app.now().date_naive()
        };
        schemes::keep_ready(&db, since, app.now())
            .await
            .map_err(explained)?;
    }
    match command {
        Command::Run => {
            if app.config.mode == Mode::Demo {
                seed::load(&app, &db).await.map_err(explained)?;
            }
            serve(app, db, urls, database, true).await
        }
        Command::Serve => serve(app, db, urls, database, false).await,
        Command::Attack { file } => errands::attack(&db, &file).await,
        Command::Seed => {
            if app.config.mode == Mode::Production {
                bail!("demo data is refused in production");
            }
            let loaded = seed::load(&app, &db).await.map_err(explained)?;
            tell(if loaded {
                "the demo data is loaded"
            } else {
                "the demo data was loaded before"
            });
            Ok(())
        }
        Command::Keys(KeysCommand::Rotate) => {
            let analysts = auth::active_analysts(&db).await.map_err(explained)?;
            let id = intake::rotate(&app, &db, &analysts).await.map_err(explained)?;
            tell(&format!(
                "the desk's key is now {id}; open reports are sealed anew in an analyst's browser"
            ));
            Ok(())
        }
        Command::Keys(KeysCommand::Recovery { recipient }) => {
            intake::epochs::set_recovery(&db, &recipient)
                .await
                .map_err(explained)?;
            tell("the recovery key is set; it takes effect with the next desk key");
            Ok(())
        }
        Command::Audit(AuditCommand::Verify { checkpoint }) => {
            record::verify(&app, &db, checkpoint.as_deref()).await
        }
        Command::Doctor => errands::examine(&app, &db).await,
        Command::Migrate | Command::Reset | Command::Openapi | Command::Schema => Ok(()),
    }
}

async fn serve(
    app: App,
    db: Db,
    urls: crate::db::bootstrap::Urls,
    database: &Database,
    says: bool,
) -> anyhow::Result<()> {
    let _log = logging::start(&app.config)?;
    let metrics = logging::metrics()?;
    let listener = server::listen(&app.config)?;
    let address = listener.local_addr()?;
    let worker = tokio::spawn(jobs::run(app.clone(), db.clone()));
    let postman = Postman::of(&app).map_err(|error| {
        anyhow!(
            "BELLBUOY_SMTP_URL cannot be read ({error}); it looks like smtps://user:password@mail.example"
        )
    })?;
    let postman = postman.map(|postman| tokio::spawn(postman.run(db.clone())));
    let running = server::start(app.clone(), db.clone(), urls, listener)?;
    let handle = running.handle();
    let beside = server::start_metrics(&app.config, metrics);
    let setup = setup_word(&app, &db).await;
    if says || setup.is_some() {
        banner::show(&app.config, address, setup.as_deref());
    }
    let serving = tokio::spawn(running);
    tokio::select! {
        told = server::until_told_to_stop() => told?,
        () = database.keep_alive() => {}
    }
    handle.stop(true).await;
    if let Some(beside) = beside {
        beside.stop(false).await;
    }
    worker.abort();
    if let Some(postman) = postman {
        postman.abort();
    }
    serving
        .await?
        .map_err(|error| anyhow!("the server stopped: {error}"))
}

/// The word of the link for a real site that nobody administers yet.
async fn setup_word(app: &App, db: &Db) -> Option<String> {
    if app.config.mode == Mode::Demo || app.config.only == Some(Part::Intake) {
        return None;
    }
    let mut conn = db.as_caller(Caller::System).await.ok()?;
    let due = setup::due(&mut conn).await.ok()?;
    due.then(|| setup::word(app, app.now().date_naive()))
}

fn explained(error: AppError) -> anyhow::Error {
    match error {
        AppError::Refused { detail, .. } => anyhow!(detail),
        AppError::Internal(cause) => cause,
        other => anyhow!("{}", other.problem().detail),
    }
}

#[expect(clippy::print_stdout, reason = "a command answers on its standard output")]
fn tell(text: &str) {
    println!("{text}");
}

/// Says on the standard error what went wrong, in as few lines as it takes.
#[expect(clippy::print_stderr, reason = "a command complains on its standard error")]
pub fn complain(error: &anyhow::Error) {
    eprintln!("bellbuoy-server: {error:#}");
}
