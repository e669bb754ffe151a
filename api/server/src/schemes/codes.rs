//! Codes of schemes in the words of a query.

use super::current::{Current, every_published, held_all};
use crate::db::{Caller, Db};
use crate::http::query::did_you_mean;
use crate::http::{AppError, Fault, codes};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a parameter of a query names.
#[derive(Debug, Clone, Copy)]
pub enum Code {
    Scheme,
    Discipline,
    Level,
}

impl Code {
    const fn what(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Discipline => "discipline",
            Self::Level => "level",
        }
    }

    fn known(self, versions: &[Arc<Current>]) -> BTreeSet<&str> {
        let mut known = BTreeSet::new();
        for version in versions {
            let content = &version.content;
            match self {
                Self::Scheme => known.extend([version.code.as_str()]),
                Self::Discipline => known.extend(content.disciplines.iter().map(|one| one.code.as_str())),
                Self::Level => known.extend(content.levels.iter().map(|one| one.code.as_str())),
            }
        }
        known
    }
}

/// Passes when every word of some parameters, separated by commas, is a code of a version that was ever published.
///
/// # Errors
/// Each unknown word, with the nearest that is known.
pub async fn are_known(
    db: &Db,
    caller: Caller,
    asked: &[(&str, Code, Option<&str>)],
) -> Result<(), AppError> {
    if asked.iter().all(|(.., words)| words.is_none()) || faults(&held_all(), asked).is_empty() {
        return Ok(());
    }
    let mut conn = db.as_caller(caller).await?;
    let faults = faults(&every_published(&mut conn).await?, asked);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Query(&codes::BAD_PARAMETER, faults))
    }
}

fn faults(versions: &[Arc<Current>], asked: &[(&str, Code, Option<&str>)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, code, words) in asked {
        let Some(words) = words else { continue };
        let known = code.known(versions);
        let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
        for word in words.filter(|word| !known.contains(word)) {
            let why = format!("`{word}` is not the code of a {} of any scheme", code.what());
            faults.push(
                Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, why)
                    .hint(did_you_mean(word, known.iter().copied()))
                    .accepted(known.iter().copied()),
            );
        }
    }
    faults
}
