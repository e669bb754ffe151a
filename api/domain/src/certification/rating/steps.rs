//! The way of a rating and of the answer to it.

use super::{RatingActor, RatingStep};
use crate::certification::ReviewStatus;

/// Where a rating stands, and the answer to it if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatingState {
    pub rating: ReviewStatus,
    pub answer: Option<ReviewStatus>,
}

/// A step that the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{step}` is not possible by {by} with a rating that is `{}`{}; {}", .from.rating, told(.from.answer), self.way_out())]
pub struct RatingRefusal {
    pub from: RatingState,
    pub step: RatingStep,
    pub by: RatingActor,
}

fn told(answer: Option<ReviewStatus>) -> String {
    answer.map_or_else(String::new, |answer| format!(" and whose answer is `{answer}`"))
}

impl RatingRefusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = possible(self.from, self.by)
            .map(|step| format!("`{step}`"))
            .collect();
        if possible.is_empty() {
            "nothing is left to do".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// The steps that somebody can take.
pub fn possible(from: RatingState, by: RatingActor) -> impl Iterator<Item = RatingStep> {
    RatingStep::ALL
        .iter()
        .copied()
        .filter(move |taken| step(from, *taken, by).is_ok())
}

/// Where a step takes a rating.
///
/// What was published does not change: it is withdrawn or taken down, and rated anew. So figures that were drawn from
/// it can always be drawn again.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn step(from: RatingState, step: RatingStep, by: RatingActor) -> Result<RatingState, RatingRefusal> {
    use RatingActor as By;
    use RatingStep as Take;
    use ReviewStatus as At;
    let rating = |rating| Ok(RatingState { rating, ..from });
    let answer = |answer| {
        Ok(RatingState {
            answer: Some(answer),
            ..from
        })
    };
    match (from.rating, from.answer, step, by) {
        (At::Pending | At::Refused, _, Take::Mend, By::Rater) => rating(At::Pending),
        (At::Pending | At::Refused | At::Published, _, Take::Withdraw, By::Rater) => rating(At::Withdrawn),
        (At::Pending, _, Take::Publish, By::Moderator) => rating(At::Published),
        (At::Pending, _, Take::Refuse, By::Moderator) => rating(At::Refused),
        (At::Published, _, Take::TakeDown, By::Moderator) => rating(At::TakenDown),
        (At::Published, None | Some(At::Refused), Take::Answer, By::Rated) => answer(At::Pending),
        (At::Published, Some(At::Pending), Take::PublishAnswer, By::Moderator) => answer(At::Published),
        (At::Published, Some(At::Pending), Take::RefuseAnswer, By::Moderator) => answer(At::Refused),
        _ => Err(RatingRefusal { from, step, by }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> impl Iterator<Item = Option<ReviewStatus>> {
        std::iter::once(None).chain(ReviewStatus::ALL.iter().copied().map(Some))
    }

    fn word(answer: Option<ReviewStatus>) -> &'static str {
        answer.map_or("-", |answer| answer.as_str())
    }

    #[test]
    fn every_state_step_and_actor_is_settled() {
        let mut table = Vec::new();
        for rating in ReviewStatus::ALL {
            for answer in answers() {
                for taken in RatingStep::ALL {
                    for by in RatingActor::ALL {
                        let from = RatingState {
                            rating: *rating,
                            answer,
                        };
                        if let Ok(to) = step(from, *taken, *by) {
                            let (then, now) = (word(answer), word(to.answer));
                            table.push(format!("{rating} {then} | {by} {taken} | {} {now}", to.rating));
                        }
                    }
                }
            }
        }
        let mut expected = Vec::new();
        for answer in answers() {
            let same = |line: &str| format!("{} {}", line.replace('?', word(answer)), word(answer));
            expected.extend([
                same("pending ? | rater mend | pending"),
                same("pending ? | rater withdraw | withdrawn"),
                same("pending ? | moderator publish | published"),
                same("pending ? | moderator refuse | refused"),
                same("published ? | rater withdraw | withdrawn"),
                same("published ? | moderator take_down | taken_down"),
                same("refused ? | rater mend | pending"),
                same("refused ? | rater withdraw | withdrawn"),
            ]);
        }
        expected.extend(
            [
                "published - | rated answer | published pending",
                "published refused | rated answer | published pending",
                "published pending | moderator publish_answer | published published",
                "published pending | moderator refuse_answer | published refused",
            ]
            .map(str::to_owned),
        );
        table.sort();
        expected.sort();
        assert_eq!(table, expected);
    }

    #[test]
    fn a_refusal_says_what_can_be_done() {
        let pending = RatingState {
            rating: ReviewStatus::Pending,
            answer: None,
        };
        let early = step(pending, RatingStep::TakeDown, RatingActor::Moderator).unwrap_err();
        assert_eq!(
            early.to_string(),
            "`take_down` is not possible by moderator with a rating that is `pending`; possible: `publish`, `refuse`"
        );
        let over = RatingState {
            rating: ReviewStatus::Withdrawn,
            answer: Some(ReviewStatus::Published),
        };
        let late = step(over, RatingStep::Withdraw, RatingActor::Rater).unwrap_err();
        assert!(
            late.to_string()
                .ends_with("`withdrawn` and whose answer is `published`; nothing is left to do")
        );
    }
}
