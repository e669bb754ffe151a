//! Months in quarters in years in the whole span: a tree, so that a figure's coarser figures are its ancestors.

use crate::{month::Month, statistics::Period};

/// Which time span a figure is for; the whole span is the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Node(pub usize);

#[derive(Debug, Clone)]
struct Span {
    /// `2026-11`, `2026-Q4`, `2026`; empty for the whole.
    id: String,
    /// `None` for the whole span.
    period: Option<Period>,
    parent: Option<Node>,
    first: Month,
    last: Month,
}

/// The spans of a run of months. A quarter or year at the edge may be cut.
#[derive(Debug, Clone)]
pub(super) struct Calendar {
    spans: Vec<Span>,
    months: Vec<Node>,
}

impl Calendar {
    pub const ROOT: Node = Node(0);

    pub fn new(first: Month, last: Month) -> Self {
        let mut calendar = Self {
            spans: Vec::new(),
            months: Vec::new(),
        };
        calendar.push(String::new(), None, None, first);
        for month in first.through(last) {
            let year = calendar.at_end(month.year().to_string(), Period::Year, Self::ROOT, month);
            let quarter = format!("{}-Q{}", month.year(), month.quarter());
            let quarter = calendar.at_end(quarter, Period::Quarter, year, month);
            let leaf = calendar.push(month.to_string(), Some(Period::Month), Some(quarter), month);
            calendar.months.push(leaf);
            for above in calendar.upwards(leaf).collect::<Vec<_>>() {
                if let Some(span) = calendar.spans.get_mut(above.0) {
                    span.last = month;
                }
            }
        }
        calendar
    }

    fn push(&mut self, id: String, period: Option<Period>, parent: Option<Node>, first: Month) -> Node {
        self.spans.push(Span {
            id,
            period,
            parent,
            first,
            last: first,
        });
        Node(self.spans.len() - 1)
    }

    /// The span with this id if it is the newest of its kind, else a new one.
    fn at_end(&mut self, id: String, period: Period, parent: Node, month: Month) -> Node {
        let newest = self.spans.iter().rposition(|span| span.period == Some(period));
        match newest.filter(|at| self.id(Node(*at)) == id) {
            Some(at) => Node(at),
            None => self.push(id, Some(period), Some(parent), month),
        }
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    pub fn months(&self) -> &[Node] {
        &self.months
    }

    pub fn id(&self, node: Node) -> &str {
        self.spans.get(node.0).map_or("", |span| span.id.as_str())
    }

    pub fn find(&self, id: &str) -> Option<Node> {
        self.spans.iter().position(|span| span.id == id).map(Node)
    }

    /// The node and everything it is part of, the root last.
    pub fn upwards(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(Some(node), |at| self.spans.get(at.0).and_then(|span| span.parent))
    }

    pub fn is_within(&self, node: Node, above: Node) -> bool {
        self.upwards(node).any(|at| at == above)
    }

    /// The spans directly inside this one.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> {
        let parts = self.spans.iter().enumerate();
        parts
            .filter(move |(_, span)| span.parent == Some(node))
            .map(|(at, _)| Node(at))
    }

    /// All spans of one length, in order of time.
    pub fn of(&self, period: Period) -> impl Iterator<Item = Node> {
        let parts = self.spans.iter().enumerate();
        parts
            .filter(move |(_, span)| span.period == Some(period))
            .map(|(at, _)| Node(at))
    }

    /// Whether the span lies wholly in the given months.
    pub fn lies_in(&self, node: Node, first: Month, last: Month) -> bool {
        let span = self.spans.get(node.0);
        span.is_some_and(|span| first <= span.first && span.last <= last)
    }

    /// What a change at `from` touches when it is made up for at `to`: everything `from` is part of and `to` is not.
    pub fn path(&self, from: Node, to: Option<Node>) -> impl Iterator<Item = Node> {
        self.upwards(from)
            .filter(move |at| !to.is_some_and(|to| self.is_within(to, *at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        Calendar::new("2025-11".parse().unwrap(), "2026-05".parse().unwrap())
    }

    fn ids(calendar: &Calendar, nodes: impl Iterator<Item = Node>) -> Vec<&str> {
        nodes.map(|node| calendar.id(node)).collect()
    }

    #[test]
    fn months_lie_in_quarters_and_years() {
        let c = calendar();
        assert_eq!(ids(&c, c.of(Period::Year)), ["2025", "2026"]);
        assert_eq!(ids(&c, c.of(Period::Quarter)), ["2025-Q4", "2026-Q1", "2026-Q2"]);
        assert_eq!(c.months().len(), 7);
        let december = c.find("2025-12").unwrap();
        assert_eq!(ids(&c, c.upwards(december)), ["2025-12", "2025-Q4", "2025", ""]);
    }

    #[test]
    fn a_path_stops_below_what_both_ends_share() {
        let c = calendar();
        let at = |id: &str| c.find(id).unwrap();
        assert_eq!(ids(&c, c.path(at("2026-01"), Some(at("2026-02")))), ["2026-01"]);
        assert_eq!(
            ids(&c, c.path(at("2026-01"), Some(at("2026-05")))),
            ["2026-01", "2026-Q1"]
        );
        assert_eq!(
            ids(&c, c.path(at("2026-01"), Some(at("2025-12")))),
            ["2026-01", "2026-Q1", "2026"]
        );
        assert_eq!(ids(&c, c.path(at("2026-01"), None)).len(), 4);
    }

    #[test]
    fn a_cut_quarter_knows_its_own_ends() {
        let c = calendar();
        let (first, last) = ("2025-11".parse().unwrap(), "2025-12".parse().unwrap());
        assert!(c.lies_in(c.find("2025").unwrap(), first, last));
        assert!(!c.lies_in(c.find("2026").unwrap(), first, last));
    }
}
