//! Guessing is made useless by waiting, per account, whether the account exists or not.
//!
//! A browser that signed in to the account before has a count of its own, so that nobody is locked
//! out by the guesses of others (OWASP, device cookies).

use crate::http::AppError;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Wrong passwords that cost nothing.
const FREE: u32 = 5;
/// The longest wait, seconds: with it fewer than a hundred guesses are checked in a day.
const LONGEST: i64 = 1200;
/// Names remembered at once; those least guessed at are forgotten first.
const REMEMBERED: usize = 50_000;
/// A name is forgotten after this time without a wrong password.
const FORGOTTEN: TimeDelta = TimeDelta::hours(24);

type Key = [u8; 32];

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    last: DateTime<Utc>,
}

/// Wrong passwords of the last day, by name and browser.
#[derive(Debug, Default)]
pub struct Guesses(Mutex<HashMap<Key, Failures>>);

impl Failures {
    fn open_again(self) -> DateTime<Utc> {
        let doublings = self.count.saturating_sub(FREE).min(20);
        let wait = if doublings == 0 {
            0
        } else {
            (1_i64 << doublings).min(LONGEST)
        };
        self.last + TimeDelta::seconds(wait)
    }
}

/// The count that an attempt belongs to; `device` is absent unless it signed in to this account before.
pub fn key(email: &str, device: Option<&str>) -> Key {
    Sha256::digest(format!("{email}\n{}", device.unwrap_or_default())).into()
}

/// Forgets names nobody waits for, then those least guessed at: many invented names must not free one that waits.
fn make_room(all: &mut HashMap<Key, Failures>, now: DateTime<Utc>) {
    all.retain(|_, failures| now - failures.last < TimeDelta::hours(1) || failures.open_again() > now);
    if all.len() < REMEMBERED {
        return;
    }
    let mut counts: Vec<u32> = all.values().map(|failures| failures.count).collect();
    counts.sort_unstable();
    let few = counts.get(counts.len() / 4).copied().unwrap_or_default();
    let mut room = REMEMBERED / 4;
    all.retain(|_, failures| {
        let goes = room > 0 && failures.count <= few;
        room -= usize::from(goes);
        !goes
    });
}

impl Guesses {
    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Failures>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Refuses an attempt that comes too early, without looking at the password. An admitted one counts as wrong
    /// from here on, so that many at the same moment are no way round; a right password clears the count.
    pub fn admit(&self, key: Key, now: DateTime<Utc>) -> Result<(), AppError> {
        let mut all = self.lock();
        if let Some(failures) = all.get(&key) {
            let wait = (failures.open_again() - now).num_seconds();
            if wait > 0 {
                return Err(AppError::TooMany(wait.unsigned_abs()));
            }
        }
        if all.len() >= REMEMBERED {
            make_room(&mut all, now);
        }
        let failures = all.entry(key).or_insert(Failures { count: 0, last: now });
        if now - failures.last >= FORGOTTEN {
            failures.count = 0;
        }
        *failures = Failures {
            count: failures.count.saturating_add(1),
            last: now,
        };
        Ok(())
    }

    /// Takes an attempt back whose password was never looked at.
    pub fn unchecked(&self, key: &Key) {
        if let Some(failures) = self.lock().get_mut(key) {
            failures.count = failures.count.saturating_sub(1);
        }
    }

    /// Forgets the wrong passwords after a right one.
    pub fn succeeded(&self, key: &Key) {
        self.lock().remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn fewer_than_a_hundred_guesses_are_checked_in_a_day() {
        let guesses = Guesses::default();
        let name = key("somebody@demo.example", None);
        let checked = (0..86_400)
            .filter(|second| guesses.admit(name, at(*second)).is_ok())
            .count();
        assert!((50..100).contains(&checked), "{checked}");
    }

    #[test]
    fn many_at_once_are_not_checked_beyond_the_free_ones() {
        let guesses = Guesses::default();
        let name = key("somebody@demo.example", None);
        let checked = (0..100).filter(|_| guesses.admit(name, at(0)).is_ok()).count();
        assert_eq!(checked, 6);
    }

    #[test]
    fn many_invented_names_free_nobody_who_waits() {
        let guesses = Guesses::default();
        let name = key("somebody@demo.example", None);
        while guesses.admit(name, at(0)).is_ok() {}
        for n in 0..120_000 {
            guesses
                .admit(key(&format!("{n}@invented.example"), None), at(0))
                .unwrap();
        }
        assert!(guesses.admit(name, at(0)).is_err());
        assert!(guesses.lock().len() <= REMEMBERED);
    }

    #[test]
    fn what_was_never_looked_at_does_not_count() {
        let guesses = Guesses::default();
        let name = key("somebody@demo.example", None);
        for _ in 0..100 {
            guesses.admit(name, at(0)).unwrap();
            guesses.unchecked(&name);
        }
    }

    #[test]
    fn a_browser_that_signed_in_before_does_not_wait_for_others() {
        let guesses = Guesses::default();
        let (stranger, own) = (
            key("somebody@demo.example", None),
            key("somebody@demo.example", Some("own")),
        );
        while guesses.admit(stranger, at(0)).is_ok() {}
        assert!(guesses.admit(own, at(1)).is_ok());
    }

    #[test]
    fn a_right_password_clears_the_count() {
        let guesses = Guesses::default();
        let name = key("somebody@demo.example", None);
        while guesses.admit(name, at(0)).is_ok() {}
        guesses.succeeded(&name);
        assert!(guesses.admit(name, at(1)).is_ok());
    }
}
