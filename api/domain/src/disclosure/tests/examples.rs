//! Cases to read.

use super::*;
use crate::statistics::{Hidden, Period};

/// Incidents of one party each, given as a table: rows by month.
fn plain(rows: &[&[u64]]) -> (Cube, DimensionId) {
    let first = Month::new(2026, 1).unwrap();
    let months: Vec<Month> = std::iter::successors(Some(first), |m| Some(m.next()))
        .take(rows[0].len())
        .collect();
    let mut cube = Cube::new(first, months[months.len() - 1]);
    let names: Vec<_> = (0..rows.len()).map(|row| format!("w{row}")).collect();
    let id = cube.dimension(
        "kind",
        true,
        &names.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    for node in cube.nodes().collect::<Vec<_>>() {
        let span = cube.calendar.id(node).to_owned();
        let inside = |at: &usize| {
            cube.calendar
                .is_within(cube.calendar.find(&months[*at].to_string()).unwrap(), node)
        };
        let within: Vec<usize> = (0..months.len()).filter(inside).collect();
        let sum = |row: &[u64]| within.iter().map(|at| row[*at]).sum::<u64>();
        let each = |incidents| Counts {
            incidents,
            parties: incidents,
        };
        cube.set_total(&span, each(rows.iter().map(|row| sum(row)).sum()))
            .unwrap();
        for (name, row) in names.iter().zip(rows) {
            cube.set(id, name, &span, each(sum(row))).unwrap();
        }
    }
    (cube, id)
}

fn words(table: &Table) -> Vec<String> {
    let cell = |shown: &Shown| match (shown.value, shown.hidden) {
        (Some(value), _) => value.to_string(),
        (None, hidden) => hidden.as_str().chars().take(1).collect(),
    };
    let line = |cells: &[Shown], total| {
        cells
            .iter()
            .chain([total])
            .map(cell)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let rows = table.rows.iter().map(|row| line(&row.cells, &row.total));
    rows.chain([line(&table.totals, &table.total)]).collect()
}

#[test]
fn one_small_figure_takes_three_others_with_it() {
    let (cube, id) = plain(&[&[3, 20, 30], &[25, 40, 50], &[60, 70, 80]]);
    let table = cube.protect(Policy::Public).unwrap().table(id, Period::Month);
    assert_eq!(
        words(&table),
        ["s c 30 55", "c c 50 115", "60 70 80 210", "90 130 160 380"]
    );
}

#[test]
fn a_table_of_large_figures_and_zeros_is_shown_whole_and_rounded() {
    let (cube, id) = plain(&[&[12, 0, 33], &[41, 58, 0]]);
    let table = cube.protect(Policy::Public).unwrap().table(id, Period::Month);
    assert_eq!(words(&table), ["10 0 35 45", "40 60 0 100", "55 60 35 145"]);
}

#[test]
fn members_see_exact_figures_from_five_parties_on() {
    let (cube, id) = plain(&[&[5, 6], &[7, 8]]);
    let table = cube.protect(Policy::Member).unwrap().table(id, Period::Month);
    assert_eq!(words(&table), ["5 6 11", "7 8 15", "12 14 26"]);
}

#[test]
fn what_is_public_knowledge_is_shown_as_it_is() {
    let (cube, id) = plain(&[&[1, 0], &[0, 2]]);
    let table = cube.protect(Policy::Exempt).unwrap().table(id, Period::Month);
    assert_eq!(words(&table), ["1 0 1", "0 2 2", "1 2 3"]);
}

#[test]
fn a_series_of_one_incident_is_withheld_as_a_whole() {
    let (cube, id) = plain(&[&[1]]);
    let table = cube.protect(Policy::Public).unwrap().table(id, Period::Year);
    assert_eq!(words(&table), ["s s", "s s"]);
}

#[test]
fn a_quarter_does_not_give_its_hidden_month_away() {
    let (cube, id) = plain(&[&[2, 30, 30, 40], &[30, 30, 30, 40]]);
    let protected = cube.protect(Policy::Public).unwrap();
    let months = protected.table(id, Period::Month);
    let hidden = months.rows[0].cells[..3]
        .iter()
        .filter(|c| c.value.is_none())
        .count();
    assert_eq!(hidden, 2);
    assert!(
        protected.table(id, Period::Quarter).rows[0].cells[0]
            .value
            .is_some()
    );
}

#[test]
fn a_month_with_few_parties_in_all_is_hidden_in_the_totals_too() {
    let (cube, id) = plain(&[&[1, 30, 30], &[1, 30, 30]]);
    let table = cube.protect(Policy::Public).unwrap().table(id, Period::Month);
    assert_eq!(table.totals[0].hidden, Hidden::Small);
    assert_eq!(table.totals.iter().filter(|t| t.value.is_none()).count(), 2);
    assert!(table.total.value.is_some());
}

#[test]
fn figures_that_contradict_each_other_are_refused() {
    let (mut cube, id) = plain(&[&[20, 20], &[20, 20]]);
    cube.set(
        id,
        "w0",
        "2026-01",
        Counts {
            incidents: 19,
            parties: 19,
        },
    )
    .unwrap();
    let fault = cube.clone().protect(Policy::Public).unwrap_err();
    assert!(matches!(fault, CubeFault::PartsDoNotAddUp { .. }), "{fault}");
    let unknown = cube.set(id, "w9", "2026-01", Counts::default()).unwrap_err();
    assert_eq!(unknown.to_string(), "\"w9\" is not a word of kind");
    assert!(cube.set_total("2027-01", Counts::default()).is_err());
}

#[test]
fn the_attacker_of_these_tests_does_find_what_is_hidden_alone() {
    let (cube, _) = plain(&[&[3, 20, 30], &[25, 40, 50], &[60, 70, 80]]);
    let careless = Protected::only_small(cube, Policy::Public);
    let found = attacker::solve(&attacker::view(&careless));
    assert_eq!(found.iter().map(|(_, value)| *value).collect::<Vec<_>>(), [3]);
}
