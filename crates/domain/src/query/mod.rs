//! The query language: a closed grammar over the figures of requests.
//!
//! ```text
//! query   = [ measure { "," measure } ] [ "where" any ] [ "by" group { "," group } ]
//! measure = "count" | "median" "hours"
//! any     = every { "or" every }          every = one { "and" one }
//! one     = "not" one | "(" any ")" | field operator value | field "in" value ".." value
//!         | field "in" "(" value { "," value } ")"
//! ```
//! Every word has a Chinese twin, and any mixture is read. What was read is a tree of closed kinds; nothing of the
//! text reaches a database. Places that a query may name are those of [`Known`], so no query can ask for another
//! community's data or hold anybody's name. There is no field for a person: a query cannot rank people.

mod answer;
mod error;
mod field;
mod known;
mod parse;
mod print;
mod scan;
mod test;

#[cfg(test)]
mod tests;

pub use answer::{Answer, Cell, MOST_GROUPS_SHOWN, Reckoner};
pub use error::{QueryError, QueryErrorKind};
pub use field::{Field, Group, Kind, Measure};
pub use known::Known;
pub use parse::{MOST_CHARACTERS, MOST_DEPTH, parse};
pub use test::Row;

use jiff::civil::Date;

/// A query that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// What is reckoned; never empty.
    pub measures: Vec<Measure>,
    /// Of which requests.
    pub of: Option<Expr>,
    /// Apart for each of these; two at most.
    pub by: Vec<Group>,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// One at least of two or more.
    Any(Vec<Self>),
    /// All of two or more.
    Every(Vec<Self>),
    /// Not this one.
    Not(Box<Self>),
    /// A comparison.
    Test(Test),
}

/// A comparison of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What is compared.
    pub field: Field,
    /// How, and with what.
    pub with: With,
}

/// How a field is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum With {
    /// By an operator with one value.
    One(Operator, Value),
    /// Is one of these; never empty.
    In(Vec<Value>),
    /// From the first to the second, both included.
    Between(Value, Value),
}

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Operator {
    /// Every operator, the longer before those they begin with.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::IsNot, "!="),
        (Self::Is, "="),
        (Self::Less, "<"),
        (Self::More, ">"),
    ];

    /// Whether it needs an order.
    #[must_use]
    pub const fn is_of_order(self) -> bool {
        !matches!(self, Self::Is | Self::IsNot)
    }
}

/// A value that a field is compared with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A count or hours.
    Number(u32),
    /// A day in China.
    Day(Date),
    /// Yes or no.
    Yes(bool),
    /// A word of a closed list: a state, a matter's code, an estate's name.
    Word(String),
}

impl Query {
    /// The days that requests must have been reported on, as far as the whole query says so: what a reader of the
    /// store may leave out.
    #[must_use]
    pub fn reported(&self) -> (Option<Date>, Option<Date>) {
        let mut span = (None, None);
        let tests: &[Expr] = match &self.of {
            Some(Expr::Every(all)) => all,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        for test in tests {
            let Expr::Test(Test { field: Field::Reported, with }) = test else { continue };
            match with {
                With::Between(Value::Day(from), Value::Day(until)) => narrow(&mut span, *from, *until),
                With::One(Operator::Is, Value::Day(day)) => narrow(&mut span, *day, *day),
                With::One(Operator::AtLeast | Operator::More, Value::Day(day)) => {
                    narrow(&mut span, *day, Date::MAX);
                }
                With::One(Operator::AtMost | Operator::Less, Value::Day(day)) => {
                    narrow(&mut span, Date::MIN, *day);
                }
                _ => {}
            }
        }
        span
    }
}

fn narrow(span: &mut (Option<Date>, Option<Date>), from: Date, until: Date) {
    if from > Date::MIN {
        span.0 = Some(span.0.map_or(from, |known| known.max(from)));
    }
    if until < Date::MAX {
        span.1 = Some(span.1.map_or(until, |known| known.min(until)));
    }
}
