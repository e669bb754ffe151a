//! Roles and databases: made by the cluster's superuser, which nobody else uses.
//! `bellbuoy_owner` migrates; `bellbuoy_app` and `bellbuoy_intake` serve and own nothing.

use diesel::sql_query;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

/// The three addresses the server works with.
#[derive(Clone)]
pub struct Urls {
    pub owner: String,
    pub app: String,
    pub intake: String,
}

const ROLES: &str = "
DO $$
DECLARE role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['bellbuoy_owner', 'bellbuoy_app', 'bellbuoy_intake'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT', role);
        END IF;
    END LOOP;
END $$;";

/// Makes the roles, if they are missing.
pub async fn roles(admin_url: &str) -> anyhow::Result<()> {
    let mut conn = AsyncPgConnection::establish(admin_url).await?;
    conn.batch_execute(ROLES).await?;
    Ok(())
}

/// Makes the database `name`, owned by `bellbuoy_owner` and closed to everybody else, if it is missing.
pub async fn database(admin_url: &str, name: &str) -> anyhow::Result<bool> {
    let mut conn = AsyncPgConnection::establish(admin_url).await?;
    let exists: i64 = diesel::select(
        diesel::dsl::sql::<diesel::sql_types::BigInt>("(SELECT count(*) FROM pg_database WHERE datname = ")
            .bind::<diesel::sql_types::Text, _>(name)
            .sql(")"),
    )
    .get_result(&mut conn)
    .await?;
    if exists > 0 {
        return Ok(false);
    }
    sql_query(format!("CREATE DATABASE {} OWNER bellbuoy_owner", quoted(name)))
        .execute(&mut conn)
        .await?;
    sql_query(format!("REVOKE ALL ON DATABASE {} FROM PUBLIC", quoted(name)))
        .execute(&mut conn)
        .await?;
    sql_query(format!(
        "GRANT CONNECT ON DATABASE {} TO bellbuoy_app, bellbuoy_intake",
        quoted(name)
    ))
    .execute(&mut conn)
    .await?;
    Ok(true)
}

/// Gives the schema `public` of a database to the owner: below PostgreSQL 16 owning the database is not enough.
pub async fn own_schema(admin_url: &str) -> anyhow::Result<()> {
    let mut conn = AsyncPgConnection::establish(admin_url).await?;
    conn.batch_execute("ALTER SCHEMA public OWNER TO bellbuoy_owner")
        .await?;
    Ok(())
}

/// An identifier in quotes.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Prepares an operator's database: the roles, with passwords kept in `folder`, and the rights of each.
/// The given role has to be allowed to create roles and has to own the database.
pub async fn given(admin_url: &str, folder: &std::path::Path) -> anyhow::Result<Urls> {
    std::fs::create_dir_all(folder)?;
    let config: tokio_postgres::Config = admin_url
        .parse()
        .map_err(|error| anyhow::anyhow!("the address cannot be read: {error}"))?;
    let name = config
        .get_dbname()
        .ok_or_else(|| anyhow::anyhow!("the address names no database"))?
        .to_owned();
    roles(admin_url).await?;
    let mut conn = AsyncPgConnection::establish(admin_url).await?;
    let mut urls = Vec::new();
    for role in ["bellbuoy_owner", "bellbuoy_app", "bellbuoy_intake"] {
        let password = password(&folder.join(format!("{role}.password")))?;
        conn.batch_execute(&format!("ALTER ROLE {role} PASSWORD '{password}'"))
            .await?;
        urls.push(with_user(admin_url, role, &password)?);
    }
    conn.batch_execute(&format!(
        "GRANT bellbuoy_owner TO CURRENT_USER; ALTER DATABASE {db} OWNER TO bellbuoy_owner; REVOKE ALL ON DATABASE {db} FROM PUBLIC; \
         ALTER SCHEMA public OWNER TO bellbuoy_owner; GRANT CONNECT ON DATABASE {db} TO bellbuoy_app, bellbuoy_intake;",
        db = quoted(&name)
    ))
    .await?;
    match <[String; 3]>::try_from(urls) {
        Ok([owner, app, intake]) => Ok(Urls { owner, app, intake }),
        Err(_) => anyhow::bail!("three roles are needed"),
    }
}

fn password(path: &std::path::Path) -> anyhow::Result<String> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text.trim().to_owned()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let text = hex::encode(rand::random::<[u8; 24]>());
            std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)?
                .write_all(text.as_bytes())?;
            Ok(text)
        }
        Err(error) => Err(anyhow::anyhow!("{} cannot be read: {error}", path.display())),
    }
}

/// The same address with another user and password.
fn with_user(url: &str, user: &str, password: &str) -> anyhow::Result<String> {
    let (scheme, rest) = url
        .split_once("://")
        .ok_or_else(|| anyhow::anyhow!("the address has to begin with postgresql://"))?;
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    Ok(format!("{scheme}://{user}:{password}@{host}"))
}
