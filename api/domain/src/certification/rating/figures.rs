//! What is published of ratings: figures of a month, from enough organisations, that move on only when enough of them
//! have changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use uuid::Uuid;

use super::RatingCriterion;

/// From how many different organisations figures are shown, and of how many the ratings have to differ between any two
/// figures that are.
///
/// With five, somebody who knows three of them still cannot tell the fourth from the fifth. It is the threshold of the
/// published statistics as well, so that readers learn one rule.
pub const LEAST_ORGANISATIONS: usize = 5;

/// A rating that was published, and the one or other time left again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub id: Uuid,
    pub organisation: Uuid,
    /// One to five, in the order of the criteria.
    pub stars: [u8; 4],
    pub published_at: DateTime<Utc>,
    /// When it was withdrawn or taken down.
    pub gone_at: Option<DateTime<Utc>>,
}

/// A mean of one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    pub criterion: RatingCriterion,
    /// In tenths of a star.
    pub tenths: u32,
}

/// What everybody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Ratings count that were published before this day and not gone by then.
    pub as_of: NaiveDate,
    pub organisations: usize,
    /// Of each organisation the mean of its ratings, and of these the mean.
    pub means: Vec<Mean>,
    /// The ratings that are in it.
    pub ratings: BTreeSet<Uuid>,
}

/// The first day of a month.
#[must_use]
pub fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The figures that are shown on a day; none while there are too few.
///
/// They are drawn on the first day of a month. New ones replace those before only when the ratings of enough
/// organisations came or went since each of the earlier ones; until then the earlier stay. So no two of them differ by
/// the rating of one organisation, and nobody reads it off the difference.
#[must_use]
pub fn figures(ratings: &[Counted], today: NaiveDate) -> Option<Figures> {
    let mut before: Vec<BTreeSet<Uuid>> = Vec::new();
    let mut shown = None;
    for month in turns(ratings, today) {
        let current: Vec<&Counted> = ratings.iter().filter(|rating| counts(rating, month)).collect();
        if organisations(&current) < LEAST_ORGANISATIONS {
            shown = None;
            continue;
        }
        let ids: BTreeSet<Uuid> = current.iter().map(|rating| rating.id).collect();
        if before
            .iter()
            .all(|earlier| apart(ratings, earlier, &ids) >= LEAST_ORGANISATIONS)
        {
            shown = Some(drawn(month, &current, ids.clone()));
            before.push(ids);
        }
    }
    shown
}

/// The firsts of a month on which something may differ.
fn turns(ratings: &[Counted], today: NaiveDate) -> BTreeSet<NaiveDate> {
    let next = |at: DateTime<Utc>| first_of_month(at.date_naive()).checked_add_months(Months::new(1));
    ratings
        .iter()
        .flat_map(|rating| [next(rating.published_at), rating.gone_at.and_then(next)])
        .flatten()
        .filter(|month| *month <= today)
        .collect()
}

fn counts(rating: &Counted, month: NaiveDate) -> bool {
    rating.published_at.date_naive() < month && rating.gone_at.is_none_or(|at| at.date_naive() >= month)
}

fn organisations(ratings: &[&Counted]) -> usize {
    let all: BTreeSet<Uuid> = ratings.iter().map(|rating| rating.organisation).collect();
    all.len()
}

/// Of how many organisations a rating is in one of the two and not in the other.
fn apart(ratings: &[Counted], one: &BTreeSet<Uuid>, other: &BTreeSet<Uuid>) -> usize {
    let differ: Vec<&Counted> = ratings
        .iter()
        .filter(|rating| one.contains(&rating.id) != other.contains(&rating.id))
        .collect();
    organisations(&differ)
}

fn drawn(as_of: NaiveDate, current: &[&Counted], ratings: BTreeSet<Uuid>) -> Figures {
    let means = RatingCriterion::ALL.iter().enumerate().map(|(place, criterion)| {
        let mut given: BTreeMap<Uuid, Vec<u32>> = BTreeMap::new();
        for rating in current {
            let stars = rating.stars.get(place).copied().unwrap_or_default();
            given.entry(rating.organisation).or_default().push(stars.into());
        }
        let each = given
            .values()
            .map(|stars| mean(stars.iter().map(|one| one * 1_000)));
        Mean {
            criterion: *criterion,
            tenths: (mean(each) + 50) / 100,
        }
    });
    Figures {
        as_of,
        organisations: organisations(current),
        means: means.collect(),
        ratings,
    }
}

fn mean(of: impl Iterator<Item = u32>) -> u32 {
    let (sum, count) = of.fold((0, 0), |(sum, count), one| (sum + one, count + 1));
    u32::checked_div(sum, count).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}T12:00:00Z").parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rating(id: u128, organisation: u128, stars: [u8; 4], published: &str, gone: Option<&str>) -> Counted {
        Counted {
            id: Uuid::from_u128(id),
            organisation: Uuid::from_u128(organisation),
            stars,
            published_at: at(published),
            gone_at: gone.map(at),
        }
    }

    /// So many organisations with a rating each, from a number on.
    fn each(from: u128, count: u128, published: &str) -> Vec<Counted> {
        (from..from + count)
            .map(|n| rating(n, n, [5, 4, 3, 2], published, None))
            .collect()
    }

    fn tenths(figures: &Figures) -> Vec<u32> {
        figures.means.iter().map(|mean| mean.tenths).collect()
    }

    #[test]
    fn four_organisations_are_too_few_however_often_they_rate() {
        let mut ratings = each(1, 4, "2026-03-10");
        ratings.extend((1..5).map(|n| rating(10 + n, n, [1; 4], "2026-03-11", None)));
        assert_eq!(figures(&ratings, day("2026-09-30")), None);
        ratings.extend(each(5, 1, "2026-03-12"));
        let shown = figures(&ratings, day("2026-09-30")).unwrap();
        assert_eq!((shown.organisations, shown.as_of), (5, day("2026-04-01")));
        // Four say three in the mean of both their ratings, and one says five.
        assert_eq!(tenths(&shown), [34, 28, 22, 16]);
    }

    #[test]
    fn they_appear_on_the_first_of_the_next_month() {
        let ratings = each(1, 5, "2026-03-10");
        assert_eq!(figures(&ratings, day("2026-03-31")), None);
        assert!(figures(&ratings, day("2026-04-01")).is_some());
    }

    #[test]
    fn one_rating_more_does_not_show_and_five_do() {
        let mut ratings = each(1, 6, "2026-03-10");
        let first = figures(&ratings, day("2026-04-15"));
        ratings.push(rating(20, 20, [1; 4], "2026-04-20", None));
        assert_eq!(figures(&ratings, day("2026-08-01")), first);
        ratings.extend(each(30, 4, "2026-08-02"));
        let later = figures(&ratings, day("2026-09-01")).unwrap();
        assert_eq!((later.organisations, later.as_of), (11, day("2026-09-01")));
        assert_eq!(figures(&ratings, day("2026-08-31")), first);
    }

    #[test]
    fn who_withdraws_among_five_ends_them() {
        let mut ratings = each(1, 4, "2026-03-10");
        ratings.push(rating(9, 9, [1; 4], "2026-03-10", Some("2026-05-05")));
        assert!(figures(&ratings, day("2026-05-31")).is_some());
        assert_eq!(figures(&ratings, day("2026-06-01")), None);
        // A sixth in its place would show what the fifth had said.
        ratings.extend(each(10, 1, "2026-06-02"));
        assert_eq!(figures(&ratings, day("2026-12-31")), None);
        ratings.extend(each(11, 3, "2026-06-02"));
        assert_eq!(figures(&ratings, day("2026-07-01")).unwrap().organisations, 8);
    }

    proptest! {
        #[test]
        fn no_two_figures_differ_by_fewer_than_five_organisations(
            given in prop::collection::vec((0_u128..14, 0_u64..300, prop::option::of(1_u64..300)), 0..40),
        ) {
            let moment = |days| at("2025-01-01") + chrono::Days::new(days);
            let ratings: Vec<Counted> = given
                .iter()
                .zip(1..)
                .map(|((organisation, days, later), id)| Counted {
                    id: Uuid::from_u128(id),
                    organisation: Uuid::from_u128(*organisation),
                    stars: [3; 4],
                    published_at: moment(*days),
                    gone_at: later.map(|later| moment(days + later)),
                })
                .collect();
            let mut all: Vec<BTreeSet<Uuid>> = Vec::new();
            for month in 0..24 {
                let today = day("2025-01-01") + Months::new(month);
                if let Some(shown) = figures(&ratings, today) {
                    prop_assert!(shown.organisations >= LEAST_ORGANISATIONS);
                    all.push(shown.ratings);
                }
            }
            for (place, one) in all.iter().enumerate() {
                for other in all.iter().skip(place + 1).filter(|other| *other != one) {
                    prop_assert!(apart(&ratings, one, other) >= LEAST_ORGANISATIONS);
                }
            }
        }
    }
}
