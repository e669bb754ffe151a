//! The proof that a hidden figure is safe: another set of figures that fits everything published.
//!
//! A move adds to some hidden figures what it takes from others, so that every sum stays as it is. As long as each
//! figure stays within what its mark tells, a reader cannot know which of the two sets is the true one.

use std::collections::BTreeSet;

use super::{
    Policy,
    calendar::Node,
    cube::{Cube, Figure, Line},
};

/// Figures that grow and shrink together by the same amount.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Move {
    up: Vec<Figure>,
    down: Vec<Figure>,
}

impl Move {
    /// A line gains at `from` what it loses at `to`; with no `to`, its total over all months changes.
    pub fn gain(&mut self, cube: &Cube, line: Line, from: Node, to: Option<Node>) {
        self.up
            .extend(cube.calendar.path(from, to).map(|node| Figure { line, node }));
        if let Some(to) = to {
            self.down.extend(
                cube.calendar
                    .path(to, Some(from))
                    .map(|node| Figure { line, node }),
            );
        }
    }

    /// The opposite of `gain`.
    pub fn lose(&mut self, cube: &Cube, line: Line, from: Node, to: Option<Node>) {
        self.down
            .extend(cube.calendar.path(from, to).map(|node| Figure { line, node }));
        if let Some(to) = to {
            self.up.extend(
                cube.calendar
                    .path(to, Some(from))
                    .map(|node| Figure { line, node }),
            );
        }
    }

    /// Makes both moves at once.
    pub fn join(&mut self, other: Self) {
        self.up.extend(other.up);
        self.down.extend(other.down);
    }

    /// Every figure that has to be hidden for this move to be possible.
    pub fn figures(&self) -> impl Iterator<Item = Figure> {
        self.up.iter().chain(&self.down).copied()
    }
}

/// What a reader knows of a hidden figure from its mark alone, and what hiding it costs.
pub(super) struct Marks<'a> {
    cube: &'a Cube,
    policy: Policy,
    /// By node: the largest figure of a line that cannot exceed the total.
    floor_of_total: Vec<u64>,
    capped: BTreeSet<Line>,
}

impl<'a> Marks<'a> {
    pub fn new(cube: &'a Cube, policy: Policy) -> Self {
        let capped: BTreeSet<Line> = cube
            .dimensions()
            .filter(|(_, additive, _)| !additive)
            .flat_map(|(.., l)| l)
            .collect();
        let largest = |node| {
            capped
                .iter()
                .map(|line| cube.at(Figure { line: *line, node }).incidents)
                .max()
        };
        let floor_of_total = cube.nodes().map(|node| largest(node).unwrap_or(0)).collect();
        Self {
            cube,
            policy,
            floor_of_total,
            capped,
        }
    }

    /// Whether too few parties stand behind a figure to show it; zero tells of nobody.
    pub fn is_small(&self, figure: Figure) -> bool {
        let parties = self.cube.at(figure).parties;
        0 < parties && parties < self.policy.threshold()
    }

    /// The smallest and largest value the figure may have as far as its mark tells.
    ///
    /// `small` is also the mark of a hidden zero, so it tells less than the threshold and not more than nothing. A
    /// reader may take one incident for one party, so the bounds do as well, unless the truth is beyond.
    fn bounds(&self, figure: Figure) -> (u64, u64) {
        let counts = self.cube.at(figure);
        let threshold = self.policy.threshold();
        let (mut low, mut high) = if counts.parties < threshold {
            (0, counts.incidents.max(threshold.saturating_sub(1)))
        } else {
            (threshold, u64::MAX)
        };
        if figure.line == self.cube.totals() {
            low = low.max(self.floor_of_total.get(figure.node.0).copied().unwrap_or(0));
        }
        if self.capped.contains(&figure.line) {
            high = high.min(self.cube.total(figure.node).incidents);
        }
        (low, high)
    }

    /// How far apart the values of each figure in the move can lie; nothing means that the move proves nothing.
    pub fn width(&self, one: &Move) -> u64 {
        let room = |figure: &Figure| {
            let (low, high) = self.bounds(*figure);
            let here = self.cube.at(*figure).incidents;
            (here.saturating_sub(low), high.saturating_sub(here))
        };
        let rooms: Vec<_> = one.up.iter().map(room).collect();
        let swapped = one.down.iter().map(|figure| {
            let (below, above) = room(figure);
            (above, below)
        });
        let all = rooms.into_iter().chain(swapped);
        let (back, forth) = all.fold((u64::MAX, u64::MAX), |(b, f), (below, above)| {
            (b.min(below), f.min(above))
        });
        back.saturating_add(forth)
    }

    /// What a reader loses when the figure is hidden.
    pub fn cost(&self, figure: Figure) -> u64 {
        self.cube.at(figure).incidents.saturating_add(1)
    }
}
