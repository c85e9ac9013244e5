//! What the workbook of a month says in the reader's language.

use super::month::class_words;
use crate::present::{channel_of, handler_kind, matter_name, state_of};
use crate::view::issue::IssueKind;
use crate::view::project::kinds::Stage;
use crate::view::report::{FigureKind, RegisterKind};
use crate::view::time::{day, moment};
use crate::words::Words;
use guanjia_app::issue::IssueLine;
use guanjia_app::project::ProjectLine;
use guanjia_app::report::{Labels, RegisterLine, Sheet};
use guanjia_domain::matter::MatterList;
use guanjia_domain::report::Figure;
use std::sync::Arc;

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
            Sheet::Register(register) => {
                RegisterKind::from_slug(register.name()).map_or("", RegisterKind::key)
            }
            Sheet::Issues => "nav-issues",
            Sheet::Projects => "nav-projects",
        })
    }

    fn figure(&self, figure: Figure) -> String {
        self.say(FigureKind::from_slug(figure.name()).map_or("", FigureKind::key))
    }

    fn all(&self) -> String {
        self.say("report-all")
    }

    fn class(&self, code: &str) -> String {
        class_words(self.words, code)
    }

    fn columns(&self, sheet: Sheet) -> Vec<String> {
        let keys: &[&str] = match sheet {
            Sheet::Register(_) => &REGISTER,
            Sheet::Issues => &ISSUES,
            Sheet::Projects => &PROJECTS,
        };
        keys.iter().map(|key| self.say(key)).collect()
    }

    fn request(&self, line: &RegisterLine) -> Vec<String> {
        let it = &line.request;
        let count = |n: u32| if n == 0 { String::new() } else { n.to_string() };
        vec![
            it.number.to_string(),
            moment(it.reported_at.0),
            line.estate.clone(),
            line.place.clone(),
            matter_name(self.words, &self.matters, it.matter.as_deref()).unwrap_or_default(),
            self.say(channel_of(it.channel).key()),
            if it.urgent { self.say("report-yes") } else { String::new() },
            self.say(state_of(it.state, it.closing).key()),
            handler_words(self.words, line),
            moment(it.due_at().0),
            it.ended_at.map(|at| moment(at.0)).unwrap_or_default(),
            count(it.returns),
            count(it.reworks),
        ]
    }

    fn issue(&self, line: &IssueLine) -> Vec<String> {
        vec![
            line.estate.clone(),
            line.building.clone().unwrap_or_default(),
            self.say(IssueKind::from_slug(line.issue.state.name()).map_or("", IssueKind::key)),
            line.households.to_string(),
            line.requests.to_string(),
            line.open.to_string(),
            day(line.first.0),
        ]
    }

    fn project(&self, line: &ProjectLine) -> Vec<String> {
        let stage = Stage::from_slug(line.project.stage.name()).map_or("", Stage::key);
        vec![line.title.clone(), line.estate.clone(), self.say(stage), day(line.project.begun_at.0)]
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
