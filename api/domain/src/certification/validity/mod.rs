//! Whether an engagement was covered: the person certified, the supplier accredited and the person employed by it, on
//! every day.
//!
//! Two times are told apart: the days a record is about, and the instant it was made. Asked with the same instant, the
//! answer stays the same for ever.

mod dependants;
mod reason;
mod record;
#[cfg(test)]
mod tests;

pub use dependants::{Dependant, Facts, Whose, dependants};
pub use reason::{Lack, Reason, ValidityReason};
pub use record::{Certificate, Employment, Event, Grant};

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub discipline: String,
    /// The least rank of level.
    pub level_rank: u8,
    /// The supplier in whose name the work is done; without it only the person counts.
    pub supplier: Option<Uuid>,
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Only what was recorded by then counts.
    pub known_at: DateTime<Utc>,
}

/// Consecutive days for which the answer is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    pub valid: bool,
    /// None if valid.
    pub reasons: Vec<Reason>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether every day is.
    pub valid: bool,
    pub days: Vec<Span>,
    /// Those of all days, each once.
    pub reasons: Vec<Reason>,
    /// What should be known although the days count.
    pub notices: Vec<Reason>,
}

/// Whether the work of a person in a discipline was covered on every day asked for.
///
/// `certificates` are the person's, `supplier_certificates` those of the supplier asked for, of any discipline.
/// A supplier's level is not compared with that of a person: it is accredited in the discipline, or it is not.
#[must_use]
pub fn valid(
    question: &Question,
    certificates: &[Certificate],
    employments: &[Employment],
    supplier_certificates: &[Certificate],
) -> Answer {
    let known = Known::of(question, certificates, employments, supplier_certificates);
    let mut answer = Answer {
        valid: question.from <= question.to,
        days: Vec::new(),
        reasons: Vec::new(),
        notices: Vec::new(),
    };
    if !answer.valid {
        answer.reasons.push(Reason::NoDays);
    }
    let turns = known.turns();
    for (at, from) in turns.iter().enumerate() {
        let next = turns.get(at + 1).and_then(|next| next.pred_opt());
        let to = next.unwrap_or(question.to);
        let reasons = known.reasons(*from);
        answer.valid &= reasons.is_empty();
        add(&mut answer.reasons, &reasons);
        if reasons.is_empty() {
            add(&mut answer.notices, &known.notices(*from));
        }
        match answer.days.last_mut() {
            Some(last) if last.reasons == reasons => last.to = to,
            _ => answer.days.push(Span {
                from: *from,
                to,
                valid: reasons.is_empty(),
                reasons,
            }),
        }
    }
    answer
}

fn add(all: &mut Vec<Reason>, more: &[Reason]) {
    for reason in more {
        if !all.contains(reason) {
            all.push(*reason);
        }
    }
}

/// What was on record when the question is asked, of the discipline and the supplier asked for.
struct Known<'a> {
    question: &'a Question,
    person: Vec<Certificate>,
    supplier: Vec<Certificate>,
    employments: Vec<&'a Employment>,
}

impl<'a> Known<'a> {
    fn of(
        question: &'a Question,
        certificates: &[Certificate],
        employments: &'a [Employment],
        supplier_certificates: &[Certificate],
    ) -> Self {
        let in_discipline = |all: &[Certificate]| {
            all.iter()
                .filter(|certificate| certificate.grant.discipline == question.discipline)
                .filter_map(|certificate| certificate.known_at(question.known_at))
                .collect()
        };
        Self {
            question,
            person: in_discipline(certificates),
            supplier: in_discipline(supplier_certificates),
            employments: employments
                .iter()
                .filter(|e| Some(e.supplier) == question.supplier && e.is_known_at(question.known_at))
                .collect(),
        }
    }

    /// The first days of what may differ, within the days asked for.
    fn turns(&self) -> Vec<NaiveDate> {
        let certificates = self
            .person
            .iter()
            .chain(&self.supplier)
            .flat_map(Certificate::turns);
        let employments = self.employments.iter().flat_map(|employment| employment.turns());
        let within = self.question.from..=self.question.to;
        let turns: BTreeSet<_> = certificates
            .chain(employments)
            .chain([self.question.from])
            .filter(|day| within.contains(day))
            .collect();
        turns.into_iter().collect()
    }

    fn reasons(&self, day: NaiveDate) -> Vec<Reason> {
        let person = lack(&self.person, self.question.level_rank, day).map(Reason::Person);
        let mut reasons: Vec<_> = person.into_iter().collect();
        if self.question.supplier.is_some() {
            reasons.extend(lack(&self.supplier, 0, day).map(Reason::Supplier));
            if !self.employments.iter().any(|employment| employment.covers(day)) {
                let ended = self
                    .employments
                    .iter()
                    .filter_map(|e| e.to_on)
                    .filter(|to| *to < day);
                let begin = self
                    .employments
                    .iter()
                    .map(|e| e.from_on)
                    .filter(|from| *from > day);
                reasons.push(Reason::NotEmployed {
                    until: ended.max(),
                    again_from: begin.min(),
                });
            }
        }
        reasons
    }

    /// Records made after the first day asked for and after the day they are about, if the day rests on nothing older.
    fn notices(&self, day: NaiveDate) -> Vec<Reason> {
        let rank = self.question.level_rank;
        let holding = self
            .person
            .iter()
            .filter(|c| c.grant.level_rank >= rank && c.lack(day).is_none())
            .min_by_key(|c| c.grant.recorded_at);
        let certificate = holding.map(|c| Reason::BackDatedCertificate {
            from: c.grant.valid_from,
            recorded_on: c.grant.recorded_at.date_naive(),
        });
        let employed = self
            .employments
            .iter()
            .filter(|e| e.covers(day))
            .min_by_key(|e| e.recorded_at);
        let employment = employed.map(|e| Reason::BackDatedEmployment {
            from: e.from_on,
            recorded_on: e.recorded_at.date_naive(),
        });
        let late = |reason: &Reason| match reason {
            Reason::BackDatedCertificate { from, recorded_on }
            | Reason::BackDatedEmployment { from, recorded_on } => {
                *recorded_on > self.question.from.max(*from)
            }
            _ => false,
        };
        certificate.into_iter().chain(employment).filter(late).collect()
    }
}

/// What is missing on a day if no certificate is enough. Of several, the one that began last tells why.
fn lack(certificates: &[Certificate], rank: u8, day: NaiveDate) -> Option<Lack> {
    let enough: Vec<_> = certificates
        .iter()
        .filter(|c| c.grant.level_rank >= rank)
        .collect();
    if enough.iter().any(|c| c.lack(day).is_none()) {
        return None;
    }
    let begun = enough.iter().filter(|c| c.grant.valid_from <= day);
    let last = begun.max_by_key(|c| (c.grant.valid_from, c.grant.recorded_at));
    let coming = || enough.iter().min_by_key(|c| c.grant.valid_from);
    let highest = || certificates.iter().map(|c| c.grant.level_rank).max();
    match last.or_else(coming) {
        Some(certificate) => certificate.lack(day),
        None => Some(highest().map_or(Lack::NotCertified, |held| Lack::LevelTooLow { held, asked: rank })),
    }
}
