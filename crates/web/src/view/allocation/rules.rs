//! Who takes part, and the rules.

use askama::Template;

use super::Head;
use crate::view::{Choice, PageFrame, Problems, samples};

/// Somebody who can be a steward.
#[derive(Debug, Clone)]
pub struct SeatRow {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Tier, fewest and most estates, working time in per cent, as typed.
    pub typed: [String; 4],
    /// Whether they take no estates.
    pub away: bool,
}

/// `GET /allocations/{id}/rules`. Form: `POST …/rules` with `csrf`, `revision`, `tiers`, `tie`, `most_changes`, `seed`
/// and, with the id of each officer behind a point, `tier`, `least`, `most`, `percent`, `away`.
#[derive(Template)]
#[template(path = "allocation/rules.html")]
pub struct RulesPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// The officers, by name.
    pub seats: Vec<SeatRow>,
    /// How the tiers bind.
    pub tiers: Vec<Choice>,
    /// Tie in points, most changes, seed, as typed.
    pub typed: [String; 3],
    /// Pairs that are fixed or ruled out, in words.
    pub pairs: Vec<String>,
    /// What was wrong.
    pub problems: Problems,
}

impl RulesPage {
    /// Invented officers.
    pub fn sample(page: PageFrame) -> Self {
        let seat = |id: &str, name: &str, percent: &str| SeatRow {
            id: id.to_owned(),
            name: name.to_owned(),
            typed: ["1", "1", "2", percent].map(str::to_owned),
            away: percent == "50",
        };
        let tiers = [("strict", "tiers-strict"), ("prefer", "tiers-prefer"), ("off", "tiers-off")];
        let tier = |(value, key): (&str, &str)| Choice::new(value, page.words.say(key)).chosen_if("strict");
        Self {
            head: Head::sample("allocation-stage-drafted", "new", true),
            seats: vec![seat("o-1", "林知夏", "100"), seat("o-2", samples::LONG, "50")],
            tiers: tiers.map(tier).into(),
            typed: ["0", "", "1"].map(str::to_owned),
            pairs: vec!["汾河里 → 林知夏".to_owned()],
            problems: Problems::default(),
            page,
        }
    }

    /// To read only.
    pub fn sample_empty(page: PageFrame) -> Self {
        let head = Head::sample("allocation-stage-approved", "done", false);
        Self { head, pairs: Vec::new(), ..Self::sample(page) }
    }
}
