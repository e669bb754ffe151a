//! What the rule looks at, put together from what the caller says and what the register knows.

use super::assessor;
use super::companies::{Companies, Company, Named, by_name};
use super::wire::{EarlierAssessment, IndependenceCheckCreate, IndependenceGround};
use crate::auth::token::Claims;
use crate::http::{AppError, Fault};
use crate::{certification_applications, consultants};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::group::Groups;
use bellbuoy_domain::certification::independence::{
    AssessorTie, Earlier, Facts, IndependenceFinding, IndependenceSource, Interest, Maker, VesselCompany,
};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The facts, and where they are from.
pub struct Known {
    pub facts: Facts,
    pub grounds: Vec<(IndependenceFinding, IndependenceGround)>,
    /// Whose declarations the register may hold: the account of the person, and the firm.
    pub account: Option<Uuid>,
    pub firm: Option<Uuid>,
}

/// Puts them together, but for what was declared to the register.
///
/// # Errors
/// Every id that is unknown and every pair of days that crosses.
pub async fn gather(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
) -> Result<Known, AppError> {
    let mut companies = Companies {
        faults: crossed(asked),
        ..Companies::default()
    };
    if asked.consultant_id.is_none() && asked.supplier_id.is_none() {
        let why = "name who would assess: `consultant_id`, `supplier_id` or both";
        companies
            .faults
            .push(Fault::new("/consultant_id", "required", why));
    }
    let mut known = Known {
        facts: Facts {
            assessor: asked.consultant_id.or(asked.supplier_id).unwrap_or_default(),
            supplier: asked.supplier_id,
            ownerships: Vec::new(),
            assessor_ties: Vec::new(),
            vessel_companies: Vec::new(),
            interests: Vec::new(),
            earlier: Vec::new(),
        },
        grounds: Vec::new(),
        account: None,
        firm: None,
    };
    assessor::person(conn, asked, &mut companies, &mut known).await?;
    assessor::firm(conn, asked, &mut companies, &mut known).await?;
    assessor::work(conn, asked, &mut companies, &mut known).await?;
    parties(conn, asked, &mut companies, &mut known).await?;
    earlier(conn, asked, &mut companies, &mut known).await?;
    if !companies.faults.is_empty() {
        return Err(AppError::Unfit(companies.faults));
    }
    for interest in &asked.interests {
        known.note(
            IndependenceFinding::DeclaredInterest,
            IndependenceSource::Caller,
            format!(
                "an interest declared on {}: {}",
                interest.declared_on,
                interest.about.trim()
            ),
        );
        known.facts.interests.push(Interest {
            about: interest.about.trim().to_owned(),
            declared_on: interest.declared_on,
            cleared_on: interest.cleared_on,
        });
    }
    known.facts.ownerships = companies.ownerships;
    Ok(known)
}

/// What was declared to the register about companies of the ship: what the caller may be told, and whether there is more.
/// Only the scheme's administrators and the person themselves are told what.
pub async fn declared(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    known: &mut Known,
    on: NaiveDate,
) -> Result<(Vec<Interest>, bool), AppError> {
    let runs = by.role == Role::SchemeAdministrator;
    let own = Some(by.sub) == known.account;
    let says = if runs || own {
        "what the assessor declared to the register in their last application"
    } else {
        "what the assessor declared to the register; of that you are told the outcome only"
    };
    known.note(
        IndependenceFinding::DeclaredInterest,
        IndependenceSource::Register,
        says.to_owned(),
    );
    let groups = Groups::of(&known.facts.ownerships);
    let all = certification_applications::declared(conn, known.account, known.firm, on).await?;
    let near = all.into_iter().filter(|one| {
        let company = by_name(&one.company);
        let mut theirs = known.facts.vessel_companies.iter();
        theirs.any(|theirs| groups.related(company, theirs.company))
    });
    let (told, kept): (Vec<_>, Vec<_>) = near.partition(|one| runs || (own && !one.of_firm));
    let told = told.into_iter().map(|one| Interest {
        about: format!("{}: {}", one.company, one.relation),
        declared_on: one.declared_on,
        cleared_on: None,
    });
    Ok((told.collect(), !kept.is_empty()))
}

impl Known {
    /// Notes what an outcome rests on.
    pub fn note(&mut self, rule: IndependenceFinding, source: IndependenceSource, says: String) {
        self.grounds.push((rule, IndependenceGround { source, says }));
    }

    /// Adds a company that the assessor works for, or did.
    pub fn tie(
        &mut self,
        source: IndependenceSource,
        company: Company,
        from_on: NaiveDate,
        to_on: Option<NaiveDate>,
    ) {
        let until = to_on.map_or_else(String::new, |to| format!(" to {to}"));
        let says = format!(
            "the assessor works or worked for {} from {from_on}{until}",
            company.name
        );
        self.note(IndependenceFinding::SameGroup, source, says);
        self.facts.assessor_ties.push(AssessorTie {
            company: company.id,
            name: company.name,
            from_on,
            to_on,
        });
    }
}

/// Days in the wrong order.
fn crossed(asked: &IndependenceCheckCreate) -> Vec<Fault> {
    let parties = asked.parties.iter().map(|one| (one.from_on, one.to_on));
    let work = asked.work.iter().map(|one| (one.from_on, one.to_on));
    let spans = [("parties", parties.collect::<Vec<_>>()), ("work", work.collect())];
    let mut faults = Vec::new();
    for (list, spans) in spans {
        for (place, (from, to)) in spans.into_iter().enumerate() {
            if to.is_some_and(|to| to < from) {
                let why = format!("has to be {from} or later, the first day");
                faults.push(Fault::new(format!("/{list}/{place}/to_on"), "order", why));
            }
        }
    }
    for (place, one) in asked.interests.iter().enumerate() {
        if one.cleared_on.is_some_and(|cleared| cleared < one.declared_on) {
            let why = format!("has to be {} or later, when it was declared", one.declared_on);
            faults.push(Fault::new(format!("/interests/{place}/cleared_on"), "order", why));
        }
    }
    for (place, one) in asked.earlier.iter().enumerate() {
        if one.on >= asked.on {
            let why = format!("has to be before {}, the day that is asked about", asked.on);
            faults.push(Fault::new(format!("/earlier/{place}/on"), "order", why));
        }
    }
    faults
}

async fn parties(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
    companies: &mut Companies,
    known: &mut Known,
) -> Result<(), AppError> {
    for (place, one) in asked.parties.iter().enumerate() {
        let named = Named {
            organisation: one.organisation_id,
            supplier: one.supplier_id,
            name: one.name.as_deref(),
            group: one.group.as_deref(),
        };
        let found = companies.find(conn, named, &format!("/parties/{place}")).await?;
        let Some(company) = found else { continue };
        let of = one
            .group
            .as_ref()
            .map_or_else(String::new, |group| format!(" of the group {}", group.trim()));
        let says = format!(
            "{}{of} is or was {} of the ship",
            company.name,
            one.tie.label().to_lowercase()
        );
        known.note(IndependenceFinding::SameGroup, IndependenceSource::Caller, says);
        known.facts.vessel_companies.push(VesselCompany {
            company: company.id,
            name: company.name,
            tie: one.tie,
            from_on: one.from_on,
            to_on: one.to_on,
        });
    }
    Ok(())
}

async fn earlier(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
    companies: &mut Companies,
    known: &mut Known,
) -> Result<(), AppError> {
    for (place, one) in asked.earlier.iter().enumerate() {
        let EarlierAssessment {
            on,
            consultant_id,
            supplier_id,
            by_others,
        } = one;
        if consultant_id.is_none() && supplier_id.is_none() && !by_others {
            let why =
                "has to say who made it: `consultant_id`, `supplier_id`, or `by_others` for somebody else";
            companies
                .faults
                .push(Fault::new(format!("/earlier/{place}"), "required", why));
        }
        let maker = |id: &Option<Uuid>| match id {
            Some(id) => Maker::Known(*id),
            None if *by_others => Maker::Others,
            None => Maker::Unsaid,
        };
        if let Some(id) = consultant_id
            && consultants::holder(conn, *id).await?.is_none()
        {
            let pointer = format!("/earlier/{place}/consultant_id");
            companies.faults.push(unknown_person(&pointer));
        }
        if let Some(id) = supplier_id {
            let pointer = format!("/earlier/{place}/supplier_id");
            companies.supplier(conn, *id, &pointer).await?;
        }
        known.facts.earlier.push(Earlier {
            on: *on,
            assessor: maker(consultant_id),
            supplier: maker(supplier_id),
        });
    }
    let unsaid = |who: fn(&Earlier) -> Maker| {
        let all = known.facts.earlier.iter();
        all.filter(|one| who(one) == Maker::Unsaid).count()
    };
    let rules = [
        (
            IndependenceFinding::ConsecutivePerson,
            "person",
            unsaid(|one| one.assessor),
        ),
        (
            IndependenceFinding::ConsecutiveSupplier,
            "firm",
            unsaid(|one| one.supplier),
        ),
    ];
    for (rule, who, unsaid) in rules {
        let says = match (asked.earlier.len(), unsaid) {
            (0, _) => "no earlier assessment of the ship was named".to_owned(),
            (count, 0) => format!("{count} earlier assessments of the ship"),
            (count, unsaid) => format!(
                "{count} earlier assessments of the ship; {unsaid} do not say by which {who} and were passed over"
            ),
        };
        known.note(rule, IndependenceSource::Caller, says);
    }
    Ok(())
}

/// A fault for an id that is nobody's.
pub fn unknown_person(pointer: &str) -> Fault {
    let why = "is not a person of the register; search it at /api/v1/consultants";
    Fault::new(pointer, "unknown_consultant", why)
}
