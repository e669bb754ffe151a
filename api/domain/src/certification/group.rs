//! Which companies belong together.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

/// A company and one that owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ownership {
    pub company: Uuid,
    pub parent: Uuid,
}

/// The companies above each company.
#[derive(Debug, Clone, Default)]
pub struct Groups(BTreeMap<Uuid, Vec<Uuid>>);

impl Groups {
    #[must_use]
    pub fn of(ownerships: &[Ownership]) -> Self {
        let mut parents: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for ownership in ownerships {
            parents
                .entry(ownership.company)
                .or_default()
                .push(ownership.parent);
        }
        Self(parents)
    }

    /// Whether two companies are the same or have an owner in common, however far up.
    ///
    /// The owners of a joint venture are not related by it; each is related to the venture.
    #[must_use]
    pub fn related(&self, one: Uuid, other: Uuid) -> bool {
        !self.above(one).is_disjoint(&self.above(other))
    }

    /// The company and all that own it. Companies that own each other in a circle are met once.
    fn above(&self, company: Uuid) -> BTreeSet<Uuid> {
        let mut met = BTreeSet::new();
        let mut waiting = vec![company];
        while let Some(next) = waiting.pop() {
            if met.insert(next) {
                waiting.extend(self.0.get(&next).into_iter().flatten());
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn groups(edges: &[(u128, u128)]) -> Groups {
        let edges: Vec<_> = edges
            .iter()
            .map(|(company, parent)| Ownership {
                company: Uuid::from_u128(*company),
                parent: Uuid::from_u128(*parent),
            })
            .collect();
        Groups::of(&edges)
    }

    fn related(edges: &[(u128, u128)], one: u128, other: u128) -> bool {
        groups(edges).related(Uuid::from_u128(one), Uuid::from_u128(other))
    }

    #[test]
    fn an_owner_in_common_relates_however_far_up() {
        let edges = [(1, 10), (10, 100), (2, 20), (20, 100), (3, 30)];
        assert!(related(&edges, 1, 2) && related(&edges, 1, 100) && related(&edges, 7, 7));
        assert!(!related(&edges, 1, 3) && !related(&edges, 3, 100));
    }

    #[test]
    fn a_joint_venture_relates_to_both_owners_and_not_them_to_each_other() {
        let edges = [(5, 1), (5, 2)];
        assert!(related(&edges, 5, 1) && related(&edges, 5, 2));
        assert!(!related(&edges, 1, 2));
    }

    #[test]
    fn a_circle_ends() {
        assert!(related(&[(1, 2), (2, 3), (3, 1), (4, 4)], 1, 3));
        assert!(!related(&[(1, 2), (2, 3), (3, 1), (4, 4)], 1, 4));
    }

    proptest! {
        #[test]
        fn relation_is_mutual_and_more_owners_never_part(
            edges in prop::collection::vec((0_u128..8, 0_u128..8), 0..12), more in (0_u128..8, 0_u128..8),
            one in 0_u128..8, other in 0_u128..8,
        ) {
            prop_assert_eq!(related(&edges, one, other), related(&edges, other, one));
            let wider: Vec<_> = edges.iter().copied().chain([more]).collect();
            prop_assert!(!related(&edges, one, other) || related(&wider, one, other));
        }
    }
}
