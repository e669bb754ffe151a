//! Up, down, up: the same catalogue, read by query.

use tests::database::{Database, migrated, reverted};

/// Everything that a migration can make, one line each.
const CATALOGUE: &str = "
    SELECT line FROM (
        SELECT format('schema %s %s', nspname, obj_description(n.oid)) AS line FROM pg_namespace n WHERE nspname IN ('public', 'intake')
        UNION ALL
        SELECT format('%s %s.%s rls %s %s acl %s: %s', relkind, n.nspname, relname, relrowsecurity, relforcerowsecurity, relacl, obj_description(c.oid))
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE n.nspname IN ('public', 'intake')
        UNION ALL
        SELECT format('column %s.%s.%s %s null %s default %s storage %s generated %s: %s', n.nspname, relname, attname, format_type(atttypid, atttypmod), NOT attnotnull,
            pg_get_expr(d.adbin, d.adrelid), attstorage, attgenerated, col_description(c.oid, attnum))
        FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
        WHERE n.nspname IN ('public', 'intake') AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT format('constraint %s.%s %s: %s', n.nspname, conname, pg_get_constraintdef(c.oid), obj_description(c.oid))
        FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE n.nspname IN ('public', 'intake')
        UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname IN ('public', 'intake')
        UNION ALL SELECT format('policy %s %s %s %s %s %s', tablename, policyname, roles, cmd, qual, with_check) FROM pg_policies
        UNION ALL
        SELECT format('function %s acl %s', pg_get_functiondef(p.oid), proacl)
        FROM (SELECT f.oid, proacl FROM pg_proc f JOIN pg_namespace n ON n.oid = pronamespace WHERE n.nspname IN ('public', 'intake') AND prokind = 'f' OFFSET 0) p
        UNION ALL SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t WHERE NOT tgisinternal
        UNION ALL SELECT format('default acl %s %s', defaclobjtype, defaclacl) FROM pg_default_acl
    ) lines WHERE line NOT LIKE '%__diesel_schema_migrations%' ORDER BY 1";

#[tokio::test]
async fn up_down_up_gives_the_same_catalogue() {
    let database = Database::empty().await;
    let bare = database.column(CATALOGUE).await;
    let count = migrated(&database.urls.owner).await;
    let first = database.column(CATALOGUE).await;
    assert!(
        count >= 6 && first.len() > 300,
        "{count} migrations, {} lines",
        first.len()
    );
    assert_eq!(reverted(&database.urls.owner).await, count);
    assert_eq!(database.column(CATALOGUE).await, bare);
    assert_eq!(migrated(&database.urls.owner).await, count);
    assert_eq!(database.column(CATALOGUE).await, first);
    assert_eq!(migrated(&database.urls.owner).await, 0);
    assert_eq!(database.column(CATALOGUE).await, first);
}

#[tokio::test]
async fn a_migration_that_fails_is_named_and_leaves_nothing_half_made() {
    let database = Database::empty().await;
    database.rows("CREATE TABLE incidents (id int)").await;
    let url = database.urls.owner.clone();
    let failing = move || {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(bellbuoy_server::db::migrate::run(&url))
    };
    let told = tokio::task::spawn_blocking(failing)
        .await
        .unwrap()
        .unwrap_err()
        .to_string();
    assert!(
        told.contains("incidents") && told.contains("rolled back"),
        "{told}"
    );
    assert_eq!(
        database
            .count("pg_tables WHERE tablename = 'incident_facts'")
            .await,
        0
    );
    database.rows("DROP TABLE incidents").await;
    assert!(migrated(&database.urls.owner).await > 0);
}
