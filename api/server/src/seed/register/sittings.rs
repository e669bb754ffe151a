//! Invented exams, trainings and workshops: some past with results and minutes, some to come, one full.

use super::months_ago;
use crate::cpd_entries::{self, DemoEntry};
use crate::http::AppError;
use crate::sittings::{self, DemoSitting, SittingDraft};
use bellbuoy_domain::certification::{CpdKind, SeatState, SittingKind, SittingResult};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

const AGENDA: &str = "1. What the incidents of the last year have in common\n2. Tests under way: where the line is\n\
    3. Open questions on consent and on the master's word";
const MINUTES: &str = "Nineteen people from eleven firms. Most agreed that a test of a bridge system while the ship is under \
    way is never worth it, whoever signs for it. Two asked for a list of what may be read passively, and by which means.";
const OUTCOMES: &str = "The scheme asks in the written exam what must never be tested under way. A list of passive means is \
    drafted until the next workshop.";

/// Whom the demo seats, besides its consultant.
#[derive(Debug, Clone, Copy)]
pub struct People {
    pub consultant: Uuid,
    pub member: Uuid,
    pub analyst: Uuid,
    pub second_analyst: Uuid,
}

/// Enters them, and what the consultant did besides.
///
/// # Errors
/// When the database refuses.
pub async fn enter(conn: &mut AsyncPgConnection, people: People, now: DateTime<Utc>) -> Result<(), AppError> {
    for (draft, seats) in past(people, now).into_iter().chain(to_come(people, now)) {
        let announced_at = now.min(draft.starts_local.and_utc()) - TimeDelta::days(30);
        let demo = DemoSitting {
            draft,
            announced_at,
            seats,
        };
        sittings::enter_demo(conn, demo).await?;
    }
    for entry in done(now) {
        cpd_entries::enter_demo(conn, people.consultant, entry, now).await?;
    }
    Ok(())
}

type Seats = Vec<(Uuid, SeatState, Option<SittingResult>)>;

/// A sitting so many days from today, between two hours of its place.
fn draft(kind: SittingKind, title: &str, days: i64, hours: (u32, u32), now: DateTime<Utc>) -> SittingDraft {
    let day = now.date_naive() + TimeDelta::days(days);
    SittingDraft {
        kind,
        title: title.to_owned(),
        about: None,
        scheme: None,
        requirement: None,
        time_zone: "Europe/Amsterdam".to_owned(),
        starts_local: at(day, hours.0),
        ends_local: at(day, hours.1),
        book_until_local: None,
        port: None,
        place: None,
        online_url: None,
        seats: 24,
        agenda: None,
        minutes: None,
        outcomes: None,
    }
}

fn at(day: NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + TimeDelta::hours(hour.into())
}

fn met(code: &str) -> (Option<String>, Option<String>) {
    (Some("maritime".to_owned()), Some(code.to_owned()))
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn past(people: People, now: DateTime<Utc>) -> Vec<(SittingDraft, Seats)> {
    use SeatState::{Absent, Attended};
    use SittingResult::{Failed, Passed};
    let (scheme, requirement) = met("exam_theory");
    let exam = SittingDraft {
        about: text("Three hours, on paper. Bring a passport or identity card."),
        scheme,
        requirement,
        port: text("NLRTM"),
        place: text("Harbour school, room 4"),
        ..draft(SittingKind::Exam, "Written exam, Rotterdam", -70, (9, 12), now)
    };
    let (scheme, requirement) = met("safety_aboard");
    let training = SittingDraft {
        about: text("One day in the pool and on the fire ground. Towel and sturdy shoes are yours to bring."),
        scheme,
        requirement,
        port: text("DEHAM"),
        place: text("Training ship, berth 9"),
        time_zone: "Europe/Berlin".to_owned(),
        seats: 12,
        ..draft(SittingKind::Training, "Basic safety aboard", -40, (8, 16), now)
    };
    let workshop = SittingDraft {
        about: text("For everybody who holds a certificate or reviews for the scheme."),
        online_url: text("https://meet.demo.example/workshop"),
        agenda: text(AGENDA),
        minutes: text(MINUTES),
        outcomes: text(OUTCOMES),
        seats: 60,
        ..draft(
            SittingKind::Workshop,
            "Workshop: tests under way",
            -21,
            (14, 17),
            now,
        )
    };
    vec![
        (
            exam,
            vec![
                (people.consultant, Attended, Some(Passed)),
                (people.member, Attended, Some(Failed)),
                (people.analyst, Absent, None),
            ],
        ),
        (training, vec![(people.consultant, Attended, None)]),
        (
            workshop,
            vec![
                (people.consultant, Attended, None),
                (people.analyst, Attended, None),
            ],
        ),
    ]
}

fn to_come(people: People, now: DateTime<Utc>) -> Vec<(SittingDraft, Seats)> {
    use SeatState::{Booked, Waiting};
    let training = SittingDraft {
        about: text(
            "Two afternoons of one course in one: listening without touching, and how to stop in time.",
        ),
        online_url: text("https://meet.demo.example/bridge"),
        seats: 40,
        ..draft(
            SittingKind::Training,
            "Testing bridge networks safely",
            17,
            (13, 17),
            now,
        )
    };
    let (scheme, requirement) = met("exam_theory");
    let exam = SittingDraft {
        about: text("Three hours, on paper. Bring a passport or identity card."),
        scheme,
        requirement,
        port: text("SGSIN"),
        place: text("Polytechnic, hall B"),
        time_zone: "Asia/Singapore".to_owned(),
        seats: 20,
        ..draft(SittingKind::Exam, "Written exam, Singapore", 24, (9, 12), now)
    };
    let (scheme, requirement) = met("exam_testing");
    let practical = SittingDraft {
        about: text("One day in the network of a ship that lies alongside. Two people at a time."),
        scheme,
        requirement,
        port: text("DEHAM"),
        place: text("Training ship, berth 9"),
        time_zone: "Europe/Berlin".to_owned(),
        seats: 2,
        ..draft(
            SittingKind::Exam,
            "Practical exam: testing, Hamburg",
            38,
            (9, 17),
            now,
        )
    };
    let workshop = SittingDraft {
        about: text("For everybody who holds a certificate or reviews for the scheme."),
        port: text("NLRTM"),
        place: text("Harbour school, hall"),
        agenda: text("1. The list of passive means\n2. What changes in the next version of the scheme"),
        seats: 60,
        ..draft(
            SittingKind::Workshop,
            "Workshop: the next version",
            52,
            (10, 16),
            now,
        )
    };
    vec![
        (training, vec![]),
        (exam, vec![(people.member, Booked, None)]),
        (
            practical,
            vec![
                (people.member, Booked, None),
                (people.analyst, Booked, None),
                (people.second_analyst, Waiting, None),
            ],
        ),
        (workshop, vec![(people.consultant, Booked, None)]),
    ]
}

/// What the consultant did besides.
fn done(now: DateTime<Utc>) -> Vec<DemoEntry> {
    let entry = |months, quarters, kind, title, learned| DemoEntry {
        done_on: months_ago(now, months),
        quarters,
        kind,
        title,
        learned,
    };
    vec![
        entry(
            1,
            14,
            CpdKind::Exercise,
            "Tabletop with a shipowner: ransomware before arrival",
            Some("The agent in the port has to be called before the flag state, not after."),
        ),
        entry(3, 28, CpdKind::Conference, "Maritime cyber day, Hamburg", None),
        entry(
            5,
            8,
            CpdKind::Publication,
            "Article: consent for tests aboard, and who can give it",
            None,
        ),
        entry(
            8,
            24,
            CpdKind::Teaching,
            "Taught two classes of deck officers",
            Some("What is obvious ashore is not on the bridge."),
        ),
        entry(
            10,
            64,
            CpdKind::Training,
            "Course: satellite links, from antenna to office",
            None,
        ),
    ]
}
