//! Budgets of signed-in callers, by account, and the `RateLimit` fields that tell them
//! (draft-ietf-httpapi-ratelimit-headers). Nothing is keyed by address.

use super::problem::AppError;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use uuid::Uuid;

/// Requests an account may make in a minute.
pub const PER_MINUTE: u32 = 1200;

type Limiter = RateLimiter<
    Uuid,
    DefaultKeyedStateStore<Uuid>,
    DefaultClock,
    governor::middleware::StateInformationMiddleware,
>;

/// The budgets of all accounts of this process.
#[derive(Debug)]
pub struct Budgets(Limiter);

/// What is left of a budget.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    pub remaining: u32,
}

impl Default for Budgets {
    fn default() -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(PER_MINUTE).unwrap_or(NonZeroU32::MIN));
        Self(RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>())
    }
}

impl Budgets {
    /// Takes one request from the account's budget, or says how long to wait.
    pub fn take(&self, account: Uuid) -> Result<Left, AppError> {
        match self.0.check_key(&account) {
            Ok(state) => Ok(Left {
                remaining: state.remaining_burst_capacity(),
            }),
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                Err(AppError::TooMany(wait.as_secs().saturating_add(1)))
            }
        }
    }

    /// Forgets accounts that have their whole budget again.
    pub fn sweep(&self) {
        self.0.retain_recent();
        self.0.shrink_to_fit();
    }
}
