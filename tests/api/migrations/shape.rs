//! What stands in the database is described, is what the queries believe, and speaks the domain's words.

use bellbuoy_server::db::vocabularies::COLUMNS;
use std::collections::BTreeSet;
use tests::TestApp;
use tests::database::{Database, root, rows_at};

#[tokio::test]
async fn every_table_and_every_column_has_a_comment() {
    let database = Database::fresh().await;
    let silent = database
        .column(
            "SELECT format('%s.%s', n.nspname, relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
             WHERE n.nspname IN ('public', 'intake') AND relkind = 'r' AND relname <> '__diesel_schema_migrations' AND obj_description(c.oid) IS NULL
             UNION ALL
             SELECT format('%s.%s.%s', n.nspname, relname, attname) FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
             WHERE n.nspname IN ('public', 'intake') AND relkind = 'r' AND relname <> '__diesel_schema_migrations' AND attnum > 0 AND NOT attisdropped
                 AND coalesce(col_description(c.oid, attnum), '') = ''",
        )
        .await;
    assert!(silent.is_empty(), "without a comment: {silent:?}");
}

#[tokio::test]
async fn schema_rs_is_current() {
    let database = Database::fresh().await;
    let written = bellbuoy_server::run::schema_file::write(&database.urls.owner)
        .await
        .unwrap();
    let stands = std::fs::read_to_string(root().join("api/server/src/schema.rs")).unwrap();
    let plain = |text: &str| {
        text.chars()
            .filter(|letter| !letter.is_whitespace())
            .collect::<String>()
            .replace(",)", ")")
            .replace(",}", "}")
    };
    assert!(
        plain(&stands) == plain(&written),
        "api/server/src/schema.rs is not current: run make schema"
    );
}

#[tokio::test]
async fn every_word_column_takes_the_domains_words_and_no_other() {
    let database = Database::fresh().await;
    let checks = database
        .rows("SELECT n.nspname || '.' || r.relname, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class r ON r.oid = conrelid JOIN pg_namespace n ON n.oid = r.relnamespace WHERE contype = 'c'")
        .await;
    for column in COLUMNS {
        let table = format!("{}.{}", column.schema, column.table);
        let check = checks
            .iter()
            .find(|check| check[0] == table && check[1] == column.constraint());
        let check =
            check.unwrap_or_else(|| panic!("{table}.{} has no {}", column.column, column.constraint()));
        let words: BTreeSet<&str> = check[2].split('\'').skip(1).step_by(2).collect();
        assert_eq!(
            words,
            (column.words)().into_iter().collect(),
            "{table}.{}",
            column.column
        );
    }
}

#[tokio::test]
async fn no_column_with_a_vocabularys_name_is_forgotten() {
    let database = Database::fresh().await;
    let names: Vec<&str> = bellbuoy_domain::vocabulary::catalogue()
        .into_iter()
        .map(|listing| listing.name)
        .collect();
    let columns = database
        .rows("SELECT table_schema, table_name, column_name FROM information_schema.columns WHERE table_schema IN ('public', 'intake') AND (data_type = 'text' OR data_type = 'ARRAY') AND table_name NOT LIKE 'statistics%' AND NOT (table_name = 'advisories' AND column_name = 'what_happened')")
        .await;
    for column in columns {
        let vocabulary = names.contains(&column[2].as_str())
            || ["kind", "status", "systems", "sea_regions", "track", "series"].contains(&column[2].as_str());
        let listed = COLUMNS
            .iter()
            .any(|one| one.schema == column[0] && one.table == column[1] && one.column == column[2]);
        assert!(
            !vocabulary || listed,
            "{column:?} takes any word: add it to db/vocabularies.rs"
        );
    }
}

#[tokio::test]
async fn a_word_the_domain_does_not_know_cannot_be_stored() {
    let app = TestApp::start().await;
    tests::given::incident(&app).submitted().await;
    for (sql, check) in [
        ("UPDATE incidents SET status = 'open'", "incidents_status_check"),
        (
            "UPDATE incidents SET systems = ARRAY['gnss', 'radio']",
            "incidents_systems_check",
        ),
        ("UPDATE accounts SET role = 'owner'", "accounts_role_check"),
    ] {
        let refused = rows_at(&app.database.superuser, sql).await.unwrap_err();
        assert!(refused.contains(check), "{refused}");
    }
}

#[test]
fn every_migration_tells_its_purpose_and_can_be_taken_back() {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("migrations"))
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_dir())
    {
        let name = entry.file_name().into_string().unwrap();
        let (stamp, words) = name.split_once('_').unwrap();
        assert!(
            stamp.len() == 17
                && stamp
                    .chars()
                    .all(|letter| letter.is_ascii_digit() || letter == '-'),
            "{name}"
        );
        assert!(words.contains('_'), "{name}: a verb and an object");
        let up = std::fs::read_to_string(entry.path().join("up.sql")).unwrap();
        let purpose = up.lines().take_while(|line| line.starts_with("-- ")).count();
        assert!((1..=6).contains(&purpose), "{name}: {purpose} lines of purpose");
        assert!(
            !std::fs::read_to_string(entry.path().join("down.sql"))
                .unwrap()
                .trim()
                .is_empty(),
            "{name}"
        );
        names.push(stamp.to_owned());
    }
    names.sort();
    let n = names.len();
    names.dedup();
    assert_eq!(names.len(), n);
}
