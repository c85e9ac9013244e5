//! The labelled messages, `text/teddy/fj3.jsonl`, with their events.

use super::gold::Gold;
use crate::failure::Failure;
use crate::text::csv::Table;
use crate::text::{unfit, whole};
use guanjia_discover::issues::Request;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// The files that are read here, below the folder of texts.
pub const FILES: [&str; 4] =
    ["teddy/fj3.jsonl", "gold/fj3_gold.tsv", "gold/fj3_ignore.tsv", "gold/fj3_hard_negatives.tsv"];

#[derive(Deserialize)]
struct Line {
    id: u64,
    user: String,
    time: String,
    title: String,
    detail: Option<String>,
}

/// A message.
pub struct Message {
    id: String,
    user: String,
    /// What its writer called it.
    pub title: String,
    /// What its writer wrote; may be empty.
    pub text: String,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
}

impl Message {
    /// As `guanjia discover` reads it.
    pub fn request(&self) -> Request<'_> {
        let (id, title, text) = (&self.id, &self.title, &self.text);
        Request { id, at: self.at, title, text, reporter: Some(&self.user), ..Request::default() }
    }

    /// A message for tests: the number is its id and its hour.
    #[cfg(test)]
    pub fn invented(number: usize, user: &str) -> Self {
        let text = String::new();
        Self { id: number.to_string(), user: user.to_owned(), title: text.clone(), text, at: number as i64 }
    }

    /// Who wrote it.
    pub fn user(&self) -> &str {
        &self.user
    }
}

/// The messages with what is known about them.
pub struct Messages {
    /// In the order of the file.
    pub all: Vec<Message>,
    /// Which belong together.
    pub gold: Gold,
    /// Pairs of one text issued for two places, by index: they must not be together.
    pub copies: Vec<(usize, usize)>,
}

/// Reads them.
pub fn read(folder: &Path) -> Result<Messages, Failure> {
    let [texts, labels, ignored, copies] = FILES.map(|name| folder.join(name));
    let bad = |error: &dyn std::fmt::Display| {
        unfit(&texts, &format!("不是留言（{error}）"), &format!("it holds no messages ({error})"))
    };
    let lines: Vec<Line> = whole(&texts)?
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()
        .map_err(|error| bad(&error))?;
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        let at = moment(&line.time).ok_or_else(|| bad(&line.time))?;
        let (id, text) = (line.id.to_string(), line.detail.unwrap_or_default());
        all.push(Message { id, user: line.user, title: line.title, text, at });
    }
    let places: HashMap<&str, usize> = all.iter().zip(0..).map(|(one, at)| (one.id.as_str(), at)).collect();
    let table = Table::tabs(&labels)?;
    let group = table.column(&["group"])?;
    let labels: Vec<String> = table.rows().map(|(_, row)| row[group].clone()).collect();
    let families: Vec<Vec<usize>> = whole(&ignored)?
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().filter_map(|id| places.get(id).copied()).collect())
        .collect();
    let pairs = Table::tabs(&copies)?;
    let copies = pairs.rows().filter_map(|(_, row)| {
        Some((*places.get(row.first()?.as_str())?, *places.get(row.get(1)?.as_str())?))
    });
    let copies = copies.collect();
    if labels.len() != all.len() {
        return Err(unfit(
            &folder.join(FILES[1]),
            "行数与留言不符",
            "it has other rows than there are messages",
        ));
    }
    Ok(Messages { gold: Gold::new(&labels, &families), copies, all })
}

/// A moment of China, written with dashes or strokes.
fn moment(text: &str) -> Option<i64> {
    let numbers: Vec<i16> =
        text.split([' ', '-', '/', ':']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let part = |at: usize| i8::try_from(numbers.get(at).copied().unwrap_or(0)).ok();
    let year = *numbers.first()?;
    let at = DateTime::new(year, part(1)?, part(2)?, part(3)?, part(4)?, part(5)?, 0).ok()?;
    Offset::constant(8).to_timestamp(at).ok().map(Timestamp::as_millisecond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_write_a_moment() {
        assert_eq!(moment("2019/1/6 8:00:01"), Some(1_546_732_801_000));
        assert_eq!(moment("2019-01-06 08:00:01"), moment("2019/1/6 8:00:01"));
        assert_eq!(moment("yesterday"), None);
    }
}
