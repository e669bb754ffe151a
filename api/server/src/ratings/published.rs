//! What everybody may know of ratings. Drawn by the server, because who asks may read no row.

use super::model::{Rated, RatingRow};
use super::store;
use super::wire::{OwnAnswer, RatingFigures, RatingMean, RatingRemark};
use crate::auth::token::Claims;
use crate::http::AppError;
use crate::{consultants, organisations, suppliers};
use bellbuoy_domain::certification::rating::{
    Counted, Figures, LEAST_ORGANISATIONS, RatingActor, RatingStep, figures, first_of_month, rating_step,
};
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// Whether somebody is who is rated, or speaks for the firm.
pub async fn is_rated(
    conn: &mut AsyncPgConnection,
    by: Option<&Claims>,
    rated: Rated,
) -> Result<bool, AppError> {
    let Some(by) = by.filter(|by| !by.bare && !by.trial) else {
        return Ok(false);
    };
    match rated.kind {
        HolderKind::Person => Ok(consultants::own_id(conn, by.sub).await? == Some(rated.id)),
        HolderKind::Supplier => {
            let firm = suppliers::firm(conn, rated.id).await?;
            let own = firm.and_then(|firm| firm.organisation_id);
            Ok(own.is_some() && own == by.org && by.within.is_some_and(|within| within.manages()))
        }
    }
}

/// The ratings that count in what is shown of somebody on a day.
pub async fn shown(
    conn: &mut AsyncPgConnection,
    rated: Rated,
    today: NaiveDate,
) -> Result<(Option<Figures>, Vec<RatingRow>), AppError> {
    let rows = store::published(conn, rated).await?;
    let counted: Vec<Counted> = rows.iter().filter_map(counted).collect();
    let figures = figures(&counted, today);
    let rows = match &figures {
        Some(figures) => rows
            .into_iter()
            .filter(|row| row.status == ReviewStatus::Published && figures.ratings.contains(&row.id))
            .collect(),
        None => Vec::new(),
    };
    Ok((figures, rows))
}

/// What is shown of somebody on a day, with their own answers if it is they who ask.
pub async fn of(
    conn: &mut AsyncPgConnection,
    rated: Rated,
    own: bool,
    today: NaiveDate,
) -> Result<RatingFigures, AppError> {
    let (figures, rows) = shown(conn, rated, today).await?;
    let agreed: Vec<Uuid> = rows
        .iter()
        .filter(|row| row.named)
        .map(|row| row.organisation_id)
        .collect();
    let names: HashMap<Uuid, String> = organisations::names(conn, &agreed).await?.into_iter().collect();
    let remarks = rows
        .into_iter()
        .filter_map(|row| remark(row, &names, own))
        .collect();
    let Some(figures) = figures else {
        return Ok(RatingFigures {
            enough: false,
            least: LEAST_ORGANISATIONS,
            as_of: first_of_month(today),
            organisations: None,
            means: Vec::new(),
            remarks: Vec::new(),
            meaning: format!(
                "Fewer than {LEAST_ORGANISATIONS} ratings. Figures are shown once at least {LEAST_ORGANISATIONS} \
                 different organisations have rated; how many there are until then is told to nobody."
            ),
        });
    };
    Ok(RatingFigures {
        enough: true,
        least: LEAST_ORGANISATIONS,
        as_of: figures.as_of,
        organisations: Some(figures.organisations),
        means: figures.means.iter().map(mean).collect(),
        remarks,
        meaning: format!(
            "Means of the stars, one to five, that {} member organisations gave after an engagement; each organisation \
             counts once, and each rating was moderated. The scheme does not certify by them. They move on when the \
             ratings of at least {LEAST_ORGANISATIONS} organisations have changed.",
            figures.organisations
        ),
    })
}

fn counted(row: &RatingRow) -> Option<Counted> {
    Some(Counted {
        id: row.id,
        organisation: row.organisation_id,
        stars: row.stars(),
        published_at: row.published_at?,
        gone_at: row.gone_at,
    })
}

fn mean(of: &bellbuoy_domain::certification::rating::Mean) -> RatingMean {
    RatingMean {
        criterion: of.criterion,
        mean: f64::from(of.tenths) / 10.0,
    }
}

fn remark(row: RatingRow, names: &HashMap<Uuid, String>, own: bool) -> Option<RatingRemark> {
    let etag = row.etag();
    let open = rating_step(row.state(), RatingStep::Answer, RatingActor::Rated).is_ok();
    let public = row
        .answer
        .clone()
        .filter(|_| row.answer_status == Some(ReviewStatus::Published));
    Some(RatingRemark {
        id: row.id,
        words: row.remark?,
        organisation: names.get(&row.organisation_id).filter(|_| row.named).cloned(),
        answer: public,
        own_answer: own.then_some(OwnAnswer {
            words: row.answer,
            status: row.answer_status,
            reason: row.answer_reason,
            open,
            etag,
        }),
    })
}
