//! Hides what is small, and then the cheapest others that make each hidden figure uncertain.

use super::{
    Counts, Cube, CubeFault, Policy,
    calendar::Node,
    cube::{Figure, Line},
    moves::{Marks, Move},
};

/// A cube of which it is settled what may be shown.
#[derive(Debug, Clone)]
pub struct Protected {
    pub(super) cube: Cube,
    pub(super) policy: Policy,
    hidden: Vec<bool>,
}

impl Protected {
    /// Hides the small figures and nothing else, to show that this is not enough.
    #[cfg(test)]
    pub(super) fn only_small(cube: Cube, policy: Policy) -> Self {
        let hidden = Work::new(&cube, policy).hidden;
        Self { cube, policy, hidden }
    }

    pub(super) fn is_hidden(&self, figure: Figure) -> bool {
        let at = figure.line.0 * self.cube.calendar.len() + figure.node.0;
        self.hidden.get(at).copied().unwrap_or(true)
    }

    pub(super) fn counts(&self, figure: Figure) -> Counts {
        self.cube.at(figure)
    }
}

impl Cube {
    /// Settles which figures may be shown. Deterministic: the same figures are always protected in the same way.
    ///
    /// # Errors
    /// When the figures contradict each other.
    pub fn protect(self, policy: Policy) -> Result<Protected, CubeFault> {
        self.check()?;
        let hidden = if policy == Policy::Exempt {
            vec![false; self.lines() * self.calendar.len()]
        } else {
            Work::new(&self, policy).finish()
        };
        Ok(Protected {
            cube: self,
            policy,
            hidden,
        })
    }
}

/// The best move found so far: how much it lacks in width, what it costs, and the move.
type Best = Option<(u64, u64, Move)>;

/// Pairs of months that are tried for a cheaper move once one is wide enough. What a figure costs grows with
/// the square of the months otherwise, and any wide move keeps the promise.
const ENOUGH: usize = 1_000;

/// Whether to go with the best move: it hides nothing that is not hidden already, or many others were tried.
const fn is_settled(best: &Best, tried: usize) -> bool {
    match best {
        Some((0, cost, _)) => *cost == 0 || tried >= ENOUGH,
        _ => false,
    }
}

struct Work<'a> {
    cube: &'a Cube,
    policy: Policy,
    marks: Marks<'a>,
    hidden: Vec<bool>,
    proven: Vec<bool>,
}

impl<'a> Work<'a> {
    fn new(cube: &'a Cube, policy: Policy) -> Self {
        let marks = Marks::new(cube, policy);
        let all = (0..cube.lines()).flat_map(|line| {
            cube.nodes().map(move |node| Figure {
                line: Line(line),
                node,
            })
        });
        let hidden: Vec<_> = all.map(|figure| marks.is_small(figure)).collect();
        let proven = vec![false; hidden.len()];
        Self {
            cube,
            policy,
            marks,
            hidden,
            proven,
        }
    }

    /// Hides until every hidden figure has a move that proves it safe; hides all when there is none.
    fn finish(mut self) -> Vec<bool> {
        let totals = self.cube.totals();
        let proven = self.prove_line(totals, |work, figure| work.together(figure, None))
            && self
                .cube
                .dimensions()
                .collect::<Vec<_>>()
                .into_iter()
                .all(|(_, additive, lines)| {
                    lines.iter().all(|line| {
                        self.prove_line(*line, |work, figure| {
                            if additive {
                                work.against(figure, &lines)
                            } else {
                                work.alone(figure)
                            }
                        })
                    })
                });
        if !proven {
            self.hidden.fill(true);
        }
        self.hidden
    }

    fn prove_line(&mut self, line: Line, search: impl Fn(&Self, Figure) -> Best) -> bool {
        // Coarse spans first: what proves a year often proves its months.
        for node in self.cube.nodes() {
            let figure = Figure { line, node };
            if !self.is(&self.hidden, figure) || self.is(&self.proven, figure) {
                continue;
            }
            let Some((.., found)) = search(self, figure) else {
                return false;
            };
            for touched in found.figures() {
                let at = self.index(touched);
                for marks in [&mut self.hidden, &mut self.proven] {
                    if let Some(mark) = marks.get_mut(at) {
                        *mark = true;
                    }
                }
            }
        }
        true
    }

    fn index(&self, figure: Figure) -> usize {
        figure.line.0 * self.cube.calendar.len() + figure.node.0
    }

    fn is(&self, marks: &[bool], figure: Figure) -> bool {
        marks.get(self.index(figure)).copied().unwrap_or(true)
    }

    /// The month a change is made in, and the one that makes up for it, if one does.
    fn months_for(&self, node: Node) -> impl Iterator<Item = (Node, Option<Node>)> {
        let calendar = &self.cube.calendar;
        let inside = calendar
            .months()
            .iter()
            .copied()
            .filter(move |month| calendar.is_within(*month, node));
        inside.flat_map(move |from| {
            let outside = calendar
                .months()
                .iter()
                .copied()
                .filter(move |to| !calendar.is_within(*to, node));
            outside.map(Some).chain([None]).map(move |to| (from, to))
        })
    }

    /// For a row of which no sum with other rows is known.
    fn alone(&self, figure: Figure) -> Best {
        let mut best = None;
        for (tried, (from, to)) in self.months_for(figure.node).enumerate() {
            let mut one = Move::default();
            one.gain(self.cube, figure.line, from, to);
            self.keep_better(&mut best, one);
            if is_settled(&best, tried) {
                break;
            }
        }
        best
    }

    /// For a row whose sum with the other rows is known: another row makes up for it, so that no total changes.
    fn against(&self, figure: Figure, lines: &[Line]) -> Best {
        let mut best = None;
        for (tried, (from, to)) in self.months_for(figure.node).enumerate() {
            let mut own = Move::default();
            own.gain(self.cube, figure.line, from, to);
            if is_settled(&best, tried) {
                break;
            }
            if !self.may_be_better(&best, self.cost(&own)) {
                continue;
            }
            for other in lines.iter().filter(|line| **line != figure.line) {
                let mut one = own.clone();
                one.lose(self.cube, *other, from, to);
                self.keep_better(&mut best, one);
            }
        }
        best.or_else(|| self.together(figure, Some(figure.line)))
    }

    /// For a total: one row of every dimension that adds up to it changes with it. `fixed` names such a row.
    fn together(&self, figure: Figure, fixed: Option<Line>) -> Best {
        let mut best = None;
        for (tried, (from, to)) in self.months_for(figure.node).enumerate() {
            let mut one = Move::default();
            one.gain(self.cube, self.cube.totals(), from, to);
            let mut complete = true;
            for (.., lines) in self.cube.dimensions().filter(|(_, additive, _)| *additive) {
                let own = fixed.filter(|line| lines.contains(line));
                let mut partner = None;
                for line in lines.iter().filter(|line| own.is_none_or(|own| own == **line)) {
                    let mut part = Move::default();
                    part.gain(self.cube, *line, from, to);
                    self.keep_better(&mut partner, part);
                }
                match partner {
                    Some((.., part)) => one.join(part),
                    None => complete = false,
                }
            }
            if complete {
                self.keep_better(&mut best, one);
            }
            if is_settled(&best, tried) {
                break;
            }
        }
        best
    }

    /// What would have to be hidden on top for this move.
    fn cost(&self, one: &Move) -> u64 {
        let shown = one.figures().filter(|figure| !self.is(&self.hidden, *figure));
        shown.fold(0, |sum, figure| sum.saturating_add(self.marks.cost(figure)))
    }

    /// Whether a move of this cost can still win.
    fn may_be_better(&self, best: &Best, cost: u64) -> bool {
        best.as_ref()
            .is_none_or(|(lack, cheapest, _)| *lack > 0 || cost < *cheapest)
    }

    /// Prefers wide enough, then cheap, then what was found first.
    fn keep_better(&self, best: &mut Best, one: Move) {
        let cost = self.cost(&one);
        if !self.may_be_better(best, cost) {
            return;
        }
        let width = self.marks.width(&one);
        let lack = self.policy.width().saturating_sub(width);
        if width > 0
            && best
                .as_ref()
                .is_none_or(|(least, cheapest, _)| (lack, cost) < (*least, *cheapest))
        {
            *best = Some((lack, cost, one));
        }
    }
}
