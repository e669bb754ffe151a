//! What goes when an account is removed.

use crate::schema::{
    certification_applications, certification_evidence, certification_questions, certification_referees,
};
use bellbuoy_domain::certification::CertificationStage;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::json;
use uuid::Uuid;

/// Removes drafts, withdraws what is under way, and takes away what an applicant wrote and whom they named. What was
/// decided stays.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    use certification_applications as a;
    let all: Vec<Uuid> = a::table
        .filter(a::account_id.eq(account))
        .select(a::id)
        .load(conn)
        .await?;
    diesel::delete(certification_evidence::table.filter(certification_evidence::application_id.eq_any(&all)))
        .execute(conn)
        .await?;
    diesel::delete(
        certification_referees::table
            .filter(certification_referees::application_id.eq_any(&all))
            .filter(certification_referees::answered_at.is_null()),
    )
    .execute(conn)
    .await?;
    diesel::update(certification_referees::table.filter(certification_referees::application_id.eq_any(&all)))
        .set((
            certification_referees::name.eq(""),
            // Two of one application may not be the same.
            certification_referees::email.eq(diesel::dsl::sql::<diesel::sql_types::Text>("id::text")),
            certification_referees::relation.eq(""),
            certification_referees::words.eq(""),
        ))
        .execute(conn)
        .await?;
    diesel::update(
        certification_questions::table
            .filter(certification_questions::application_id.eq_any(&all))
            .filter(certification_questions::answer.is_not_null()),
    )
    .set(certification_questions::answer.eq(""))
    .execute(conn)
    .await?;
    let drafts = a::table
        .filter(a::account_id.eq(account))
        .filter(a::stage.eq(CertificationStage::Draft));
    diesel::delete(drafts).execute(conn).await?;
    diesel::update(a::table.filter(a::account_id.eq(account)))
        .set((
            a::statement.eq(None::<String>),
            a::interests.eq(json!([])),
            a::curriculum.eq(json!([])),
        ))
        .execute(conn)
        .await?;
    let under_way = [
        CertificationStage::Submitted,
        CertificationStage::InReview,
        CertificationStage::Asked,
    ];
    let open = a::table
        .filter(a::account_id.eq(account))
        .filter(a::stage.eq_any(under_way));
    diesel::update(open)
        .set(a::stage.eq(CertificationStage::Withdrawn))
        .execute(conn)
        .await?;
    Ok(())
}
