//! The calendars of a community.

use super::MovesShown;
use crate::view::{Choice, PageFrame, Problem, Problems};
use askama::Template;

/// A day of the year view.
#[derive(Debug, Clone)]
pub struct CalendarDay {
    /// The day of the month.
    pub day: i8,
    /// `work`, `rest`, `holiday` or `makeup`.
    pub kind: &'static str,
    /// Whether there is duty.
    pub duty: bool,
    /// Whether the notice that is being looked at makes it another day.
    pub changed: bool,
}

/// A month of the year view.
#[derive(Debug, Clone)]
pub struct CalendarMonth {
    /// Its year, when it is another than the one that is shown.
    pub of_year: Option<i16>,
    /// From 1.
    pub number: u32,
    /// How many empty places stand before the first.
    pub before: usize,
    /// Its days.
    pub days: Vec<CalendarDay>,
}

/// What was typed, or what is set.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the fields of the form, told at the page")]
pub struct CalendarForm {
    pub hours: String,
    pub duty: String,
    /// Of Monday to Sunday.
    pub week: [bool; 7],
    /// A line for each day or range of days.
    pub duty_days: String,
    pub cut_off: String,
    pub quiet: bool,
    pub quiet_from: String,
    pub quiet_to: String,
    pub notice: String,
}

/// `GET /calendar?year=`, and again after a form.
///
/// `POST /calendar` with `csrf`, `revision`, `year`, `hours`, `duty` (`every_day`, `office`, `week`), `day_1` to
/// `day_7` (`yes`), `duty_days`, `cut_off`, `quiet` (`yes`), `quiet_from`, `quiet_to`, `notice`. It shows what would
/// move; sent again with `confirm` (`yes`) it is done.
#[derive(Template)]
#[template(path = "office/calendar.html")]
pub struct CalendarPage {
    /// The frame.
    pub page: PageFrame,
    /// The year that is shown.
    pub year: i16,
    /// Whether its notice is known.
    pub known: bool,
    /// Its months.
    pub months: Vec<CalendarMonth>,
    /// Ways to have duty.
    pub duties: Vec<Choice>,
    /// The form.
    pub form: CalendarForm,
    /// Of the timetable that was read.
    pub revision: u32,
    /// What a change would move.
    pub moves: Option<MovesShown>,
    /// How many requests the last change moved.
    pub saved: Option<u32>,
    /// What was wrong.
    pub problems: Problems,
}

impl CalendarDay {
    pub(super) fn word(&self) -> &'static str {
        match self.kind {
            "work" => "calendar-work",
            "holiday" => "calendar-holiday",
            "makeup" => "calendar-makeup",
            _ => "calendar-rest",
        }
    }
}

impl CalendarMonth {
    pub(super) fn blanks(&self) -> std::ops::Range<usize> {
        0..self.before
    }
}

impl CalendarPage {
    pub(super) fn weekdays(&self) -> [(&'static str, &'static str, bool); 7] {
        let names = [
            ("day_1", "weekday-1"),
            ("day_2", "weekday-2"),
            ("day_3", "weekday-3"),
            ("day_4", "weekday-4"),
            ("day_5", "weekday-5"),
            ("day_6", "weekday-6"),
            ("day_7", "weekday-7"),
        ];
        std::array::from_fn(|n| (names[n].0, names[n].1, self.form.week[n]))
    }

    /// A year with a change that is looked at.
    pub fn sample(page: PageFrame) -> Self {
        let day = |n: i8| CalendarDay {
            day: n,
            kind: ["work", "rest", "holiday", "makeup"][usize::from(n.unsigned_abs()) % 4],
            duty: n % 7 != 0,
            changed: n == 9,
        };
        let month =
            |number| CalendarMonth { of_year: None, number, before: 3, days: (1..=31).map(day).collect() };
        let form = CalendarForm {
            hours: "09:00-12:00,14:00-18:00".to_owned(),
            duty_days: "2027-02-10..2027-02-16 无人\n2027-02-17 有人".to_owned(),
            cut_off: "18:00".to_owned(),
            quiet: true,
            quiet_from: "22:00".to_owned(),
            quiet_to: "07:00".to_owned(),
            week: [true, true, true, true, true, true, false],
            ..CalendarForm::default()
        };
        Self {
            moves: Some(MovesShown::sample(page.now)),
            page,
            year: 2027,
            known: true,
            months: std::iter::once(CalendarMonth { of_year: Some(2026), ..month(12) })
                .chain((1..=12).map(month))
                .collect(),
            duties: vec![Choice::new("every_day", "每天"), Choice::new("week", "按周").chosen_if("week")],
            form,
            revision: 1,
            saved: None,
            problems: Problems::default(),
        }
    }

    /// A year that nobody knows yet, after a change.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { known: false, moves: None, saved: Some(3), ..Self::sample(page) }
    }

    /// A change that is refused.
    pub fn sample_long(page: PageFrame) -> Self {
        let keys = ("refusal-no-working-time", "refusal-no-working-time-cure");
        let problem = Problem::new(page.words, "notice", keys.0, keys.1, &[("what", "2027".into())]);
        Self { moves: None, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
