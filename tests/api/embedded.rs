//! The private PostgreSQL: it survives what people and machines do to it, and its log keeps silent.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use bellbuoy_server::db::embedded::{Cluster, ClusterError, Options, SUPERUSER, discard, find_binaries};
use rustix::process::{Pid, Signal, kill_process};
use tokio_postgres::{Client, NoTls};

/// A folder of this test's own, without what an earlier run left in it.
fn options(name: &str) -> Options {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("embedded")
        .join(name)
        .join("postgres");
    discard(&data).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Options {
        data,
        binaries: find_binaries(root).unwrap(),
        settings: Vec::new(),
        durable: false,
    }
}

fn start(options: &Options) -> Cluster {
    Cluster::start(options).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal(options: &Options) -> ClusterError {
    Cluster::start(options).expect_err("it started")
}

async fn connect(cluster: &Cluster) -> Client {
    let (client, connection) = tokio_postgres::connect(&cluster.url("postgres", SUPERUSER), NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    client
}

fn kill(pid: i32) {
    kill_process(Pid::from_raw(pid).unwrap(), Signal::KILL).unwrap();
}

#[test]
fn a_second_start_is_refused_and_leaves_the_first_alone() {
    let options = options("second");
    let first = start(&options);
    let refused = refusal(&options);
    assert!(
        matches!(&refused, ClusterError::Held { holder, .. } if holder.ends_with(&std::process::id().to_string()))
    );
    assert!(matches!(discard(&options.data), Err(ClusterError::Held { .. })));
    assert!(Path::new(&format!("/proc/{}", first.pid())).exists());
    first.stop().unwrap();
}

#[tokio::test]
async fn what_was_committed_is_there_after_everything_was_killed() {
    let options = Options {
        durable: true,
        ..options("killed")
    };
    let cluster = start(&options);
    assert!(cluster.fresh());
    let client = connect(&cluster).await;
    client
        .batch_execute("CREATE TABLE kept AS SELECT generate_series(1, 50000) AS n")
        .await
        .unwrap();
    let backend: i32 = client
        .query_one("SELECT pg_backend_pid()", &[])
        .await
        .unwrap()
        .get(0);
    kill(cluster.pid().cast_signed());
    kill(backend);
    drop(cluster);

    let cluster = start(&options);
    assert!(!cluster.fresh());
    let count: i64 = connect(&cluster)
        .await
        .query_one("SELECT count(*) FROM kept", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(count, 50_000);
}

#[test]
fn a_half_made_folder_is_made_again() {
    let options = options("half");
    let making = options.data.with_file_name("postgres.making");
    fs::create_dir_all(making.join("base")).unwrap();
    assert!(start(&options).fresh());
    assert!(!making.exists());
}

#[test]
fn a_lock_file_of_a_stranger_or_of_nobody_is_not_believed() {
    let options = options("stranger");
    start(&options).stop().unwrap();
    let own = std::process::id();
    for text in [
        format!("{own}\n/elsewhere\n1\n5432\n\n\n 1 1\nready \n"),
        String::new(),
    ] {
        fs::write(options.data.join("postmaster.pid"), text).unwrap();
        start(&options).stop().unwrap();
    }
}

#[test]
fn a_folder_too_deep_for_a_socket_works() {
    let mut options = options("deep");
    options.data = options
        .data
        .with_file_name("long-folder-name".repeat(10))
        .join("postgres");
    let cluster = start(&options);
    let url = cluster.url("postgres", SUPERUSER);
    assert!(url.contains("%2Fbellbuoy-"), "{url}");
    cluster.stop().unwrap();
    discard(&options.data).unwrap();
}

#[test]
fn what_cannot_be_started_is_told_in_one_line() {
    let strange = options("strange");
    fs::create_dir_all(&strange.data).unwrap();
    fs::write(strange.data.join("holiday.jpg"), "x").unwrap();
    let damaged = options("damaged");
    start(&damaged).stop().unwrap();
    fs::remove_file(damaged.data.join("global/pg_control")).unwrap();
    let missing = Options {
        binaries: PathBuf::from("/nowhere"),
        ..options("missing")
    };
    let old = options("old");
    fs::create_dir_all(&old.data).unwrap();
    fs::write(old.data.join("PG_VERSION"), "9\n").unwrap();

    for (case, remedy) in [
        (strange, "move it away"),
        (damaged, "make reset"),
        (missing, "PG_BIN"),
        (old, "made by PostgreSQL 9"),
    ] {
        let told = refusal(&case).to_string();
        assert!(told.contains(remedy) && !told.contains('\n'), "{told}");
    }
}

#[tokio::test]
async fn the_log_holds_no_statement_and_no_value() {
    let options = options("silent");
    let log = options.data.with_file_name("postgres.log");
    let cluster = start(&options);
    let missing = cluster.url("no-such-database", SUPERUSER);
    assert!(tokio_postgres::connect(&missing, NoTls).await.is_err());

    let client = connect(&cluster).await;
    client
        .batch_execute("CREATE TABLE once (word text UNIQUE)")
        .await
        .unwrap();
    for _ in 0..2 {
        drop(
            client
                .execute("INSERT INTO once VALUES ($1)", &[&"canary-in-a-key"])
                .await,
        );
    }
    client
        .query("SELECT 'canary-in-a-statement'::int", &[])
        .await
        .unwrap_err();
    client
        .query("SELECT $1::text::int", &[&"canary-in-a-parameter"])
        .await
        .unwrap_err();
    let backend: i32 = client
        .query_one("SELECT pg_backend_pid()", &[])
        .await
        .unwrap()
        .get(0);
    let crashing = tokio::spawn(async move {
        client
            .query("SELECT pg_sleep(60), 'canary-in-a-crash'", &[])
            .await
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    kill(backend);
    crashing.await.unwrap().unwrap_err();
    cluster.stop().unwrap();
    let written = fs::read_to_string(log).unwrap();
    assert!(
        written.contains("FATAL"),
        "the control line is missing: {written}"
    );
    assert!(!written.contains("canary"), "{written}");
}

#[test]
fn an_existing_folder_starts_and_stops_quickly() {
    let options = options("quick");
    start(&options).stop().unwrap();
    let since = Instant::now();
    start(&options).stop().unwrap();
    assert!(since.elapsed() < Duration::from_secs(5), "{:?}", since.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_ended_by_itself_is_started_again() {
    let mut cluster = start(&options("revived"));
    let client = connect(&cluster).await;
    client
        .batch_execute("CREATE TABLE kept AS SELECT 7 AS n")
        .await
        .unwrap();
    assert!(!cluster.revive().unwrap());
    let before = cluster.pid();
    kill_process(Pid::from_raw(before.try_into().unwrap()).unwrap(), Signal::INT).unwrap();
    let since = Instant::now();
    while !cluster.revive().unwrap() {
        assert!(since.elapsed() < Duration::from_secs(30), "it never ended");
        tokio::task::yield_now().await;
    }
    assert_ne!(cluster.pid(), before);
    let n: i32 = connect(&cluster)
        .await
        .query_one("SELECT n FROM kept", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(n, 7);
    cluster.stop().unwrap();
}
