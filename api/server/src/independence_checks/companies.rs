//! Companies as a question names them: of the register by id, others by name. A name is a company of its own, so that the
//! same name said twice is the same company, and a group is the company at its top.

use crate::http::{AppError, Fault};
use crate::{organisations, suppliers};
use bellbuoy_domain::certification::group::Ownership;
use bellbuoy_domain::place::plain;
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A company as it was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    pub id: Uuid,
    pub name: String,
}

/// How a company is named.
#[derive(Debug, Clone, Copy, Default)]
pub struct Named<'a> {
    pub organisation: Option<Uuid>,
    pub supplier: Option<Uuid>,
    pub name: Option<&'a str>,
    pub group: Option<&'a str>,
}

/// The companies that were met, and what is known of who owns whom.
#[derive(Debug, Default)]
pub struct Companies {
    pub ownerships: Vec<Ownership>,
    pub faults: Vec<Fault>,
}

/// The company of a name, however it is written.
pub fn by_name(name: &str) -> Uuid {
    let plain: Vec<String> = plain(name.trim()).split_whitespace().map(str::to_owned).collect();
    let digest = Sha256::digest(format!("company {}", plain.join(" ")));
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(digest) {
        *to = from;
    }
    Uuid::from_bytes(bytes)
}

impl Companies {
    /// Finds a company; a fault at `pointer` and nothing when it is unknown, or not named once.
    pub async fn find(
        &mut self,
        conn: &mut AsyncPgConnection,
        named: Named<'_>,
        pointer: &str,
    ) -> Result<Option<Company>, AppError> {
        let found = match (named.organisation, named.supplier, named.name) {
            (Some(id), None, None) => self.organisation(conn, id, pointer).await?,
            (None, Some(id), None) => self.supplier(conn, id, &format!("{pointer}/supplier_id")).await?,
            (None, None, Some(name)) => Some(Company {
                id: by_name(name),
                name: name.trim().to_owned(),
            }),
            _ => {
                let why = "has to be named once: by the id of a member organisation, by that of a firm, or by its name";
                self.faults.push(Fault::new(pointer, "one_company", why));
                None
            }
        };
        if let (Some(company), Some(group)) = (&found, named.group) {
            self.owned(company.id, by_name(group));
        }
        Ok(found)
    }

    /// Finds a firm of the register, with the member organisation that it is.
    pub async fn supplier(
        &mut self,
        conn: &mut AsyncPgConnection,
        id: Uuid,
        pointer: &str,
    ) -> Result<Option<Company>, AppError> {
        let Some(firm) = suppliers::firm(conn, id).await? else {
            let why = "is not a firm of the register; search it at /api/v1/suppliers";
            self.faults.push(Fault::new(pointer, "unknown_supplier", why));
            return Ok(None);
        };
        self.owned(id, by_name(&firm.name));
        if let Some(organisation) = firm.organisation_id {
            self.owned(id, organisation);
        }
        Ok(Some(Company { id, name: firm.name }))
    }

    async fn organisation(
        &mut self,
        conn: &mut AsyncPgConnection,
        id: Uuid,
        pointer: &str,
    ) -> Result<Option<Company>, AppError> {
        let found = organisations::names(conn, &[id]).await?.pop();
        let Some((_, name)) = found else {
            let why = "is not a member organisation that you may know of; search it at /api/v1/organisations, or give its name";
            let pointer = format!("{pointer}/organisation_id");
            self.faults.push(Fault::new(pointer, "unknown_organisation", why));
            return Ok(None);
        };
        self.owned(id, by_name(&name));
        Ok(Some(Company { id, name }))
    }

    /// Notes that one company belongs to another.
    pub fn owned(&mut self, company: Uuid, parent: Uuid) {
        if company != parent {
            self.ownerships.push(Ownership { company, parent });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_company_however_it_is_written() {
        assert_eq!(by_name("Meridian  Tankers"), by_name(" meridian tankérs "));
        assert_ne!(by_name("Meridian Tankers"), by_name("Meridian Tanker"));
    }
}
