//! Connections that remember what they were told of the caller.

use super::pool::Caller;
use deadpool::managed::{Manager, Metrics, RecycleResult};
use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::{
    AsyncDieselConnectionManager, ManagerConfig, PoolError, RecyclingMethod,
};

/// How the statements of a connection are planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plans {
    /// For their values, each time.
    Each,
    /// Once for all values, by walking indexes.
    Walk,
    /// Once for all values, by gathering what an index finds.
    Gather,
}

impl Plans {
    pub const fn cache(self) -> &'static str {
        match self {
            Self::Each => "auto",
            Self::Walk | Self::Gather => "force_generic_plan",
        }
    }

    pub const fn bitmaps(self) -> &'static str {
        match self {
            Self::Each | Self::Gather => "on",
            Self::Walk => "off",
        }
    }

    /// Reading a table from one end to the other.
    pub const fn scans(self) -> &'static str {
        match self {
            Self::Each => "on",
            Self::Walk | Self::Gather => "off",
        }
    }
}

/// What the database was told for a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    pub caller: Caller,
    pub plans: Plans,
}

/// A connection of the pool.
pub struct Remembered {
    pub conn: AsyncPgConnection,
    /// Nothing while it is being told, so that whoever gives up half-way leaves no doubt.
    pub told: Option<Told>,
}

/// Makes such connections.
pub struct Remembering(AsyncDieselConnectionManager<AsyncPgConnection>);

impl Remembering {
    /// To the database of this address.
    pub fn of(url: &str) -> Self {
        let mut config = ManagerConfig::<AsyncPgConnection>::default();
        config.recycling_method = RecyclingMethod::Fast;
        Self(AsyncDieselConnectionManager::new_with_config(url, config))
    }
}

impl Manager for Remembering {
    type Type = Remembered;
    type Error = PoolError;

    async fn create(&self) -> Result<Remembered, PoolError> {
        let conn = self.0.create().await?;
        Ok(Remembered { conn, told: None })
    }

    async fn recycle(&self, one: &mut Remembered, metrics: &Metrics) -> RecycleResult<PoolError> {
        self.0.recycle(&mut one.conn, metrics).await
    }
}
