//! Systems on board and ashore that an incident can hit.

mod words;

use std::{collections::BTreeMap, sync::LazyLock};

pub use words::{System, SystemGroup, Technology};

use crate::data;

static TECHNOLOGY: LazyLock<BTreeMap<System, Technology>> = LazyLock::new(|| {
    let rows = data::rows(include_str!("../../data/systems.csv"));
    let pair = |row: Vec<String>| Some((row.first()?.parse().ok()?, row.get(2)?.parse().ok()?));
    rows.filter_map(pair).collect()
});

/// The group a system belongs to.
#[must_use]
pub const fn group_of(system: System) -> SystemGroup {
    system.parent()
}

/// The systems of a group.
pub fn systems_of(group: SystemGroup) -> impl Iterator<Item = System> {
    System::ALL
        .iter()
        .copied()
        .filter(move |system| system.parent() == group)
}

/// Whether a system moves data or machinery.
#[must_use]
pub fn technology_of(system: System) -> Technology {
    TECHNOLOGY.get(&system).copied().unwrap_or(Technology::It)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_vocabulary_say_the_same() {
        let rows: Vec<_> = data::rows(include_str!("../../data/systems.csv")).collect();
        let table: Vec<_> = rows
            .iter()
            .map(|r| [r[0].as_str(), r[1].as_str(), r[3].as_str()])
            .collect();
        let words: Vec<_> = System::ALL
            .iter()
            .map(|s| [s.as_str(), s.parent().as_str(), s.label()])
            .collect();
        assert_eq!(table, words);
        assert_eq!(TECHNOLOGY.len(), System::ALL.len());
    }

    #[test]
    fn charts_steer_and_mail_does_not() {
        assert_eq!(technology_of(System::Ecdis), Technology::Ot);
        assert_eq!(technology_of(System::ShipEmail), Technology::It);
        assert_eq!(group_of(System::Vsat), SystemGroup::Communication);
    }

    #[test]
    fn every_group_has_systems() {
        assert!(
            SystemGroup::ALL
                .iter()
                .all(|group| systems_of(*group).count() > 1)
        );
    }
}
