//! Years whose calendar nobody has told yet.

/// What a first page says of them, and the cure.
#[derive(Debug, Clone, Default)]
pub struct MissingYears {
    /// The years.
    pub years: Vec<i16>,
    /// Whether the reader may paste the notice in; others ask somebody who may.
    pub may_tell: bool,
}

impl MissingYears {
    /// An invented one.
    pub fn sample(may_tell: bool) -> Self {
        Self { years: vec![2027], may_tell }
    }
}
