//! Who would assess: the person, the firm, and for whom they worked.

use super::companies::{Companies, Named, by_name};
use super::facts::{Known, unknown_person};
use super::wire::IndependenceCheckCreate;
use crate::consultants;
use crate::http::AppError;
use bellbuoy_domain::certification::independence::{AssessorTie, IndependenceFinding, IndependenceSource};
use diesel_async::AsyncPgConnection;

/// The person, and for whom they worked as the register knows it.
pub async fn person(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
    companies: &mut Companies,
    known: &mut Known,
) -> Result<(), AppError> {
    let Some(id) = asked.consultant_id else {
        return Ok(());
    };
    let Some(person) = consultants::holder(conn, id).await? else {
        companies.faults.push(unknown_person("/consultant_id"));
        return Ok(());
    };
    known.account = person.account_id;
    if known.facts.supplier.is_none() {
        known.facts.supplier = consultants::firm_today(conn, id, asked.on).await?;
    }
    for one in consultants::employments(conn, id).await? {
        if one.retracted_at.is_some() {
            continue;
        }
        let found = companies
            .supplier(conn, one.supplier_id, "/consultant_id")
            .await?;
        if let Some(company) = found {
            known.tie(IndependenceSource::Register, company, one.from_on, one.to_on);
        }
    }
    Ok(())
}

/// The firm in whose name it is done: it counts as long as the question goes.
pub async fn firm(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
    companies: &mut Companies,
    known: &mut Known,
) -> Result<(), AppError> {
    known.firm = known.facts.supplier;
    let Some(id) = known.facts.supplier else {
        return Ok(());
    };
    let Some(company) = companies.supplier(conn, id, "/supplier_id").await? else {
        return Ok(());
    };
    if let Some(group) = &asked.group {
        companies.owned(id, by_name(group));
        let says = format!("{} belongs to the group {}", company.name, group.trim());
        known.note(IndependenceFinding::SameGroup, IndependenceSource::Caller, says);
    }
    if asked.supplier_id.is_some() {
        let says = format!("the assessment is made in the name of {}", company.name);
        known.note(IndependenceFinding::SameGroup, IndependenceSource::Caller, says);
        known.facts.assessor_ties.push(AssessorTie {
            company: id,
            name: company.name,
            from_on: asked.on,
            to_on: None,
        });
    }
    Ok(())
}

/// What the caller says of where else the person worked.
pub async fn work(
    conn: &mut AsyncPgConnection,
    asked: &IndependenceCheckCreate,
    companies: &mut Companies,
    known: &mut Known,
) -> Result<(), AppError> {
    for (place, one) in asked.work.iter().enumerate() {
        let named = Named {
            supplier: one.supplier_id,
            name: one.name.as_deref(),
            group: one.group.as_deref(),
            ..Named::default()
        };
        let found = companies.find(conn, named, &format!("/work/{place}")).await?;
        if let Some(company) = found {
            known.tie(IndependenceSource::Caller, company, one.from_on, one.to_on);
        }
    }
    Ok(())
}
