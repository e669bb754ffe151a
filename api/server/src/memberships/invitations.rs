//! Invitations by link: a random word that only its receiver has, of which the database keeps a hash.

use super::model::MembershipRow;
use super::store::{self, InvitationRow};
use super::wire::InvitationAccept;
use crate::app::App;
use crate::auth;
use crate::auth::model::{NewAccount, NewMembership};
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use crate::{audit, outbox};
use bellbuoy_domain::account::{MembershipState, OrganisationRole, Role};
use chrono::{TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long a link works.
const OPEN: TimeDelta = TimeDelta::days(7);

/// Who is invited, by whom, to what.
pub struct Invited<'a> {
    pub organisation: Uuid,
    /// Its name, for the letter.
    pub name: &'a str,
    pub email: &'a str,
    pub role: OrganisationRole,
    pub by: Uuid,
    /// The site's own address, for the link.
    pub base: &'a str,
}

/// Writes the membership and the letter; returns the id and the link.
pub async fn invite(conn: &mut AsyncPgConnection, invited: Invited<'_>) -> Result<(Uuid, String), AppError> {
    let word = hex::encode(rand::random::<[u8; 24]>());
    let email = invited.email.trim().to_lowercase();
    let membership = NewMembership {
        id: Uuid::now_v7(),
        organisation_id: invited.organisation,
        account_id: None,
        email: email.clone(),
        role: invited.role,
        state: MembershipState::Invited,
        invitation_hash: Some(hash(&word)),
        invitation_expires_at: Some(Utc::now() + OPEN),
        invited_by: Some(invited.by),
    };
    if auth::store::insert_membership(conn, &membership).await? == 0 {
        return Err(AppError::unfit(
            "/email",
            "constraint",
            "this address is invited or belongs to the organisation already",
        ));
    }
    let link = format!("{}/invitations/{word}", invited.base);
    let letter = Letter {
        to: email,
        subject: format!("Invitation to act for {}", invited.name),
        body: format!(
            "You are invited to act for {} on Bellbuoy.\n\nOpen this link within seven days, choose a password, and \
             wait until the one who invited you confirms it:\n\n{link}\n\nIf you did not expect this letter, do nothing.\n",
            invited.name
        ),
    };
    mail::enqueue(conn, &letter).await?;
    let entry = audit::Entry::by(invited.by, "membership.invite", "membership", membership.id);
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "membership.changed", membership.id).await?;
    Ok((membership.id, link))
}

/// What a link is for, while it works.
pub async fn look_up(conn: &mut AsyncPgConnection, word: &str) -> Result<InvitationRow, AppError> {
    store::invitation(conn, &hash(word))
        .await?
        .filter(|found| found.expires_at.is_some_and(|until| until > Utc::now()))
        .ok_or(AppError::NotFound("invitation"))
}

/// Accepts an invitation with a new account, or with the account of that address if its password fits.
pub async fn accept(
    app: &App,
    db: &Db,
    word: &str,
    asked: InvitationAccept,
) -> Result<MembershipRow, AppError> {
    let account = {
        let mut conn = db.as_caller(Caller::System).await?;
        let found = look_up(&mut conn, word).await?;
        auth::store::find_by_email(&mut conn, &found.email).await?
    };
    // The slow hashing is done outside of any transaction.
    let (known, new_hash) = match &account {
        Some(account) => {
            let fits =
                auth::actions::proves(app, &account.email, Some(account), asked.password, None).await?;
            if !fits || account.role != Role::Member {
                return Err(AppError::refused(
                    &codes::WRONG_CREDENTIALS,
                    "an account with this address exists already, and this is not its password",
                ));
            }
            (Some(account.id), String::new())
        }
        None => (None, app.sign_in.hash(asked.password).await?),
    };
    let mut conn: Guarded = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        let found = look_up(conn, word).await?;
        let account = match known {
            Some(account) => account,
            None => {
                let account = NewAccount {
                    id: Uuid::now_v7(),
                    email: found.email.clone(),
                    name: asked.name.trim().to_owned(),
                    role: Role::Member,
                    password_hash: new_hash,
                };
                if auth::store::insert_account(conn, &account).await? == 0 {
                    let why =
                        "this address got an account just now: open the link again, and give its password";
                    return Err(AppError::refused(&codes::CONFLICT, why));
                }
                account.id
            }
        };
        if auth::store::belongs(conn, account).await? {
            return Err(AppError::refused(
                &codes::CONFLICT,
                "this person acts for an organisation already; leave it first, or use another address",
            ));
        }
        let row = store::accept(conn, found.membership, account, Utc::now()).await?;
        audit::record(
            conn,
            audit::Entry::by(account, "membership.accept", "membership", row.id),
        )
        .await?;
        outbox::enqueue(conn, "membership.changed", row.id).await?;
        Ok(row)
    })
    .await
}

/// The hash of a link's word.
fn hash(word: &str) -> Vec<u8> {
    Sha256::digest(format!("invitation v1\n{word}")).to_vec()
}
