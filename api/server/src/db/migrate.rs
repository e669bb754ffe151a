//! Migrations, then the parts that are re-created after every run: functions, policies, and the
//! `CHECK` of every vocabulary column.

use super::vocabularies;
use diesel::migration::MigrationSource;
use diesel::pg::Pg;
use diesel_async::{AsyncConnection, AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

/// All migrations, compiled in.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// Functions, policies and triggers, in the order they are made.
const REPLACEABLE: &[&str] = &[
    include_str!("replaceable/functions.sql"),
    include_str!("replaceable/policies.sql"),
    include_str!("replaceable/register_policies.sql"),
    include_str!("replaceable/application_policies.sql"),
    include_str!("replaceable/sittings_policies.sql"),
    include_str!("replaceable/rating_policies.sql"),
    include_str!("replaceable/triggers.sql"),
];

/// Brings the database to the current shape; returns how many migrations ran.
///
/// # Errors
/// When the database cannot be reached, or a migration fails: the message names the migration.
pub async fn run(owner_url: &str) -> anyhow::Result<usize> {
    let conn = AsyncPgConnection::establish(owner_url).await?;
    let mut harness = AsyncMigrationHarness::new(conn);
    let ran = harness
        .run_pending_migrations(MIGRATIONS)
        .map_err(|error| {
            anyhow::anyhow!(
                "a migration did not go through and was rolled back: {error}; mend the cause and start again"
            )
        })?
        .len();
    let mut conn = harness.into_inner();
    for sql in REPLACEABLE {
        conn.batch_execute(sql).await?;
    }
    vocabularies::constrain(&mut conn).await?;
    Ok(ran)
}

/// Whether migrations wait to be run.
///
/// # Errors
/// As [`run`].
pub async fn pending(owner_url: &str) -> anyhow::Result<bool> {
    let mut harness = AsyncMigrationHarness::new(AsyncPgConnection::establish(owner_url).await?);
    harness
        .has_pending_migration(MIGRATIONS)
        .map_err(|error| anyhow::anyhow!("{error}"))
}

/// Versions of all migrations, as the database notes those that ran.
pub fn names() -> Vec<String> {
    MigrationSource::<Pg>::migrations(&MIGRATIONS)
        .unwrap_or_default()
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect()
}

/// Takes all migrations back, newest first; for tests.
///
/// # Errors
/// As [`run`].
pub async fn revert(owner_url: &str) -> anyhow::Result<usize> {
    let conn = AsyncPgConnection::establish(owner_url).await?;
    let mut harness = AsyncMigrationHarness::new(conn);
    let reverted = harness
        .revert_all_migrations(MIGRATIONS)
        .map_err(|error| anyhow::anyhow!("{error}"))?
        .len();
    harness
        .into_inner()
        .batch_execute(include_str!("replaceable/drop.sql"))
        .await?;
    Ok(reverted)
}
