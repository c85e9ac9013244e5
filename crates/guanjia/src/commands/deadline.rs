//! `guanjia deadline`: when things are due, line by line.

use crate::args::{DeadlineArgs, Duty};
use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use guanjia_domain::limit::{DutyCalendar, Limit, LimitError, Rules};
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{BufRead, BufWriter, Write};

/// China's only zone.
const CHINA: Offset = Offset::constant(8);

#[derive(Deserialize)]
struct Question {
    id: String,
    start: String,
    limit: String,
    #[serde(flatten)]
    unknown: BTreeMap<String, IgnoredAny>,
}

#[derive(Serialize)]
struct Reply<'a> {
    id: &'a str,
    due: String,
    calendar_known: bool,
}

/// Answers each line of standard input with a line.
pub fn run(asked: &DeadlineArgs, language: Language) -> Result<(), Failure> {
    let rules = rules(asked)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut seen, mut warned) = (HashSet::new(), BTreeSet::new());
    for (number, line) in (1_u64..).zip(std::io::stdin().lock().lines()) {
        let outcome = line
            .map_err(|error| wrong(number, "无法读取", "it cannot be read", &error.to_string()))
            .and_then(
                |line| if line.trim().is_empty() { Ok(None) } else { question(number, &line).map(Some) },
            )
            .and_then(|question| {
                let Some(question) = question else { return Ok(()) };
                warn(&question, &mut warned, number, language);
                reply(number, &question, &rules, asked.json, &mut seen, &mut out)
            });
        if let Err(failure) = outcome {
            // What was answered so far is handed over before the failure is told.
            out.flush().map_err(|error| Failure::output(&error))?;
            return Err(failure);
        }
    }
    out.flush().map_err(|error| Failure::output(&error))
}

fn rules(asked: &DeadlineArgs) -> Result<Rules, Failure> {
    let hours = asked.hours.parse().map_err(|error| {
        Failure::usage(
            format!("--hours “{}”有误。请写 09:00-12:00,14:00-18:00 这样的时段。", asked.hours),
            format!("--hours: {error}."),
        )
    })?;
    let duty = match asked.duty_calendar {
        Duty::EveryDay => DutyCalendar::EveryDay,
        Duty::Office => DutyCalendar::Office,
    };
    Ok(Rules { hours, duty, cut_off: asked.cut_off, ..Rules::default() })
}

fn question(number: u64, line: &str) -> Result<Question, Failure> {
    serde_json::from_str(line).map_err(|error| {
        wrong(
            number,
            "不是 {\"id\",\"start\",\"limit\"} 形式的 JSON",
            "it is not JSON of the form {\"id\",\"start\",\"limit\"}",
            &error.to_string(),
        )
    })
}

fn reply(
    number: u64,
    question: &Question,
    rules: &Rules,
    json: bool,
    seen: &mut HashSet<String>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let id = question.id.as_str();
    if id.is_empty() || !seen.insert(id.to_owned()) {
        return Err(wrong(
            number,
            "id 为空或重复，请给每行不同的 id",
            "id is empty or stands twice; give every line its own",
            id,
        ));
    }
    let start: Timestamp = question.start.parse().map_err(|error: jiff::Error| {
        wrong(
            number,
            "start 不是带时区的时间，请写 2026-02-13T16:30:00+08:00",
            "start is no time with an offset; write 2026-02-13T16:30:00+08:00",
            &error.to_string(),
        )
    })?;
    let limit: Limit = question.limit.parse().map_err(|error: LimitError| {
        Failure::refused(
            format!("第 {number} 行 limit：{}。", error.chinese()),
            format!("Line {number}, limit: {error}."),
        )
    })?;
    let due = limit.due(start, rules);
    let at = format!("{}+08:00", CHINA.to_datetime(due.at));
    let written = if json {
        let reply = Reply { id, due: at, calendar_known: due.calendar_known };
        serde_json::to_writer(&mut *out, &reply)
            .map_err(std::io::Error::from)
            .and_then(|()| out.write_all(b"\n"))
    } else {
        writeln!(out, "{id}\t{at}")
    };
    written.map_err(|error| Failure::output(&error))
}

/// Unknown fields are left out, and said so once each.
fn warn(question: &Question, warned: &mut BTreeSet<String>, number: u64, language: Language) {
    for field in question.unknown.keys() {
        if warned.insert(field.clone()) {
            tell(&language.pick(
                format!("第 {number} 行：字段“{field}”不认识，已忽略。"),
                format!("Line {number}: the field “{field}” is not known and was left out."),
            ));
        }
    }
}

fn wrong(number: u64, chinese: &str, english: &str, detail: &str) -> Failure {
    Failure::refused(
        format!("第 {number} 行：{chinese}（{detail}）。"),
        format!("Line {number}: {english} ({detail})."),
    )
}
