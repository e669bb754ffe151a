//! A reader who wants to know what is hidden. Shares no code with the protection: it sees the published figures, the
//! marks and the sums that must hold, and nothing else.

use std::collections::BTreeMap;

use super::*;

/// An equation over hidden figures: the sum of some, minus the sum of others, is known.
#[derive(Debug, Clone)]
pub struct Equation {
    pub terms: BTreeMap<Figure, i128>,
    pub value: i128,
}

pub struct View {
    pub hidden: Vec<Figure>,
    pub equations: Vec<Equation>,
    pub bounds: BTreeMap<Figure, (i128, i128)>,
}

const UNBOUNDED: i128 = 1_000_000;

/// What is public: every sum the tables must satisfy, and for each hidden figure what its mark tells.
pub fn view(protected: &Protected) -> View {
    let cube = &protected.cube;
    let threshold = i128::from(protected.policy.threshold());
    let hidden: Vec<_> = figures(cube)
        .into_iter()
        .filter(|f| protected.is_hidden(*f))
        .collect();
    let known = |figure: Figure| i128::from(protected.counts(figure).incidents);
    let mut equations = Vec::new();
    let mut relate = |whole: Figure, parts: Vec<Figure>| {
        let mut equation = Equation {
            terms: BTreeMap::new(),
            value: 0,
        };
        for (figure, sign) in parts.into_iter().map(|f| (f, 1)).chain([(whole, -1)]) {
            if protected.is_hidden(figure) {
                *equation.terms.entry(figure).or_default() += sign;
            } else {
                equation.value -= sign * known(figure);
            }
        }
        if !equation.terms.is_empty() {
            equations.push(equation);
        }
    };
    for line in (0..cube.lines()).map(Line) {
        for node in cube.nodes() {
            let parts: Vec<_> = cube
                .calendar
                .children(node)
                .map(|node| Figure { line, node })
                .collect();
            if !parts.is_empty() {
                relate(Figure { line, node }, parts);
            }
        }
    }
    for (.., lines) in cube.dimensions().filter(|(_, additive, _)| *additive) {
        for node in cube.nodes() {
            let parts = lines.iter().map(|line| Figure { line: *line, node }).collect();
            relate(
                Figure {
                    line: cube.totals(),
                    node,
                },
                parts,
            );
        }
    }
    let bounds = hidden.iter().map(|figure| {
        let counts = protected.counts(*figure);
        let small = i128::from(counts.parties) < threshold;
        // The reader takes one incident for one party; where that is wrong, it is not a bound.
        let most = if small && i128::from(counts.incidents) < threshold {
            threshold - 1
        } else {
            UNBOUNDED
        };
        (*figure, (if small { 0 } else { threshold }, most))
    });
    View {
        bounds: bounds.collect(),
        hidden,
        equations,
    }
}

/// Exact elimination: the hidden figures that the equations determine.
pub fn solve(view: &View) -> Vec<(Figure, i128)> {
    let mut solved: Vec<(Figure, Equation)> = Vec::new();
    for equation in &view.equations {
        let mut rest = equation.clone();
        for (pivot, known) in &solved {
            eliminate(&mut rest, *pivot, known);
        }
        let Some(pivot) = rest.terms.keys().next().copied() else {
            assert_eq!(rest.value, 0, "published figures contradict each other");
            continue;
        };
        for (_, known) in &mut solved {
            eliminate(known, pivot, &rest);
        }
        solved.push((pivot, rest));
    }
    let single = solved.iter().filter(|(_, equation)| equation.terms.len() == 1);
    single
        .map(|(pivot, equation)| {
            let factor = equation.terms[pivot];
            assert_eq!(equation.value % factor, 0);
            (*pivot, equation.value / factor)
        })
        .collect()
}

fn eliminate(from: &mut Equation, pivot: Figure, by: &Equation) {
    let Some(factor) = from.terms.get(&pivot).copied() else {
        return;
    };
    let own = by.terms[&pivot];
    for value in from.terms.values_mut() {
        *value *= own;
    }
    from.value *= own;
    for (figure, value) in &by.terms {
        *from.terms.entry(*figure).or_default() -= factor * value;
    }
    from.value -= factor * by.value;
    from.terms.retain(|_, value| *value != 0);
    let common = from.terms.values().fold(from.value.abs(), |a, b| gcd(a, b.abs()));
    if common > 1 {
        from.terms.values_mut().for_each(|value| *value /= common);
        from.value /= common;
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Narrows every bound by every equation until nothing changes, and says how wide the narrowest is.
pub fn narrow(view: &View) -> BTreeMap<Figure, (i128, i128)> {
    let mut bounds = view.bounds.clone();
    loop {
        let before = bounds.clone();
        for equation in &view.equations {
            for (target, sign) in &equation.terms {
                let others = equation.terms.iter().filter(|(figure, _)| *figure != target);
                let (mut low, mut high) = (equation.value, equation.value);
                for (figure, sign) in others {
                    let (l, h) = bounds[figure];
                    low -= (sign * l).max(sign * h);
                    high -= (sign * l).min(sign * h);
                }
                let (low, high) = if *sign > 0 { (low, high) } else { (-high, -low) };
                let bound = bounds.get_mut(target).unwrap();
                *bound = (bound.0.max(low), bound.1.min(high));
                assert!(bound.0 <= bound.1, "published figures contradict each other");
            }
        }
        if bounds == before {
            return bounds;
        }
    }
}

/// Tries every set of figures that fits, for views with few hidden figures; tells each figure's possible values.
pub fn enumerate(view: &View, most: i128) -> BTreeMap<Figure, (i128, i128)> {
    let mut found: BTreeMap<Figure, (i128, i128)> = BTreeMap::new();
    let mut chosen = BTreeMap::new();
    search(view, &narrow(view), most, 0, &mut chosen, &mut found);
    found
}

fn search(
    view: &View,
    bounds: &BTreeMap<Figure, (i128, i128)>,
    most: i128,
    at: usize,
    chosen: &mut BTreeMap<Figure, i128>,
    found: &mut BTreeMap<Figure, (i128, i128)>,
) {
    let fits = view.equations.iter().all(|equation| {
        let open = equation.terms.keys().any(|figure| !chosen.contains_key(figure));
        open || equation
            .terms
            .iter()
            .map(|(f, sign)| sign * chosen[f])
            .sum::<i128>()
            == equation.value
    });
    if !fits {
        return;
    }
    let Some(figure) = view.hidden.get(at) else {
        for (figure, value) in chosen.iter() {
            let seen = found.entry(*figure).or_insert((*value, *value));
            *seen = (seen.0.min(*value), seen.1.max(*value));
        }
        return;
    };
    let (low, high) = bounds[figure];
    for value in low..=high.min(low + most) {
        chosen.insert(*figure, value);
        search(view, bounds, most, at + 1, chosen, found);
        chosen.remove(figure);
    }
}
