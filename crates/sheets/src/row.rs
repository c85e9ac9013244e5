//! A row of a sheet seen through its header; every reading reports what is wrong with its cell.

use std::sync::Arc;

use crate::date;
use crate::fields::FieldId;
use crate::header::{Layout, Target};
use crate::phone;
use crate::problem::{Place, Problem, ProblemKind, ProblemList};
use crate::read::{Cell, Value};
use crate::rows::{Others, Position};
use crate::text::{key, tidy};

/// Most characters of a name, most of a remark or a list.
const SHORT: usize = 100;
const LONG: usize = 4000;

/// Fields in which a day is a door that a spreadsheet program has taken for one: 3-2.
const IS_DOOR: [FieldId; 4] = [FieldId::Address, FieldId::Building, FieldId::Unit, FieldId::Room];

/// A row with its place and its header.
pub(crate) struct Row<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) place: Place,
    pub(crate) cells: &'a [Cell],
    pub(crate) problems: &'a mut ProblemList,
}

impl Row<'_> {
    /// Reports a problem with a field of this row.
    pub(crate) fn report(&mut self, field: FieldId, what: ProblemKind) {
        self.problems.push(Problem::of_row(&self.place, self.layout.column(field), what));
    }

    /// The cell of a field; `None` when it is empty or an error, which is reported.
    pub(crate) fn value(&mut self, field: FieldId) -> Option<Value> {
        let Some(index) = self.layout.index(field) else {
            return self.layout.implies(field).map(|value| Value::Text(value.to_owned()));
        };
        let cell = &self.cells[self.cells.binary_search_by_key(&index, |cell| cell.column).ok()?];
        match &cell.value {
            Value::Text(text) => Some(tidy(text)).filter(|text| !text.is_empty()).map(Value::Text),
            Value::Error(code) => {
                let code = code.clone();
                self.report(field, ProblemKind::CellError { code });
                None
            }
            Value::Day(_) if IS_DOOR.contains(&field) => {
                self.report(field, ProblemKind::BecameDate);
                None
            }
            other => Some(other.clone()),
        }
    }

    /// Text of at most 100 characters.
    pub(crate) fn text(&mut self, field: FieldId) -> Option<String> {
        self.text_within(field, SHORT)
    }

    /// Text of at most 4 000 characters.
    pub(crate) fn long_text(&mut self, field: FieldId) -> Option<String> {
        self.text_within(field, LONG)
    }

    /// Text that must be there. A column that is missing as a whole was reported with the header.
    pub(crate) fn required(&mut self, field: FieldId) -> Option<String> {
        let text = self.text(field);
        self.demand(field, text)
    }

    /// Reports an empty cell of a column that must be filled.
    pub(crate) fn demand<T>(&mut self, field: FieldId, value: Option<T>) -> Option<T> {
        if value.is_none() && self.layout.index(field).is_some() && !self.is_error(field) {
            self.report(field, ProblemKind::Required);
        }
        value
    }

    /// The parts of a list, separated by ; ； 、 , ， or line ends.
    pub(crate) fn list(&mut self, field: FieldId) -> Vec<String> {
        split_list(&self.long_text(field).unwrap_or_default())
    }

    /// A count between the two bounds.
    pub(crate) fn count(&mut self, field: FieldId, least: u32, most: u32) -> Option<u32> {
        let value = self.value(field)?;
        let what = match number(&value) {
            None => ProblemKind::NotANumber { value: shown(&value) },
            Some(number) if number < 0.0 => ProblemKind::Negative,
            Some(number) if number.fract() != 0.0 => ProblemKind::Fraction,
            Some(number) if number >= f64::from(least) && number <= f64::from(most) => {
                // Whole and within u32 by the guards above; `format` is the exact way that needs no cast.
                return format!("{number:.0}").parse().ok();
            }
            Some(_) => ProblemKind::OutOfRange { least: least.into(), most: most.into() },
        };
        self.report(field, what);
        None
    }

    /// A count that fits 16 bits.
    pub(crate) fn small_count(&mut self, field: FieldId, least: u16, most: u16) -> Option<u16> {
        self.count(field, least.into(), most.into()).and_then(|count| count.try_into().ok())
    }

    /// Longitude and latitude; one without the other is reported as missing.
    pub(crate) fn position(&mut self) -> Option<Position> {
        let longitude = self.degrees(FieldId::Longitude, 180);
        let latitude = self.degrees(FieldId::Latitude, 90);
        match (longitude, latitude) {
            (Some(longitude), Some(latitude)) => return Some(Position { longitude, latitude }),
            (Some(_), None) if self.is_empty(FieldId::Latitude) => {
                self.report(FieldId::Latitude, ProblemKind::Required);
            }
            (None, Some(_)) if self.is_empty(FieldId::Longitude) => {
                self.report(FieldId::Longitude, ProblemKind::Required);
            }
            _ => {}
        }
        None
    }

    fn degrees(&mut self, field: FieldId, most: i32) -> Option<f64> {
        let value = self.value(field)?;
        let Some(number) = number(&value) else {
            self.report(field, ProblemKind::NotANumber { value: shown(&value) });
            return None;
        };
        if number.abs() > f64::from(most) {
            self.report(field, ProblemKind::OutOfRange { least: (-most).into(), most: most.into() });
            return None;
        }
        Some(number)
    }

    /// One of the words of the column; `all` stands in the order of those words.
    pub(crate) fn choice<T: Copy>(&mut self, field: FieldId, all: &[T]) -> Option<T> {
        let value = self.value(field)?;
        let words = self.layout.spec.field(field)?.words;
        let wanted = key(&shown(&value));
        let fits = |name: &str| key(name) == wanted;
        let place =
            words.iter().position(|word| fits(word.zh) || fits(word.en) || word.also.iter().any(|w| fits(w)));
        if place.is_none() {
            let choices = words.iter().map(|word| (word.zh.to_owned(), word.en.to_owned())).collect();
            self.report(field, ProblemKind::NotAChoice { value: shown(&value), choices });
        }
        place.and_then(|place| all.get(place).copied())
    }

    /// 是 or 否.
    pub(crate) fn flag(&mut self, field: FieldId) -> Option<bool> {
        self.choice(field, &[true, false])
    }

    /// Telephones in the form in which they are dialled; the wrong ones are reported.
    pub(crate) fn phones(&mut self, field: FieldId, of_company: bool) -> Vec<String> {
        let mut phones = Vec::new();
        let cell = self.long_text(field).unwrap_or_default();
        for text in phone::numbers(&cell) {
            match phone::normal_form(&text, of_company) {
                Ok(phone) => phones.push(phone),
                Err(what) => self.report(field, what),
            }
        }
        phones
    }

    /// A day. What is none, such as 不详, is told and left out.
    pub(crate) fn day(&mut self, field: FieldId) -> Option<String> {
        let value = self.value(field)?;
        let day = date::day(&value);
        if day.is_none() {
            self.report(field, ProblemKind::NotADay);
        }
        day
    }

    /// The values of columns that are not known.
    pub(crate) fn others(&self) -> Others {
        let named = |cell: &Cell| {
            let (_, _, target) = self.layout.targets.iter().find(|(_, index, _)| *index == cell.column)?;
            let Target::Unknown(name) = target else { return None };
            let is_day = key(name).ends_with("日期") || key(name).ends_with("date");
            let day = is_day.then(|| date::day(&cell.value)).flatten();
            Some((Arc::clone(name), day.unwrap_or_else(|| shown(&cell.value))))
        };
        self.cells.iter().filter_map(named).collect()
    }

    fn text_within(&mut self, field: FieldId, limit: usize) -> Option<String> {
        let text = shown(&self.value(field)?);
        if text.len() > limit && text.chars().count() > limit {
            self.report(field, ProblemKind::TooLong { limit: u32::try_from(limit).unwrap_or(u32::MAX) });
            return None;
        }
        Some(text)
    }

    fn cell(&self, field: FieldId) -> Option<&Value> {
        let index = self.layout.index(field)?;
        let place = self.cells.binary_search_by_key(&index, |cell| cell.column).ok()?;
        Some(&self.cells[place].value)
    }

    fn is_empty(&self, field: FieldId) -> bool {
        self.cell(field).is_none()
    }

    fn is_error(&self, field: FieldId) -> bool {
        let door = IS_DOOR.contains(&field);
        self.cell(field)
            .is_some_and(|value| matches!(value, Value::Error(_)) || (door && matches!(value, Value::Day(_))))
    }
}

/// The parts of a list as people type it.
pub(crate) fn split_list(text: &str) -> Vec<String> {
    let parts = text.split([';', '；', '、', ',', '，', '\n', '|']).map(tidy);
    parts.filter(|part| !part.is_empty()).collect()
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => key(text).replace(',', "").parse().ok(),
        Value::Flag(_) | Value::Day(_) | Value::Error(_) => None,
    }
    .filter(|number: &f64| number.is_finite())
}

/// A value as Excel shows it: whole numbers without `.0`.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => tidy(text),
        Value::Day(day) => day.clone(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => if *flag { "1" } else { "0" }.to_owned(),
        Value::Error(code) => code.clone(),
    }
}
