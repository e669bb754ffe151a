//! Whether an assessor is independent of a vessel: of those who own, manage or equip it, and of their own earlier work.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use uuid::Uuid;

use super::cooling::{free_from, still_counts};
use super::group::{Groups, Ownership};

vocabulary! {
    /// What a company is to a vessel.
    VesselTie = "vessel_tie", version "1", source "Bellbuoy" {
        Owner => "owner", "Owner";
        Manager => "manager", "Manager";
        OtVendor => "ot_vendor", "Maker or supplier of on-board technology";
    }
}

vocabulary! {
    /// What stands against the independence of an assessor.
    IndependenceFinding = "independence_finding", version "1", source "Bellbuoy" {
        SameGroup => "same_group", "Same group as owner, manager or maker";
        ConsecutivePerson => "consecutive_person", "Too many assessments in a row by the same person";
        ConsecutiveSupplier => "consecutive_supplier", "Too many assessments in a row by the same supplier";
        DeclaredInterest => "declared_interest", "Declared interest that was not cleared";
    }
}

vocabulary! {
    /// Who says what an answer about independence rests on.
    IndependenceSource = "independence_source", version "1", source "Bellbuoy" {
        Caller => "caller", "Said by whoever asks";
        Register => "register", "Known by the register";
    }
}

/// A company that employs or engages the assessor, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessorTie {
    pub company: Uuid,
    pub name: String,
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: Option<NaiveDate>,
}

/// A company that owns, manages or equips the vessel, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VesselCompany {
    pub company: Uuid,
    pub name: String,
    pub tie: VesselTie,
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: Option<NaiveDate>,
}

/// An interest that the assessor declared with regard to this vessel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    pub about: String,
    pub declared_on: NaiveDate,
    /// When somebody else found that it does not stand in the way.
    pub cleared_on: Option<NaiveDate>,
}

/// Who made an earlier assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    Known(Uuid),
    /// Others than those who are asked about.
    Others,
    /// It may have been anybody: it neither belongs to a row nor ends it.
    Unsaid,
}

/// An earlier assessment of this vessel, by anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub on: NaiveDate,
    pub assessor: Maker,
    pub supplier: Maker,
}

/// What the rule looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub assessor: Uuid,
    /// In whose name the assessment is made.
    pub supplier: Option<Uuid>,
    pub ownerships: Vec<Ownership>,
    pub assessor_ties: Vec<AssessorTie>,
    pub vessel_companies: Vec<VesselCompany>,
    pub interests: Vec<Interest>,
    pub earlier: Vec<Earlier>,
}

/// How strict the rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long a tie counts after it ended.
    pub months: u32,
    /// How many assessments of a vessel in a row one person, or one supplier, may make.
    pub consecutive: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            months: 24,
            consecutive: 3,
        }
    }
}

/// Something that stands against independence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: IndependenceFinding,
    pub text: String,
    pub since: NaiveDate,
    /// The first day on which it no longer counts, if that is known.
    pub until: Option<NaiveDate>,
}

/// Whether the assessor is independent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub independent: bool,
    pub findings: Vec<Finding>,
}

/// Whether the assessor is independent of the vessel on the first day of an assessment.
///
/// Ties of both sides count while they last and for the months after; they need not have met in time: who left an
/// owner last year is not independent of a vessel that the owner buys today.
#[must_use]
pub fn independent(facts: &Facts, on: NaiveDate, limits: Limits) -> Verdict {
    let groups = Groups::of(&facts.ownerships);
    let mut findings = same_group(facts, &groups, on, limits.months);
    findings.extend(in_a_row(facts, &groups, on, limits.consecutive));
    findings.extend(declared(facts, on));
    Verdict {
        independent: findings.is_empty(),
        findings,
    }
}

fn same_group(facts: &Facts, groups: &Groups, on: NaiveDate, months: u32) -> Vec<Finding> {
    let counts = |from_on: NaiveDate, to_on| from_on <= on && still_counts(to_on, months, on);
    let mut findings = Vec::new();
    for own in facts
        .assessor_ties
        .iter()
        .filter(|tie| counts(tie.from_on, tie.to_on))
    {
        for theirs in facts
            .vessel_companies
            .iter()
            .filter(|tie| counts(tie.from_on, tie.to_on))
        {
            if !groups.related(own.company, theirs.company) {
                continue;
            }
            let ends = [free_from(own.to_on, months), free_from(theirs.to_on, months)];
            findings.push(Finding {
                code: IndependenceFinding::SameGroup,
                text: told(own, theirs),
                since: own.from_on.max(theirs.from_on),
                until: ends.into_iter().flatten().min(),
            });
        }
    }
    findings
}

fn told(own: &AssessorTie, theirs: &VesselCompany) -> String {
    let tie = theirs.tie.label().to_lowercase();
    let belongs = if own.company == theirs.company {
        format!(
            "{}, for whom the assessor works, is {tie} of the vessel",
            own.name
        )
    } else {
        format!(
            "{}, for whom the assessor works, belongs to the same group as {}, {tie} of the vessel",
            own.name, theirs.name
        )
    };
    let ended = [("the work", own.to_on), ("the tie to the vessel", theirs.to_on)];
    let ended: Vec<_> = ended
        .into_iter()
        .filter_map(|(what, to_on)| Some(format!("{what} ended on {}", to_on?)))
        .collect();
    if ended.is_empty() {
        belongs
    } else {
        format!("{belongs}; {}", ended.join(" and "))
    }
}

fn in_a_row(facts: &Facts, groups: &Groups, on: NaiveDate, most: usize) -> Vec<Finding> {
    let mut earlier: Vec<_> = facts.earlier.iter().filter(|earlier| earlier.on < on).collect();
    earlier.sort_by_key(|earlier| std::cmp::Reverse(earlier.on));
    let by_person = earlier
        .iter()
        .filter(|earlier| earlier.assessor != Maker::Unsaid)
        .take_while(|earlier| earlier.assessor == Maker::Known(facts.assessor));
    let by_supplier = earlier
        .iter()
        .filter(|earlier| earlier.supplier != Maker::Unsaid)
        .take_while(|earlier| match (earlier.supplier, facts.supplier) {
            (Maker::Known(then), Some(now)) => groups.related(then, now),
            _ => false,
        });
    let runs: [(_, _, Vec<_>); 2] = [
        (
            IndependenceFinding::ConsecutivePerson,
            "person",
            by_person.collect(),
        ),
        (
            IndependenceFinding::ConsecutiveSupplier,
            "supplier or its group",
            by_supplier.collect(),
        ),
    ];
    let too_long = |(code, who, run): (IndependenceFinding, &str, Vec<&&Earlier>)| {
        let first = run.last()?;
        let text = format!(
            "the last {} assessments of the vessel were made by the same {who}; at most {most} in a row are allowed",
            run.len()
        );
        (run.len() >= most).then_some(Finding {
            code,
            text,
            since: first.on,
            until: None,
        })
    };
    runs.into_iter().filter_map(too_long).collect()
}

fn declared(facts: &Facts, on: NaiveDate) -> impl Iterator<Item = Finding> {
    let standing = facts
        .interests
        .iter()
        .filter(move |interest| interest.cleared_on.is_none_or(|cleared| cleared > on));
    standing.map(|interest| Finding {
        code: IndependenceFinding::DeclaredInterest,
        text: format!(
            "the assessor declared an interest that was not cleared: {}",
            interest.about
        ),
        since: interest.declared_on,
        until: interest.cleared_on,
    })
}
