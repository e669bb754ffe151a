//! What is shown: one dimension by one length of span, cut out of a protected cube.

use super::{
    DimensionId,
    calendar::{Calendar, Node},
    cube::{Figure, Line},
    protect::Protected,
};
use crate::{
    month::Month,
    statistics::{Hidden, Period},
};

/// A figure as published: a value, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Shown {
    /// Rounded as the policy says.
    pub value: Option<u64>,
    pub hidden: Hidden,
}

/// One word's figures.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Row {
    pub word: String,
    pub cells: Vec<Shown>,
    pub total: Shown,
}

/// One dimension over some months.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Table {
    /// The columns: `2026-11`, `2026-Q4` or `2026`. Spans that the asked months cut are left out.
    pub periods: Vec<String>,
    pub rows: Vec<Row>,
    pub totals: Vec<Shown>,
    pub total: Shown,
}

impl Protected {
    /// The table of a dimension over all months.
    #[must_use]
    pub fn table(&self, of: DimensionId, period: Period) -> Table {
        self.cut(of, period, None)
    }

    /// The table of a dimension over some months, both included.
    ///
    /// Its totals are sums of figures that are shown anyway, so that no two cuts tell more than the whole.
    #[must_use]
    pub fn slice(&self, of: DimensionId, period: Period, first: Month, last: Month) -> Table {
        self.cut(of, period, Some((first, last)))
    }

    fn cut(&self, of: DimensionId, period: Period, months: Option<(Month, Month)>) -> Table {
        let calendar = &self.cube.calendar;
        let fits = |node: &Node| months.is_none_or(|(first, last)| calendar.lies_in(*node, first, last));
        let columns: Vec<Node> = calendar.of(period).filter(fits).collect();
        let line = |line: Line| {
            let cells = columns
                .iter()
                .map(|node| self.shown(Figure { line, node: *node }));
            (cells.collect::<Vec<_>>(), self.sum(line, &columns))
        };
        let rows = self.cube.words(of).map(|(word, at)| {
            let (cells, total) = line(at);
            Row {
                word: word.to_owned(),
                cells,
                total,
            }
        });
        let rows = rows.collect();
        let (totals, total) = line(self.cube.totals());
        let periods = columns.iter().map(|node| calendar.id(*node).to_owned()).collect();
        Table {
            periods,
            rows,
            totals,
            total,
        }
    }

    fn shown(&self, figure: Figure) -> Shown {
        let counts = self.counts(figure);
        if !self.is_hidden(figure) {
            return Shown {
                value: Some(self.policy.round(counts.incidents)),
                hidden: Hidden::No,
            };
        }
        let few = counts.parties < self.policy.threshold();
        Shown {
            value: None,
            hidden: if few { Hidden::Small } else { Hidden::Complement },
        }
    }

    /// The total of some columns: the whole if they are all there is, else the sum of what is shown.
    fn sum(&self, line: Line, columns: &[Node]) -> Shown {
        let calendar = &self.cube.calendar;
        let in_columns = |month: &Node| columns.iter().any(|column| calendar.is_within(*month, *column));
        if calendar.months().iter().all(in_columns) {
            return self.shown(Figure {
                line,
                node: Calendar::ROOT,
            });
        }
        match self.sum_within(line, Calendar::ROOT, columns) {
            Some(sum) => Shown {
                value: Some(self.policy.round(sum)),
                hidden: Hidden::No,
            },
            None => Shown {
                value: None,
                hidden: Hidden::Complement,
            },
        }
    }

    /// The exact sum over what of `node` lies in the columns, if shown figures tell it.
    fn sum_within(&self, line: Line, node: Node, columns: &[Node]) -> Option<u64> {
        let calendar = &self.cube.calendar;
        let figure = Figure { line, node };
        let months = || {
            calendar
                .months()
                .iter()
                .filter(|month| calendar.is_within(**month, node))
        };
        let inside = months()
            .filter(|month| columns.iter().any(|c| calendar.is_within(**month, *c)))
            .count();
        if inside == 0 {
            return Some(0);
        }
        if inside == months().count() && !self.is_hidden(figure) {
            return Some(self.counts(figure).incidents);
        }
        let mut parts = calendar.children(node).peekable();
        parts.peek()?;
        parts.map(|part| self.sum_within(line, part, columns)).sum()
    }
}
