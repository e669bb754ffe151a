//! Seats in exams, trainings and workshops: who gets one, who waits, and who moves up.

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{CpdHours, SeatState, SittingKind, SittingResult};

/// The most of one day that counts as professional development.
const MOST_OF_A_DAY: TimeDelta = TimeDelta::hours(10);

/// What decides whether there is a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    pub seats: i16,
    pub taken: i16,
    pub waiting: i32,
    pub book_until: DateTime<Utc>,
    pub cancelled: bool,
}

/// Why nobody is seated any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SeatRefusal {
    #[error("the sitting is cancelled")]
    Cancelled,
    #[error("seats were booked until {0}")]
    Closed(DateTime<Utc>),
}

impl Seating {
    /// What somebody who asks at a moment gets: a seat while one is free and nobody waits for it.
    ///
    /// # Errors
    /// When no more seats are booked.
    pub fn ask(&self, now: DateTime<Utc>) -> Result<SeatState, SeatRefusal> {
        if self.cancelled {
            return Err(SeatRefusal::Cancelled);
        }
        if now > self.book_until {
            return Err(SeatRefusal::Closed(self.book_until));
        }
        if self.taken < self.seats && self.waiting == 0 {
            Ok(SeatState::Booked)
        } else {
            Ok(SeatState::Waiting)
        }
    }

    /// How many of those who wait get a seat.
    #[must_use]
    pub fn moving_up(&self) -> i32 {
        if self.cancelled {
            return 0;
        }
        i32::from(self.seats.saturating_sub(self.taken).max(0)).min(self.waiting)
    }
}

/// Whether two times overlap; one may begin when the other ends.
#[must_use]
pub fn overlap(one: (DateTime<Utc>, DateTime<Utc>), other: (DateTime<Utc>, DateTime<Utc>)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// What is wrong with an entry of who was there and how it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttendanceRefusal {
    #[error("has to be attended or absent")]
    NoAttendance,
    #[error("only an exam is passed or failed")]
    NoExam,
    #[error("only who attended passes or fails")]
    NotThere,
}

/// Whether somebody can have been there in this way.
///
/// # Errors
/// What does not fit together.
pub fn attendance(
    kind: SittingKind,
    state: SeatState,
    result: Option<SittingResult>,
) -> Result<(), AttendanceRefusal> {
    match (state, result) {
        (SeatState::Attended | SeatState::Absent, None) => Ok(()),
        (SeatState::Attended, Some(_)) if kind == SittingKind::Exam => Ok(()),
        (SeatState::Attended, Some(_)) => Err(AttendanceRefusal::NoExam),
        (SeatState::Absent, Some(_)) => Err(AttendanceRefusal::NotThere),
        _ => Err(AttendanceRefusal::NoAttendance),
    }
}

/// What a sitting between two times of its place counts as professional development.
///
/// Its length in whole quarters, of each day ten hours at the most, since nobody learns in the night between two days of
/// a course.
#[must_use]
pub fn counted(starts: NaiveDateTime, ends: NaiveDateTime) -> CpdHours {
    let mut all = TimeDelta::zero();
    let mut from = starts;
    while from < ends {
        let midnight = from.date().succ_opt().map(|day| day.and_time(NaiveTime::MIN));
        let to = midnight.map_or(ends, |midnight| midnight.min(ends));
        all += (to - from).min(MOST_OF_A_DAY);
        from = to;
    }
    CpdHours::from_minutes(all.num_minutes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes)
    }

    fn seating(seats: i16) -> Seating {
        Seating {
            seats,
            taken: 0,
            waiting: 0,
            book_until: at(100),
            cancelled: false,
        }
    }

    #[test]
    fn nobody_is_seated_after_the_last_moment_or_in_what_is_cancelled() {
        assert_eq!(seating(1).ask(at(100)), Ok(SeatState::Booked));
        assert_eq!(seating(1).ask(at(101)), Err(SeatRefusal::Closed(at(100))));
        let cancelled = Seating {
            cancelled: true,
            waiting: 1,
            ..seating(3)
        };
        assert_eq!(cancelled.ask(at(1)), Err(SeatRefusal::Cancelled));
        assert_eq!(cancelled.moving_up(), 0);
    }

    #[test]
    fn a_day_counts_as_it_is_and_a_course_of_days_without_its_nights() {
        let time = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let day = counted(time("2026-12-01T09:00:00"), time("2026-12-01T12:50:00"));
        assert_eq!(day.hours(), 3.75);
        let course = counted(time("2026-12-01T09:00:00"), time("2026-12-03T17:00:00"));
        assert_eq!(course.hours(), 30.0);
    }

    #[test]
    fn every_entry_of_attendance_is_settled() {
        for kind in SittingKind::ALL {
            for state in SeatState::ALL {
                for result in [None, Some(SittingResult::Passed), Some(SittingResult::Failed)] {
                    let there = *state == SeatState::Attended;
                    let fits = match result {
                        None => there || *state == SeatState::Absent,
                        Some(_) => there && *kind == SittingKind::Exam,
                    };
                    assert_eq!(attendance(*kind, *state, result).is_ok(), fits, "{kind} {state}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_seat_is_given_twice_and_none_stays_empty_while_somebody_waits(
            seats in 1_i16..6, steps in prop::collection::vec(any::<bool>(), 1..60),
        ) {
            let mut room = seating(seats);
            for asks in steps {
                if asks {
                    match room.ask(at(1)).unwrap() {
                        SeatState::Booked => room.taken += 1,
                        _ => room.waiting += 1,
                    }
                } else if room.taken > 0 {
                    room.taken -= 1;
                    let up = room.moving_up();
                    room.taken += i16::try_from(up).unwrap();
                    room.waiting -= up;
                }
                prop_assert!(room.taken <= room.seats);
                prop_assert!(room.waiting == 0 || room.taken == room.seats);
            }
        }

        #[test]
        fn times_overlap_both_ways_or_not_at_all(a in 0_i64..50, b in 1_i64..20, c in 0_i64..50, d in 1_i64..20) {
            let (one, other) = ((at(a), at(a + b)), (at(c), at(c + d)));
            prop_assert_eq!(overlap(one, other), overlap(other, one));
            let shared = (a..a + b).any(|minute| (c..c + d).contains(&minute));
            prop_assert_eq!(overlap(one, other), shared);
        }

        #[test]
        fn no_sitting_counts_more_than_its_length(from in 0_i64..3_000, length in 1_i64..20_000) {
            let (starts, ends) = (at(from).naive_utc(), at(from + length).naive_utc());
            let hours = counted(starts, ends).hours();
            prop_assert!(hours * 60.0 <= f64::from(i32::try_from(length).unwrap()));
            let days = (ends.date() - starts.date()).num_days() + 1;
            prop_assert!(hours <= f64::from(i32::try_from(days).unwrap()) * 10.0);
        }
    }
}
