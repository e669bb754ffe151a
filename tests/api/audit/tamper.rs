//! Whoever has all rights in the database changes the record: the kept checkpoint finds it out each time.

use super::{checkpoint, fault, filled, verified};
use bellbuoy_domain::ledger::{Checkpoint, Entry, Head};
use bellbuoy_server::audit::chain::examine;
use bellbuoy_server::schema::audit_entries::dsl;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use tests::TestApp;
use uuid::Uuid;

const ENTRIES: i64 = 60;
const TAMPERINGS: u64 = 1000;
/// The draw that edits a line and then seals everything anew.
const RECOMPUTED: i32 = 4;

type Row = (
    Uuid,
    Option<i64>,
    DateTime<Utc>,
    Option<Uuid>,
    String,
    String,
    Option<Uuid>,
    Vec<String>,
    Option<String>,
);

async fn entries(conn: &mut AsyncPgConnection) -> Vec<Entry> {
    let rows: Vec<Row> = dsl::audit_entries
        .select((
            dsl::id,
            dsl::number,
            dsl::at,
            dsl::account_id,
            dsl::action,
            dsl::object_kind,
            dsl::object_id,
            dsl::fields,
            dsl::reason,
        ))
        .order(dsl::number)
        .load(conn)
        .await
        .unwrap();
    rows.into_iter()
        .map(
            |(id, number, at, account, action, object_kind, object, fields, reason)| Entry {
                number: number.unwrap(),
                id,
                at,
                account,
                action,
                object_kind,
                object,
                fields,
                reason,
            },
        )
        .collect()
}

/// Numbers and seals everything anew, as the server would have done it.
async fn recompute(conn: &mut AsyncPgConnection) {
    let mut head = Head::GENESIS;
    let mut sql = String::from("UPDATE audit_entries e SET number = g.number, hash = g.hash FROM (VALUES ");
    for (at, mut entry) in entries(conn).await.into_iter().enumerate() {
        entry.number = head.number + 1;
        head = head.seal(&entry);
        let comma = if at == 0 { "" } else { ", " };
        sql += &format!(
            "{comma}('{}'::uuid, {}, '\\x{}'::bytea)",
            entry.id,
            entry.number,
            hex::encode(head.hash)
        );
    }
    sql += ") g (id, number, hash) WHERE e.id = g.id";
    conn.batch_execute(&sql).await.unwrap();
}

const FORGED: &str = "INSERT INTO audit_entries (id, number, at, account_id, action, object_kind, hash) SELECT gen_random_uuid(), ";

/// One change, drawn; says which kind it was.
async fn tamper(conn: &mut AsyncPgConnection, draw: &mut StdRng) -> &'static str {
    let n = draw.random_range(1..=ENTRIES);
    let other = 1 + (n - 1 + draw.random_range(1..ENTRIES)) % ENTRIES;
    let cut = draw.random_range(0..ENTRIES);
    let word = draw.random_range(0..1_000_000);
    let which = draw.random_range(0..20);
    // A seal that is overwritten and then computed anew is what it was: that is no tampering.
    let columns = if which == RECOMPUTED { 8 } else { 9 };
    let edit = match draw.random_range(0..columns) {
        0 => "id = gen_random_uuid()".to_owned(),
        1 => format!("at = at + interval '{} us'", word + 1),
        2 => "account_id = gen_random_uuid()".to_owned(),
        3 => format!("action = 'incident.x{word}'"),
        4 => format!("object_kind = 'x{word}'"),
        5 => "object_id = gen_random_uuid()".to_owned(),
        6 => format!("fields = fields || 'x{word}'::text"),
        7 => format!("reason = coalesce(reason, '') || 'x{word}'"),
        _ => format!("hash = sha256('x{word}')"),
    };
    let edited = format!("UPDATE audit_entries SET {edit} WHERE number = {n}");
    let deleted = format!("DELETE FROM audit_entries WHERE number = {n}");
    let closed = format!("{deleted}; UPDATE audit_entries SET number = number - 1 WHERE number > {n}");
    let swapped = format!(
        "UPDATE audit_entries SET number = CASE number WHEN {n} THEN {other} ELSE {n} END WHERE number IN ({n}, {other})"
    );
    let truncated = format!("DELETE FROM audit_entries WHERE number > {cut}");
    let inserted = format!(
        "UPDATE audit_entries SET number = number + 1 WHERE number >= {n}; {FORGED} {n}, now(), NULL, 'incident.accept', 'incident', sha256('x')"
    );
    let grown = format!(
        "{truncated}; {FORGED} i, now(), NULL, 'incident.accept', 'incident', NULL FROM generate_series({cut} + 1, {ENTRIES} + {word} % 3) i"
    );
    let (kind, sql, anew) = match which {
        0..RECOMPUTED => ("edit", edited, false),
        RECOMPUTED => ("edit and recompute", edited, true),
        5 => ("delete", deleted, false),
        6 => ("delete and close the gap", closed, false),
        7 => ("delete, close the gap and recompute", closed, true),
        8 => ("swap numbers", swapped, false),
        9 => ("swap numbers and recompute", swapped, true),
        10 => ("truncate the tail", truncated, false),
        11 => ("truncate the tail and let it grow again", grown, true),
        12 => ("insert", inserted, false),
        13 => ("insert and recompute", inserted, true),
        14 => (
            "duplicate a line",
            format!(
                "{FORGED} number, at, account_id, action, object_kind, hash FROM audit_entries WHERE number = {n}"
            ),
            false,
        ),
        15 => (
            "take a seal",
            format!("UPDATE audit_entries SET hash = NULL WHERE number = {n}"),
            false,
        ),
        16 => (
            "take a number",
            format!("UPDATE audit_entries SET number = NULL WHERE number = {n}"),
            false,
        ),
        17 => (
            "date back and recompute",
            format!("UPDATE audit_entries SET at = at - interval '1 day' WHERE number >= {n}"),
            true,
        ),
        18 => (
            "write what cannot be read",
            format!("UPDATE audit_entries SET fields = '{{NULL}}' WHERE number = {n}"),
            false,
        ),
        _ => ("empty it", "TRUNCATE audit_entries".to_owned(), false),
    };
    conn.batch_execute(&sql).await.unwrap();
    if anew {
        recompute(conn).await;
    }
    kind
}

#[tokio::test]
async fn a_thousand_tamperings_by_the_superuser_are_found_out_by_a_kept_checkpoint() {
    let app = TestApp::start().await;
    filled(&app, ENTRIES).await;
    checkpoint(&app).await;
    let kept = app.admin().get("/api/v1/audit/checkpoints").await.json()["items"][0].clone();
    let kept: Checkpoint = serde_json::from_value(kept).unwrap();
    assert_eq!(kept.number, ENTRIES);
    let mut conn = app.database.superuser().await;
    conn.batch_execute(
        "SET session_replication_role = replica;
         ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_number_key, DROP CONSTRAINT audit_entries_hash_check;
         CREATE INDEX ON audit_entries (number)",
    )
    .await
    .unwrap();
    let mut found = BTreeMap::new();
    for seed in 0..TAMPERINGS {
        let mut draw = StdRng::seed_from_u64(seed);
        if seed % 50 == 0 {
            conn.batch_execute("VACUUM audit_entries").await.unwrap();
        }
        conn.batch_execute("BEGIN").await.unwrap();
        if seed % 100 == 0 {
            let untouched = examine(&app.app, &mut conn, Some(&kept)).await.unwrap();
            assert!(untouched.sound, "{untouched:?}");
        }
        // The checkpoints in the database go too, half of the time: the kept one is what is left.
        if draw.random() {
            conn.batch_execute("DELETE FROM audit_checkpoints").await.unwrap();
        }
        let kind = tamper(&mut conn, &mut draw).await;
        let told = examine(&app.app, &mut conn, Some(&kept)).await.unwrap();
        let (done, seen): &mut (u32, u32) = found.entry(kind).or_default();
        *done += 1;
        *seen += u32::from(!told.sound && told.fault.is_some());
        conn.batch_execute("ROLLBACK").await.unwrap();
    }
    let (done, seen) = found
        .values()
        .fold((0, 0), |(done, seen), (d, s)| (done + d, seen + s));
    println!("{seen} of {done} tamperings were found out: {found:?}");
    assert_eq!((done, seen), (1000, 1000), "{found:?}");
    assert_eq!(found.len(), 17, "{found:?}");
    let untouched = verified(&app).await;
    assert_eq!(fault(&untouched), (String::new(), 0));
}

/// What a chain cannot tell, so that nobody believes it can.
#[tokio::test]
async fn what_came_after_the_kept_checkpoint_is_safe_only_from_those_who_do_not_seal_it_anew() {
    let app = TestApp::start().await;
    filled(&app, 10).await;
    checkpoint(&app).await;
    let kept = app.admin().get("/api/v1/audit/checkpoints").await.json()["items"][0].clone();
    let kept: Checkpoint = serde_json::from_value(kept).unwrap();
    filled(&app, 5).await;
    let mut conn = app.database.superuser().await;
    let edit =
        "SET session_replication_role = replica; UPDATE audit_entries SET reason = 'x' WHERE number = 12";
    conn.batch_execute(edit).await.unwrap();
    let told = examine(&app.app, &mut conn, Some(&kept)).await.unwrap();
    assert_eq!(told.fault.unwrap().number, 12);
    recompute_behind(&mut conn).await;
    let told = examine(&app.app, &mut conn, Some(&kept)).await.unwrap();
    assert!(told.sound, "{told:?}");
}

async fn recompute_behind(conn: &mut AsyncPgConnection) {
    conn.batch_execute("ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_number_key")
        .await
        .unwrap();
    recompute(conn).await;
}

#[tokio::test]
async fn a_seal_that_was_taken_is_not_given_again_by_the_worker() {
    let app = TestApp::start().await;
    filled(&app, 10).await;
    app.database
        .rows("SET session_replication_role = replica; UPDATE audit_entries SET hash = NULL, reason = 'x' WHERE number = 4")
        .await;
    filled(&app, 3).await;
    let found = verified(&app).await;
    assert_eq!(fault(&found), ("unsealed".to_owned(), 4));
    assert_eq!(
        (&found["sealed"]["number"], &found["verified_to"]),
        (&serde_json::json!(13), &serde_json::json!(3))
    );
}

#[tokio::test]
async fn a_row_that_no_entry_can_be_keeps_the_others_from_nothing() {
    let app = TestApp::start().await;
    filled(&app, 2).await;
    let odd = |fields: &str, at: &str| {
        format!(
            "INSERT INTO audit_entries (id, at, action, object_kind, fields) VALUES (gen_random_uuid(), '{at}', 'x.y', 'x', '{fields}')"
        )
    };
    for row in [
        odd("{NULL}", "2026-11-01"),
        odd("{{a},{b}}", "2026-11-01"),
        odd("{}", "infinity"),
        odd("{}", "0044-03-15 BC"),
    ] {
        app.database.rows(&row).await;
    }
    app.database
        .rows("ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_hash_check; SET session_replication_role = replica; UPDATE audit_entries SET hash = 'short' WHERE number = 2")
        .await;
    filled(&app, 3).await;
    let mut conn = app.database.superuser().await;
    let rows: i64 = dsl::audit_entries
        .filter(dsl::number.is_not_null())
        .count()
        .get_result(&mut conn)
        .await
        .unwrap();
    assert_eq!(rows, 5);
    let found = verified(&app).await;
    assert_eq!(fault(&found), ("edited".to_owned(), 2));
    assert_eq!(found["unsealed"]["count"], 4);
}
