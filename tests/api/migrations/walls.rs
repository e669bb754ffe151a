//! The second wall: row-level security everywhere, roles that cannot climb it, and an intake apart.

use tests::TestApp;
use tests::database::{Database, rows_at};

const SERVING: [&str; 2] = ["bellbuoy_app", "bellbuoy_intake"];

#[tokio::test]
async fn every_table_of_the_register_is_behind_row_level_security() {
    let database = Database::fresh().await;
    let open = database
        .column(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '__diesel_schema_migrations'
             AND NOT (relrowsecurity AND relforcerowsecurity)",
        )
        .await;
    assert!(open.is_empty(), "{open:?}");
    let without = database
        .column(
            "SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '__diesel_schema_migrations'
             AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid)",
        )
        .await;
    assert!(without.is_empty(), "no policy: {without:?}");
    let leaky = database.column("SELECT relname FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'intake'::regnamespace) AND relkind IN ('v', 'm') AND relname NOT LIKE 'pg_stat_statements%'").await;
    assert!(leaky.is_empty(), "a view asks with its owner's eyes: {leaky:?}");
}

#[tokio::test]
async fn the_roles_that_serve_own_nothing_and_climb_no_wall() {
    let database = Database::fresh().await;
    for role in SERVING {
        let rights = database.rows(&format!("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit FROM pg_roles WHERE rolname = '{role}'")).await;
        assert_eq!(rights, [["f"; 6]], "{role}");
        let member = database.column(&format!("SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = '{role}'")).await;
        assert!(member.is_empty(), "{role} is a member of {member:?}");
        for (catalogue, owner) in [
            ("pg_class", "relowner"),
            ("pg_proc", "proowner"),
            ("pg_namespace", "nspowner"),
            ("pg_database", "datdba"),
        ] {
            assert_eq!(
                database
                    .count(&format!("{catalogue} WHERE {owner} = '{role}'::regrole"))
                    .await,
                0,
                "{role} owns a part of {catalogue}"
            );
        }
    }
    let owner = database
        .rows("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'bellbuoy_owner'")
        .await;
    assert_eq!(owner, [["f", "f"]]);
}

#[tokio::test]
async fn the_register_and_the_intake_cannot_read_each_other() {
    let app = TestApp::start().await;
    let tables = app.database.rows("SELECT table_schema, format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('public', 'intake') AND table_type = 'BASE TABLE'").await;
    assert!(tables.len() > 15);
    for table in tables {
        let (other, name) = if table[0] == "public" {
            (&app.database.urls.intake, &table[1])
        } else {
            (&app.database.urls.app, &table[1])
        };
        for sql in [
            format!("SELECT count(*) FROM {name}"),
            format!("DELETE FROM {name}"),
            format!("TRUNCATE {name}"),
        ] {
            let refused = rows_at(other, &sql).await.unwrap_err();
            assert!(refused.contains("permission denied"), "{sql}: {refused}");
        }
    }
    for url in [&app.database.urls.app, &app.database.urls.intake] {
        for sql in [
            "SELECT pg_read_file('/etc/passwd')",
            "SELECT * FROM pg_authid",
            "COPY (SELECT 1) TO PROGRAM 'true'",
            "CREATE SCHEMA x",
            "CREATE TEMPORARY TABLE x (y int)",
            "SET session_replication_role = replica",
        ] {
            let answer = rows_at(url, sql).await;
            assert!(answer.is_err(), "{sql}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn nothing_in_the_intake_tells_a_time_or_an_order() {
    let database = Database::fresh().await;
    let telling = database
        .column(
            "SELECT format('%s.%s %s %s', table_name, column_name, data_type, column_default) FROM information_schema.columns WHERE table_schema = 'intake'
             AND (data_type ~ 'date|time|interval|serial' OR column_default ~ 'nextval|now|current_|timestamp|uuid' OR is_identity = 'YES')",
        )
        .await;
    assert!(telling.is_empty(), "{telling:?}");
    let sequences = database
        .column("SELECT relnamespace::regnamespace || '.' || relname FROM pg_class WHERE relkind = 'S' AND relnamespace IN ('intake'::regnamespace, 'public'::regnamespace)")
        .await;
    assert_eq!(sequences, ["public.incident_change_numbers"]);
    assert_eq!(database.column("SHOW track_commit_timestamp").await, ["off"]);
    let leaving = database
        .column("SELECT conname FROM pg_constraint WHERE contype = 'f' AND (connamespace = 'intake'::regnamespace) <> ((SELECT relnamespace FROM pg_class WHERE oid = confrelid) = 'intake'::regnamespace)")
        .await;
    assert!(leaving.is_empty(), "a key leaves the intake: {leaving:?}");
    let counting = database.column("SELECT column_name FROM information_schema.columns WHERE table_schema = 'intake' AND column_name ~ 'created|updated|received|_at$|_on$|serial|sequence|number'").await;
    assert!(counting.is_empty(), "{counting:?}");
}
