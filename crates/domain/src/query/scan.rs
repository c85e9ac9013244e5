//! From characters to words, each with its place.

use super::Operator;
use super::error::{QueryError, QueryErrorKind};
use crate::digits::half_width;

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters, digits, hyphens: a keyword, a field, a value.
    Word(String),
    /// Text in quotation marks.
    Quoted(String),
    /// An operator.
    Operator(Operator),
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// `..`
    To,
}

impl Token {
    /// As it was written.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Word(text) | Self::Quoted(text) => text.clone(),
            Self::Operator(operator) => operator.sign().to_owned(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
            Self::Comma => ",".to_owned(),
            Self::To => "..".to_owned(),
        }
    }
}

/// The words of a text. Full-width signs are read as their half-width twins.
pub(super) fn scan(text: &str) -> Result<Vec<(usize, Token)>, QueryError> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let place = at + 1;
        let sign = |at: usize| chars.get(at).map(|c| half_width(*c));
        let pair: String = sign(at).into_iter().chain(sign(at + 1)).collect();
        let operator = Operator::ALL.iter().find(|(_, sign)| pair.starts_with(sign));
        let (token, length) = match half_width(c) {
            c if c.is_whitespace() => {
                at += 1;
                continue;
            }
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            ',' | '、' => (Token::Comma, 1),
            '.' if pair == ".." => (Token::To, 2),
            '"' | '“' => quoted(&chars[at + 1..], place)?,
            _ if operator.is_some() => {
                let (operator, sign) = operator.copied().unwrap_or(Operator::ALL[0]);
                (Token::Operator(operator), sign.len())
            }
            c if is_of_word(c) => {
                let word: String =
                    chars[at..].iter().map(|c| half_width(*c)).take_while(|c| is_of_word(*c)).collect();
                let length = word.chars().count();
                (Token::Word(word), length)
            }
            c => return Err(QueryError { at: place, kind: QueryErrorKind::Unexpected(c.to_string()) }),
        };
        tokens.push((place, token));
        at += length;
    }
    Ok(tokens)
}

fn quoted(rest: &[char], place: usize) -> Result<(Token, usize), QueryError> {
    let end = rest.iter().position(|c| matches!(c, '"' | '”' | '＂'));
    let end = end.ok_or(QueryError { at: place, kind: QueryErrorKind::UnclosedText })?;
    Ok((Token::Quoted(rest[..end].iter().collect()), end + 2))
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}
