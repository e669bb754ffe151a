//! The server's Ed25519 keys: one signs access tokens, one filing proofs and the list of epochs, one checkpoints of
//! the audit, one certificates and their status lists.
//!
//! Made at the first start, kept in the data folder, readable by the owner only.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use utoipa::ToSchema;
use zeroize::Zeroizing;

/// All secrets of the server.
pub struct Keys {
    pub access: Signing,
    pub proof: Signing,
    pub checkpoint: Signing,
    pub certificate: Signing,
    /// Keys the answers for unknown mailboxes and the successors of refresh tokens.
    pub secret: Zeroizing<[u8; 32]>,
}

/// One signing key and its public name.
pub struct Signing {
    key: SigningKey,
    pub kid: String,
    pub purpose: &'static str,
}

/// A public key as JSON Web Key (RFC 8037 §2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Jwk {
    /// Always OKP.
    pub kty: String,
    /// Always Ed25519.
    pub crv: String,
    /// The public key, 32 bytes in base64url.
    pub x: String,
    /// RFC 7638 thumbprint.
    pub kid: String,
    /// Always sig.
    #[serde(rename = "use")]
    pub usage: String,
    /// Always `EdDSA`.
    pub alg: String,
    /// What the key signs: `access_token`, `filing_proof`, `audit_checkpoint` or `certificate`.
    pub bellbuoy_purpose: String,
}

impl Signing {
    fn new(seed: &[u8; 32], purpose: &'static str) -> Self {
        let key = SigningKey::from_bytes(seed);
        let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
        let thumbprint = Sha256::digest(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#));
        Self {
            key,
            kid: URL_SAFE_NO_PAD.encode(thumbprint),
            purpose,
        }
    }

    /// The signature over `text`, in base64url.
    pub fn sign(&self, text: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.key.sign(text.as_bytes()).to_bytes())
    }

    /// Whether `signature`, in base64url, is ours over `text`.
    pub fn signed(&self, text: &str, signature: &str) -> bool {
        URL_SAFE_NO_PAD
            .decode(signature)
            .ok()
            .and_then(|bytes| Signature::from_slice(&bytes).ok())
            .is_some_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }

    /// The private key in PKCS #8, for the token library.
    pub fn pkcs8(&self) -> Zeroizing<Vec<u8>> {
        let mut der = Zeroizing::new(vec![
            0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
        ]);
        der.extend_from_slice(&self.key.to_bytes());
        der
    }

    /// The public half.
    pub fn jwk(&self) -> Jwk {
        Jwk {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            x: URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes()),
            kid: self.kid.clone(),
            usage: "sig".to_owned(),
            alg: "EdDSA".to_owned(),
            bellbuoy_purpose: self.purpose.to_owned(),
        }
    }
}

impl Keys {
    /// Reads the keys in `folder`, making those that are missing.
    ///
    /// # Errors
    /// One line that names the file and what to do.
    pub fn load(folder: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).map_err(|error| {
            anyhow::anyhow!(
                "cannot make {}: {error}; check the folder's owner and free space",
                folder.display()
            )
        })?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
        let access = read_or_make(&folder.join("access-token.key"))?;
        let proof = read_or_make(&folder.join("filing-proof.key"))?;
        let checkpoint = read_or_make(&folder.join("audit-checkpoint.key"))?;
        let certificate = read_or_make(&folder.join("certificate.key"))?;
        let secret = read_or_make(&folder.join("server.secret"))?;
        Ok(Self {
            access: Signing::new(&access, "access_token"),
            proof: Signing::new(&proof, "filing_proof"),
            checkpoint: Signing::new(&checkpoint, "audit_checkpoint"),
            certificate: Signing::new(&certificate, "certificate"),
            secret,
        })
    }

    /// The public keys, for others to check what we signed.
    pub fn public(&self) -> Vec<Jwk> {
        [&self.access, &self.proof, &self.checkpoint, &self.certificate]
            .map(Signing::jwk)
            .to_vec()
    }
}

/// HMAC-SHA-256 over the parts (RFC 2104), keyed by one of our secrets.
pub fn keyed(secret: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut block = Zeroizing::new([0; 64]);
    for (to, from) in block.iter_mut().zip(secret) {
        *to = *from;
    }
    let mut mac = Hmac::<Sha256>::new(&(*block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn read_or_make(path: &Path) -> anyhow::Result<Zeroizing<[u8; 32]>> {
    match fs::read_to_string(path) {
        Ok(text) => {
            let text = Zeroizing::new(text);
            let mut seed = Zeroizing::new([0; 32]);
            hex::decode_to_slice(text.trim(), seed.as_mut_slice()).map_err(|error| {
                anyhow::anyhow!(
                    "the key in {} cannot be read ({error}); put back the copy from your backup",
                    path.display()
                )
            })?;
            Ok(seed)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let seed = Zeroizing::new(rand::random::<[u8; 32]>());
            let mut file = fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)?;
            file.write_all(Zeroizing::new(hex::encode(*seed)).as_bytes())?;
            file.sync_all()?;
            Ok(seed)
        }
        Err(error) => Err(anyhow::anyhow!(
            "the key {} cannot be read: {error}; give its owner, who runs the server, the right to read it",
            path.display()
        )),
    }
}
