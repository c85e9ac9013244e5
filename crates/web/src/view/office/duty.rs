//! The duty roster.

use crate::view::{Choice, Contact, PageFrame, Problem, Problems, samples};
use askama::Template;

/// A day of the roster.
#[derive(Debug, Clone)]
pub struct DutyLine {
    /// The day as the form sends it, `2026-12-03`.
    pub day: String,
    /// The key of its weekday.
    pub weekday: &'static str,
    /// Whether it is a day of rest.
    pub rest: bool,
    /// Who is on duty, in words.
    pub names: String,
    /// Who is called first, to choose from.
    pub first: Vec<Choice>,
    /// Who is called next.
    pub second: Vec<Choice>,
}

impl DutyLine {
    /// Month and day: the year is plain.
    fn short(&self) -> &str {
        self.day.get(5..).unwrap_or(&self.day)
    }
}

/// `GET /duty`; `POST /duty` with `csrf` and, for each day, `day`, `first`, `second`.
#[derive(Template)]
#[template(path = "office/duty.html")]
pub struct DutyPage {
    /// The frame.
    pub page: PageFrame,
    /// Who is called now.
    pub tonight: Vec<Contact>,
    /// The days from now on.
    pub days: Vec<DutyLine>,
    /// Whether the reader plans it.
    pub may_change: bool,
    /// How many days were changed a moment ago.
    pub saved: Option<u32>,
    /// What was wrong.
    pub problems: Problems,
}

impl DutyPage {
    /// A roster with a gap.
    pub fn sample(page: PageFrame) -> Self {
        let people = vec![Choice::new("s-1", "林知夏").chosen_if("s-1"), Choice::new("s-2", samples::LONG)];
        let line = |day: &str, weekday, rest, names: &str| DutyLine {
            day: day.to_owned(),
            weekday,
            rest,
            names: names.to_owned(),
            first: people.clone(),
            second: people.clone(),
        };
        let days = vec![
            line("2026-12-04", "weekday-5", false, "林知夏、江予安"),
            line("2026-12-05", "weekday-6", true, ""),
        ];
        let tonight = vec![Contact { name: "林知夏".to_owned(), phone: Some("13800000000".to_owned()) }];
        Self { page, tonight, days, may_change: true, saved: Some(2), problems: Problems::default() }
    }

    /// Nobody is on duty, for somebody who only looks.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { tonight: Vec::new(), may_change: false, saved: None, ..Self::sample(page) }
    }

    /// A change that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "", "problem-duty", "cure-duty", &[]);
        Self { saved: None, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
