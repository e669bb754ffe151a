//! Searches that find much, remembered, so that nobody counts anew what a walk along the list finds sooner.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a search is taken for common without counting again. A wrong guess finds the same, only later.
const REMEMBERED: Duration = Duration::from_secs(600);
/// Searches that are remembered.
const MOST_REMEMBERED: usize = 256;

/// Searches that were found to be common lately.
#[derive(Debug, Default)]
pub struct Common(Mutex<HashMap<String, Instant>>);

impl Common {
    /// Whether this was common lately.
    pub fn knows(&self, search: &str) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known
            .get(search)
            .is_some_and(|since| since.elapsed() < REMEMBERED)
    }

    /// Remembers that this is common.
    pub fn note(&self, search: &str) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_REMEMBERED {
            known.retain(|_, since| since.elapsed() < REMEMBERED);
        }
        if known.len() < MOST_REMEMBERED {
            known.insert(search.to_owned(), Instant::now());
        }
    }
}
