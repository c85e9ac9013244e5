//! Forms that the house writes itself: what else somebody would have typed a second time.

use super::week::Deeds;

/// A form that is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// The end of the translation key.
    pub name: &'static str,
    /// The event that makes one more of them.
    pub event: &'static str,
    /// How many fields of it are filled in by the house.
    pub fields: u32,
}

const fn form(name: &'static str, event: &'static str, fields: u32) -> Form {
    Form { name, event, fields }
}

/// The published table of generated forms.
pub const FORMS: &[Form] = &[
    form("register-line", "reported", 13),
    form("on-the-spot-line", "done_on_spot", 13),
    form("request-file", "closed", 16),
    form("call-letter", "call_blown", 11),
    form("suspended-line", "suspended", 13),
    form("follow-up-line", "followed_up", 8),
    form("pact", "claimed", 9),
    form("hand-over-list", "hand_over_asked", 24),
    form("survey-line", "survey_answered", 8),
    form("project-slip", "project_told", 9),
    form("rights-line", "rights_asked", 7),
];

/// How many forms of each kind were generated, and how many fields nobody had to type.
#[must_use]
pub fn forms_spared(deeds: &[Deeds]) -> Vec<(&'static Form, u64, u64)> {
    let of = |form: &Form| deeds.iter().filter(|it| it.event == form.event).map(|it| it.count).sum::<u64>();
    let counted = FORMS.iter().map(|form| (form, of(form)));
    counted.map(|(form, count)| (form, count, count * u64::from(form.fields))).collect()
}
