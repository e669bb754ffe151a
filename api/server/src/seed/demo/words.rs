//! Sentences with numbers and names in them, drawn once for each incident.

use super::dice::Dice;
use super::places::{noun, phrase};
use super::scenes::{Scene, Told};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;

/// The numbers and names of one incident.
struct Slots {
    values: [(&'static str, String); 9],
}

impl Slots {
    fn draw(dice: &mut Dice, ship: Option<VesselType>, region: Option<SeaRegion>) -> Self {
        let thousands = dice.between(6, 390);
        let mut number = |low: u32, high: u32, step: u32| (dice.between(low, high) * step).to_string();
        Self {
            values: [
                ("{minutes}", number(2, 16, 5)),
                ("{hours}", number(2, 30, 1)),
                ("{days}", number(2, 12, 1)),
                ("{miles}", number(3, 60, 1)),
                ("{far}", number(4, 19, 50)),
                ("{count}", number(3, 14, 1)),
                ("{sum}", format!("USD {thousands},000")),
                ("{where}", phrase(region.unwrap_or(SeaRegion::Other)).to_owned()),
                ("{ship}", ship.map_or("ship", noun).to_owned()),
            ],
        }
    }

    fn fill(&self, text: &str) -> String {
        self.values
            .iter()
            .fold(text.to_owned(), |text, (slot, value)| text.replace(slot, value))
    }
}

/// Title and summary of an incident.
pub fn tell(
    dice: &mut Dice,
    scene: &Scene,
    ship: Option<VesselType>,
    region: Option<SeaRegion>,
) -> (String, String) {
    let slots = Slots::draw(dice, ship, region);
    let places: Vec<usize> = (0..scene.titles.len()).collect();
    let place = dice.one(&places).unwrap_or_default();
    let title = scene.titles.get(place).copied().unwrap_or_default();
    let seen = beside(dice, scene.seen, place, scene.told != Told::Freely);
    let done = beside(dice, scene.done, place, scene.told == Told::Done);
    let more = if scene.told == Told::Freely && dice.chance(45) {
        dice.one(scene.done)
    } else {
        None
    };
    let end = dice.one(scene.end);
    let summary: Vec<String> = seen
        .into_iter()
        .chain(
            scene
                .done
                .iter()
                .copied()
                .filter(|sentence| Some(*sentence) == done || Some(*sentence) == more),
        )
        .chain(end)
        .map(|sentence| slots.fill(sentence))
        .collect();
    (capital(&slots.fill(title)), summary.join(" "))
}

/// The sentence that stands at `place` when the sentences belong to the titles, else any.
fn beside(dice: &mut Dice, sentences: &[&'static str], place: usize, bound: bool) -> Option<&'static str> {
    if bound {
        sentences.get(place).copied()
    } else {
        dice.one(sentences)
    }
}

/// The text with a capital at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
