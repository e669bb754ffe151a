//! Entries are sealed by the worker, in the order in which they were committed, and writers do not wait for it.

use super::{fault, filled, verified};
use bellbuoy_domain::ledger::{Entry, Head};
use bellbuoy_server::audit;
use bellbuoy_server::db::transact;
use bellbuoy_server::http::AppError;
use serde_json::{Value, json};
use tests::database::rows_at;
use tests::{TestApp, given};
use uuid::Uuid;

#[tokio::test]
async fn the_unsealed_tail_is_seen_until_one_round_of_the_worker_has_sealed_it() {
    let app = TestApp::start().await;
    let nothing = verified(&app).await;
    assert_eq!(
        (
            &nothing["sound"],
            &nothing["sealed"],
            &nothing["unsealed"]["count"]
        ),
        (&json!(true), &Value::Null, &json!(0))
    );
    given::incident(&app).accepted().await;
    let waiting = verified(&app).await;
    assert_eq!(
        (
            &waiting["sound"],
            &waiting["sealed"],
            &waiting["unsealed"]["count"]
        ),
        (&json!(true), &Value::Null, &json!(3))
    );
    assert!(
        waiting["unsealed"]["oldest_at"].is_string() && waiting["unsealed"]["oldest_seconds"].is_number()
    );
    app.drain().await;
    let sealed = verified(&app).await;
    assert_eq!(
        (&sealed["sound"], &sealed["unsealed"]["count"]),
        (&json!(true), &json!(0))
    );
    assert_eq!(
        (&sealed["verified_to"], &sealed["sealed"]["number"]),
        (&json!(3), &json!(3))
    );
    assert_eq!(sealed["as_of"], "2026-11-21T12:00:00Z");
    let listed = app.admin().get("/api/v1/audit?limit=1").await.json();
    assert_eq!(listed["items"][0]["hash"], sealed["sealed"]["hash"]);
}

#[tokio::test]
async fn the_seals_are_those_of_the_rules_over_what_the_api_tells() {
    let app = TestApp::start().await;
    filled(&app, 40).await;
    let lines = app.admin().get("/api/v1/audit.ndjson").await.expect(200).text();
    let mut head = Head::GENESIS;
    let id = |value: &Value| value.as_str().map(|id| Uuid::parse_str(id).unwrap());
    let text = |value: &Value| value.as_str().map(str::to_owned);
    for line in lines.lines().rev() {
        let told: Value = serde_json::from_str(line).unwrap();
        head = head.seal(&Entry {
            number: told["number"].as_i64().unwrap(),
            id: id(&told["id"]).unwrap(),
            at: told["at"].as_str().unwrap().parse().unwrap(),
            account: id(&told["actor"]),
            action: text(&told["action"]).unwrap(),
            object_kind: text(&told["object_kind"]).unwrap(),
            object: id(&told["object_id"]),
            fields: serde_json::from_value(told["fields"].clone()).unwrap(),
            reason: text(&told["reason"]),
        });
        assert_eq!(told["hash"], hex::encode(head.hash));
    }
    assert_eq!(head.number, 40);
}

#[tokio::test]
async fn a_record_of_several_batches_and_pages_holds() {
    let app = TestApp::start().await;
    filled(&app, 11_000).await;
    let found = verified(&app).await;
    assert_eq!(
        (&found["sound"], &found["verified_to"]),
        (&json!(true), &json!(11_000)),
        "{found}"
    );
    app.database
        .rows("SET session_replication_role = replica; UPDATE audit_entries SET reason = 'x' WHERE number = 10001")
        .await;
    let found = verified(&app).await;
    assert_eq!(fault(&found), ("edited".to_owned(), 10_001));
    assert_eq!(found["verified_to"], 10_000);
}

#[tokio::test]
async fn entries_from_before_the_chain_are_sealed_in_the_order_of_their_numbers() {
    let app = TestApp::start().await;
    filled(&app, 30).await;
    let numbers = "SELECT id FROM audit_entries ORDER BY number";
    let before = app.database.column(numbers).await;
    let seals = "SELECT encode(hash, 'hex') FROM audit_entries ORDER BY number";
    let sealed = app.database.column(seals).await;
    app.database
        .rows("SET session_replication_role = replica; UPDATE audit_entries SET hash = NULL")
        .await;
    given::incident(&app).submitted().await;
    app.drain().await;
    assert_eq!(app.database.column(numbers).await[..30], before);
    assert_eq!(app.database.column(seals).await[..30], sealed);
    let found = verified(&app).await;
    assert_eq!(
        (&found["sound"], &found["verified_to"]),
        (&json!(true), &json!(31))
    );
}

#[tokio::test]
async fn a_writer_that_has_not_committed_holds_nobody_up_and_is_sealed_afterwards() {
    let app = TestApp::start().await;
    let mut slow = app.system().await;
    let entry = |action: &str| audit::Entry::by_system(action, "test", None);
    transact(&mut slow, false, async |conn| {
        audit::record(conn, entry("slow.first")).await?;
        given::incident(&app).submitted().await;
        app.drain().await;
        let found = verified(&app).await;
        assert_eq!(
            (&found["verified_to"], &found["unsealed"]["count"]),
            (&json!(1), &json!(0))
        );
        Ok(())
    })
    .await
    .unwrap();
    app.drain().await;
    assert_eq!(
        app.database
            .column("SELECT action FROM audit_entries ORDER BY number")
            .await,
        ["incident.submit", "slow.first"]
    );
    assert_eq!(verified(&app).await["verified_to"], 2);
}

#[tokio::test]
async fn a_transaction_that_fails_is_rehearsed_or_is_killed_leaves_no_entry() {
    let app = TestApp::start().await;
    let entry = || audit::Entry::by_system("test.step", "test", None);
    let mut conn = app.system().await;
    let refused = transact(&mut conn, false, async |conn| {
        audit::record(conn, entry()).await?;
        Err::<(), _>(AppError::Unavailable(1))
    });
    assert!(refused.await.is_err());
    let rehearsed = transact(&mut conn, true, async |conn| audit::record(conn, entry()).await);
    rehearsed.await.unwrap();
    let killed = transact(&mut conn, false, async |conn| {
        audit::record(conn, entry()).await?;
        let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bellbuoy_app' AND datname = current_database()";
        app.database.rows(sql).await;
        Ok(())
    });
    assert!(killed.await.is_err());
    assert_eq!(app.database.count("audit_entries").await, 0);
}

#[tokio::test]
async fn however_often_connections_are_cut_there_are_as_many_entries_as_effects() {
    let app = TestApp::start().await;
    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'bellbuoy_app' AND datname = current_database()";
    let mut made = 0;
    for turn in 0..40 {
        let member = app.member();
        let facts = given::facts();
        let cutting = async {
            if turn % 2 == 0 {
                app.database.rows(cut).await;
            }
        };
        let (answer, ()) = tokio::join!(member.post("/api/v1/incidents", &facts), cutting);
        made += i64::from(answer.status == 201);
    }
    let effects = app.database.count("incidents").await;
    assert!(effects >= made && made > 0, "{effects} {made}");
    assert_eq!(
        app.database
            .count("audit_entries WHERE action = 'incident.submit'")
            .await,
        effects
    );
    assert_eq!(
        app.database
            .count("audit_entries e JOIN incidents i ON i.id = e.object_id")
            .await,
        effects
    );
}

#[tokio::test]
async fn neither_the_serving_role_nor_the_owner_changes_removes_or_forges_a_line() {
    let app = TestApp::start().await;
    filled(&app, 3).await;
    super::checkpoint(&app).await;
    let as_system = "SELECT set_config('bellbuoy.role', 'system', false); ";
    let append_only = "append-only";
    for (sql, words) in [
        ("UPDATE audit_entries SET number = 7", "does not change"),
        ("UPDATE audit_entries SET hash = NULL", "does not change"),
        ("UPDATE audit_entries SET reason = 'x'", "permission denied"),
        ("DELETE FROM audit_entries", "permission denied"),
        ("TRUNCATE audit_entries", "permission denied"),
        (
            "INSERT INTO audit_entries (id, number, action, object_kind) VALUES (gen_random_uuid(), 4, 'x', 'x')",
            "permission denied",
        ),
        (
            "INSERT INTO audit_entries (id, hash, action, object_kind) VALUES (gen_random_uuid(), '', 'x', 'x')",
            "permission denied",
        ),
        ("UPDATE audit_checkpoints SET number = 7", "permission denied"),
        ("DELETE FROM audit_checkpoints", "permission denied"),
        ("TRUNCATE audit_checkpoints", "permission denied"),
    ] {
        let refused = rows_at(&app.database.urls.app, &format!("{as_system}{sql}"))
            .await
            .unwrap_err();
        assert!(refused.contains(words), "{sql}: {refused}");
    }
    for url in [&app.database.urls.owner, &app.database.superuser] {
        for (sql, words) in [
            ("DELETE FROM audit_entries", append_only),
            ("TRUNCATE audit_entries", append_only),
            ("UPDATE audit_checkpoints SET number = 7", append_only),
            ("DELETE FROM audit_checkpoints", append_only),
            ("TRUNCATE audit_checkpoints", append_only),
        ] {
            let refused = rows_at(url, sql).await.unwrap_err();
            assert!(refused.contains(words), "{sql}: {refused}");
        }
    }
    app.database
        .rows("INSERT INTO audit_entries (id, action, object_kind) VALUES (gen_random_uuid(), 'x', 'x')")
        .await;
    for change in [
        "reason = 'x'",
        "at = at + interval '1 h'",
        "action = 'y'",
        "fields = '{x}'",
        "hash = NULL WHERE number = 2",
        "number = 9 WHERE number = 2",
    ] {
        let sql = format!("UPDATE audit_entries SET {change}");
        let refused = rows_at(&app.database.superuser, &sql).await.unwrap_err();
        assert!(refused.contains("does not change"), "{sql}: {refused}");
    }
}
