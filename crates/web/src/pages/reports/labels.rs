//! What the workbook of a month says in the reader's language.

use super::calls;
use super::month::class_words;
use crate::pages::numbers::keys;
use crate::present::{channel_of, handler_kind, matter_name, state_of};
use crate::view::issue::IssueKind;
use crate::view::project::kinds::Stage;
use crate::view::report::{FigureKind, RateKind, RegisterKind};
use crate::words::Words;
use guanjia_app::issue::IssueLine;
use guanjia_app::project::ProjectLine;
use guanjia_app::report::{CallEntry, Labels, RegisterLine, Sheet};
use guanjia_domain::matter::MatterList;
use guanjia_domain::numbers::{Measure, Out};
use guanjia_domain::report::Figure;
use guanjia_sheets::BookCell;
use std::sync::Arc;

/// The headings of the rates; the reasons follow.
const RATES: [&str; 8] = [
    "report-rate",
    "report-rate-share",
    "report-rate-hits",
    "report-rate-counted",
    "report-rate-low",
    "report-rate-high",
    "report-rate-note",
    "report-rate-out",
];
/// The headings of a register.
const REGISTER: [&str; 13] = [
    "col-number",
    "col-reported",
    "col-estate",
    "col-place",
    "col-matter",
    "col-channel",
    "col-urgent",
    "col-state",
    "col-handler",
    "col-due",
    "col-ended",
    "col-returns",
    "col-reworks",
];
const ISSUES: [&str; 7] =
    ["col-estate", "col-place", "col-state", "col-households", "col-requests", "col-open", "col-since"];
const PROJECTS: [&str; 4] = ["col-title", "col-estate", "col-state", "col-since"];

/// The words of a language with the community's own matters.
pub struct ReportLabels {
    words: &'static Words,
    matters: Arc<MatterList>,
}

impl ReportLabels {
    /// Labels in a language.
    #[must_use]
    pub fn new(words: &'static Words, matters: Arc<MatterList>) -> Self {
        Self { words, matters }
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key).to_owned()
    }
}

impl Labels for ReportLabels {
    fn sheet(&self, sheet: Sheet) -> String {
        self.say(match sheet {
            Sheet::Rates => "report-rates",
            Sheet::Register(register) => {
                RegisterKind::from_slug(register.name()).map_or("", RegisterKind::key)
            }
            Sheet::Calls => "register-calls",
            Sheet::Issues => "nav-issues",
            Sheet::Projects => "nav-projects",
        })
    }

    fn figure(&self, figure: Figure) -> String {
        self.say(FigureKind::from_slug(figure.name()).map_or("", FigureKind::key))
    }

    fn rate(&self, measure: Measure) -> String {
        self.say(RateKind::from_slug(measure.name()).map_or("", RateKind::key))
    }

    fn out(&self, why: Out) -> String {
        self.say(keys::of_reason(why))
    }

    fn few(&self) -> String {
        self.say("report-rate-none")
    }

    fn all(&self) -> String {
        self.say("report-all")
    }

    fn class(&self, code: &str) -> String {
        class_words(self.words, code)
    }

    fn columns(&self, sheet: Sheet) -> Vec<String> {
        let keys: &[&str] = match sheet {
            Sheet::Rates => &RATES,
            Sheet::Register(_) => &REGISTER,
            Sheet::Calls => &calls::COLUMNS,
            Sheet::Issues => &ISSUES,
            Sheet::Projects => &PROJECTS,
        };
        keys.iter().map(|key| self.say(key)).collect()
    }

    fn request(&self, line: &RegisterLine) -> Vec<BookCell<'static>> {
        let it = &line.request;
        let say = |key| BookCell::text(self.words.say(key));
        let count = |n: u32| if n == 0 { BookCell::Empty } else { BookCell::Number(n.into()) };
        vec![
            BookCell::Number(it.number),
            BookCell::Time(it.reported_at),
            BookCell::text(line.estate.clone()),
            BookCell::text(line.place.clone()),
            BookCell::text(matter_name(self.words, &self.matters, it.matter.as_deref()).unwrap_or_default()),
            say(channel_of(it.channel).key()),
            if it.urgent { say("report-yes") } else { BookCell::Empty },
            say(state_of(it.state, it.closing).key()),
            BookCell::text(handler_words(self.words, line)),
            BookCell::Time(it.due_at()),
            it.ended_at.map_or(BookCell::Empty, BookCell::Time),
            count(it.returns),
            count(it.reworks),
        ]
    }

    fn call(&self, line: &CallEntry) -> Vec<BookCell<'static>> {
        calls::cells(self.words, line)
    }

    fn issue(&self, line: &IssueLine) -> Vec<BookCell<'static>> {
        let state = IssueKind::from_slug(line.issue.state.name()).map_or("", IssueKind::key);
        let [households, requests, open] = [line.households, line.requests, line.open].map(|n| n as u64);
        vec![
            BookCell::text(line.estate.clone()),
            BookCell::text(line.building.clone().unwrap_or_default()),
            BookCell::text(self.words.say(state)),
            BookCell::Number(households),
            BookCell::Number(requests),
            BookCell::Number(open),
            BookCell::Day(line.first),
        ]
    }

    fn project(&self, line: &ProjectLine) -> Vec<BookCell<'static>> {
        let stage = Stage::from_slug(line.project.stage.name()).map_or("", Stage::key);
        vec![
            BookCell::text(line.title.clone()),
            BookCell::text(line.estate.clone()),
            BookCell::text(self.words.say(stage)),
            BookCell::Day(line.project.begun_at),
        ]
    }
}

/// Who has a request: the organisation's name, or what kind of party it is; never a person's name.
pub(super) fn handler_words(words: &Words, line: &RegisterLine) -> String {
    if line.organisation.is_empty() {
        words.say(handler_kind(line.request.handler).key()).to_owned()
    } else {
        line.organisation.clone()
    }
}
