//! Whether the site is fit for real use: each check with what it found and its remedy, for the command line and for
//! administrators.

mod around;
mod inside;
pub mod routes;

use crate::app::App;
use crate::db::{Caller, Db};
use crate::http::AppError;
use serde::Serialize;
use utoipa::ToSchema;

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As it has to be.
    Ok,
    /// It works, and should be better.
    Warning,
    /// It has to be mended.
    Fault,
}

impl State {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Fault => "fault",
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Finding {
    /// What was looked at.
    #[schema(example = "backup")]
    pub check: String,
    /// `ok`, `warning` or `fault`.
    #[schema(value_type = String, example = "fault")]
    pub state: State,
    /// In a sentence.
    #[schema(example = "the newest backup is 31 hours old")]
    pub found: String,
    /// What to do; absent when nothing is.
    pub remedy: Option<String>,
}

impl Finding {
    fn ok(check: &str, found: impl Into<String>) -> Self {
        Self {
            check: check.to_owned(),
            state: State::Ok,
            found: found.into(),
            remedy: None,
        }
    }

    fn warning(check: &str, found: impl Into<String>, remedy: &str) -> Self {
        Self {
            state: State::Warning,
            remedy: Some(remedy.to_owned()),
            ..Self::ok(check, found)
        }
    }

    fn fault(check: &str, found: impl Into<String>, remedy: &str) -> Self {
        Self {
            state: State::Fault,
            remedy: Some(remedy.to_owned()),
            ..Self::ok(check, found)
        }
    }
}

/// All checks, in the order to mend them.
pub async fn examine(app: &App, db: &Db) -> Vec<Finding> {
    let mut found = vec![around::tls(app)];
    match database(app, db).await {
        Ok(more) => found.extend(more),
        Err(_unanswered) => found.push(Finding::fault(
            "database",
            "the database does not answer",
            "start it, or mend DATABASE_URL; database.log in the data folder says more",
        )),
    }
    found.extend([
        around::keys(app),
        around::backup(app),
        around::space(app),
        around::mail(app).await,
    ]);
    found
}

async fn database(app: &App, db: &Db) -> Result<Vec<Finding>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(vec![
        inside::clock(app, &mut conn).await?,
        inside::migrations(&mut conn).await?,
        inside::worker(&mut conn).await?,
        inside::letters(&mut conn).await?,
        inside::audit(app, &mut conn).await?,
        inside::administrators(app, &mut conn).await?,
        inside::recovery(app, db).await?,
    ])
}
