//! Passwords: Argon2id with 64 MiB and three passes, outside transactions, a few at a time.

use crate::http::AppError;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::num::NonZero;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;

/// Stands in for the hash of an account that has no password yet: nothing is hashed to it.
pub const NO_PASSWORD: &str = "none yet";

/// Checks that run at once and that wait, for browsers that signed in to the account before and for others:
/// a flood of guesses fills the others' queue only, half of the cores. Bounds the memory to 64 MiB for each that runs.
const KNOWN: (usize, usize) = (1, 40);
const OTHERS_WAIT: usize = 20;
/// Seconds after which a full queue has moved on.
const MOVED_ON: u64 = 5;

/// Bounds how many checks run and wait at once.
#[derive(Debug)]
pub struct Checker {
    known: Queue,
    others: Queue,
    done: AtomicU64,
}

#[derive(Debug)]
struct Queue {
    running: Semaphore,
    places: Semaphore,
}

impl Queue {
    const fn new((running, waiting): (usize, usize)) -> Self {
        Self {
            running: Semaphore::const_new(running),
            places: Semaphore::const_new(running + waiting),
        }
    }
}

impl Default for Checker {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            known: Queue::new(KNOWN),
            others: Queue::new(((cores / 2).max(1), OTHERS_WAIT)),
            done: AtomicU64::new(0),
        }
    }
}

fn argon2() -> Result<Argon2<'static>, AppError> {
    let params = Params::new(64 * 1024, 3, 1, None)
        .map_err(|error| AppError::Internal(anyhow::anyhow!("argon2: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The PHC string of a new password.
pub fn hash(password: &str) -> Result<String, AppError> {
    let hash = argon2()?
        .hash_password(password.as_bytes())
        .map_err(|error| AppError::Internal(anyhow::anyhow!("argon2: {error}")))?;
    Ok(hash.to_string())
}

/// How far a thread that hashes stands back: whoever reads goes first, and a sign-in still gets its part of a busy machine.
const STANDS_BACK: i32 = 10;

/// Does the work on a thread of its own that stands back behind those that serve. A thread once made to stand back
/// may not come forward again, which is why it is none of the runtime's; making one costs nothing beside a hash.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    let (done, told) = tokio::sync::oneshot::channel();
    std::thread::Builder::new()
        .name("password".to_owned())
        .spawn(move || {
            #[cfg(target_os = "linux")]
            let _as_before_where_forbidden =
                rustix::process::setpriority_process(Some(rustix::thread::gettid()), STANDS_BACK);
            let _nobody_waits_any_more = done.send(work());
        })
        .map_err(|error| AppError::Internal(error.into()))?;
    told.await.map_err(|error| AppError::Internal(error.into()))
}

/// A password that was chosen is hashed beside the checks of strangers, so that the memory stays bounded.
impl Checker {
    /// The PHC string of a new password.
    ///
    /// # Errors
    /// When too many wait already.
    pub async fn hash(&self, password: String) -> Result<String, AppError> {
        let _place = self
            .others
            .places
            .try_acquire()
            .ok()
            .ok_or(AppError::Unavailable(MOVED_ON))?;
        let _turn = self
            .others
            .running
            .acquire()
            .await
            .map_err(|error| AppError::Internal(error.into()))?;
        aside(move || hash(&password)).await?
    }
}

/// A hash that fits no password: what is checked when the address is unknown, so that both take as long.
const NOBODY: &str =
    "$argon2id$v=19$m=65536,t=3,p=1$Ymx1ZWJ1b3lub2JvZHk$2lqzI6wSp0B9Uu5S0cYd1wq1N8nT0z8m2o1J3o4bFrE";

impl Checker {
    /// How many passwords were checked against a hash, fitting or not.
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Whether the password fits the hash; without a hash it never does, in the same time.
    ///
    /// # Errors
    /// When too many wait already.
    pub async fn fits(&self, password: String, hash: Option<String>, device: bool) -> Result<bool, AppError> {
        let queue = if device { &self.known } else { &self.others };
        let _place = queue
            .places
            .try_acquire()
            .ok()
            .ok_or(AppError::Unavailable(MOVED_ON))?;
        let _turn = queue
            .running
            .acquire()
            .await
            .map_err(|error| AppError::Internal(error.into()))?;
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        self.done.fetch_add(1, Ordering::Relaxed);
        let fits = aside(move || {
            argon2().map(|argon2| argon2.verify_password(password.as_bytes(), hash.as_str()).is_ok())
        })
        .await??;
        Ok(fits && known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::{Error, phc::PasswordHash};

    #[test]
    fn nobodys_hash_costs_what_a_real_one_does() {
        let real = hash("a password").unwrap();
        let [real, nobody] = [&real, NOBODY].map(|hash| PasswordHash::new(hash).unwrap());
        assert_eq!(nobody.algorithm, real.algorithm);
        assert_eq!(nobody.version, real.version);
        assert_eq!(nobody.params, real.params);
        assert_eq!(nobody.hash.unwrap().len(), real.hash.unwrap().len());
        let checked = argon2().unwrap().verify_password(b"a password", NOBODY);
        assert!(matches!(checked, Err(Error::PasswordInvalid)), "{checked:?}");
    }
}
