//! What holds for every series, however thin.

use super::{attacker, *};
use crate::statistics::{Hidden, Period};

fn protected(shape: &Shape, events: &[Event], policy: Policy) -> (Protected, Vec<DimensionId>) {
    let (cube, ids) = cube(shape, events);
    (cube.protect(policy).unwrap(), ids)
}

fn policies() -> impl Strategy<Value = Policy> {
    prop_oneof![Just(Policy::Public), Just(Policy::Member)]
}

/// Nothing can be said of a cube that is withheld as a whole; it must be thin for that to happen.
fn withheld(protected: &Protected) -> bool {
    figures(&protected.cube)
        .into_iter()
        .all(|figure| protected.is_hidden(figure))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_hidden_figure_can_be_computed((shape, events) in series(), policy in policies()) {
        let (protected, _) = protected(&shape, &events, policy);
        let solved = attacker::solve(&attacker::view(&protected));
        prop_assert!(solved.is_empty(), "{solved:?}");
    }

    #[test]
    fn no_hidden_figure_is_pinned_down_by_its_bounds((shape, events) in series(), policy in policies()) {
        let (protected, _) = protected(&shape, &events, policy);
        if !withheld(&protected) {
            for (figure, (low, high)) in attacker::narrow(&attacker::view(&protected)) {
                prop_assert!(low < high, "{figure:?} is {low}");
            }
        }
    }

    #[test]
    fn no_shown_figure_is_about_few_parties((shape, events) in series(), policy in policies()) {
        let (protected, _) = protected(&shape, &events, policy);
        for figure in figures(&protected.cube) {
            let parties = protected.counts(figure).parties;
            prop_assert!(protected.is_hidden(figure) || parties == 0 || parties >= policy.threshold());
        }
    }

    #[test]
    fn the_same_series_is_always_protected_in_the_same_way((shape, events) in series(), policy in policies()) {
        let (one, ids) = protected(&shape, &events, policy);
        let mut shuffled = events;
        shuffled.reverse();
        let (other, _) = protected(&shape, &shuffled, policy);
        for (id, period) in ids.iter().flat_map(|id| Period::ALL.iter().map(move |p| (*id, *p))) {
            prop_assert_eq!(one.table(id, period), other.table(id, period));
        }
    }

    #[test]
    fn a_published_value_is_near_the_truth_and_marked_rightly((shape, events) in series(), policy in policies()) {
        let (protected, ids) = protected(&shape, &events, policy);
        for id in ids {
            let table = protected.table(id, Period::Month);
            let lines: Vec<Line> = protected.cube.words(id).map(|(_, line)| line).collect();
            for (row, line) in table.rows.iter().zip(lines) {
                for (cell, span) in row.cells.iter().zip(&table.periods) {
                    let node = protected.cube.calendar.find(span).unwrap();
                    let counts = protected.counts(Figure { line, node });
                    let few = counts.parties < policy.threshold();
                    match cell.value {
                        Some(value) => {
                            prop_assert!(value.abs_diff(counts.incidents) <= policy.rounding() / 2);
                            prop_assert_eq!(value % policy.rounding(), 0);
                            prop_assert_eq!(cell.hidden, Hidden::No);
                        }
                        None => prop_assert_eq!(cell.hidden, if few { Hidden::Small } else { Hidden::Complement }),
                    }
                }
            }
        }
    }

    #[test]
    fn a_cut_tells_no_more_than_the_whole((shape, events) in series(), ends in (0_usize..20, 0_usize..20)) {
        let (protected, ids) = protected(&shape, &events, Policy::Member);
        let months: Vec<_> = std::iter::successors(Some(shape.first), |m| Some(m.next())).take(shape.months).collect();
        let (a, b) = (ends.0.min(ends.1) % shape.months, ends.0.max(ends.1) % shape.months);
        let (first, last) = (months[a.min(b)], months[a.max(b)]);
        for id in ids {
            let cut = protected.slice(id, Period::Month, first, last);
            prop_assert_eq!(cut.periods.len(), a.abs_diff(b) + 1);
            let whole = protected.table(id, Period::Month);
            for (part, row) in cut.rows.iter().zip(&whole.rows) {
                prop_assert_eq!(&part.cells[..], &row.cells[a.min(b)..=a.max(b)]);
                if part.cells.iter().all(|c| c.value.is_some()) {
                    prop_assert_eq!(part.total.value, part.cells.iter().map(|c| c.value).sum());
                }
            }
        }
    }
}

/// Small enough to try every set of figures there is.
fn tiny() -> impl Strategy<Value = (Shape, Vec<Event>)> {
    let shape = (1_usize..4, 1_usize..4).prop_map(|(months, words)| Shape {
        first: Month::new(2026, 1).unwrap(),
        months,
        additive: vec![words],
        multiple: 1,
    });
    (shape, 0_usize..26).prop_flat_map(|(shape, many)| {
        let event =
            (0..shape.months, 0_u64..40, 0..shape.additive[0]).prop_map(|(month, party, word)| Event {
                month,
                party,
                words: vec![word, 0],
                another: None,
            });
        (Just(shape), prop::collection::vec(event, many))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn trying_every_possible_table_leaves_each_hidden_figure_open((shape, events) in tiny()) {
        let (protected, _) = protected(&shape, &events, Policy::Member);
        let view = attacker::view(&protected);
        if view.hidden.len() > 14 || withheld(&protected) {
            return Ok(());
        }
        for (figure, (low, high)) in attacker::enumerate(&view, 40) {
            prop_assert!(low < high, "{figure:?} is {low}");
        }
    }
}
