//! What a use case answers when it does not do what was asked.

use guanjia_domain::Refusal;
use guanjia_store::StoreError;

/// Why nothing was done.
#[derive(Clone, Debug, thiserror::Error)]
pub enum AppError {
    /// The rules say no, and how it would be yes.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database or the files could not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A result of a use case.
pub type Result<T> = std::result::Result<T, AppError>;

impl AppError {
    /// The refusal, if it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Store(_) => None,
        }
    }
}
