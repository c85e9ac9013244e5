//! Comma, semicolon or tab separated text (RFC 4180), read without copying it.

use std::sync::Arc;

use super::{Bounds, Cell, MOST_CHARACTERS, Sink, Value, Verdict, separator};
use crate::problem::{Problem, ProblemKind};
use crate::write::unguard;

/// Reads the one sheet that a csv file is.
pub(super) fn read(name: &str, text: &str, sink: &mut dyn Sink) {
    let sheet: Arc<str> = name.into();
    sink.sheet(&sheet);
    let told = separator::told(text);
    let (sign, rest) = told.unwrap_or_else(|| (separator::guess(text), text));
    let mut fields = Fields { rest, separator: sign };
    let (mut row, mut bounds) = (u32::from(told.is_some()), Bounds::default());
    let mut cells = Vec::new();
    let mut column = 0;
    while let Some(Field { text, ends_row }) = fields.next_field() {
        if !text.trim().is_empty() {
            let long = text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS;
            match bounds.judge(&sheet, row, column, sink) {
                Verdict::Stop => return,
                Verdict::Take if long => {
                    let limit = u32::try_from(MOST_CHARACTERS).unwrap_or(u32::MAX);
                    sink.problem(Problem {
                        row: Some(row + 1),
                        ..Problem::of_sheet(&sheet, ProblemKind::TooLong { limit })
                    });
                }
                Verdict::Take => cells.push(Cell { column, value: Value::Text(unguard(&text).to_owned()) }),
                Verdict::Skip => {}
            }
        }
        column = column.saturating_add(1);
        if ends_row {
            if !cells.is_empty() {
                sink.row(row + 1, std::mem::take(&mut cells));
            }
            (row, column) = (row.saturating_add(1), 0);
        }
    }
}

struct Field {
    text: String,
    ends_row: bool,
}

struct Fields<'a> {
    rest: &'a str,
    separator: char,
}

impl Fields<'_> {
    fn next_field(&mut self) -> Option<Field> {
        if self.rest.is_empty() {
            return None;
        }
        let mut text = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            self.take_quoted(&mut text);
        }
        let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..end]);
        self.rest = &self.rest[end..];
        if let Some(rest) = self.rest.strip_prefix(self.separator) {
            self.rest = rest;
            // A separator at the very end is followed by one more, empty, field; nobody needs it.
            return Some(Field { text, ends_row: rest.is_empty() });
        }
        self.rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.get(1..)).unwrap_or_default();
        Some(Field { text, ends_row: true })
    }

    /// Up to the closing quote; a doubled quote stands for one. A quote that nobody closes ends with the file.
    fn take_quoted(&mut self, text: &mut String) {
        while let Some(end) = self.rest.find('"') {
            text.push_str(&self.rest[..end]);
            self.rest = &self.rest[end + 1..];
            let Some(rest) = self.rest.strip_prefix('"') else { return };
            text.push('"');
            self.rest = rest;
        }
        text.push_str(self.rest);
        self.rest = "";
    }
}
