//! What is told by letter of a step with a rating.

use super::model::RatingRow;
use crate::auth::store as accounts;
use crate::http::AppError;
use crate::mail::{self, Letter};
use bellbuoy_domain::certification::rating::RatingStep;
use diesel_async::AsyncPgConnection;

/// Tells whoever wrote the rating, or the answer, what was decided on it.
pub async fn tell(
    conn: &mut AsyncPgConnection,
    row: &RatingRow,
    step: RatingStep,
    name: &str,
) -> Result<(), AppError> {
    let reason = |why: &Option<String>| why.clone().unwrap_or_default();
    let (to, subject, body) = match step {
        RatingStep::Publish => (
            row.account_id,
            format!("Your rating of {name} is published"),
            "It counts in the figures from the first of a coming month on, once enough organisations have rated. Your \
             organisation is named only if you agreed to it."
                .to_owned(),
        ),
        RatingStep::Refuse => (
            row.account_id,
            format!("Your rating of {name} was not published"),
            format!("{}\n\nYou can mend it and send it again.", reason(&row.reason)),
        ),
        RatingStep::TakeDown => (
            row.account_id,
            format!("Your rating of {name} was taken down"),
            reason(&row.reason),
        ),
        RatingStep::PublishAnswer => (
            row.answered_by,
            format!("Your answer to a rating of {name} is published"),
            "It stands below the remark from now on.".to_owned(),
        ),
        RatingStep::RefuseAnswer => (
            row.answered_by,
            format!("Your answer to a rating of {name} was not published"),
            format!("{}\n\nYou can answer anew.", reason(&row.answer_reason)),
        ),
        RatingStep::Mend | RatingStep::Withdraw | RatingStep::Answer => return Ok(()),
    };
    let Some(account) = to else { return Ok(()) };
    let Some(found) = accounts::find(conn, account).await? else {
        return Ok(());
    };
    let letter = Letter {
        to: found.email,
        subject,
        body: format!("{body}\n"),
    };
    mail::enqueue(conn, &letter).await
}
