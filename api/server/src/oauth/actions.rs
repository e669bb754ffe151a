//! Giving a token for a key.

use super::assertion::Assertion;
use super::form::{Asked, Proof};
use super::refusal::Refusal;
use super::store;
use super::wire::{OauthToken, token_endpoint};
use crate::app::App;
use crate::auth::machines::find::{standing, used};
use crate::auth::machines::{Credential, Machine, ticket};
use crate::db::{Caller, Db};
use crate::http::AppError;
use diesel_async::AsyncPgConnection;
use std::net::IpAddr;
use uuid::Uuid;

/// The same for a key that is not there, has ended, or was not proved.
pub const NOT_OURS: &str =
    "the client is not one of ours, has run out or was revoked, or did not prove itself";

/// Gives a program a token that opens what it asked for, as far as its key does.
pub async fn grant(
    app: &App,
    db: &Db,
    asked: Asked,
    from: Option<IpAddr>,
    site: impl FnOnce() -> Result<String, AppError>,
) -> Result<OauthToken, Refusal> {
    let mut conn = db.as_caller(Caller::System).await?;
    let (machine, via, by_header) = match asked.proof {
        Proof::Secret {
            id,
            secret,
            by_header,
        } => {
            let (machine, via) = by_secret(app, &mut conn, id, &secret, by_header).await?;
            (machine, via, by_header)
        }
        Proof::Assertion { jwt, id } => {
            let (machine, via) = by_assertion(app, &mut conn, &jwt, id, &site()?).await?;
            (machine, via, false)
        }
    };
    if !machine.welcome(from) {
        return Err(Refusal::client(
            "the key may not be used from this address",
            by_header,
        ));
    }
    app.budgets.take(machine.claims.sid)?;
    let scope = narrowed(&machine, asked.scope.as_deref())?;
    let (access_token, expires_in) = ticket::issue(app, &machine, &scope, via)?;
    Ok(OauthToken {
        access_token,
        token_type: "Bearer".to_owned(),
        expires_in,
        scope,
    })
}

async fn by_secret(
    app: &App,
    conn: &mut AsyncPgConnection,
    id: Uuid,
    secret: &str,
    by_header: bool,
) -> Result<(Machine, String), Refusal> {
    let unknown = || Refusal::client(NOT_OURS, by_header);
    let (row, revision) = standing(conn, id).await?.ok_or_else(unknown)?;
    let shown = Credential::of(&row)
        .into_iter()
        .find(|one| one.is_secret(secret) && one.until > app.now())
        .ok_or_else(unknown)?;
    used(app, conn, &row).await?;
    Ok((row.machine(revision, shown.until), shown.mark()))
}

async fn by_assertion(
    app: &App,
    conn: &mut AsyncPgConnection,
    jwt: &str,
    id: Option<Uuid>,
    site: &str,
) -> Result<(Machine, String), Refusal> {
    let refused = |why: &str| Refusal::client(why, false);
    let now = app.now();
    let assertion = Assertion::read(jwt)
        .filter(|assertion| id.is_none_or(|id| id == assertion.id))
        .ok_or_else(|| refused(NOT_OURS))?;
    let found = standing(conn, assertion.id).await?;
    let (row, revision) = found.ok_or_else(|| refused(NOT_OURS))?;
    let mut credentials = Credential::of(&row);
    credentials.retain(|one| one.until > now);
    let shown = assertion
        .signed_by(&credentials)
        .ok_or_else(|| refused(NOT_OURS))?;
    let meant = token_endpoint(site);
    let held = assertion.holds(&[&meant, site], now).map_err(refused)?;
    if store::take(conn, row.id, &held.jti, held.expires_at).await? == 0 {
        return Err(refused(
            "the assertion was used before: sign one for each request, with a jti of its own",
        ));
    }
    used(app, conn, &row).await?;
    Ok((row.machine(revision, shown.until), shown.mark()))
}

/// The scopes asked for, in the order of the vocabulary; all of the key's when none is named.
fn narrowed(machine: &Machine, asked: Option<&str>) -> Result<String, Refusal> {
    let has = || machine.scopes.iter().map(|scope| scope.as_str());
    let asked: Option<Vec<&str>> = asked.map(|asked| asked.split(' ').collect());
    if let Some(asked) = &asked
        && !asked.iter().all(|word| has().any(|own| own == *word))
    {
        let own = has().collect::<Vec<_>>().join(" ");
        return Err(Refusal::of(
            "invalid_scope",
            format!("the key has the scopes {own}"),
        ));
    }
    let kept = has().filter(|own| asked.as_ref().is_none_or(|asked| asked.contains(own)));
    Ok(kept.collect::<Vec<_>>().join(" "))
}
