//! Asking whether an assessor is independent of a ship.

use super::facts::{self, Known};
use super::wire::{IndependenceCheck, IndependenceCheckCreate, IndependenceHindrance, IndependenceRule};
use crate::auth::token::Claims;
use crate::db::{Caller, Db};
use crate::http::{AppError, codes};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::independence::{Finding, IndependenceFinding, Limits, independent};

/// Asks it. What others declared to the register is looked at by the server, and told by its outcome.
pub async fn ask(
    db: &Db,
    by: &Claims,
    asked: &IndependenceCheckCreate,
) -> Result<IndependenceCheck, AppError> {
    if by.org.is_none() && by.role != Role::SchemeAdministrator {
        let why =
            "this is for people and programs of a member organisation and for the scheme's administrators";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let mut known = {
        let mut conn = db.as_caller(by.caller()).await?;
        facts::gather(&mut conn, asked).await?
    };
    let (told_of, kept) = {
        let mut conn = db.as_caller(Caller::System).await?;
        facts::declared(&mut conn, by, &mut known, asked.on).await?
    };
    known.facts.interests.extend(told_of);
    let limits = Limits::default();
    let found = independent(&known.facts, asked.on, limits).findings;
    let mut against: Vec<(IndependenceFinding, IndependenceHindrance)> =
        found.into_iter().map(|one| (one.code, told(one))).collect();
    if kept {
        let hindrance = IndependenceHindrance {
            text: "something that the assessor declared to the register stands in the way; ask them"
                .to_owned(),
            since: None,
            until: None,
        };
        against.push((IndependenceFinding::DeclaredInterest, hindrance));
    }
    let rules: Vec<IndependenceRule> = IndependenceFinding::ALL
        .iter()
        .map(|rule| settled(*rule, &mut against, &known, limits))
        .collect();
    Ok(IndependenceCheck {
        independent: rules.iter().all(|rule| rule.holds),
        on: asked.on,
        rules,
    })
}

fn told(finding: Finding) -> IndependenceHindrance {
    IndependenceHindrance {
        text: finding.text,
        since: Some(finding.since),
        until: finding.until,
    }
}

fn settled(
    rule: IndependenceFinding,
    against: &mut Vec<(IndependenceFinding, IndependenceHindrance)>,
    known: &Known,
    limits: Limits,
) -> IndependenceRule {
    let own: Vec<IndependenceHindrance> = against
        .extract_if(.., |(code, _)| *code == rule)
        .map(|(_, one)| one)
        .collect();
    let grounds = known.grounds.iter().filter(|(code, _)| *code == rule);
    IndependenceRule {
        rule,
        holds: own.is_empty(),
        explanation: explained(rule, own.is_empty(), limits),
        against: own,
        rests_on: grounds.map(|(_, ground)| ground.clone()).collect(),
    }
}

fn explained(rule: IndependenceFinding, holds: bool, limits: Limits) -> String {
    let Limits { months, consecutive } = limits;
    match (rule, holds) {
        (IndependenceFinding::SameGroup, true) => format!(
            "no company that the assessor works for, or did within {months} months, belongs to the group of one that owns, manages or equips the ship, or did"
        ),
        (IndependenceFinding::SameGroup, false) => format!(
            "a company that the assessor works for, or did within {months} months, belongs to the group of one that owns, manages or equips the ship, or did"
        ),
        (IndependenceFinding::ConsecutivePerson, true) => {
            format!("the person did not make the last {consecutive} assessments of the ship")
        }
        (IndependenceFinding::ConsecutivePerson, false) => format!(
            "the person made the last {consecutive} assessments of the ship or more; somebody else has to make the next"
        ),
        (IndependenceFinding::ConsecutiveSupplier, true) => {
            format!("the firm or its group did not make the last {consecutive} assessments of the ship")
        }
        (IndependenceFinding::ConsecutiveSupplier, false) => format!(
            "the firm or its group made the last {consecutive} assessments of the ship or more; another firm has to make the next"
        ),
        (IndependenceFinding::DeclaredInterest, true) => {
            "no interest was declared with regard to the ship that was not cleared".to_owned()
        }
        (IndependenceFinding::DeclaredInterest, false) => {
            "an interest was declared with regard to the ship and not cleared".to_owned()
        }
    }
}
