//! Which account a person of the provider is, and the first time.

use super::id_token::Said;
use super::provider::Provider;
use super::store;
use super::why::{Stop, Why};
use crate::app::App;
use crate::audit;
use crate::auth::actions::{Browser, Issued, open};
use crate::auth::factors;
use crate::auth::model::AccountRow;
use crate::auth::store as accounts;
use crate::db::{Caller, Db, transact};
use crate::http::AppError;
use crate::mail::{self, Letter};
use bellbuoy_domain::account::Role;
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};

/// Signs in whom the provider says it is.
pub async fn enter(
    app: &App,
    db: &Db,
    provider: &Provider,
    said: &Said,
    browser: Browser<'_>,
) -> Result<Issued, Stop> {
    let mut conn = db.as_caller(Caller::System).await?;
    let today = app.now().date_naive();
    let found = transact(&mut conn, false, async |conn| {
        let outcome = match store::find(conn, &provider.issuer, &said.subject).await? {
            Some(account) => fit(accounts::find(conn, account).await?),
            None => first(app, conn, provider, said).await?,
        };
        if outcome.is_ok() {
            store::used(conn, &provider.issuer, &said.subject, today).await?;
        }
        Ok::<_, AppError>(outcome)
    })
    .await?;
    let account = found?;
    if factors::store::has(&mut conn, account.id).await? {
        return Err(Why::SecondFactor.into());
    }
    let known = match browser.device {
        Some(device) => accounts::knows_device(&mut conn, account.id, &Sha256::digest(device)).await?,
        None => false,
    };
    drop(conn);
    let browser = Browser {
        device: browser.device.filter(|_| known),
        ..browser
    };
    Ok(open(app, db, account.id, browser, false).await?)
}

/// The first time, a person is known by an address that the provider vouches for; nobody is made a new account.
async fn first(
    app: &App,
    conn: &mut AsyncPgConnection,
    provider: &Provider,
    said: &Said,
) -> Result<Result<AccountRow, Why>, AppError> {
    let Some(email) = said.email.as_ref().filter(|email| email.verified) else {
        return Ok(Err(Why::Unverified));
    };
    let account = match fit(accounts::find_by_email(conn, &email.address).await?) {
        Ok(account) => account,
        Err(why) => return Ok(Err(why)),
    };
    if store::insert(conn, &provider.issuer, &said.subject, account.id, app.now()).await? == 0 {
        // Two tabs of one person may come at once.
        let own = store::find(conn, &provider.issuer, &said.subject).await? == Some(account.id);
        return Ok(if own { Ok(account) } else { Err(Why::Taken) });
    }
    let entry = audit::Entry::by(account.id, "identity.link", "account", account.id);
    audit::record(conn, entry.reason(&provider.issuer)).await?;
    mail::enqueue(conn, &linked(&account.email, &provider.name)).await?;
    Ok(Ok(account))
}

/// Members only: the desk signs in here, with a second factor of its own.
fn fit(account: Option<AccountRow>) -> Result<AccountRow, Why> {
    let account = account.filter(|account| !account.suspended).ok_or(Why::Unknown)?;
    match account.role {
        Role::Member => Ok(account),
        _ => Err(Why::Staff),
    }
}

fn linked(to: &str, provider: &str) -> Letter {
    Letter {
        to: to.to_owned(),
        subject: "Your account can be signed in to by another way".to_owned(),
        body: format!(
            "Somebody signed in to your account on Bellbuoy through {provider}, which says that this address is theirs. \
             From now on that works without your password.\n\nIf that was not you, tell an administrator at once.\n"
        ),
    }
}
