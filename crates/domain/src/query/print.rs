//! A query as text: read again it is the same query.

use super::field::Measure;
use super::{Expr, Operator, Query, Test, Value, With};
use std::fmt::{Display, Formatter, Result};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (n, measure) in self.measures.iter().enumerate() {
            let before = if n == 0 { "" } else { ", " };
            let of = if *measure == Measure::MedianHours { " hours" } else { "" };
            write!(f, "{before}{}{of}", measure.word())?;
        }
        if let Some(of) = &self.of {
            write!(f, " where {of}")?;
        }
        for (n, group) in self.by.iter().enumerate() {
            write!(f, "{}{}", if n == 0 { " by " } else { ", " }, group.word())?;
        }
        Ok(())
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let joined = |f: &mut Formatter<'_>, all: &[Self], word: &str| {
            for (n, one) in all.iter().enumerate() {
                let before = if n == 0 { "" } else { word };
                match one {
                    Self::Any(_) | Self::Every(_) => write!(f, "{before}({one})")?,
                    _ => write!(f, "{before}{one}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::Any(all) => joined(f, all, " or "),
            Self::Every(all) => joined(f, all, " and "),
            Self::Not(one) if matches!(**one, Self::Any(_) | Self::Every(_)) => write!(f, "not ({one})"),
            Self::Not(one) => write!(f, "not {one}"),
            Self::Test(test) => write!(f, "{test}"),
        }
    }
}

impl Display for Test {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let field = self.field.word();
        match &self.with {
            With::One(operator, value) => write!(f, "{field} {} {value}", operator.sign()),
            With::Between(from, until) => write!(f, "{field} in {from}..{until}"),
            With::In(values) => {
                let values: Vec<_> = values.iter().map(ToString::to_string).collect();
                write!(f, "{field} in ({})", values.join(", "))
            }
        }
    }
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Yes(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Self::Word(word) => write!(f, "\"{word}\""),
        }
    }
}

impl Operator {
    /// As it is written.
    #[must_use]
    pub fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(it, _)| *it == self).map_or("", |(_, sign)| sign)
    }
}
