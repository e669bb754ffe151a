//! How often each kind of incident comes in each month: wrong positions nearly treble, locked
//! systems and infected sticks grow rarer, abused remote access grows.

use super::calendar;
use super::dice::Dice;
use super::scenes::Scene;
use bellbuoy_domain::incident::IncidentKind;
use chrono::NaiveDate;

/// Weight of each kind in the first and in the last month.
const KINDS: [(IncidentKind, u32, u32); 10] = [
    (IncidentKind::PositionOrTimeWrong, 170, 480),
    (IncidentKind::FalseMessage, 185, 200),
    (IncidentKind::SystemDown, 150, 145),
    (IncidentKind::LockedOrWiped, 125, 95),
    (IncidentKind::InfectedDevice, 110, 70),
    (IncidentKind::RemoteAccessAbuse, 45, 100),
    (IncidentKind::DataTaken, 55, 60),
    (IncidentKind::CargoFraud, 45, 75),
    (IncidentKind::Intrusion, 50, 55),
    (IncidentKind::Other, 15, 15),
];

/// Percent by which the months of a year differ, January first.
const SEASONS: [u32; 12] = [96, 94, 100, 98, 103, 101, 95, 97, 104, 106, 105, 101];

/// Weights of the kinds in month `index` of the demo's months.
pub fn kinds(index: usize) -> Vec<(IncidentKind, u32)> {
    let last = calendar::MONTHS - 1;
    let index = u32::try_from(index).unwrap_or(last).min(last);
    KINDS
        .iter()
        .map(|&(kind, first, final_)| (kind, (first * (last - index) + final_ * index) / last))
        .collect()
}

/// The months, each with its place and its weight; the current one counts as far as it is over.
pub fn months(today: NaiveDate) -> Vec<((usize, NaiveDate), u32)> {
    calendar::months(today)
        .into_iter()
        .zip(SEASONS.iter().cycle())
        .enumerate()
        .map(|(index, (month, season))| {
            let busy: u32 = kinds(index).iter().map(|(_, weight)| weight).sum();
            (
                (index, month),
                busy * season * calendar::days_over(month, today) / 31 / 100,
            )
        })
        .collect()
}

/// A scene of month `index`.
pub fn scene(dice: &mut Dice, scenes: &[Scene], index: usize) -> Option<Scene> {
    let kind = dice.weighted(&kinds(index), IncidentKind::PositionOrTimeWrong);
    let of_kind: Vec<(Option<Scene>, u32)> = scenes
        .iter()
        .filter(|scene| scene.kind == kind)
        .map(|scene| (Some(*scene), scene.weight))
        .collect();
    dice.weighted(&of_kind, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_positions_rise_and_the_whole_rises() {
        let of = |index: usize| kinds(index);
        let all = |index: usize| of(index).iter().map(|(_, weight)| weight).sum::<u32>();
        assert_eq!(of(0).first(), Some(&(IncidentKind::PositionOrTimeWrong, 170)));
        assert_eq!(of(35).first(), Some(&(IncidentKind::PositionOrTimeWrong, 480)));
        assert!(all(0) < all(17) && all(17) < all(35));
    }
}
