//! The figures before protection: every dimension's rows and the totals, at every span of the calendar.

use super::calendar::{Calendar, Node};
use crate::month::Month;

/// How many incidents, of how many distinct affected parties.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub incidents: u64,
    pub parties: u64,
}

/// A dimension of a cube.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DimensionId(pub(super) usize);

/// A line of figures: one word of a dimension, or the totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line(pub usize);

/// One figure: a line at a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Figure {
    pub line: Line,
    pub node: Node,
}

#[derive(Debug, Clone)]
struct Dimension {
    name: String,
    additive: bool,
    words: Vec<String>,
    first: Line,
}

/// All figures of one series, which are protected together because they share their totals.
#[derive(Debug, Clone)]
pub struct Cube {
    pub(super) calendar: Calendar,
    dimensions: Vec<Dimension>,
    /// By line, then by node.
    counts: Vec<Vec<Counts>>,
}

/// Why figures cannot be a cube.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CubeFault {
    #[error("{0:?} is not a span of these months")]
    UnknownSpan(String),
    #[error("{word:?} is not a word of {dimension}")]
    UnknownWord { dimension: String, word: String },
    #[error("{dimension} does not add up to the total of {span:?}")]
    DoesNotAddUp { dimension: String, span: String },
    #[error("the parts of {span:?} in {line} do not add up")]
    PartsDoNotAddUp { line: String, span: String },
    #[error("{line} has parties without incidents, or more parties than incidents, in {span:?}")]
    Parties { line: String, span: String },
}

impl Cube {
    const TOTALS: Line = Line(0);

    /// An empty cube over a run of months, both included.
    #[must_use]
    pub fn new(first: Month, last: Month) -> Self {
        let calendar = Calendar::new(first, last);
        let counts = vec![vec![Counts::default(); calendar.len()]];
        Self {
            calendar,
            dimensions: Vec::new(),
            counts,
        }
    }

    /// Adds a dimension with its rows.
    ///
    /// `additive` says that each incident stands in exactly one row, so that the rows add up to the total; a dimension
    /// that some incidents lack needs a row for those. Not additive means that an incident may stand in many rows.
    pub fn dimension(&mut self, name: &str, additive: bool, words: &[&str]) -> DimensionId {
        let first = Line(self.counts.len());
        let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
        let empty = vec![Counts::default(); self.calendar.len()];
        self.counts.extend(words.iter().map(|_| empty.clone()));
        self.dimensions.push(Dimension {
            name: name.to_owned(),
            additive,
            words,
            first,
        });
        DimensionId(self.dimensions.len() - 1)
    }

    /// Sets the total of a span: `2026-11`, `2026-Q4`, `2026`, or the empty text for the whole.
    ///
    /// # Errors
    /// When the span is not one of this cube's.
    pub fn set_total(&mut self, span: &str, counts: Counts) -> Result<(), CubeFault> {
        self.put(Self::TOTALS, span, counts)
    }

    /// Sets a row's figure for a span; what is never set is zero.
    ///
    /// # Errors
    /// When the word or the span is not one of this cube's.
    pub fn set(&mut self, of: DimensionId, word: &str, span: &str, counts: Counts) -> Result<(), CubeFault> {
        let dimension = self.dimensions.get(of.0);
        let line = dimension.and_then(|d| Some(Line(d.first.0 + d.words.iter().position(|w| w == word)?)));
        let line = line.ok_or_else(|| CubeFault::UnknownWord {
            dimension: dimension.map(|d| d.name.clone()).unwrap_or_default(),
            word: word.to_owned(),
        })?;
        self.put(line, span, counts)
    }

    fn put(&mut self, line: Line, span: &str, counts: Counts) -> Result<(), CubeFault> {
        let node = self.calendar.find(span);
        let place = node.and_then(|node| self.counts.get_mut(line.0)?.get_mut(node.0));
        *place.ok_or_else(|| CubeFault::UnknownSpan(span.to_owned()))? = counts;
        Ok(())
    }

    /// Refuses figures that contradict each other; protection would be worth nothing on them.
    pub(super) fn check(&self) -> Result<(), CubeFault> {
        for line in (0..self.counts.len()).map(Line) {
            for node in self.nodes() {
                let here = self.at(Figure { line, node });
                let mut parts = self.calendar.children(node).peekable();
                let has_parts = parts.peek().is_some();
                let sum: u64 = parts.map(|node| self.at(Figure { line, node }).incidents).sum();
                let span = || self.calendar.id(node).to_owned();
                if has_parts && sum != here.incidents {
                    return Err(CubeFault::PartsDoNotAddUp {
                        line: self.name(line),
                        span: span(),
                    });
                }
                if here.parties > here.incidents || (here.parties == 0) != (here.incidents == 0) {
                    return Err(CubeFault::Parties {
                        line: self.name(line),
                        span: span(),
                    });
                }
            }
        }
        for (dimension, node) in self
            .dimensions
            .iter()
            .flat_map(|d| self.nodes().map(move |node| (d, node)))
        {
            let total = self.total(node).incidents;
            let mut figures = Self::lines_of(dimension).map(|line| self.at(Figure { line, node }).incidents);
            let fits = if dimension.additive {
                figures.sum::<u64>() == total
            } else {
                figures.all(|f| f <= total)
            };
            if !fits {
                let (dimension, span) = (dimension.name.clone(), self.calendar.id(node).to_owned());
                return Err(CubeFault::DoesNotAddUp { dimension, span });
            }
        }
        Ok(())
    }

    fn lines_of(dimension: &Dimension) -> impl Iterator<Item = Line> + use<> {
        (dimension.first.0..dimension.first.0 + dimension.words.len()).map(Line)
    }

    fn name(&self, line: Line) -> String {
        let found = self.dimensions.iter().find_map(|d| {
            let word = d.words.get(line.0.checked_sub(d.first.0)?)?;
            Some(format!("{} {word}", d.name))
        });
        found.unwrap_or_else(|| "the totals".to_owned())
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = Node> + use<> {
        (0..self.calendar.len()).map(Node)
    }

    pub(super) fn at(&self, figure: Figure) -> Counts {
        let line = self.counts.get(figure.line.0);
        line.and_then(|line| line.get(figure.node.0))
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn total(&self, node: Node) -> Counts {
        self.at(Figure {
            line: Self::TOTALS,
            node,
        })
    }

    pub(super) const fn totals(&self) -> Line {
        Self::TOTALS
    }

    /// Each dimension, whether its rows add up to the total, and its lines.
    pub(super) fn dimensions(&self) -> impl Iterator<Item = (DimensionId, bool, Vec<Line>)> {
        let all = self.dimensions.iter().enumerate();
        all.map(|(at, d)| (DimensionId(at), d.additive, Self::lines_of(d).collect()))
    }

    /// The words of a dimension with their lines.
    pub(super) fn words(&self, of: DimensionId) -> impl Iterator<Item = (&str, Line)> {
        let dimension = self.dimensions.get(of.0).into_iter();
        dimension.flat_map(|d| d.words.iter().map(String::as_str).zip(Self::lines_of(d)))
    }

    pub(super) fn lines(&self) -> usize {
        self.counts.len()
    }
}
