//! Requests, a line of JSON each.

use super::{whole, wrong};
use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use guanjia_discover::issues::Located;
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// China's only zone.
const CHINA: Offset = Offset::constant(8);

#[derive(Deserialize)]
struct Line {
    id: String,
    at: String,
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    reporter: Option<String>,
    #[serde(default)]
    place: Option<Place>,
    #[serde(default)]
    category: Option<String>,
    #[serde(flatten)]
    unknown: BTreeMap<String, IgnoredAny>,
}

#[derive(Default, Deserialize)]
struct Place {
    #[serde(default)]
    estate: Option<String>,
    #[serde(default)]
    building: Option<String>,
    #[serde(default)]
    unit: Option<String>,
}

/// A request as it was read.
pub struct Read {
    /// Its id, unique in the file.
    pub id: String,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// What people called it; may be empty.
    pub title: String,
    /// What they wrote.
    pub text: String,
    /// The household or person.
    pub reporter: Option<String>,
    /// What was chosen.
    pub place: Located,
    /// The matter that was chosen.
    pub category: Option<String>,
}

/// Reads a file of requests. Unknown fields are left out with a warning, once each.
pub fn read(path: &Path, language: Language) -> Result<Vec<Read>, Failure> {
    let text = whole(path)?;
    let (mut ids, mut warned, mut requests) = (HashSet::new(), BTreeSet::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let line: Line = serde_json::from_str(line).map_err(|error| {
            wrong(
                path,
                number,
                &format!("不是 {{\"id\",\"at\",\"text\"}} 形式的 JSON（{error}）"),
                &format!("it is not JSON of the form {{\"id\",\"at\",\"text\"}} ({error})"),
            )
        })?;
        if line.id.is_empty() || !ids.insert(line.id.clone()) {
            let id = &line.id;
            return Err(wrong(
                path,
                number,
                &format!("id “{id}” 为空或重复，请给每行不同的 id"),
                &format!("id “{id}” is empty or stands twice; give every line its own"),
            ));
        }
        let at: Timestamp = line.at.parse().map_err(|error: jiff::Error| {
            wrong(
                path,
                number,
                &format!("at “{}” 不是带时区的时间，请写 2026-02-13T16:30:00+08:00（{error}）", line.at),
                &format!(
                    "at “{}” is no time with an offset; write 2026-02-13T16:30:00+08:00 ({error})",
                    line.at
                ),
            )
        })?;
        for field in line.unknown.keys().filter(|field| warned.insert((*field).clone())) {
            tell(&language.pick(
                format!("{} 第 {number} 行：字段“{field}”不认识，已忽略。", path.display()),
                format!(
                    "{}, line {number}: the field “{field}” is not known and was left out.",
                    path.display()
                ),
            ));
        }
        let place = line.place.unwrap_or_default();
        let given = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let (estate, building, unit) = (given(&place.estate), given(&place.building), given(&place.unit));
        requests.push(Read {
            id: line.id,
            at: at.as_millisecond(),
            title: line.title.unwrap_or_default(),
            text: line.text,
            reporter: given(&line.reporter),
            place: Located::chosen(estate.as_deref(), building.as_deref(), unit.as_deref()),
            category: given(&line.category),
        });
    }
    Ok(requests)
}

/// A moment as it is written in answers.
pub fn moment(at: i64) -> String {
    Timestamp::from_millisecond(at)
        .map_or_else(|_| String::new(), |at| format!("{}+08:00", CHINA.to_datetime(at)))
}
