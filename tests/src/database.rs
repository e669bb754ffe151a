//! One cluster per run, thrown away; one database per test, copied from a migrated template.

use crate::people;
use bellbuoy_server::db::bootstrap::{self, Urls};
use bellbuoy_server::db::embedded::{Cluster, Options, SUPERUSER, find_binaries};
use bellbuoy_server::db::{Db, migrate};
use bellbuoy_server::schemes;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::OnceCell;

const TEMPLATE: &str = "test_template";

/// A database of a test.
#[derive(Clone)]
pub struct Database {
    pub name: String,
    pub urls: Urls,
    /// As the superuser, for looking at everything.
    pub superuser: String,
}

static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| {
    let options = Options {
        data: scratch("cluster"),
        binaries: find_binaries(&root()).unwrap(),
        settings: [
            ("shared_preload_libraries", "pg_stat_statements"),
            ("pg_stat_statements.max", "50000"),
            ("max_connections", "300"),
            ("shared_buffers", "64MB"),
            ("max_wal_size", "256MB"),
            ("autovacuum", "off"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec(),
        durable: false,
    };
    std::fs::remove_dir_all(&options.data).ok();
    Cluster::start(&options).unwrap()
});

static TEMPLATE_MADE: OnceCell<()> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A folder of this run below `target`, gone with the next run.
pub fn scratch(name: &str) -> PathBuf {
    static BASE: LazyLock<PathBuf> = LazyLock::new(|| {
        let binary = std::env::current_exe().unwrap();
        let all = binary.ancestors().nth(3).unwrap().join("test-runs");
        std::fs::create_dir_all(&all).unwrap();
        for entry in std::fs::read_dir(&all).unwrap().flatten() {
            let gone = entry
                .file_name()
                .to_str()
                .and_then(|pid| pid.parse::<u32>().ok())
                .is_none_or(|pid| !Path::new(&format!("/proc/{pid}")).exists());
            if gone {
                std::thread::spawn(move || std::fs::remove_dir_all(entry.path()));
            }
        }
        all.join(std::process::id().to_string())
    });
    let folder = BASE.join(name);
    std::fs::create_dir_all(folder.parent().unwrap()).unwrap();
    folder
}

fn urls(name: &str) -> Urls {
    let url = |user: &str| CLUSTER.url(name, user);
    Urls {
        owner: url("bellbuoy_owner"),
        app: url("bellbuoy_app"),
        intake: url("bellbuoy_intake"),
    }
}

async fn template() {
    let admin = CLUSTER.url("postgres", SUPERUSER);
    bootstrap::roles(&admin).await.unwrap();
    bootstrap::database(&admin, TEMPLATE).await.unwrap();
    let urls = urls(TEMPLATE);
    migrated(&urls.owner).await;
    let mut conn = AsyncPgConnection::establish(&CLUSTER.url(TEMPLATE, SUPERUSER))
        .await
        .unwrap();
    diesel::sql_query("CREATE EXTENSION pg_stat_statements")
        .execute(&mut conn)
        .await
        .unwrap();
    let db = Db::new(&urls.app, &urls.intake, 1).unwrap();
    people::enter(&db).await;
    let since = "2022-01-01".parse().unwrap();
    schemes::keep_ready(&db, since, "2022-01-01T12:00:00Z".parse().unwrap())
        .await
        .unwrap();
}

impl Database {
    /// A database of its own, copied from the template.
    pub async fn fresh() -> Self {
        TEMPLATE_MADE.get_or_init(template).await;
        let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let admin = CLUSTER.url("postgres", SUPERUSER);
        let mut conn = AsyncPgConnection::establish(&admin).await.unwrap();
        for statement in [
            format!("CREATE DATABASE {name} OWNER bellbuoy_owner TEMPLATE {TEMPLATE}"),
            format!("REVOKE ALL ON DATABASE {name} FROM PUBLIC"),
            format!("GRANT CONNECT ON DATABASE {name} TO bellbuoy_app, bellbuoy_intake"),
        ] {
            // Copies of one template wait for each other; a copy that comes while another runs is tried again.
            while let Err(error) = diesel::sql_query(&statement).execute(&mut conn).await {
                assert!(
                    error.to_string().contains("being accessed by other users"),
                    "{error}"
                );
                tokio::task::yield_now().await;
            }
        }
        Self {
            urls: urls(&name),
            superuser: CLUSTER.url(&name, SUPERUSER),
            name,
        }
    }

    /// An empty database, for migrations.
    pub async fn empty() -> Self {
        let name = format!("empty_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let admin = CLUSTER.url("postgres", SUPERUSER);
        bootstrap::roles(&admin).await.unwrap();
        bootstrap::database(&admin, &name).await.unwrap();
        Self {
            urls: urls(&name),
            superuser: CLUSTER.url(&name, SUPERUSER),
            name,
        }
    }

    /// A connection as the superuser, whom no policy holds.
    pub async fn superuser(&self) -> AsyncPgConnection {
        AsyncPgConnection::establish(&self.superuser).await.unwrap()
    }

    /// The rows of a query, everything as text, as the superuser.
    pub async fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        rows_at(&self.superuser, sql)
            .await
            .unwrap_or_else(|error| panic!("{error}: {sql}"))
    }

    /// The first column of a query, as the superuser.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        self.rows(sql)
            .await
            .into_iter()
            .filter_map(|row| row.into_iter().next())
            .collect()
    }

    /// Everything in some tables, as text.
    pub async fn text_of(&self, tables: &[&str]) -> String {
        let mut all = String::new();
        for table in tables {
            all.push_str(
                &self
                    .column(&format!("SELECT t::text FROM {table} t"))
                    .await
                    .join("\n"),
            );
        }
        all
    }

    /// How many rows of a table there are, or fit a condition.
    pub async fn count(&self, from: &str) -> i64 {
        self.column(&format!("SELECT count(*) FROM {from}")).await[0]
            .parse()
            .unwrap()
    }

    /// Runs a statement in the cluster's own database, where the test's database can be shut.
    pub async fn outside(sql: &str) {
        rows_at(&CLUSTER.url("postgres", SUPERUSER), sql)
            .await
            .unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    /// The folder of the whole cluster, with its log beside it.
    pub fn folder() -> PathBuf {
        scratch("cluster")
    }
}

/// Runs the migrations at an address, which want a runtime of several threads; says how many there were.
pub async fn migrated(owner: &str) -> usize {
    apart(owner, |url| async move { migrate::run(&url).await }).await
}

/// Takes the migrations at an address back; says how many there were.
pub async fn reverted(owner: &str) -> usize {
    apart(owner, |url| async move { migrate::revert(&url).await }).await
}

async fn apart<F>(owner: &str, work: fn(String) -> F) -> usize
where
    F: Future<Output = anyhow::Result<usize>> + 'static,
{
    let owner = owner.to_owned();
    let alone = move || {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap()
            .block_on(work(owner))
    };
    tokio::task::spawn_blocking(alone).await.unwrap().unwrap()
}

/// Runs statements at an address; the rows of all of them, everything as text.
pub async fn rows_at(url: &str, sql: &str) -> Result<Vec<Vec<String>>, String> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    let told = |error: tokio_postgres::Error| {
        error
            .as_db_error()
            .map_or_else(|| error.to_string(), |error| error.message().to_owned())
    };
    let messages = client.simple_query(sql).await.map_err(told)?;
    let row = |row: &tokio_postgres::SimpleQueryRow| {
        (0..row.len())
            .map(|at| row.get(at).unwrap_or_default().to_owned())
            .collect()
    };
    Ok(messages
        .iter()
        .filter_map(|message| match message {
            tokio_postgres::SimpleQueryMessage::Row(found) => Some(row(found)),
            _ => None,
        })
        .collect())
}
