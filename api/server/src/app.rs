//! What all requests share: settings, the clock, signing keys, budgets.

use crate::auth::keys::Keys;
use crate::config::Config;
use crate::db::common::Common;
use crate::http::rate::Budgets;
use chrono::{DateTime, Datelike, NaiveDate, SubsecRound, Utc};
use std::sync::Arc;

/// Tells the time; an argument, so that tests can set it.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The shared part of the application.
#[derive(Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub clock: Clock,
    pub keys: Arc<Keys>,
    pub budgets: Arc<Budgets>,
    pub sign_in: Arc<crate::auth::password::Checker>,
    pub guesses: Arc<crate::auth::guess::Guesses>,
    pub tokens: Arc<crate::auth::token::Verified>,
    pub machines: Arc<crate::auth::machines::Known>,
    pub flood: Arc<crate::intake::flood::Flood>,
    pub figures: Arc<crate::statistics::live::Held>,
    /// Words that stand in many incidents.
    pub common: Arc<Common>,
    /// Searches of the register that find much.
    pub common_people: Arc<Common>,
    /// The identity provider, where one is configured.
    pub oidc: Option<Arc<crate::oidc::Provider>>,
}

impl App {
    /// Puts the shared parts together.
    pub fn new(config: Config, clock: Clock, keys: Keys) -> Self {
        let bits = config.work_bits;
        let oidc = crate::oidc::Provider::of(&config).map(Arc::new);
        Self {
            config: Arc::new(config),
            clock,
            keys: Arc::new(keys),
            budgets: Arc::default(),
            sign_in: Arc::default(),
            guesses: Arc::default(),
            tokens: Arc::default(),
            machines: Arc::default(),
            flood: Arc::new(crate::intake::flood::Flood::new(bits)),
            figures: Arc::default(),
            common: Arc::default(),
            common_people: Arc::default(),
            oidc,
        }
    }

    /// The time now, as finely as the database keeps it, so that a time reads the same before and after.
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)().trunc_subsecs(6)
    }

    /// First day of the current month, the finest date an anonymous report may leave.
    pub fn month(&self) -> NaiveDate {
        let today = self.now().date_naive();
        today.with_day(1).unwrap_or(today)
    }
}
