//! Use cases of the own account.

use super::letters::hash;
use super::store::{self, SessionLine};
use super::wire::{AccountCreate, PasswordChange, PasswordChoice, PasswordLink};
use crate::app::App;
use crate::audit;
use crate::auth::again;
use crate::auth::factors::{self, Proof, wire::Confirmation};
use crate::auth::guess;
use crate::auth::model::AccountRow;
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Accounts that are wanted and wait for their letter, from everybody together.
const AT_ONCE: i64 = 200;

/// Where the person is signed in.
pub async fn sessions(app: &App, db: &Db, by: &Claims) -> Result<Vec<SessionLine>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(store::open(&mut conn, by.sub, app.now()).await?)
}

/// Ends one session of the person, or all of them.
pub async fn end(app: &App, db: &Db, by: &Claims, one: Option<Uuid>) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let ended = transact(&mut conn, false, async |conn| {
        let ended = end_sessions(app, conn, by.sub, one, None, "signed out").await?;
        if one.is_some() && ended.is_empty() {
            return Err(AppError::NotFound("session"));
        }
        Ok(ended)
    })
    .await?;
    forget(app, &ended);
    Ok(())
}

/// Changes the password of a person who is signed in; every other session ends.
pub async fn change(app: &App, db: &Db, by: &Claims, asked: PasswordChange) -> Result<(), AppError> {
    let PasswordChange {
        password,
        code,
        new_password,
    } = asked;
    let account = factors::actions::confirmed(app, db, by, Confirmation { password, code }).await?;
    let hash = app.sign_in.hash(new_password).await?;
    let mut conn = db.as_caller(Caller::System).await?;
    let ended = transact(&mut conn, false, async |conn| {
        set(app, conn, &account, &hash, Some(by.sid)).await
    })
    .await?;
    forget(app, &ended);
    Ok(())
}

/// What a link is for, while it works.
pub async fn link(app: &App, db: &Db, word: &str) -> Result<PasswordLink, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let (account, expires_at) = behind(app, &mut conn, word).await?;
    Ok(PasswordLink {
        second_factor: factors::store::has(&mut conn, account.id).await?,
        email: account.email,
        expires_at,
    })
}

/// Sets the password that was chosen by a link; every session ends.
pub async fn choose(app: &App, db: &Db, word: &str, asked: PasswordChoice) -> Result<(), AppError> {
    let mut conn: Guarded = db.as_caller(Caller::System).await?;
    let (account, _) = behind(app, &mut conn, word).await?;
    if factors::store::has(&mut conn, account.id).await? {
        let Some(code) = asked.code else {
            return Err(AppError::unfit(
                "/code",
                "required",
                "is needed: give the code of your authenticator, or a recovery code",
            ));
        };
        // Of the person, not of the link: whoever reads the letters can have as many links as they like.
        let count = guess::key(&format!("code by link\n{}", account.email), None);
        app.guesses.admit(count, app.now())?;
        let twice = again(app, &account.email);
        if factors::prove(app, &mut conn, account.id, &code, twice).await? == Proof::Wrong {
            let why = "is not the code of this moment, or was used before; wait for the next one";
            return Err(AppError::unfit("/code", "code", why));
        }
        app.guesses.unchecked(&count);
    }
    drop(conn);
    let new_hash = app.sign_in.hash(asked.new_password).await?;
    let mut conn = db.as_caller(Caller::System).await?;
    let ended = transact(&mut conn, false, async |conn| {
        if store::use_link(conn, &hash(word), app.now()).await? == 0 {
            return Err(AppError::NotFound("link"));
        }
        set(app, conn, &account, &new_hash, None).await
    })
    .await?;
    forget(app, &ended);
    app.guesses.succeeded(&guess::key(&account.email, None));
    Ok(())
}

async fn behind(
    app: &App,
    conn: &mut AsyncPgConnection,
    word: &str,
) -> Result<(AccountRow, chrono::DateTime<chrono::Utc>), AppError> {
    let (id, until) = store::find_link(conn, &hash(word), app.now())
        .await?
        .ok_or(AppError::NotFound("link"))?;
    let account = accounts::find(conn, id)
        .await?
        .filter(|account| !account.suspended)
        .ok_or(AppError::NotFound("link"))?;
    Ok((account, until))
}

async fn set(
    app: &App,
    conn: &mut AsyncPgConnection,
    account: &AccountRow,
    hash: &str,
    keep: Option<Uuid>,
) -> Result<Vec<Uuid>, AppError> {
    store::set_password(conn, account.id, hash).await?;
    store::end_links(conn, account.id, app.now()).await?;
    let entry = audit::Entry::by(account.id, "password.change", "account", account.id).fields(&["password"]);
    audit::record(conn, entry).await?;
    let letter = Letter {
        to: account.email.clone(),
        subject: "Your password for Bellbuoy was changed".to_owned(),
        body: "The password of your account on Bellbuoy was changed, and you were signed out everywhere else.\n\nIf that \
               was not you, ask for a new one on the sign-in page at once and tell an administrator.\n"
            .to_owned(),
    };
    mail::enqueue(conn, &letter).await?;
    end_sessions(app, conn, account.id, None, keep, "password changed").await
}

async fn end_sessions(
    app: &App,
    conn: &mut AsyncPgConnection,
    account: Uuid,
    one: Option<Uuid>,
    keep: Option<Uuid>,
    reason: &str,
) -> Result<Vec<Uuid>, AppError> {
    let ended = store::end(conn, account, one, keep, app.now(), reason).await?;
    for session in &ended {
        let entry = audit::Entry::by(account, "session.revoke", "session", *session).reason(reason);
        audit::record(conn, entry).await?;
    }
    Ok(ended)
}

/// Ends every session of a person; [`forget`] them once that is committed.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all(
    app: &App,
    conn: &mut AsyncPgConnection,
    account: Uuid,
    reason: &str,
) -> Result<Vec<Uuid>, AppError> {
    end_sessions(app, conn, account, None, None, reason).await
}

/// Ends the tokens of sessions on this server; the others hear it from the database.
pub fn forget(app: &App, ended: &[Uuid]) {
    for session in ended {
        app.tokens.end_session(*session, app.now().timestamp());
    }
}

/// Notes that somebody wants a new password. An address is heard a few times, then it waits as after wrong passwords.
pub async fn forgotten(app: &App, db: &Db, email: &str, base: &str) -> Result<(), AppError> {
    let email = email.trim().to_lowercase();
    let count = guess::key(&format!("password link\n{email}"), None);
    app.guesses.admit(count, app.now())?;
    let mut conn = db.as_caller(Caller::System).await?;
    store::ask(&mut conn, &email, None, base).await?;
    Ok(())
}

/// Notes that somebody wants an account. Who has one gets a link to a new password instead.
pub async fn wanted(app: &App, db: &Db, asked: &AccountCreate, base: &str) -> Result<(), AppError> {
    let email = asked.email.trim().to_lowercase();
    let count = guess::key(&format!("password link\n{email}"), None);
    app.guesses.admit(count, app.now())?;
    let mut conn = db.as_caller(Caller::System).await?;
    if store::waiting(&mut conn).await? >= AT_ONCE {
        return Err(AppError::TooMany(600));
    }
    store::ask(&mut conn, &email, Some(asked.name.trim()), base).await?;
    Ok(())
}

/// Whoever asks for what is not there learns nothing else.
pub fn told(app: &App) -> Result<(), AppError> {
    if app.config.mode == crate::config::Mode::Production && !app.config.sends_mail() {
        let why = "this site sends no letters; ask an administrator";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    Ok(())
}
