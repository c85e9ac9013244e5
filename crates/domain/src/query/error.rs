//! What is wrong with a query: where, and how it is mended.

use super::field::Field;

/// A query that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// Which character, the first is 1.
    pub at: usize,
    /// What is wrong.
    pub kind: QueryErrorKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryErrorKind {
    /// A field was expected; what stands there is none.
    NoField(String),
    /// An operator was expected after the field.
    NoOperator(Field),
    /// The operator needs an order and the field has none.
    NoOrder(Field),
    /// A value of the field's kind was expected.
    NoValue(Field),
    /// The word is not on the field's list.
    NotListed(Field, String),
    /// Nothing can be told apart by this.
    NoGroup(String),
    /// More than two groups.
    TooManyGroups,
    /// After `median` stands what it is of: `hours`.
    NoMeasure,
    /// A bracket that is never closed.
    Unclosed,
    /// A quotation that is never closed.
    UnclosedText,
    /// Nothing may stand here.
    Unexpected(String),
    /// Longer than a query may be.
    TooLong,
    /// Conditions nested too deep.
    TooDeep,
    /// It asks for another community's data.
    OtherCommunity,
    /// A span that ends before it begins.
    Backwards(Field),
}

impl QueryErrorKind {
    /// The end of the translation key.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NoField(_) => "no-field",
            Self::NoOperator(_) => "no-operator",
            Self::NoOrder(_) => "no-order",
            Self::NoValue(_) => "no-value",
            Self::NotListed(..) => "not-listed",
            Self::NoGroup(_) => "no-group",
            Self::TooManyGroups => "too-many-groups",
            Self::NoMeasure => "no-measure",
            Self::Unclosed => "unclosed",
            Self::UnclosedText => "unclosed-text",
            Self::Unexpected(_) => "unexpected",
            Self::TooLong => "too-long",
            Self::TooDeep => "too-deep",
            Self::OtherCommunity => "other-community",
            Self::Backwards(_) => "backwards",
        }
    }

    /// What stands there; empty where nothing does.
    #[must_use]
    pub fn found(&self) -> &str {
        match self {
            Self::NoField(text) | Self::NotListed(_, text) | Self::NoGroup(text) | Self::Unexpected(text) => {
                text
            }
            _ => "",
        }
    }

    /// The field it is about.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::NoOperator(field)
            | Self::NoOrder(field)
            | Self::NoValue(field)
            | Self::NotListed(field, _)
            | Self::Backwards(field) => Some(*field),
            _ => None,
        }
    }
}
