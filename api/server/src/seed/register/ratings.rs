//! Invented ratings: firms and a person with enough of them, firms with too few, some that wait for moderation, one that
//! was refused, and answers.

use super::Entered;
use crate::http::AppError;
use crate::ratings::{self, Invented};
use bellbuoy_domain::certification::rating::first_of_month;
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, Months, NaiveTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Whom some organisations rated.
#[derive(Debug, Clone, Copy)]
enum Whom {
    Firm(usize),
    Person(usize),
}

/// A rating: by the organisation of a place, with stars in the order of the criteria, and a remark.
type Said = (usize, [i16; 4], Option<&'static str>);

const NORTHLIGHT: &[Said] = &[
    (
        1,
        [5, 5, 4, 4],
        Some("Knew the bridge network better than our own drawings did."),
    ),
    (2, [4, 5, 4, 3], None),
    (
        6,
        [5, 4, 5, 4],
        Some("The report names each finding with its remedy and who has to act."),
    ),
    (10, [4, 4, 4, 3], Some("Two days late, and worth the wait.")),
    (14, [5, 5, 5, 5], None),
    (23, [4, 4, 3, 4], None),
    (
        36,
        [5, 4, 4, 4],
        Some("We would ask them again for an insured fleet."),
    ),
];
const QUAYSIDE: &[Said] = &[
    (
        3,
        [5, 5, 5, 5],
        Some("On board within nine hours, calm, and the ship sailed the next morning."),
    ),
    (11, [5, 4, 4, 5], None),
    (16, [4, 4, 4, 5], None),
    (24, [5, 5, 4, 4], None),
    (
        37,
        [4, 4, 5, 4],
        Some("Evidence that our lawyers could use as it stood."),
    ),
];
/// Too few: nothing of it is shown.
const ELBFEUER: &[Said] = &[
    (3, [4, 4, 3, 4], Some("Good work in a short port stay.")),
    (12, [3, 4, 3, 2], None),
    (18, [4, 5, 4, 4], None),
];
const CONSULTANT: &[Said] = &[
    (
        4,
        [5, 5, 5, 4],
        Some("Explained to the crew what was done and why."),
    ),
    (5, [4, 5, 4, 4], None),
    (
        8,
        [5, 4, 4, 4],
        Some("Careful around the ECDIS; nothing was touched without the master's word."),
    ),
    (
        13,
        [4, 4, 3, 3],
        Some("The report came after the yard stay it was meant for."),
    ),
    (15, [5, 5, 5, 5], None),
    (26, [4, 4, 4, 5], None),
];

/// Enters them. The first organisation is the one of `member`, who finds ratings of their own in each state.
///
/// # Errors
/// When the database refuses.
pub async fn enter(
    conn: &mut AsyncPgConnection,
    register: &Entered,
    organisations: &[Uuid],
    member: Uuid,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let demo = Demo {
        register,
        organisations,
        now,
    };
    let published = [
        (Whom::Firm(0), NORTHLIGHT),
        (Whom::Firm(5), QUAYSIDE),
        (Whom::Firm(6), ELBFEUER),
        (Whom::Person(0), CONSULTANT),
    ];
    for (whom, all) in published {
        for (said, turn) in all.iter().zip(0..) {
            let Some(mut one) = demo.rating(whom, *said, demo.then(turn)) else {
                continue;
            };
            one.named = turn == 0;
            if matches!(whom, Whom::Firm(0)) && turn == 3 {
                let answer = "We were held up by weather, and have told our customers sooner since.";
                one.answer = Some((answer.to_owned(), ReviewStatus::Published));
            }
            ratings::enter_invented(conn, one).await?;
        }
    }
    let waiting: [(Whom, Said, i64); 3] = [
        (
            Whom::Firm(4),
            (25, [4, 4, 4, 3], Some("Found what three others had walked past.")),
            4,
        ),
        (
            Whom::Firm(8),
            (
                7,
                [3, 4, 2, 3],
                Some("The audit was fair; the report repeats our own manual."),
            ),
            2,
        ),
        (
            Whom::Firm(0),
            (
                0,
                [5, 5, 4, 5],
                Some("Asked before each step, and wrote down what we answered."),
            ),
            1,
        ),
    ];
    for (whom, said, days) in waiting {
        let Some(mut one) = demo.rating(whom, said, now - TimeDelta::days(days)) else {
            continue;
        };
        one.status = ReviewStatus::Pending;
        one.account = (said.0 == 0).then_some(member);
        ratings::enter_invented(conn, one).await?;
    }
    let own = [
        (
            Whom::Firm(5),
            (0, [4, 4, 5, 4], Some("Sober, quick, and no drama.")),
        ),
        (
            Whom::Firm(1),
            (
                0,
                [2, 2, 3, 2],
                Some("Their second engineer, whose name we give, was rude."),
            ),
        ),
    ];
    for (whom, said) in own {
        let Some(mut one) = demo.rating(whom, said, demo.then(9)) else {
            continue;
        };
        one.account = Some(member);
        if matches!(whom, Whom::Firm(1)) {
            one.status = ReviewStatus::Refused;
            one.reason = Some(
                "A remark names nobody of the other side; leave the person out and send it again.".to_owned(),
            );
        }
        ratings::enter_invented(conn, one).await?;
    }
    Ok(())
}

struct Demo<'a> {
    register: &'a Entered,
    organisations: &'a [Uuid],
    now: DateTime<Utc>,
}

impl Demo<'_> {
    /// Some days into the month before the last, so that all of them are in the figures of the last.
    fn then(&self, days: i64) -> DateTime<Utc> {
        let first = first_of_month(self.now.date_naive());
        let before = first.checked_sub_months(Months::new(2)).unwrap_or(first);
        before.and_time(NaiveTime::MIN).and_utc() + TimeDelta::days(2 + days)
    }

    /// A published rating that was sent then, of a week before that.
    fn rating(&self, whom: Whom, (by, stars, remark): Said, at: DateTime<Utc>) -> Option<Invented> {
        let rated = match whom {
            Whom::Firm(place) => (HolderKind::Supplier, *self.register.firms.get(place)?),
            Whom::Person(place) => (HolderKind::Person, *self.register.people.get(place)?),
        };
        let last = at.date_naive() - TimeDelta::days(6);
        Some(Invented {
            rated,
            organisation: *self.organisations.get(by)?,
            account: None,
            days: (last - TimeDelta::days(4), last),
            stars,
            remark: remark.map(str::to_owned),
            named: false,
            status: ReviewStatus::Published,
            reason: None,
            answer: None,
            at,
        })
    }
}
