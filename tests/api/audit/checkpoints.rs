//! Signed once an hour where something was added, kept in a folder as well, and checked when it comes back.

use super::{CHECKPOINTS, VERIFICATIONS, against, checkpoint, fault, filled, verified};
use bellbuoy_server::audit::chain::Keeper;
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;
use tests::TestApp;
use tests::database::scratch;

async fn listed(app: &TestApp) -> Vec<Value> {
    app.admin().get(CHECKPOINTS).await.expect(200).json()["items"]
        .as_array()
        .unwrap()
        .clone()
}

fn numbers(listed: &[Value]) -> Vec<i64> {
    listed.iter().map(|one| one["number"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn an_hour_in_which_something_was_added_gets_one_checkpoint() {
    let app = TestApp::start().await;
    checkpoint(&app).await;
    assert!(listed(&app).await.is_empty(), "nothing is sealed yet");
    filled(&app, 3).await;
    checkpoint(&app).await;
    filled(&app, 2).await;
    app.set_time("2026-11-21T12:59:59Z");
    checkpoint(&app).await;
    assert_eq!(numbers(&listed(&app).await), [3]);
    app.set_time("2026-11-21T13:00:00Z");
    checkpoint(&app).await;
    checkpoint(&app).await;
    assert_eq!(numbers(&listed(&app).await), [5, 3]);
    app.set_time("2026-11-21T14:30:00Z");
    checkpoint(&app).await;
    let all = listed(&app).await;
    assert_eq!(numbers(&all), [5, 3], "nothing was added since");
    assert_eq!(
        (&all[0]["hour"], &all[0]["format"]),
        (
            &json!("2026-11-21T13:00:00Z"),
            &json!("bellbuoy-audit-checkpoint-v1")
        )
    );
    let found = verified(&app).await;
    assert_eq!(
        (&found["sound"], &found["checkpoints"]["checked"]),
        (&json!(true), &json!(2))
    );
    assert_eq!(found["checkpoints"]["last"], all[0]);
    assert_eq!(found["checkpoints"]["kid"], all[0]["kid"]);
}

#[tokio::test]
async fn checkpoints_are_paged_and_exported_as_they_are_taken_back() {
    let app = TestApp::start().await;
    for hour in 10..15 {
        app.set_time(&format!("2026-11-21T{hour}:05:00Z"));
        filled(&app, 2).await;
        checkpoint(&app).await;
    }
    let page = app
        .admin()
        .get(&format!("{CHECKPOINTS}?limit=2"))
        .await
        .expect(200)
        .json();
    assert_eq!(numbers(page["items"].as_array().unwrap()), [10, 8]);
    let next = app
        .admin()
        .get(page["next"].as_str().unwrap())
        .await
        .expect(200)
        .json();
    assert_eq!(numbers(next["items"].as_array().unwrap()), [6, 4]);
    let back = app
        .admin()
        .get(next["prev"].as_str().unwrap())
        .await
        .expect(200)
        .json();
    assert_eq!(back["items"], page["items"]);
    let file = app
        .admin()
        .get(&format!("{CHECKPOINTS}.ndjson"))
        .await
        .expect(200)
        .text();
    assert_eq!(file.lines().count(), 5);
    for line in file.lines() {
        let kept: Value = serde_json::from_str(line).unwrap();
        assert_eq!(against(&app, &kept).await.expect(200).json()["sound"], true);
    }
    let csv = app
        .admin()
        .get(&format!("{CHECKPOINTS}.csv"))
        .await
        .expect(200)
        .text();
    assert!(
        csv.starts_with("format,number,hash,hour,kid,signature\n"),
        "{csv}"
    );
}

#[tokio::test]
async fn a_kept_checkpoint_that_is_forged_foreign_or_no_checkpoint_is_told_as_that() {
    let app = TestApp::start().await;
    filled(&app, 4).await;
    checkpoint(&app).await;
    let kept = listed(&app).await.remove(0);
    let with = |field: &str, value: Value| {
        let mut changed = kept.clone();
        changed[field] = value;
        changed
    };
    assert_eq!(against(&app, &kept).await.expect(200).json()["sound"], true);
    for (field, value, word, number) in [
        ("number", json!(3), "checkpoint_forged", 3),
        ("number", json!(1_000_000), "checkpoint_forged", 1_000_000),
        ("hash", json!("0".repeat(64)), "checkpoint_forged", 4),
        ("hour", json!("2026-11-21T11:00:00Z"), "checkpoint_forged", 4),
        ("signature", json!("AAAA"), "checkpoint_forged", 4),
        ("kid", json!("another"), "checkpoint_key_unknown", 4),
    ] {
        let found = against(&app, &with(field, value)).await.expect(200).json();
        assert_eq!(fault(&found), (word.to_owned(), number), "{field}");
        assert_eq!(found["verified_to"], 4, "{field}");
    }
    let mut unknown = with("kid", json!("another"));
    unknown["number"] = json!(9);
    let found = against(&app, &unknown).await.expect(200).json();
    assert_eq!(
        fault(&found),
        ("cut_off".to_owned(), 5),
        "it is held against the record all the same"
    );
    for (field, value) in [
        ("format", json!("bellbuoy-audit-checkpoint-v0")),
        ("number", json!(0)),
        ("number", json!("1")),
        ("hash", json!("00")),
        ("hash", json!("A".repeat(64))),
        ("kid", json!("")),
        ("signature", json!("x".repeat(101))),
        ("hour", json!("noon")),
        ("extra", json!(1)),
    ] {
        let answer = against(&app, &with(field, value)).await;
        assert!(matches!(answer.status, 400 | 422), "{field}: {}", answer.text());
        assert_eq!(answer.pointers(), [format!("/{field}")]);
    }
    for nobody in [app.anyone(), app.member(), app.analyst()] {
        assert!(matches!(
            nobody.post(VERIFICATIONS, &kept).await.status,
            401 | 403
        ));
    }
}

#[tokio::test]
async fn no_checkpoint_is_signed_over_a_record_that_contradicts_the_last() {
    let app = TestApp::start().await;
    filled(&app, 4).await;
    checkpoint(&app).await;
    let kept = listed(&app).await.remove(0);
    app.database
        .rows("SET session_replication_role = replica; DELETE FROM audit_entries WHERE number > 2")
        .await;
    filled(&app, 4).await;
    app.set_time("2026-11-21T13:00:00Z");
    checkpoint(&app).await;
    assert_eq!(numbers(&listed(&app).await), [4]);
    assert_eq!(fault(&verified(&app).await), ("rewritten".to_owned(), 4));
    app.database
        .rows("SET session_replication_role = replica; TRUNCATE audit_checkpoints")
        .await;
    assert_eq!(
        fault(&verified(&app).await),
        (String::new(), 0),
        "the chain alone holds: it was sealed anew"
    );
    let found = against(&app, &kept).await.expect(200).json();
    assert_eq!(fault(&found), ("rewritten".to_owned(), 4));
}

#[tokio::test]
async fn a_folder_gets_each_checkpoint_and_what_it_missed_while_it_was_out_of_reach() {
    let folder = scratch(&format!("kept-{}", uuid::Uuid::new_v4().simple()));
    let place = folder.to_string_lossy().into_owned();
    let app = TestApp::start_with(&["--audit-checkpoints", &place]).await;
    let mut keeper = Keeper::default();
    let mut conn = app.system().await;
    for (hour, there) in [(10, false), (11, false), (12, true), (13, true)] {
        if there {
            std::fs::create_dir_all(&folder).unwrap();
        }
        app.set_time(&format!("2026-11-21T{hour}:00:00Z"));
        filled(&app, 1).await;
        keeper.turn(&app.app, &mut conn).await.unwrap();
        let told = verified(&app).await["checkpoints"]["folder"].clone();
        assert_eq!(told["fault"].is_null(), there, "{told}");
        if there {
            assert_eq!(told["last_number"], told["kept"], "{told}");
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap())
        .collect();
    files.sort_by_key(std::fs::DirEntry::file_name);
    let names: Vec<String> = files
        .iter()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        (1..=4)
            .map(|n| format!("bellbuoy-audit-{n:012}.json"))
            .collect::<Vec<_>>()
    );
    for (file, kept) in files.iter().rev().zip(listed(&app).await) {
        let read: Value = serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap();
        assert_eq!(read, kept);
    }
    app.database
        .rows("SET session_replication_role = replica; TRUNCATE audit_checkpoints; DELETE FROM audit_entries WHERE number = 4")
        .await;
    let found = verified(&app).await;
    assert_eq!(fault(&found), ("cut_off".to_owned(), 4), "the folder remembers");
    std::fs::write(files[0].path(), "{}").unwrap();
    std::fs::remove_file(files[3].path()).unwrap();
    assert_eq!(fault(&verified(&app).await), ("checkpoint_forged".to_owned(), 1));
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_stops_nothing() {
    let folder = scratch(&format!("kept-{}", uuid::Uuid::new_v4().simple()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).unwrap();
    if std::fs::write(folder.join("probe"), "").is_ok() {
        // Whoever runs this may write everywhere.
        return;
    }
    let app = TestApp::start_with(&["--audit-checkpoints", &folder.to_string_lossy()]).await;
    filled(&app, 1).await;
    checkpoint(&app).await;
    let found = verified(&app).await;
    assert_eq!(
        (&found["sound"], &found["checkpoints"]["folder"]["kept"]),
        (&json!(true), &json!(0))
    );
    let words = found["checkpoints"]["folder"]["fault"].as_str().unwrap();
    assert!(words.contains("not in it"), "{words}");
    assert!(!found.to_string().contains(&*folder.to_string_lossy()));
}

#[test]
fn a_folder_for_checkpoints_has_to_be_elsewhere() {
    let folder = scratch("elsewhere");
    let within = folder.join("kept").to_string_lossy().into_owned();
    let faults = |arguments: &[&str]| tests::config(&folder, arguments).faults();
    assert!(faults(&["--audit-checkpoints", "/srv/kept"]).is_empty());
    assert!(faults(&["--audit-checkpoints", &within])[0].contains("below BELLBUOY_DATA"));
    let relative = faults(&["--mode", "production", "--audit-checkpoints", "kept"]);
    assert!(relative[0].contains("absolute"), "{relative:?}");
}
