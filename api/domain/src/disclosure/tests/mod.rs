mod attacker;
mod examples;
mod promises;

use proptest::prelude::*;

use super::{
    calendar::Node,
    cube::{Figure, Line},
    *,
};
use crate::month::Month;

/// An incident of a made-up series: month, party, and a word of each dimension.
#[derive(Debug, Clone)]
pub struct Event {
    pub month: usize,
    pub party: u64,
    pub words: Vec<usize>,
    /// A second word of the last dimension, which allows many.
    pub another: Option<usize>,
}

/// The shape of a made-up series: where it starts, how many months, how many words each dimension has.
#[derive(Debug, Clone)]
pub struct Shape {
    pub first: Month,
    pub months: usize,
    pub additive: Vec<usize>,
    pub multiple: usize,
}

pub fn cube(shape: &Shape, events: &[Event]) -> (Cube, Vec<DimensionId>) {
    let months: Vec<Month> = std::iter::successors(Some(shape.first), |m| Some(m.next()))
        .take(shape.months)
        .collect();
    let mut cube = Cube::new(months[0], months[shape.months - 1]);
    let mut ids = Vec::new();
    for (at, words) in shape.additive.iter().chain([&shape.multiple]).enumerate() {
        let names: Vec<_> = (0..*words).map(|word| format!("w{word}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        ids.push(cube.dimension(&format!("d{at}"), at < shape.additive.len(), &names));
    }
    let spans: Vec<(Node, String)> = cube
        .nodes()
        .map(|n| (n, cube.calendar.id(n).to_owned()))
        .collect();
    for (node, span) in spans {
        let inside: Vec<&Event> = events
            .iter()
            .filter(|e| {
                cube.calendar
                    .is_within(cube.calendar.find(&months[e.month].to_string()).unwrap(), node)
            })
            .collect();
        cube.set_total(&span, counts(&inside)).unwrap();
        for (at, id) in ids.iter().enumerate() {
            let words = shape.additive.get(at).copied().unwrap_or(shape.multiple);
            for word in 0..words {
                let multiple = at == shape.additive.len();
                let has = |e: &&Event| e.words[at] == word || (multiple && e.another == Some(word));
                let of: Vec<&Event> = inside.iter().copied().filter(has).collect();
                cube.set(*id, &format!("w{word}"), &span, counts(&of)).unwrap();
            }
        }
    }
    (cube, ids)
}

fn counts(events: &[&Event]) -> Counts {
    let parties: std::collections::BTreeSet<u64> = events.iter().map(|e| e.party).collect();
    Counts {
        incidents: u64::try_from(events.len()).unwrap(),
        parties: u64::try_from(parties.len()).unwrap(),
    }
}

/// Series from nearly empty to crowded, with words and months that are rare and others that are common.
pub fn series() -> impl Strategy<Value = (Shape, Vec<Event>)> {
    let shape = (
        0_i32..12,
        1_usize..20,
        prop::collection::vec(1_usize..6, 0..3),
        1_usize..4,
    );
    let shape = shape.prop_map(|(start, months, additive, multiple)| {
        let first = Month::new(2025, u32::try_from(start).unwrap() + 1).unwrap();
        Shape {
            first,
            months,
            additive,
            multiple,
        }
    });
    (shape, 0_usize..160, 1_u64..80).prop_flat_map(|(shape, many, parties)| {
        let skewed = |n: usize| (0..n, 0..n).prop_map(|(a, b)| a.min(b));
        let mut words: Vec<_> = shape.additive.iter().map(|n| skewed(*n).boxed()).collect();
        words.push(skewed(shape.multiple).boxed());
        let another = prop::option::of(0..shape.multiple);
        let event =
            (skewed(shape.months), 0..parties, words, another).prop_map(|(month, party, words, another)| {
                Event {
                    month,
                    party,
                    words,
                    another,
                }
            });
        (Just(shape), prop::collection::vec(event, many))
    })
}

/// Every figure of a cube, in order.
pub fn figures(cube: &Cube) -> Vec<Figure> {
    (0..cube.lines())
        .flat_map(|line| {
            cube.nodes().map(move |node| Figure {
                line: Line(line),
                node,
            })
        })
        .collect()
}
