//! Who answers for which estate, from when; and the statement of responsibility to sign.

use askama::Template;

use crate::view::{Choice, Contact, PageFrame, Problem, Problems, samples};

/// A change that is planned.
#[derive(Debug, Clone)]
pub struct PlannedClaim {
    /// The new steward.
    pub steward: String,
    /// The new deputy.
    pub deputy: Option<String>,
    /// From when, milliseconds of the epoch; the form that cancels sends it as `starts_at`.
    pub starts_at: i64,
}

/// One estate.
#[derive(Debug, Clone)]
pub struct ClaimLine {
    /// The id of the estate.
    pub estate_id: String,
    /// Its name.
    pub estate: String,
    /// The steward in force: there is always exactly one.
    pub steward: String,
    /// The deputy.
    pub deputy: Option<String>,
    /// Since when, milliseconds of the epoch.
    pub since: i64,
    /// Changes to come.
    pub planned: Vec<PlannedClaim>,
}

/// What was typed into the form of one estate.
#[derive(Debug, Clone, Default)]
pub struct ClaimForm {
    /// The estate; empty when no form failed.
    pub estate: String,
    /// The chosen officer.
    pub steward: String,
    /// The chosen deputy.
    pub deputy: String,
    /// The day, as a `date` field sends it.
    pub starts_on: String,
}

/// `GET /claims`, and again after a failed form.
///
/// Forms: `POST /claims` with `csrf`, `estate`, `steward`, `deputy` (may be empty), `starts_on` (`2026-12-01`,
/// from midnight in China; empty =
/// at once); `POST /claims/cancel` with `csrf`, `estate`, `starts_at` (milliseconds).
#[derive(Template)]
#[template(path = "place/claims.html")]
pub struct ClaimsPage {
    /// The frame.
    pub page: PageFrame,
    /// Every estate.
    pub claims: Vec<ClaimLine>,
    /// Officers to choose from.
    pub officers: Vec<Choice>,
    /// Whether the reader may change claims.
    pub may_change: bool,
    /// What was typed.
    pub form: ClaimForm,
    /// What was wrong.
    pub problems: Problems,
}

impl ClaimsPage {
    fn is_open(&self, estate: &str) -> bool {
        self.form.estate == estate
    }

    fn officers_with(&self, estate: &str, chosen: &str) -> Vec<Choice> {
        let chosen = if self.is_open(estate) { chosen } else { "" };
        self.officers.iter().map(|officer| officer.clone().chosen_if(chosen)).collect()
    }

    /// Invented claims.
    pub fn sample(page: PageFrame) -> Self {
        let now = page.now;
        let line = |id: &str, estate: &str, planned| ClaimLine {
            estate_id: id.to_owned(),
            estate: estate.to_owned(),
            steward: "林知夏".to_owned(),
            deputy: Some("江予安".to_owned()),
            since: now - 200 * 86_400_000,
            planned,
        };
        let planned =
            PlannedClaim { steward: "周沐".to_owned(), deputy: None, starts_at: now + 10 * 86_400_000 };
        Self {
            page,
            claims: vec![line("e-1", samples::ESTATE, Vec::new()), line("e-2", "汾河里", vec![planned])],
            officers: samples::choices(&[("o-1", "林知夏"), ("o-2", "江予安"), ("o-3", "周沐")]),
            may_change: true,
            form: ClaimForm::default(),
            problems: Problems::default(),
        }
    }

    /// A change that failed.
    pub fn sample_long(page: PageFrame) -> Self {
        let problems = vec![Problem::new(page.words, "steward", "problem-steward", "cure-steward", &[])];
        let form = ClaimForm {
            estate: "e-2".to_owned(),
            starts_on: "2026-12-01".to_owned(),
            ..ClaimForm::default()
        };
        Self { form, problems: problems.into(), ..Self::sample(page) }
    }
}

/// `GET /claims/{estate}/pact`: the responsibility statement (责任书), to print and sign.
#[derive(Template)]
#[template(path = "place/pact.html")]
pub struct PactPage {
    /// The frame.
    pub page: PageFrame,
    /// The community.
    pub community: String,
    /// The estate.
    pub estate: String,
    /// Households of the estate.
    pub households: u32,
    /// The steward.
    pub steward: Contact,
    /// The deputy.
    pub deputy: Option<String>,
    /// From when, milliseconds of the epoch.
    pub starts_at: i64,
    /// The supervision phone.
    pub supervision_phone: Option<String>,
}

impl PactPage {
    fn duties(&self) -> [&str; 6] {
        ["pact-duty-1", "pact-duty-2", "pact-duty-3", "pact-duty-4", "pact-duty-5", "pact-duty-6"]
            .map(|key| self.page.words.say(key))
    }

    /// An invented statement.
    pub fn sample(page: PageFrame) -> Self {
        let starts_at = page.now - 200 * 86_400_000;
        Self {
            page,
            community: samples::community().name,
            estate: samples::ESTATE.to_owned(),
            households: 1_204,
            steward: samples::steward(),
            deputy: Some("江予安".to_owned()),
            starts_at,
            supervision_phone: Some("0351-5550100".to_owned()),
        }
    }
}
