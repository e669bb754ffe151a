//! age identities: made, told apart, wrapped for another key or by a passphrase.

use std::io::{Read, Write};

use age::{
    Decryptor, Encryptor, Recipient,
    secrecy::{ExposeSecret, SecretString},
    x25519,
};

/// The work factor of a passphrase's scrypt; about a second on a small machine.
const PASSPHRASE_WORK: u8 = 15;

/// A key that opens what is sealed to its recipient. Not shown by `Debug`.
#[derive(Clone)]
pub struct Identity(pub(crate) x25519::Identity);

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

/// What went wrong with a key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    #[error("this is no age identity; it begins with AGE-SECRET-KEY-1")]
    NotAnIdentity,
    #[error("this is no age recipient; it begins with age1")]
    NotARecipient,
    #[error("the passphrase or key does not open this")]
    DoesNotOpen,
    #[error("could not be wrapped: {0}")]
    Wrap(String),
}

impl Identity {
    /// Makes a new identity from the system's randomness.
    #[must_use]
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Reads `AGE-SECRET-KEY-1…`; lines that begin with `#` are passed over, as `age-keygen` writes them.
    ///
    /// # Errors
    /// When there is no identity in the text.
    pub fn read(text: &str) -> Result<Self, KeyFault> {
        let line = text
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with('#'));
        let parsed = line.and_then(|line| line.parse().ok());
        parsed.map(Self).ok_or(KeyFault::NotAnIdentity)
    }

    /// The identity as text. A secret.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.to_string().expose_secret().to_owned()
    }

    /// The recipient that seals to this identity, `age1…`.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

pub(crate) fn recipient(text: &str) -> Result<x25519::Recipient, KeyFault> {
    text.trim().parse().ok().ok_or(KeyFault::NotARecipient)
}

/// Wraps an identity for another key: an age file whose text is the identity's line.
///
/// # Errors
/// When the recipient is none.
pub fn wrap_for(identity: &Identity, to: &str) -> Result<Vec<u8>, KeyFault> {
    let to = recipient(to)?;
    let encryptor = Encryptor::with_recipients(std::iter::once::<&dyn Recipient>(&to));
    write(
        encryptor.map_err(|fault| KeyFault::Wrap(fault.to_string()))?,
        identity,
    )
}

/// Wraps an identity by a passphrase, through scrypt.
///
/// # Errors
/// When the file cannot be made.
pub fn wrap_by_passphrase(identity: &Identity, passphrase: &str) -> Result<Vec<u8>, KeyFault> {
    let mut to = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    to.set_work_factor(PASSPHRASE_WORK);
    let encryptor = Encryptor::with_recipients(std::iter::once::<&dyn Recipient>(&to));
    write(
        encryptor.map_err(|fault| KeyFault::Wrap(fault.to_string()))?,
        identity,
    )
}

fn write(encryptor: Encryptor, identity: &Identity) -> Result<Vec<u8>, KeyFault> {
    let mut out = Vec::new();
    let written = encryptor.wrap_output(&mut out).and_then(|mut to| {
        to.write_all(identity.to_text().as_bytes())?;
        to.write_all(b"\n")?;
        to.finish()
    });
    written.map_err(|fault| KeyFault::Wrap(fault.to_string()))?;
    Ok(out)
}

/// Takes an identity out of what was wrapped for another key.
///
/// # Errors
/// When the key does not open it, or no identity is in it.
pub fn unwrap_with(wrapped: &[u8], by: &Identity) -> Result<Identity, KeyFault> {
    unwrap(wrapped, &by.0)
}

/// Takes an identity out of what was wrapped by a passphrase.
///
/// # Errors
/// When the passphrase does not open it, or no identity is in it.
pub fn unwrap_by_passphrase(wrapped: &[u8], passphrase: &str) -> Result<Identity, KeyFault> {
    let mut by = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    by.set_max_work_factor(PASSPHRASE_WORK);
    unwrap(wrapped, &by)
}

fn unwrap(wrapped: &[u8], by: &dyn age::Identity) -> Result<Identity, KeyFault> {
    Identity::read(
        &String::from_utf8(decrypt(wrapped, by)?)
            .ok()
            .ok_or(KeyFault::NotAnIdentity)?,
    )
}

pub(crate) fn decrypt(sealed: &[u8], by: &dyn age::Identity) -> Result<Vec<u8>, KeyFault> {
    let opened = Decryptor::new_buffered(sealed).and_then(|file| file.decrypt(std::iter::once(by)));
    let mut text = Vec::new();
    let read = opened
        .ok()
        .and_then(|mut reader| reader.read_to_end(&mut text).ok());
    read.map(|_| text).ok_or(KeyFault::DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_wrapped_for_another_opens_with_that_one_only() {
        let (desk, analyst, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
        let wrapped = wrap_for(&desk, &analyst.recipient()).unwrap();
        assert_eq!(unwrap_with(&wrapped, &analyst).unwrap().to_text(), desk.to_text());
        assert!(matches!(
            unwrap_with(&wrapped, &stranger),
            Err(KeyFault::DoesNotOpen)
        ));
    }

    #[test]
    fn a_key_wrapped_by_a_passphrase_opens_with_that_one_only() {
        let key = Identity::generate();
        let wrapped = wrap_by_passphrase(&key, "bellbuoy-desk").unwrap();
        assert!(wrapped.starts_with(b"age-encryption.org/v1\n-> scrypt "));
        assert_eq!(
            unwrap_by_passphrase(&wrapped, "bellbuoy-desk")
                .unwrap()
                .recipient(),
            key.recipient()
        );
        assert!(matches!(
            unwrap_by_passphrase(&wrapped, "bellbuoy-dusk"),
            Err(KeyFault::DoesNotOpen)
        ));
    }

    #[test]
    fn an_identity_file_of_age_keygen_is_read_and_never_shown() {
        let key = Identity::generate();
        let file = format!(
            "# created: 2026-11-21\n# public key: {}\n{}\n",
            key.recipient(),
            key.to_text()
        );
        assert_eq!(Identity::read(&file).unwrap().recipient(), key.recipient());
        assert!(matches!(
            Identity::read("# nothing"),
            Err(KeyFault::NotAnIdentity)
        ));
        assert_eq!(format!("{key:?}"), "Identity(…)");
    }
}
