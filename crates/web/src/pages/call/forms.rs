//! The forms of a call's page: the one of the next step, and the others.

use super::command::Sent;
use super::words::{duty_title, rule_words, unit_words};
use crate::view::project::{Field, StepForm};
use crate::view::{Choice, Problems};
use crate::words::Words;
use guanjia_app::call::{CallSheet, UnitName};
use guanjia_domain::call::{Hand, HandlingUnit, ListedRule, Stage, Step, way_round};
use jiff::ToSpan;
use jiff::civil::Date;

/// A form that failed.
pub(super) struct Failed {
    /// Its deed, and what tells it apart from others of that deed.
    pub slug: String,
    /// What was sent.
    pub sent: Sent,
    /// What was wrong.
    pub problems: Problems,
}

/// What the forms of a page are made from.
pub(super) struct Making<'a> {
    pub words: &'static Words,
    pub sheet: &'a CallSheet,
    pub today: Date,
    pub failed: Option<&'a Failed>,
}

impl Making<'_> {
    /// The step that comes next for the reader.
    pub(super) fn next(&self) -> Option<Step> {
        let it = self.sheet;
        let first = match it.call.stage {
            Stage::Accepted => Step::Plan,
            Stage::Declined => Step::Pass,
            Stage::Planned => Step::Answer,
            Stage::Answered => Step::Finish,
            Stage::Blown | Stage::Finished | Stage::Withdrawn => Step::Accept,
        };
        [first, Step::Join, Step::Report].into_iter().find(|step| it.may(*step))
    }

    /// Everything else that can be done; minutes stand with their visit.
    pub(super) fn more(&self, next: Option<Step>) -> Vec<StepForm> {
        let rest = self.sheet.may.iter().filter(|step| Some(**step) != next && **step != Step::HoldVisit);
        rest.filter_map(|step| self.form(*step)).collect()
    }

    /// The form of a step; `None` where nobody is left to ask.
    pub(super) fn form(&self, step: Step) -> Option<StepForm> {
        let usual = |days: i64| self.today.saturating_add(days.days()).to_string();
        let form = match step {
            Step::Accept => StepForm::new("accept", "do-call-accept", "check", Vec::new()),
            Step::Join => StepForm::new("join", "do-call-join", "check", Vec::new()),
            Step::Decline => StepForm::new("decline", "do-call-decline", "back", self.refusing("decline")),
            Step::Excuse => StepForm::new("excuse", "do-call-excuse", "back", self.refusing("excuse")),
            Step::Plan => {
                let fields = vec![
                    self.date(
                        "plan",
                        "until",
                        "call-plan-until",
                        &self.sheet.call.due().max(self.today).to_string(),
                    ),
                    self.area("plan", "call-plan-words", true),
                ];
                StepForm::new("plan", "do-call-plan", "clock", fields)
            }
            Step::Answer => self.plain("answer", "do-call-answer", "pen", "call-answer-words"),
            Step::Finish => {
                let fields = vec![self.area("finish", "call-finish-words", false)];
                StepForm::new("finish", "do-call-finish", "check", fields)
            }
            Step::SendBack => self.plain("send-back", "do-call-send-back", "back", "call-send-back-words"),
            Step::Report => self.plain("report", "do-call-report", "pen", "call-report-words"),
            Step::Try => self.plain("try", "do-call-try", "pen", "call-tried"),
            Step::Withdraw => {
                self.plain("withdraw", "do-call-withdraw", "off", "call-withdraw-words").hurting()
            }
            Step::Pass => self.pass()?,
            Step::Invite => {
                let choices = self.units("invite", |it| self.may_be_invited(it.unit));
                let fields = vec![Field::Ticks { name: "unit", label: "call-units", choices: choices? }];
                StepForm::new("invite", "do-call-invite", "people", fields)
            }
            Step::SetVisit => {
                let choices = self.units("set-visit", |it| self.may_come(it.unit))?;
                let fields = vec![
                    self.date("set-visit", "day", "call-visit-day", &usual(1)),
                    Field::Ticks { name: "unit", label: "call-units", choices },
                ];
                StepForm::new("set-visit", "do-call-set-visit", "people", fields)
            }
            Step::HoldVisit => return None,
            Step::GiveLink => self.give_link()?,
            Step::RevokeLink => self.revoke_link()?,
        };
        Some(self.told(form))
    }

    /// The form of the minutes of a visit.
    pub(super) fn minutes(&self, n: u32) -> Option<StepForm> {
        let visit = self.sheet.call.visits.get(n as usize)?;
        if !self.sheet.may(Step::HoldVisit) || visit.minutes.is_some() || visit.day > self.today {
            return None;
        }
        let slug = format!("hold-visit-{n}");
        let mut choices = self.units(&slug, |it| self.may_come(it.unit))?;
        if self.failed.is_none_or(|it| it.slug != slug) {
            let came = |it: &Choice| visit.units.iter().any(|unit| unit.to_string() == it.value);
            choices.iter_mut().for_each(|it| it.chosen = came(it));
        }
        let fields = vec![
            Field::Hidden { name: "n", value: n.to_string() },
            Field::Ticks { name: "unit", label: "call-visit-came", choices },
            self.area(&slug, "call-minutes", true),
        ];
        Some(
            self.told(StepForm::new("hold-visit", "do-call-hold-visit", "pen", fields).marked(n.to_string())),
        )
    }

    fn pass(&self) -> Option<StepForm> {
        let (call, words) = (&self.sheet.call, self.words);
        let hands = call.hands();
        let fits = |to: HandlingUnit| {
            call.lead.may_call(to) && way_round(&hands, Hand { from: call.lead, to }).is_none()
        };
        let down = |unit: HandlingUnit| unit.is_community() && !call.lead.is_community();
        let to = self.typed("pass", "to", "");
        let choices: Vec<_> = self.sheet.units.iter().filter(|it| fits(it.unit)).collect();
        if choices.is_empty() {
            return None;
        }
        let above = choices.iter().any(|it| down(it.unit));
        let choice = |it: &UnitName| Choice::new(it.unit.to_string(), unit_words(words, it)).chosen_if(&to);
        let choices = choices.into_iter().map(choice).collect();
        let mut fields = vec![
            Field::Select { name: "to", label: "call-to", choices, hint: "choose" },
            self.area("pass", "call-asked", true),
            Field::Note { text: words.say("call-pass-note").to_owned() },
        ];
        if above {
            let duty = self.typed("pass", "duty", "");
            let entries = self.sheet.duties.all().into_iter().filter(|(_, it)| !it.retired);
            let entry = |(code, it)| Choice::new(code, duty_title(words, &it)).chosen_if(&duty);
            let choices = entries.map(entry).collect();
            fields.push(Field::Select { name: "duty", label: "call-duty", choices, hint: "call-duty-none" });
        }
        Some(StepForm::new("pass", "do-call-pass", "up", fields))
    }

    /// Whoever has to do with the call, and the steward, who is accountable throughout.
    fn may_come(&self, unit: HandlingUnit) -> bool {
        unit == HandlingUnit::Steward || self.sheet.call.units().contains(&unit)
    }

    /// Whoever has nothing to do with it yet, or said no.
    fn may_be_invited(&self, unit: HandlingUnit) -> bool {
        let call = &self.sheet.call;
        !call.units().contains(&unit) || call.has_declined(unit)
    }

    /// Whoever has a link already can get a new one.
    fn give_link(&self) -> Option<StepForm> {
        let call = &self.sheet.call;
        let units = call.units().into_iter().filter(|unit| !call.has_declined(*unit)).collect();
        let fields = self.link_to(units, "call-link-note")?;
        Some(StepForm::new("give-link", "do-call-give-link", "link", fields))
    }

    fn revoke_link(&self) -> Option<StepForm> {
        let with = self.sheet.links.iter().filter(|it| !it.is_over).map(|it| it.unit.unit).collect();
        let fields = self.link_to(with, "call-revoke-note")?;
        Some(StepForm::new("revoke-link", "do-call-revoke-link", "off", fields).hurting())
    }

    fn link_to(&self, units: Vec<HandlingUnit>, note: &'static str) -> Option<Vec<Field>> {
        let choice = |unit: HandlingUnit| {
            let id = unit.organisation()?;
            Some(Choice::new(id.to_string(), unit_words(self.words, &self.sheet.unit(unit))))
        };
        let choices: Vec<Choice> = units.into_iter().filter_map(choice).collect();
        if choices.is_empty() {
            return None;
        }
        let note = Field::Note { text: self.words.say(note).to_owned() };
        Some(vec![note, Field::Select { name: "to", label: "call-link-to", choices, hint: "choose" }])
    }

    fn refusing(&self, deed: &str) -> Vec<Field> {
        let chosen = self.typed(deed, "rule", "");
        let rule = |it: &ListedRule| Choice::new(it.name(), rule_words(self.words, *it)).chosen_if(&chosen);
        let choices = ListedRule::ALL.iter().map(rule).collect();
        vec![
            self.area(deed, "field-reason", true),
            Field::Select { name: "rule", label: "call-rule", choices, hint: "call-rule-other" },
            Field::Line {
                name: "typed",
                label: "call-rule-typed",
                value: self.typed(deed, "typed", ""),
                kind: "text",
                required: false,
            },
        ]
    }

    fn units(&self, slug: &str, keep: impl Fn(&UnitName) -> bool) -> Option<Vec<Choice>> {
        let ticked = |value: &str| {
            let failed = self.failed.filter(|it| it.slug == slug);
            failed.is_some_and(|it| it.sent.units.iter().any(|unit| unit == value))
        };
        let choice = |it: &UnitName| {
            let mut choice = Choice::new(it.unit.to_string(), unit_words(self.words, it));
            choice.chosen = ticked(&choice.value);
            choice
        };
        let all: Vec<_> = self.sheet.units.iter().filter(|it| keep(it)).map(choice).collect();
        if all.is_empty() { None } else { Some(all) }
    }

    fn plain(
        &self,
        deed: &'static str,
        title: &'static str,
        icon: &'static str,
        label: &'static str,
    ) -> StepForm {
        StepForm::new(deed, title, icon, vec![self.area(deed, label, true)])
    }

    fn area(&self, slug: &str, label: &'static str, required: bool) -> Field {
        Field::Area { name: "words", label, value: self.typed(slug, "words", ""), required }
    }

    fn date(&self, deed: &str, name: &'static str, label: &'static str, usual: &str) -> Field {
        Field::Line { name, label, value: self.typed(deed, name, usual), kind: "date", required: true }
    }

    /// What was typed into a field of a form that failed; else `usual`.
    fn typed(&self, slug: &str, name: &str, usual: &str) -> String {
        let failed = self.failed.filter(|it| it.slug == slug);
        failed.map_or_else(|| usual.to_owned(), |it| it.sent.form.owned(name))
    }

    /// A form with what was wrong in it, if it is the one that failed.
    fn told(&self, form: StepForm) -> StepForm {
        match self.failed.filter(|it| it.slug == form.slug()) {
            Some(failed) => StepForm { failed: true, problems: failed.problems.clone(), ..form },
            None => form,
        }
    }
}
