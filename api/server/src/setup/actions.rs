//! The first administrator.

use super::wire::SetupCreate;
use crate::app::App;
use crate::audit;
use crate::auth::keys::keyed;
use crate::auth::model::{NewAccount, NewOrganisation};
use crate::auth::store as accounts;
use crate::db::{Caller, Db, transact};
use crate::http::{AppError, codes};
use bellbuoy_domain::account::{OrganisationKind, Role, Visibility};
use chrono::{NaiveDate, TimeDelta};
use diesel_async::AsyncPgConnection;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// Whether nobody could administer the site yet.
///
/// # Errors
/// When the database does not answer.
pub async fn due(conn: &mut AsyncPgConnection) -> Result<bool, AppError> {
    Ok(!accounts::any_admin(conn).await?)
}

/// The word in the link of a day. It needs no place to be kept: it is of use until there is an administrator, and for
/// the day after at most.
pub fn word(app: &App, day: NaiveDate) -> String {
    let digest = keyed(
        &app.keys.secret,
        &[b"setup link v1\n", day.to_string().as_bytes()],
    );
    digest.iter().take(24).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether this is the word of today or yesterday, and still of use.
///
/// # Errors
/// 404 for every other word, and for everybody once there is an administrator.
pub async fn check(app: &App, conn: &mut AsyncPgConnection, given: &str) -> Result<(), AppError> {
    let today = app.now().date_naive();
    let fits = [today, today - TimeDelta::days(1)]
        .iter()
        .any(|day| bool::from(word(app, *day).as_bytes().ct_eq(given.as_bytes())));
    if fits && due(conn).await? {
        Ok(())
    } else {
        Err(AppError::NotFound("link"))
    }
}

/// Enters the organisation that runs the site and its first administrator.
pub async fn create(app: &App, db: &Db, given: &str, asked: SetupCreate) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    check(app, &mut conn, given).await?;
    drop(conn);
    let account = NewAccount {
        id: Uuid::now_v7(),
        email: asked.email.trim().to_lowercase(),
        name: asked.name.trim().to_owned(),
        role: Role::Admin,
        password_hash: app.sign_in.hash(asked.password).await?,
    };
    let organisation = NewOrganisation {
        id: Uuid::now_v7(),
        name: asked.organisation.trim().to_owned(),
        kind: OrganisationKind::Association,
        country: None,
        visibility: Visibility::Listed,
        website: None,
        about: None,
    };
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        accounts::one_at_a_time(conn).await?;
        check(app, conn, given).await?;
        if accounts::insert_account(conn, &account).await? == 0 {
            let why = "an account with this address exists already";
            return Err(AppError::unfit("/email", "constraint", why));
        }
        if accounts::insert_organisation(conn, &organisation).await? == 0 {
            let why = "an organisation of this name stands already";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let entry = audit::Entry::by(account.id, "site.set_up", "account", account.id);
        audit::record(conn, entry).await
    })
    .await
}
