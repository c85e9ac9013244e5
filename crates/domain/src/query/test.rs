//! Whether a request fits a query.

use super::field::{Field, Group, Measure};
use super::{Expr, Operator, Query, Test, Value, With};
use crate::moment::Moment;
use crate::numbers::RateRule;
use crate::report::{day_of, has_overrun};
use crate::request::{Request, State};
use jiff::civil::Date;

const HOUR: i64 = 60 * 60 * 1_000;

/// A request as a query sees it.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The request.
    pub request: &'a Request,
    /// The name of its estate.
    pub estate: &'a str,
    /// The community it is of.
    pub community: &'a str,
    /// When it is asked.
    pub now: Moment,
    /// How rates are counted in the community: whose word says that it is solved.
    pub rule: RateRule,
}

impl Query {
    /// Whether a request is one of those that are reckoned. What was filed by mistake or became part of another never
    /// is, unless the query names states.
    #[must_use]
    pub fn takes(&self, row: &Row<'_>) -> bool {
        let counted = !matches!(row.request.state, State::Voided | State::Merged);
        match &self.of {
            Some(of) => (counted || of.names(Field::State)) && of.holds(row),
            None => counted,
        }
    }

    /// Whether the answer changes while no request does: open requests grow older, and limits pass. Whoever
    /// remembers an answer must know.
    #[must_use]
    pub fn asks_the_clock(&self) -> bool {
        let asks = |of: &Expr| of.names(Field::Overdue) || of.names(Field::Hours);
        self.measures.contains(&Measure::MedianHours) || self.of.as_ref().is_some_and(asks)
    }
}

impl Expr {
    fn names(&self, field: Field) -> bool {
        match self {
            Self::Any(all) | Self::Every(all) => all.iter().any(|one| one.names(field)),
            Self::Not(one) => one.names(field),
            Self::Test(test) => test.field == field,
        }
    }

    fn holds(&self, row: &Row<'_>) -> bool {
        match self {
            Self::Any(all) => all.iter().any(|one| one.holds(row)),
            Self::Every(all) => all.iter().all(|one| one.holds(row)),
            Self::Not(one) => !one.holds(row),
            Self::Test(test) => test.holds(row),
        }
    }
}

impl Test {
    /// What a request does not have compares with nothing.
    fn holds(&self, row: &Row<'_>) -> bool {
        let Some(found) = row.value(self.field) else {
            return matches!(self.with, With::One(Operator::IsNot, _));
        };
        match &self.with {
            With::In(values) => values.contains(&found),
            With::Between(from, until) => (from..=until).contains(&&found),
            With::One(operator, value) => match operator {
                Operator::Is => found == *value,
                Operator::IsNot => found != *value,
                Operator::Less => found < *value,
                Operator::AtMost => found <= *value,
                Operator::More => found > *value,
                Operator::AtLeast => found >= *value,
            },
        }
    }
}

impl Row<'_> {
    fn value(&self, field: Field) -> Option<Value> {
        let it = self.request;
        let word = |text: &str| Some(Value::Word(text.to_owned()));
        match field {
            Field::Estate => word(self.estate),
            Field::Community => word(self.community),
            Field::Matter => it.matter.as_deref().and_then(word),
            Field::Class => it.matter.as_deref().and_then(|code| code.get(..2)).and_then(word),
            Field::State => word(it.state.name()),
            Field::Channel => word(it.channel.name()),
            Field::Handler => word(it.handler.kind()),
            Field::Urgent => Some(Value::Yes(it.urgent)),
            Field::OnTheSpot => Some(Value::Yes(it.done_on_spot_by.is_some())),
            Field::Overdue => Some(Value::Yes(has_overrun(it, self.now))),
            Field::Solved => self.rule.solved(it.confirmed, it.follow_up).map(Value::Yes),
            Field::Reported => Some(Value::Day(day_of(it.reported_at))),
            Field::Ended => it.ended_at.map(|at| Value::Day(day_of(at))),
            Field::Hours => Some(Value::Number(self.hours())),
            Field::Returns => Some(Value::Number(it.returns)),
            Field::Reworks => Some(Value::Number(it.reworks)),
            Field::Extensions => Some(Value::Number(it.extensions)),
            Field::Joined => Some(Value::Number(it.joined)),
        }
    }

    /// Whole hours from being said to the end, or to now.
    pub(super) fn hours(&self) -> u32 {
        let spent = self.request.ended_at.unwrap_or(self.now).since(self.request.reported_at);
        u32::try_from(spent.max(0) / HOUR).unwrap_or(u32::MAX)
    }

    /// What it is told apart by; empty where it has none.
    pub(super) fn group(&self, group: Group) -> String {
        let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
        match group {
            Group::Month => month(day_of(self.request.reported_at)),
            Group::Day => day_of(self.request.reported_at).to_string(),
            Group::Estate => self.estate.to_owned(),
            Group::Matter => self.request.matter.clone().unwrap_or_default(),
            Group::Class => {
                self.request.matter.as_deref().and_then(|code| code.get(..2)).unwrap_or_default().to_owned()
            }
            Group::State => self.request.state.name().to_owned(),
            Group::Channel => self.request.channel.name().to_owned(),
            Group::Handler => self.request.handler.kind().to_owned(),
        }
    }
}
