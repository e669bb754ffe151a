//! Sign-in, refresh with reuse detection, sign-out.
//!
//! A refresh token is used once. Its successor is derived from it, so that two honest tabs that
//! refresh at the same moment get the same one; anybody else's second use ends the session (RFC 9700 §4.14.2).

use super::factors::Proof;
use super::model::{AccountRow, Belonging, SessionRow, TokenRow};
use super::second::second;
use super::token::Subject;
use super::wire::Me;
use super::{guess, store, token};
use crate::app::App;
use crate::audit;
use crate::auth::keys::keyed;
use crate::db::{Caller, Db};
use crate::http::{AppError, codes};
use bellbuoy_domain::account::{Role, Standing};
use chrono::TimeDelta;
use diesel_async::AsyncConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long an honest second tab may come with the token that the first tab has just used.
const GRACE: TimeDelta = TimeDelta::seconds(10);
/// How long a session lives without a new sign-in.
const SESSION: TimeDelta = TimeDelta::hours(12);

/// What a sign-in or a refresh yields.
pub struct Issued {
    pub access_token: String,
    pub me: Me,
    /// For the cookie.
    pub refresh: String,
    /// For the second cookie that tells one browser from another.
    pub binding: String,
}

/// What a person gives to sign in.
pub struct Given<'a> {
    pub email: &'a str,
    pub password: String,
    /// Of the second factor, if the person has one.
    pub code: Option<&'a str>,
}

/// The browser that asks.
pub struct Browser<'a> {
    /// The cookie that tells it from others, if it has one.
    pub device: Option<&'a str>,
    /// Its family and system, for the person to recognise it.
    pub name: Option<String>,
}

/// Signs a person in; unknown address, wrong password and suspended account look and last the same.
pub async fn sign_in(app: &App, db: &Db, given: Given<'_>, browser: Browser<'_>) -> Result<Issued, AppError> {
    let email = given.email.trim().to_lowercase();
    let (account, known) = {
        let mut conn = db.as_caller(Caller::System).await?;
        let account = store::find_by_email(&mut conn, &email).await?;
        let known = match (&account, browser.device) {
            (Some(account), Some(device)) => {
                store::knows_device(&mut conn, account.id, &digest(device)).await?
            }
            _ => false,
        };
        (account, known)
    };
    let device = browser.device.filter(|_| known);
    if !proves(app, &email, account.as_ref(), given.password, device).await? {
        return Err(AppError::Remedied(&codes::WRONG_CREDENTIALS));
    }
    let account = account.ok_or(AppError::Remedied(&codes::WRONG_CREDENTIALS))?;
    let proof = second(app, db, &account, given.code, device).await?;
    app.guesses.succeeded(&guess::key(&email, device));
    let proven = proof != Proof::None;
    let browser = Browser { device, ..browser };
    open(app, db, account.id, browser, proven).await
}

/// Opens a session for a person who has proved to be one.
pub async fn open(
    app: &App,
    db: &Db,
    account: Uuid,
    browser: Browser<'_>,
    proven: bool,
) -> Result<Issued, AppError> {
    let now = app.now();
    let refresh = hex::encode(rand::random::<[u8; 32]>());
    let binding = browser
        .device
        .map_or_else(|| hex::encode(rand::random::<[u8; 16]>()), str::to_owned);
    let session = SessionRow {
        id: Uuid::now_v7(),
        account_id: account,
        binding_hash: digest(&binding),
        expires_at: now + SESSION,
        revoked_at: None,
        proven,
        browser: browser.name,
    };
    let first = TokenRow {
        token_hash: digest(&refresh),
        session_id: session.id,
        used_at: None,
    };
    let mut conn = db.as_caller(Caller::System).await?;
    let me = conn
        .transaction(async |conn| {
            store::insert_session(conn, &session, &first).await?;
            audit::record(
                conn,
                audit::Entry::by(account, "session.create", "session", session.id),
            )
            .await?;
            found(store::find_belonging(conn, account).await?)
        })
        .await?;
    issued(app, me, &session, refresh, binding)
}

/// Whether the password is that of the account, wherever it is asked for.
///
/// Every way counts into the same slowdown; no account, a suspended one and a wrong password last the same. A right one
/// takes its own attempt back and no other, since a second factor may have to follow. `device` has signed in to the
/// account before.
pub async fn proves(
    app: &App,
    email: &str,
    account: Option<&AccountRow>,
    password: String,
    device: Option<&str>,
) -> Result<bool, AppError> {
    let count = guess::key(email, device);
    app.guesses.admit(count, app.now())?;
    let hash = account
        .filter(|account| !account.suspended)
        .map(|account| account.password_hash.clone());
    let fits = app
        .sign_in
        .fits(password, hash, device.is_some())
        .await
        .inspect_err(|_| app.guesses.unchecked(&count))?;
    if fits {
        app.guesses.unchecked(&count);
    }
    Ok(fits)
}

/// Exchanges a refresh token for a new pair.
pub async fn refresh(app: &App, db: &Db, refresh: &str, binding: &str) -> Result<Issued, AppError> {
    let ended = || AppError::Remedied(&codes::SESSION_ENDED);
    let now = app.now();
    let successor = derive(app, refresh);
    let mut stolen = None;
    let mut conn = db.as_caller(Caller::System).await?;
    let outcome = conn
        .transaction(async |conn| {
            let Some((row, first)) = store::use_token(conn, &digest(refresh), now).await? else {
                return Ok(None);
            };
            let Some(session) = store::lock_session(conn, row.session_id).await? else {
                return Ok(None);
            };
            if session.revoked_at.is_some() || session.expires_at <= now {
                return Ok(None);
            }
            let same_browser = session.binding_hash == digest(binding);
            let honest = same_browser && (first || row.used_at.is_some_and(|at| now - at <= GRACE));
            if !honest {
                stolen = Some(session.id);
                store::revoke_session(conn, session.id, now, "refresh token used twice").await?;
                audit::record(
                    conn,
                    audit::Entry::by(session.account_id, "session.revoke", "session", session.id)
                        .reason("refresh token used twice"),
                )
                .await?;
                return Ok(None);
            }
            store::insert_token(
                conn,
                &TokenRow {
                    token_hash: digest(&successor),
                    session_id: session.id,
                    used_at: None,
                },
            )
            .await?;
            store::use_session(conn, session.id, now).await?;
            let me = found(store::find_belonging(conn, session.account_id).await?)?;
            Ok::<_, AppError>(Some((session, me)))
        })
        .await?;
    if let Some(session) = stolen {
        app.tokens.end_session(session, now.timestamp());
    }
    let (session, me) = outcome.ok_or_else(ended)?;
    issued(app, me, &session, successor, binding.to_owned())
}

/// Ends the session.
pub async fn sign_out(app: &App, db: &Db, account: Uuid, session: Uuid) -> Result<(), AppError> {
    let now = app.now();
    let mut conn = db.as_caller(Caller::System).await?;
    conn.transaction(async |conn| {
        if store::revoke_session(conn, session, now, "signed out").await? > 0 {
            audit::record(
                conn,
                audit::Entry::by(account, "session.revoke", "session", session).reason("signed out"),
            )
            .await?;
        }
        Ok::<_, AppError>(())
    })
    .await?;
    app.tokens.end_session(session, now.timestamp());
    Ok(())
}

fn found(belonging: Option<Belonging>) -> Result<Belonging, AppError> {
    belonging
        .filter(|belonging| !belonging.account.suspended)
        .ok_or(AppError::Remedied(&codes::SESSION_ENDED))
}

/// Who works for the platform is a guest until a second factor was given in the session.
fn issued(
    app: &App,
    me: Belonging,
    session: &SessionRow,
    refresh: String,
    binding: String,
) -> Result<Issued, AppError> {
    let bare = me.account.role.is_staff() && !session.proven;
    let subject = Subject {
        account: me.account.id,
        session: session.id,
        standing: if bare {
            Standing::staff(Role::Member)
        } else {
            me.standing()
        },
        organisation: me.organisation(),
        version: me.account.revision,
        bare,
    };
    Ok(Issued {
        access_token: token::issue(app, &subject)?,
        me: Me::of(me, bare),
        refresh,
        binding,
    })
}

fn digest(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

fn derive(app: &App, refresh: &str) -> String {
    hex::encode(keyed(
        &app.keys.secret,
        &[b"refresh token successor v1\n", refresh.as_bytes()],
    ))
}
