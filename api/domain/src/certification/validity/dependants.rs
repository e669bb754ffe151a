//! Which engagements lose their cover by a step, so that those who rely on them are told.

use super::{Answer, Certificate, Employment, Event, Question, valid};

/// What is on record about one person and one supplier.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub certificates: Vec<Certificate>,
    pub employments: Vec<Employment>,
    pub supplier_certificates: Vec<Certificate>,
}

/// Which certificate a step is taken with, by its place in the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Person(usize),
    Supplier(usize),
}

/// An engagement that was covered and no longer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependant<'a, T> {
    pub test: &'a T,
    /// Which days fail, and why.
    pub answer: Answer,
}

impl Facts {
    /// The answer from these facts.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Answer {
        valid(
            question,
            &self.certificates,
            &self.employments,
            &self.supplier_certificates,
        )
    }

    /// The facts with one more step on record.
    #[must_use]
    pub fn with(&self, whose: Whose, event: &Event) -> Self {
        let mut facts = self.clone();
        let certificate = match whose {
            Whose::Person(at) => facts.certificates.get_mut(at),
            Whose::Supplier(at) => facts.supplier_certificates.get_mut(at),
        };
        if let Some(certificate) = certificate {
            certificate.events.push(event.clone());
        }
        facts
    }
}

/// The tests that are covered until the step is recorded, and are not from then on. Each is asked as known at that
/// instant, whatever instant its question names.
#[must_use]
pub fn dependants<'a, T>(
    tests: &'a [(T, Question)],
    facts: &Facts,
    whose: Whose,
    event: &Event,
) -> Vec<Dependant<'a, T>> {
    let after = facts.with(whose, event);
    let lost = |(test, question): &'a (T, Question)| {
        let question = Question {
            known_at: event.recorded_at,
            ..question.clone()
        };
        let answer = after.answer(&question);
        let changed = facts.answer(&question).valid && !answer.valid;
        changed.then_some(Dependant { test, answer })
    };
    tests.iter().filter_map(lost).collect()
}
