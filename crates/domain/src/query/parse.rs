//! From words to a query, by recursive descent.

use super::error::{QueryError, QueryErrorKind as Wrong};
use super::field::{Field, Group, Kind, Measure};
use super::known::Known;
use super::scan::{Token, scan};
use super::{Expr, Query, Test, Value, With};

/// The most characters of a query.
pub const MOST_CHARACTERS: usize = 2_000;
/// How deep conditions may be nested.
pub const MOST_DEPTH: u32 = 20;
/// By how many things requests can be told apart at once.
const MOST_GROUPS: usize = 2;

/// Reads a query; without a measure it counts.
///
/// # Errors
/// [`QueryError`] with the place of what is wrong and what it is; the first one only.
pub fn parse(text: &str, known: &Known<'_>) -> Result<Query, QueryError> {
    let length = text.chars().count();
    if length > MOST_CHARACTERS {
        return Err(QueryError { at: MOST_CHARACTERS + 1, kind: Wrong::TooLong });
    }
    let mut reader = Reader { tokens: scan(text)?, next: 0, end: length + 1, known };
    let query = reader.query()?;
    match reader.tokens.get(reader.next) {
        Some((at, token)) => Err(QueryError { at: *at, kind: Wrong::Unexpected(token.text()) }),
        None => Ok(query),
    }
}

struct Reader<'a> {
    tokens: Vec<(usize, Token)>,
    next: usize,
    end: usize,
    known: &'a Known<'a>,
}

impl Reader<'_> {
    fn query(&mut self) -> Result<Query, QueryError> {
        let mut measures = Vec::new();
        while let Some(measure) = self.peeked_word().and_then(|word| Measure::of(&word)) {
            self.next += 1;
            if measure == Measure::MedianHours {
                let hours = self.peeked_word().is_some_and(|word| Field::of(&word) == Some(Field::Hours));
                hours.then_some(()).ok_or_else(|| self.wrong(Wrong::NoMeasure))?;
                self.next += 1;
            }
            if !measures.contains(&measure) {
                measures.push(measure);
            }
            self.takes(&Token::Comma);
        }
        if measures.is_empty() {
            measures.push(Measure::Count);
        }
        let of = if self.takes_word("where", "其中") { Some(self.any(0)?) } else { None };
        let by = if self.takes_word("by", "按") { self.groups()? } else { Vec::new() };
        Ok(Query { measures, of, by })
    }

    fn groups(&mut self) -> Result<Vec<Group>, QueryError> {
        let mut by = Vec::new();
        loop {
            let word = self.peeked_word().unwrap_or_default();
            let group = Group::of(&word).ok_or_else(|| self.wrong(Wrong::NoGroup(word)))?;
            if by.len() == MOST_GROUPS {
                return Err(self.wrong(Wrong::TooManyGroups));
            }
            self.next += 1;
            if !by.contains(&group) {
                by.push(group);
            }
            if !self.takes(&Token::Comma) {
                return Ok(by);
            }
        }
    }

    fn any(&mut self, depth: u32) -> Result<Expr, QueryError> {
        let mut all = vec![self.every(depth)?];
        while self.takes_word("or", "或") {
            all.push(self.every(depth)?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Expr::Any(all) })
    }

    fn every(&mut self, depth: u32) -> Result<Expr, QueryError> {
        let mut all = vec![self.one(depth)?];
        while self.takes_word("and", "且") {
            all.push(self.one(depth)?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Expr::Every(all) })
    }

    fn one(&mut self, depth: u32) -> Result<Expr, QueryError> {
        if depth == MOST_DEPTH {
            return Err(self.wrong(Wrong::TooDeep));
        }
        if self.takes_word("not", "非") {
            return Ok(Expr::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.takes(&Token::Open) {
            let inner = self.any(depth + 1)?;
            return if self.takes(&Token::Close) { Ok(inner) } else { Err(self.wrong(Wrong::Unclosed)) };
        }
        let word = self.peeked_word().unwrap_or_else(|| self.peeked_text());
        let field = Field::of(&word).ok_or_else(|| self.wrong(Wrong::NoField(word)))?;
        self.next += 1;
        Ok(Expr::Test(Test { field, with: self.with(field)? }))
    }

    fn with(&mut self, field: Field) -> Result<With, QueryError> {
        if let Some((_, Token::Operator(operator))) = self.tokens.get(self.next) {
            let operator = *operator;
            if operator.is_of_order() && !matches!(field.kind(), Kind::Number | Kind::Day) {
                return Err(self.wrong(Wrong::NoOrder(field)));
            }
            self.next += 1;
            return Ok(With::One(operator, self.value(field)?));
        }
        if !self.takes_word("in", "在") {
            return Err(self.wrong(Wrong::NoOperator(field)));
        }
        if self.takes(&Token::Open) {
            let mut values = vec![self.value(field)?];
            while self.takes(&Token::Comma) {
                values.push(self.value(field)?);
            }
            return if self.takes(&Token::Close) {
                Ok(With::In(values))
            } else {
                Err(self.wrong(Wrong::Unclosed))
            };
        }
        let from = self.value(field)?;
        if !self.takes(&Token::To) {
            return Ok(With::In(vec![from]));
        }
        if !matches!(field.kind(), Kind::Number | Kind::Day) {
            return Err(self.wrong(Wrong::NoOrder(field)));
        }
        let place = self.next;
        let until = self.value(field)?;
        if until < from {
            self.next = place;
            return Err(self.wrong(Wrong::Backwards(field)));
        }
        Ok(With::Between(from, until))
    }

    fn value(&mut self, field: Field) -> Result<Value, QueryError> {
        let text = match self.tokens.get(self.next) {
            Some((_, Token::Word(text) | Token::Quoted(text))) => text.clone(),
            _ => return Err(self.wrong(Wrong::NoValue(field))),
        };
        let value = match field.kind() {
            Kind::Number => text.parse().ok().map(Value::Number),
            Kind::Day => text.parse().ok().map(Value::Day),
            Kind::Flag => match text.as_str() {
                "yes" | "是" => Some(Value::Yes(true)),
                "no" | "否" => Some(Value::Yes(false)),
                _ => None,
            },
            Kind::Word => Some(Value::Word(self.known.word(field, &text).map_err(|kind| self.wrong(kind))?)),
        };
        let value = value.ok_or_else(|| self.wrong(Wrong::NoValue(field)))?;
        self.next += 1;
        Ok(value)
    }

    fn wrong(&self, kind: Wrong) -> QueryError {
        QueryError { at: self.tokens.get(self.next).map_or(self.end, |(at, _)| *at), kind }
    }

    fn peeked_text(&self) -> String {
        self.tokens.get(self.next).map(|(_, token)| token.text()).unwrap_or_default()
    }

    fn peeked_word(&self) -> Option<String> {
        match self.tokens.get(self.next) {
            Some((_, Token::Word(word))) => Some(word.clone()),
            _ => None,
        }
    }

    fn takes(&mut self, token: &Token) -> bool {
        let is = self.tokens.get(self.next).is_some_and(|(_, next)| next == token);
        self.next += usize::from(is);
        is
    }

    fn takes_word(&mut self, word: &str, twin: &str) -> bool {
        let is = self.peeked_word().is_some_and(|it| it.eq_ignore_ascii_case(word) || it == twin);
        self.next += usize::from(is);
        is
    }
}
