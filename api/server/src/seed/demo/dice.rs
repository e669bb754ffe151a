//! The one source of chance of the demo data: the same seed, the same data.

use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A seeded die.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// A die that always falls the same way.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A number from `low` to `high`, both possible.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        self.0.random_range(low..=high.max(low))
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of `from`, each as likely as the other; nothing of nothing.
    pub fn one<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.choose(&mut self.0).copied()
    }

    /// One of `from`, as likely as its weight; `otherwise` when all weights are zero.
    pub fn weighted<T: Copy>(&mut self, from: &[(T, u32)], otherwise: T) -> T {
        let all: u32 = from.iter().map(|(_, weight)| weight).sum();
        if all == 0 {
            return otherwise;
        }
        let mut left = self.between(1, all);
        for (word, weight) in from {
            if left <= *weight {
                return *word;
            }
            left -= weight;
        }
        otherwise
    }

    /// Up to `most` different ones of `from`, in their order.
    pub fn some<T: Copy>(&mut self, from: &[T], most: usize) -> Vec<T> {
        let mut left = most;
        from.iter()
            .copied()
            .filter(|_| {
                let taken = left > 0 && self.chance(55);
                left = left.saturating_sub(usize::from(taken));
                taken
            })
            .collect()
    }
}
