//! One small pool per worker and role.
//!
//! A connection of the register is handed out only after the database was told who asks, so that row-level security sees
//! the caller even if a query forgets. What it was told last is remembered with the connection and not told again.

use super::remembering::{Plans, Remembering, Told};
use crate::http::AppError;
use bellbuoy_domain::account::Standing;
use deadpool::managed::{Object, Pool, QueueMode};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

/// On whose behalf a connection is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// The public.
    Anyone,
    /// A signed-in person.
    Person {
        account: Uuid,
        /// The organisation, if the membership is confirmed and the organisation is a member.
        organisation: Option<Uuid>,
        standing: Standing,
        /// Sees demo data only.
        trial: bool,
    },
    /// The server itself: sign-in, workers, seed.
    System,
}

impl Caller {
    const fn role(&self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Person { standing, .. } if standing.is_guest() => "guest",
            Self::Person { standing, .. } => standing.role.as_str(),
            Self::System => "system",
        }
    }

    const fn within(&self) -> &'static str {
        match self {
            Self::Person {
                standing: Standing {
                    within: Some(within), ..
                },
                ..
            } => within.as_str(),
            _ => "",
        }
    }

    const fn trial(&self) -> &'static str {
        match self {
            Self::Person { trial: true, .. } => "yes",
            _ => "",
        }
    }

    /// As what a person asks; none for the public and the server itself.
    pub const fn standing(&self) -> Option<Standing> {
        match self {
            Self::Person { standing, .. } => Some(*standing),
            Self::Anyone | Self::System => None,
        }
    }
}

/// The pools of one worker.
#[derive(Clone)]
pub struct Db {
    app: Pool<Remembering>,
    intake: Pool<Remembering>,
    long: Arc<Semaphore>,
}

/// How long a long piece of work waits for its turn.
const TURN: Duration = Duration::from_secs(10);

/// A connection that is held for as long as somebody reads, counted so that the others keep half of the pool.
pub struct Long {
    conn: Guarded,
    _turn: OwnedSemaphorePermit,
}

impl Long {
    /// Closes the connection instead of giving it back, and with it whatever it was doing.
    pub fn discard(self) {
        drop(Object::take(self.conn.0));
    }
}

impl Deref for Long {
    type Target = Guarded;
    fn deref(&self) -> &Guarded {
        &self.conn
    }
}

impl DerefMut for Long {
    fn deref_mut(&mut self) -> &mut Guarded {
        &mut self.conn
    }
}

/// A connection that knows its caller.
pub struct Guarded(Object<Remembering>);

impl Deref for Guarded {
    type Target = AsyncPgConnection;
    fn deref(&self) -> &AsyncPgConnection {
        &self.0.conn
    }
}

impl DerefMut for Guarded {
    fn deref_mut(&mut self) -> &mut AsyncPgConnection {
        &mut self.0.conn
    }
}

diesel::define_sql_function! {
    /// Sets a session variable and returns it.
    fn set_config(name: diesel::sql_types::Text, value: diesel::sql_types::Text, local: diesel::sql_types::Bool) -> diesel::sql_types::Text;
}

impl Db {
    /// Makes the pools; connections are opened when first needed.
    pub fn new(app_url: &str, intake_url: &str, size: usize) -> Result<Self, AppError> {
        Ok(Self {
            app: pool(app_url, size)?,
            intake: pool(intake_url, size.min(4))?,
            long: Arc::new(Semaphore::new((size / 2).max(1))),
        })
    }

    /// A connection to the register for `caller`.
    pub async fn as_caller(&self, caller: Caller) -> Result<Guarded, AppError> {
        self.planned(caller, Plans::Each).await
    }

    /// The same for a page with its limit in the text ([`super::limited`]): planned once for all values, and by
    /// walking an index in the order of the list, never by gathering and sorting what fits.
    pub async fn for_page(&self, caller: Caller) -> Result<Guarded, AppError> {
        self.planned(caller, Plans::Walk).await
    }

    /// The same for reading by keys: planned once, since an index is the only way to them. With a list of keys the
    /// database would otherwise plan anew each time, which costs several times what reading does.
    pub async fn for_keys(&self, caller: Caller) -> Result<Guarded, AppError> {
        self.planned(caller, Plans::Walk).await
    }

    /// The same for a few rows that an index finds by its words or marks, whatever they are. A statement has to have a text
    /// of its own for this: the plan of a text stays with the connection.
    pub async fn for_few(&self, caller: Caller) -> Result<Guarded, AppError> {
        self.planned(caller, Plans::Gather).await
    }

    async fn planned(&self, caller: Caller, plans: Plans) -> Result<Guarded, AppError> {
        let mut object = take(&self.app).await?;
        let told = Told { caller, plans };
        if object.told != Some(told) {
            // Whoever is told of half-way is told of again.
            object.told = None;
            tell(&mut object.conn, told).await?;
            object.told = Some(told);
        }
        Ok(Guarded(object))
    }

    /// A connection to the register that may be held for minutes; waits for its turn, then gives up.
    pub async fn for_long(&self, caller: Caller) -> Result<Long, AppError> {
        let turn = tokio::time::timeout(TURN, self.long.clone().acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(AppError::Unavailable(30));
        };
        Ok(Long {
            conn: self.as_caller(caller).await?,
            _turn: turn,
        })
    }

    /// A connection to the sealed intake.
    pub async fn intake(&self) -> Result<Guarded, AppError> {
        Ok(Guarded(take(&self.intake).await?))
    }
}

async fn tell(conn: &mut AsyncPgConnection, Told { caller, plans }: Told) -> Result<(), AppError> {
    let (account, organisation) = match caller {
        Caller::Person {
            account,
            organisation,
            ..
        } => (
            account.to_string(),
            organisation.map(|id| id.to_string()).unwrap_or_default(),
        ),
        Caller::Anyone | Caller::System => (String::new(), String::new()),
    };
    diesel::select((
        set_config("bellbuoy.role", caller.role(), false),
        set_config("bellbuoy.account", account, false),
        set_config("bellbuoy.organisation", organisation, false),
        set_config("bellbuoy.within", caller.within(), false),
        set_config("bellbuoy.trial", caller.trial(), false),
        set_config("plan_cache_mode", plans.cache(), false),
        set_config("enable_bitmapscan", plans.bitmaps(), false),
        set_config("enable_seqscan", plans.scans(), false),
    ))
    .execute(conn)
    .await?;
    Ok(())
}

async fn take(pool: &Pool<Remembering>) -> Result<Object<Remembering>, AppError> {
    pool.get().await.map_err(|error| {
        tracing::warn!(kind = %super::errors::pool_kind(&error), "no database connection");
        AppError::Unavailable(5)
    })
}

fn pool(url: &str, size: usize) -> Result<Pool<Remembering>, AppError> {
    let manager = Remembering::of(url);
    Pool::builder(manager)
        .max_size(size)
        // What was used last is likeliest to know the caller still.
        .queue_mode(QueueMode::Lifo)
        .wait_timeout(Some(Duration::from_secs(10)))
        .create_timeout(Some(Duration::from_secs(5)))
        .recycle_timeout(Some(Duration::from_secs(5)))
        .runtime(deadpool::Runtime::Tokio1)
        .build()
        .map_err(|error| AppError::Internal(error.into()))
}

impl Db {
    /// Whether the intake's database answers.
    pub async fn intake_answers(&self) -> Result<(), AppError> {
        let mut conn = self.intake().await?;
        diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>("1"))
            .execute(&mut *conn)
            .await?;
        Ok(())
    }
}
