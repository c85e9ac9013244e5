//! Asking somebody to take over.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// An estate or grid that can be handed over.
#[derive(Debug, Clone)]
pub struct HeldChoice {
    /// What the form sends: `estate:id` or `grid:id`.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Whether the person is only the deputy there.
    pub as_deputy: bool,
    /// Whether it is ticked.
    pub chosen: bool,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct HandOverForm {
    /// The occasion, by name.
    pub occasion: String,
    /// The first day.
    pub starts_on: String,
    /// The last day, of an absence.
    pub ends_on: String,
}

/// `GET /hand-overs/new?from=`, and again after a failed form.
///
/// Form: `POST /hand-overs` with `csrf`, `from`, `occasion` (`leaving`, `absence`, `moving`), `to` (empty = the deputy
/// of each estate, for an absence), `starts_on` (empty = at once), `ends_on` (the last day, for an absence), and any
/// number of `part`.
#[derive(Template)]
#[template(path = "office/hand_over_form.html")]
pub struct HandOverFormPage {
    /// The frame.
    pub page: PageFrame,
    /// The id of who hands over.
    pub from: String,
    /// Their name.
    pub name: String,
    /// What they hold.
    pub held: Vec<HeldChoice>,
    /// Whether it is grids, so that the successor is a grid worker and nobody has a deputy.
    pub of_grids: bool,
    /// Who could take it on.
    pub successors: Vec<Choice>,
    /// What was typed.
    pub form: HandOverForm,
    /// What was wrong.
    pub problems: Problems,
}

impl HandOverFormPage {
    fn occasions(&self) -> Vec<Choice> {
        let all =
            [("leaving", "occasion-leaving"), ("absence", "occasion-absence"), ("moving", "occasion-moving")];
        all.map(|(name, key)| Choice::new(name, self.page.say(key)).chosen_if(&self.form.occasion)).into()
    }

    fn nobody(&self) -> &'static str {
        if self.of_grids { "choose" } else { "hand-over-deputies" }
    }

    /// Somebody with two estates.
    pub fn sample(page: PageFrame) -> Self {
        let held = |value: &str, name: &str, as_deputy| HeldChoice {
            value: value.to_owned(),
            name: name.to_owned(),
            as_deputy,
            chosen: true,
        };
        Self {
            page,
            from: "s-1".to_owned(),
            name: "林知夏".to_owned(),
            held: vec![held("estate:e-1", samples::ESTATE, false), held("estate:e-2", "汾河里", true)],
            of_grids: false,
            successors: samples::choices(&[("s-2", "江予安"), ("s-3", "周沐")]),
            form: HandOverForm { occasion: "leaving".to_owned(), ..HandOverForm::default() },
            problems: Problems::default(),
        }
    }

    /// Somebody who holds nothing.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { held: Vec::new(), ..Self::sample(page) }
    }

    /// One that was refused.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-no-deputy", "refusal-no-deputy-cure");
        let problem = Problem::new(page.words, "to", key, cure, &[("n", 1_u32.into())]);
        Self { problems: vec![problem].into(), ..Self::sample(page) }
    }
}
