//! The table of invented people, `seed/demo_consultants.csv`.

use super::firms::Fate;
use crate::consultants::{ConsultantProfile, Contact};
use bellbuoy_domain::vocabulary::Vocabulary;

const TABLE: &str = include_str!("../../../seed/demo_consultants.csv");

/// A cell that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("demo consultants, row {row}: {detail}")]
pub struct Unreadable {
    row: usize,
    detail: String,
}

/// Somebody invented.
#[derive(Debug, Clone)]
pub struct Person {
    pub profile: ConsultantProfile,
    /// Place of the firm among those invented.
    pub firm: Option<usize>,
    /// Days until the person can be engaged.
    pub available_in: Option<u64>,
    pub certificates: Vec<Held>,
}

/// A certificate of somebody invented.
#[derive(Debug, Clone)]
pub struct Held {
    pub discipline: String,
    pub level: String,
    /// Since it was granted.
    pub months: u32,
    pub fate: Fate,
}

/// Everybody.
///
/// # Errors
/// The first row that does not fit.
pub fn people() -> Result<Vec<Person>, Unreadable> {
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    reader
        .records()
        .enumerate()
        .map(|(row, record)| {
            let unreadable = |detail: String| Unreadable { row: row + 2, detail };
            let cells = record.map_err(|error| unreadable(error.to_string()))?;
            let cells: Vec<&str> = cells.iter().collect();
            person(&cells).map_err(unreadable)
        })
        .collect()
}

fn person(cells: &[&str]) -> Result<Person, String> {
    let [
        name,
        headline,
        base,
        languages,
        firm,
        domains,
        vessel_types,
        regions,
        modes,
        available,
        certificates,
        contacts,
    ] = cells
    else {
        return Err(format!("{} cells instead of 12", cells.len()));
    };
    Ok(Person {
        profile: ConsultantProfile {
            name: (*name).to_owned(),
            headline: Some((*headline).to_owned()),
            about: None,
            base: (*base).to_owned(),
            regions: words(regions)?,
            languages: several(languages).map(str::to_owned).collect(),
            domains: words(domains)?,
            vessel_types: words(vessel_types)?,
            modes: words(modes)?,
            available_from: None,
            hidden: false,
            contacts: several(contacts).map(contact).collect::<Result<_, _>>()?,
        },
        firm: number(firm)?,
        available_in: number(available)?,
        certificates: several(certificates).map(held).collect::<Result<_, _>>()?,
    })
}

fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|word| !word.is_empty())
}

fn words<V: Vocabulary>(cell: &str) -> Result<Vec<V>, String> {
    several(cell)
        .map(|word| V::parse(word).map_err(|unknown| unknown.to_string()))
        .collect()
}

fn number<N: std::str::FromStr>(cell: &str) -> Result<Option<N>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    cell.parse()
        .map(Some)
        .map_err(|_not_one| format!("`{cell}` is no number"))
}

fn contact(text: &str) -> Result<Contact, String> {
    let parts = text.split_once(' ').zip(text.rsplit_once(' '));
    let ((kind, _), (before, shown)) = parts.ok_or_else(|| format!("`{text}` is no contact"))?;
    let value = before.split_once(' ').map_or("", |(_, value)| value);
    Ok(Contact {
        kind: kind.parse().map_err(|unknown| format!("{unknown}"))?,
        value: value.to_owned(),
        public: shown == "public",
    })
}

fn held(text: &str) -> Result<Held, String> {
    let parts: Vec<&str> = text.split(' ').collect();
    let [discipline, level, months, fate] = parts.as_slice() else {
        return Err(format!("`{text}` is no certificate"));
    };
    Ok(Held {
        discipline: (*discipline).to_owned(),
        level: (*level).to_owned(),
        months: number(months)?.unwrap_or_default(),
        fate: self::fate(fate)?,
    })
}

fn fate(text: &str) -> Result<Fate, String> {
    let (word, days) = text.split_once(':').unwrap_or((text, "0"));
    let days = number(days)?.unwrap_or_default();
    match word {
        "in_force" => Ok(Fate::InForce),
        "suspended" => Ok(Fate::Suspended(days)),
        "reinstated" => Ok(Fate::Reinstated),
        "revoked" => Ok(Fate::Revoked(days)),
        "void" => Ok(Fate::Void),
        "withdrawn" => Ok(Fate::Withdrawn(days)),
        "renewed" => Ok(Fate::Renewed),
        _ => Err(format!("`{text}` is no fate")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_read_and_every_fate_is_somebodys() {
        let people = people().unwrap();
        assert_eq!(people.len(), 45);
        let has = |wanted: fn(Fate) -> bool| {
            let held = people.iter().flat_map(|person| &person.certificates);
            held.filter(|held| wanted(held.fate)).count() > 0
        };
        assert!(has(|fate| fate == Fate::InForce) && has(|fate| fate == Fate::Renewed));
        assert!(has(|fate| fate == Fate::Reinstated) && has(|fate| fate == Fate::Void));
        assert!(
            has(|fate| matches!(fate, Fate::Suspended(_))) && has(|fate| matches!(fate, Fate::Revoked(_)))
        );
        assert!(has(|fate| matches!(fate, Fate::Withdrawn(_))));
    }
}
