//! How much work a report has to show: a fixed number of bits, raised for everybody while a flood
//! lasts. One bucket for all; nothing is keyed by address.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

/// Requests a second that need no more than the usual work.
const CALM: f64 = 50.0;
/// The most bits ever asked for.
const MOST: u8 = 26;

/// The bucket.
#[derive(Debug)]
pub struct Flood {
    usual: u8,
    state: Mutex<(f64, Instant)>,
}

impl Flood {
    /// Starts calm.
    pub fn new(usual: u8) -> Self {
        Self {
            usual,
            state: Mutex::new((0.0, Instant::now())),
        }
    }

    /// Bits that a page is told to solve for.
    pub fn bits(&self) -> u8 {
        self.level(0.0)
    }

    /// Counts one arrival; the bits it has to show. The last raise is forgiven, because a
    /// page may have asked just before it.
    pub fn arrival(&self) -> u8 {
        let bits = self.level(1.0);
        if bits > self.usual { bits - 1 } else { bits }
    }

    fn level(&self, more: f64) -> u8 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let drained = state.0 - CALM * now.saturating_duration_since(state.1).as_secs_f64();
        *state = (drained.max(0.0) + more, now);
        let ceiling = MOST.max(self.usual);
        let raises = (1_u8..=8)
            .filter(|step| state.0 > CALM * 10.0 * f64::from(1_u32 << step))
            .count();
        u8::try_from(raises).map_or(ceiling, |raises| self.usual.saturating_add(raises).min(ceiling))
    }
}

/// How long a page may rely on the bits it was told.
pub const TRUSTED: Duration = Duration::from_secs(3600);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_raises_the_work_and_calm_lowers_nothing_below_the_usual() {
        let flood = Flood::new(18);
        assert_eq!(flood.bits(), 18);
        for _ in 0..2_000 {
            flood.arrival();
        }
        assert!(flood.bits() > 18);
        assert!(flood.bits() <= MOST);
    }
}
