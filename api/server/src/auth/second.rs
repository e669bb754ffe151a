//! The code of a second factor at sign-in.

use super::factors::{self, Proof};
use super::guess;
use super::model::AccountRow;
use crate::app::App;
use crate::audit;
use crate::config::Mode;
use crate::db::{Caller, Db};
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};

/// Asks for the code of a second factor, if the person has one. Wrong codes count like wrong passwords.
pub async fn second(
    app: &App,
    db: &Db,
    account: &AccountRow,
    code: Option<&str>,
    device: Option<&str>,
) -> Result<Proof, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    if !factors::store::has(&mut conn, account.id).await? {
        return Ok(Proof::None);
    }
    let code = code.ok_or(AppError::Remedied(&codes::SECOND_FACTOR_NEEDED))?;
    app.guesses.admit(guess::key(&account.email, device), app.now())?;
    let proof = factors::prove(app, &mut conn, account.id, code, again(app, &account.email)).await?;
    let entry = match proof {
        Proof::Wrong => audit::Entry::by_system("session.refuse", "account", Some(account.id))
            .reason("right password, wrong second factor"),
        Proof::Recovery => {
            mail::enqueue(&mut conn, &recovered(&account.email)).await?;
            audit::Entry::by(account.id, "recovery_code.use", "account", account.id)
        }
        Proof::None | Proof::Code => return Ok(proof),
    };
    audit::record(&conn, entry).await?;
    match proof {
        Proof::Wrong => Err(AppError::Remedied(&codes::WRONG_CODE)),
        _ => Ok(proof),
    }
}

/// Whether a code may count twice: the demo's invented people share one, and several may try the demo at a time.
pub fn again(app: &App, email: &str) -> bool {
    app.config.mode == Mode::Demo && email.ends_with("@demo.example")
}

fn recovered(email: &str) -> Letter {
    Letter {
        to: email.to_owned(),
        subject: "A recovery code was used to sign in".to_owned(),
        body: "Somebody signed in to your account on Bellbuoy with one of your recovery codes.\n\nIf that was not you, \
               choose a new password at once and tell an administrator. If it was, make new codes while you have some \
               left.\n"
            .to_owned(),
    }
}
