//! Use cases of the second factor. Each takes the password or a code first, whatever session asks.

use super::wire::{Confirmation, FactorSecret, Factors, RecoveryCodes};
use super::{Proof, Seal, matched, prove, recovery, store, totp};
use crate::app::App;
use crate::audit;
use crate::auth::actions::proves;
use crate::auth::again;
use crate::auth::guess;
use crate::auth::model::AccountRow;
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What the person has.
pub async fn show(db: &Db, by: &Claims) -> Result<Factors, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let account = own(&mut conn, by.sub).await?;
    let row = store::find(&mut conn, by.sub).await?;
    Ok(Factors {
        required: account.role.is_staff(),
        confirmed_at: row.as_ref().and_then(|row| row.confirmed_at),
        last_used_on: row.and_then(|row| row.last_used_on),
        recovery_codes_left: store::recovery_left(&mut conn, by.sub).await?,
    })
}

/// Begins a new secret; one that counts goes on until the first code of the new one.
pub async fn begin(app: &App, db: &Db, by: &Claims, asked: Confirmation) -> Result<FactorSecret, AppError> {
    let account = confirmed(app, db, by, asked).await?;
    let secret = Zeroizing::new(rand::random::<[u8; totp::BYTES]>());
    let sealed = Seal::of(&app.keys.secret).seal(account.id, &secret)?;
    let mut conn = db.as_caller(Caller::System).await?;
    store::begin(&mut conn, account.id, &sealed).await?;
    let (secret, uri) = totp::told(secret.as_slice(), &account.email, &app.config.name)?;
    Ok(FactorSecret { secret, uri })
}

/// Lets the new secret count after its first code, and gives new recovery codes.
pub async fn confirm(app: &App, db: &Db, by: &Claims, code: &str) -> Result<RecoveryCodes, AppError> {
    let now = app.now();
    let mut conn = db.as_caller(Caller::System).await?;
    let account = own(&mut conn, by.sub).await?;
    let Some(sealed) = store::find(&mut conn, by.sub)
        .await?
        .and_then(|row| row.sealed_next)
    else {
        let why = "begin with POST /api/v1/me/factors: no new secret waits for its first code";
        return Err(AppError::refused(&codes::CONFLICT, why));
    };
    let Some(step) = matched(app, by.sub, &sealed, code.trim(), now)? else {
        return Err(AppError::unfit(
            "/code",
            "code",
            "is not the code of this moment; check the clock of the device, and that the secret is the last one shown",
        ));
    };
    transact(&mut conn, false, async |conn| {
        if store::confirm(conn, by.sub, &sealed, step, now).await? == 0 {
            let why = "another secret was begun in the meantime; use that one";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        store::proven(conn, by.sid).await?;
        let entry = audit::Entry::by(by.sub, "second_factor.confirm", "account", by.sub);
        audit::record(conn, entry).await?;
        tell(conn, &account.email, "was set up").await?;
        renewed(app, conn, by.sub).await
    })
    .await
}

/// Gives new recovery codes in the place of all before.
pub async fn renew_recovery(
    app: &App,
    db: &Db,
    by: &Claims,
    asked: Confirmation,
) -> Result<RecoveryCodes, AppError> {
    confirmed(app, db, by, asked).await?;
    let mut conn = db.as_caller(Caller::System).await?;
    if !store::has(&mut conn, by.sub).await? {
        let why = "recovery codes go with a second factor; set one up first";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    transact(&mut conn, false, async |conn| {
        let entry = audit::Entry::by(by.sub, "recovery_codes.create", "account", by.sub);
        audit::record(conn, entry).await?;
        renewed(app, conn, by.sub).await
    })
    .await
}

/// Takes the second factor away, from whom it is not asked of.
pub async fn remove(app: &App, db: &Db, by: &Claims, asked: Confirmation) -> Result<(), AppError> {
    let account = confirmed(app, db, by, asked).await?;
    if account.role.is_staff() {
        let why = "people of the platform need a second factor; set up another in its place";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        if store::remove(conn, by.sub).await? > 0 {
            let entry = audit::Entry::by(by.sub, "second_factor.remove", "account", by.sub);
            audit::record(conn, entry).await?;
            tell(conn, &account.email, "was taken away").await?;
        }
        Ok(())
    })
    .await
}

/// Checks the password, and the code when a second factor counts.
/// The account of a person who is signed in, once the password, and a code when a second factor counts, were given
/// again.
///
/// What is wrong counts by session, so that the guesses of others at the sign-in keep nobody from their own account.
///
/// # Errors
/// 422 at the field that is wrong or missing.
pub async fn confirmed(app: &App, db: &Db, by: &Claims, given: Confirmation) -> Result<AccountRow, AppError> {
    let mut conn: Guarded = db.as_caller(Caller::System).await?;
    let account = own(&mut conn, by.sub).await?;
    drop(conn);
    let session = by.sid.to_string();
    if !proves(
        app,
        &account.email,
        Some(&account),
        given.password,
        Some(&session),
    )
    .await?
    {
        return Err(AppError::unfit("/password", "password", "is not your password"));
    }
    let mut conn = db.as_caller(Caller::System).await?;
    if !store::has(&mut conn, account.id).await? {
        return Ok(account);
    }
    let Some(code) = given.code else {
        return Err(AppError::unfit(
            "/code",
            "required",
            "is needed: give the code of your authenticator, or a recovery code",
        ));
    };
    let count = guess::key(&account.email, Some(&session));
    app.guesses.admit(count, app.now())?;
    let twice = again(app, &account.email);
    if prove(app, &mut conn, account.id, &code, twice).await? == Proof::Wrong {
        let why = "is not the code of this moment, or was used before; wait for the next one";
        return Err(AppError::unfit("/code", "code", why));
    }
    app.guesses.unchecked(&count);
    Ok(account)
}

async fn own(conn: &mut AsyncPgConnection, id: Uuid) -> Result<AccountRow, AppError> {
    accounts::find(conn, id)
        .await?
        .ok_or(AppError::NotFound("account"))
}

async fn renewed(app: &App, conn: &mut AsyncPgConnection, account: Uuid) -> Result<RecoveryCodes, AppError> {
    let codes = recovery::fresh();
    let hashes = codes
        .iter()
        .filter_map(|code| recovery::digest(&app.keys.secret, account, code))
        .collect();
    store::replace_recovery(conn, account, hashes).await?;
    Ok(RecoveryCodes { codes })
}

/// A change that its owner did not make has to be noticed.
async fn tell(conn: &mut AsyncPgConnection, email: &str, what: &str) -> Result<(), AppError> {
    let letter = Letter {
        to: email.to_owned(),
        subject: format!("The second factor of your account {what}"),
        body: format!(
            "The second factor of your account on Bellbuoy {what}.\n\nIf that was not you, choose a new password at \
             once and tell an administrator.\n"
        ),
    };
    mail::enqueue(conn, &letter).await
}
