//! ATT&CK techniques: a small built-in set, enough to begin with; the full list comes from the official bundle.

use std::sync::LazyLock;

use crate::{data, incident::TechniqueMatrix};

/// The version of ATT&CK the built-in set was written after.
pub const VERSION: &str = "17.1";

/// One technique of the built-in set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Technique {
    pub matrix: TechniqueMatrix,
    /// As in `T0832` or `T1566.001`.
    pub id: String,
    pub name: String,
    /// The first tactic it serves, by its short name.
    pub tactic: String,
}

static TECHNIQUES: LazyLock<Vec<Technique>> = LazyLock::new(|| {
    let technique = |row: Vec<String>| {
        let mut fields = row.into_iter();
        let matrix = fields.next()?.parse().ok()?;
        Some(Technique {
            matrix,
            id: fields.next()?,
            name: fields.next()?,
            tactic: fields.next()?,
        })
    };
    data::rows(include_str!("../data/attack_techniques.csv"))
        .filter_map(technique)
        .collect()
});

/// The built-in techniques, by matrix and id.
#[must_use]
pub fn techniques() -> &'static [Technique] {
    &TECHNIQUES
}

/// A technique of the built-in set.
#[must_use]
pub fn find_technique(matrix: TechniqueMatrix, id: &str) -> Option<&'static Technique> {
    TECHNIQUES
        .iter()
        .find(|technique| technique.matrix == matrix && technique.id == id)
}

/// Whether a text has the form of a technique's id: `T`, four digits, and for a part of one a dot and three more.
#[must_use]
pub fn is_technique_id(text: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    let Some(number) = text.strip_prefix('T') else {
        return false;
    };
    match number.split_once('.') {
        None => digits(number, 4),
        Some((whole, part)) => digits(whole, 4) && digits(part, 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_technique_and_both_matrices_are_there() {
        assert_eq!(
            TECHNIQUES.len(),
            include_str!("../data/attack_techniques.csv").lines().count() - 1
        );
        for matrix in TechniqueMatrix::ALL {
            assert!(TECHNIQUES.iter().filter(|t| t.matrix == *matrix).count() >= 30);
        }
        assert!(
            TECHNIQUES
                .iter()
                .all(|t| is_technique_id(&t.id) && !t.name.is_empty() && !t.tactic.is_empty())
        );
        let mut ids: Vec<_> = TECHNIQUES.iter().map(|t| &t.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), TECHNIQUES.len());
        assert_eq!(
            find_technique(TechniqueMatrix::Ics, "T0832").unwrap().name,
            "Manipulation of View"
        );
    }

    #[test]
    fn ids_have_one_form() {
        assert!(is_technique_id("T1566.001") && is_technique_id("T0832"));
        for text in [
            "",
            "T",
            "T12",
            "t1566",
            "T1566.",
            "T1566.1",
            "T15660",
            "TA0108",
            "T1566.001.1",
        ] {
            assert!(!is_technique_id(text), "{text}");
        }
    }
}
