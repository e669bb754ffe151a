//! What can go wrong, by what the caller can do about it: the exit codes.

use bellbuoy::{
    audit::AuditFault, certificate::CertificateFault, keys::KeyFault, proof::ProofFault,
    recovery::RecoveryFault, seal::SealFault,
};
use bellbuoy_domain::receipt::ReceiptFault;

/// A failure with its exit code.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{0}")]
    Usage(String),
    #[error("{0}")]
    Data(String),
    #[error("{0}")]
    Auth(String),
    #[error("{0}")]
    Network(String),
    #[error("{0}")]
    Server(String),
    /// Nothing is wrong, and not all is known that the answer needs.
    #[error("{0}")]
    Open(String),
}

impl Fault {
    pub const fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 1,
            Self::Data(_) => 2,
            Self::Auth(_) => 3,
            Self::Network(_) => 4,
            Self::Server(_) => 5,
            Self::Open(_) => 6,
        }
    }

    /// The same failure with one more line.
    pub fn with(self, line: &str) -> Self {
        let longer = |what: String| format!("{what}\n{line}");
        match self {
            Self::Usage(what) => Self::Usage(longer(what)),
            Self::Data(what) => Self::Data(longer(what)),
            Self::Auth(what) => Self::Auth(longer(what)),
            Self::Network(what) => Self::Network(longer(what)),
            Self::Server(what) => Self::Server(longer(what)),
            Self::Open(what) => Self::Open(longer(what)),
        }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &std::path::Path, fault: &std::io::Error) -> Self {
        Self::Usage(format!("{}: {fault}", path.display()))
    }
}

macro_rules! data {
    ($($fault:ty),+) => {
        $(impl From<$fault> for Fault {
            fn from(fault: $fault) -> Self {
                Self::Data(fault.to_string())
            }
        })+
    };
}

data!(
    AuditFault,
    CertificateFault,
    KeyFault,
    ProofFault,
    RecoveryFault,
    SealFault,
    ReceiptFault,
    serde_json::Error
);
