//! Another address: proved by a word that is sent to it, of which nothing is stored.

use super::store;
use super::wire::{AddressConfirmation, AddressCreate};
use crate::app::App;
use crate::audit;
use crate::auth::factors::{self, wire::Confirmation};
use crate::auth::keys::keyed;
use crate::auth::token::Claims;
use crate::auth::{guess, own, store as accounts};
use crate::db::{Caller, Db, transact};
use crate::http::AppError;
use crate::mail::{self, Letter};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// A word is good in the hour in which it was made and in the next.
const HOUR: i64 = 3600;

fn word(app: &App, account: Uuid, email: &str, hour: i64) -> String {
    let parts: [&[u8]; 4] = [
        b"own address v1\n",
        account.as_bytes(),
        &hour.to_be_bytes(),
        email.as_bytes(),
    ];
    let mut text = hex::encode(keyed(&app.keys.secret, &parts));
    text.truncate(12);
    text
}

/// Sends a word to the new address. The answer is the same for one that somebody else has, who gets another letter.
///
/// # Errors
/// When the password or the code is wrong, or when the site sends no letters.
pub async fn ask(app: &App, db: &Db, by: &Claims, given: AddressCreate) -> Result<(), AppError> {
    own::told(app)?;
    let AddressCreate {
        email,
        password,
        code,
    } = given;
    let email = email.trim().to_lowercase();
    factors::actions::confirmed(app, db, by, Confirmation { password, code }).await?;
    app.guesses
        .admit(guess::key(&format!("own address\n{}", by.sub), None), app.now())?;
    let mut conn = db.as_caller(Caller::System).await?;
    let taken = accounts::find_by_email(&mut conn, &email).await?.is_some();
    let name = &app.config.name;
    let body = if taken {
        format!(
            "Somebody wanted to sign in to {name} with this address from now on. An account has it already, so nothing \
             was changed. If it was you, sign in with that account.\n"
        )
    } else {
        let word = word(app, by.sub, &email, app.now().timestamp() / HOUR);
        format!(
            "Somebody wants to sign in to {name} with this address from now on. If it was you, type this word on the \
             page where you asked, within the hour:\n\n{word}\n\nIf it was not you, do nothing.\n"
        )
    };
    let letter = Letter {
        to: email,
        subject: format!("Your address for {name}"),
        body,
    };
    mail::enqueue(&mut conn, &letter).await
}

/// Takes the address, if the word is the one that was sent to it. The old one gets a letter.
///
/// # Errors
/// When the word is not right, or when somebody else has the address by now.
pub async fn take(app: &App, db: &Db, by: &Claims, given: AddressConfirmation) -> Result<(), AppError> {
    let email = given.email.trim().to_lowercase();
    let count = guess::key(&format!("own address word\n{}", by.sub), None);
    app.guesses.admit(count, app.now())?;
    let hour = app.now().timestamp() / HOUR;
    let typed = given.word.trim().to_lowercase();
    let fits = [hour, hour - 1].into_iter().any(|hour| {
        word(app, by.sub, &email, hour)
            .as_bytes()
            .ct_eq(typed.as_bytes())
            .into()
    });
    if !fits {
        let why = "is not the word that was sent to this address within the hour";
        return Err(AppError::unfit("/word", "word", why));
    }
    app.guesses.succeeded(&count);
    let name = &app.config.name;
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        let before = accounts::find(conn, by.sub)
            .await?
            .ok_or(AppError::NotFound("account"))?;
        if before.email == email {
            return Ok(());
        }
        store::change_address(conn, by.sub, &email).await?;
        let entry = audit::Entry::by(by.sub, "account.update", "account", by.sub).fields(&["email"]);
        audit::record(conn, entry).await?;
        let letter = Letter {
            to: before.email,
            subject: format!("Your address for {name} was changed"),
            body: format!(
                "Your account on {name} has another address from now on; you sign in with that.\n\nIf that was not you, \
                 tell an administrator at once.\n"
            ),
        };
        mail::enqueue(conn, &letter).await
    })
    .await
}
