//! What happened, for those who follow. Written in the transaction of the change; nothing leaves
//! the process inside a request.

use crate::http::AppError;
use crate::schema::outbox;
use chrono::{DurationRound, TimeDelta, Utc};
use diesel::ExpressionMethods;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Like [`enqueue`], with a time cut to the hour: for what came of a sealed report.
pub async fn enqueue_to_the_hour(
    mut conn: &AsyncPgConnection,
    topic: &str,
    object: Uuid,
) -> Result<(), AppError> {
    let now = Utc::now();
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(Uuid::new_v4()),
            outbox::topic.eq(topic),
            outbox::object_id.eq(object),
            outbox::at.eq(now.duration_trunc(TimeDelta::hours(1)).unwrap_or(now)),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Writes the event in the caller's transaction, beside other statements if need be.
pub async fn enqueue(mut conn: &AsyncPgConnection, topic: &str, object: Uuid) -> Result<(), AppError> {
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(Uuid::new_v4()),
            outbox::topic.eq(topic),
            outbox::object_id.eq(object),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}
