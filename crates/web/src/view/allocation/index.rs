//! The difficulty index: what is known of each estate, what the indicators weigh, and what hangs on a weight.

use askama::Template;

use super::Head;
use crate::view::{Choice, PageFrame, Problems, samples};

/// A weight.
#[derive(Debug, Clone)]
pub struct Slider {
    /// The field, `w0` to `w4`.
    pub field: &'static str,
    /// The key of the indicator.
    pub key: &'static str,
    /// In per cent.
    pub weight: u8,
}

/// An estate with its parts.
#[derive(Debug, Clone)]
pub struct IndexRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub estate: String,
    /// Its place in the order of difficulty, from 1.
    pub rank: u32,
    /// 0 to 100.
    pub difficulty: String,
    /// The points of each indicator; "—" where nothing is known.
    pub parts: Vec<String>,
    /// In households' worth of work.
    pub workload: String,
    /// What is missing, in words.
    pub missing: String,
    /// What the house knows: households, property, organisations; empty where it knows nothing.
    pub stored: [String; 3],
    /// What was typed: households, residents, elderly, tenants, care, organisations.
    pub typed: [String; 6],
}

/// Two estates that change places when a weight changes.
pub type Flip = String;

/// A comparison of two indicators.
#[derive(Debug, Clone)]
pub struct PairLine {
    /// The field, `p0` to `p9`.
    pub field: String,
    /// Both indicators by name.
    pub names: (String, String),
    /// From nine times the second to nine times the first.
    pub choices: Vec<Choice>,
}

/// `GET /allocations/{id}/index`, whose weights may stand in the address as `w0` to `w4`. Forms, each with `csrf` and
/// `revision`: `POST …/index` with `w0` to `w4` and, with the id of each estate behind a point, `households`,
/// `residents`, `elderly`, `tenants`, `care`, `organisations`; `POST …/pairs` with `p0` to `p9`.
#[derive(Template)]
#[template(path = "allocation/index.html")]
pub struct IndexPage {
    /// The frame.
    pub page: PageFrame,
    /// What it is.
    pub head: Head,
    /// The weights.
    pub sliders: Vec<Slider>,
    /// The estates, the hardest first.
    pub rows: Vec<IndexRow>,
    /// What turns when a weight changes by ten per cent.
    pub flips: Vec<Flip>,
    /// The comparisons.
    pub pairs: Vec<PairLine>,
    /// What the comparisons say of themselves, where the weights come from them.
    pub consistency: Option<(String, bool)>,
    /// What was wrong.
    pub problems: Problems,
}

impl IndexPage {
    fn names(&self) -> Vec<&str> {
        self.sliders.iter().map(|it| self.page.say(it.key)).collect()
    }

    fn share(&self, it: &Slider) -> String {
        let total: u32 = self.sliders.iter().map(|it| u32::from(it.weight)).sum();
        format!("{:.0}%", 100.0 * f64::from(it.weight) / f64::from(total.max(1)))
    }

    /// Invented estates.
    pub fn sample(page: PageFrame) -> Self {
        let row = |estate: &str, rank, missing: &str| IndexRow {
            id: format!("e-{rank}"),
            estate: estate.to_owned(),
            rank,
            difficulty: "71.4".to_owned(),
            parts: ["30.0", "—", "12.4", "7.5", "3.0"].map(str::to_owned).into(),
            workload: "1 412".to_owned(),
            missing: missing.to_owned(),
            stored: ["1 207".to_owned(), page.words.say("property-company").to_owned(), String::new()],
            typed: ["", "2100", "31", "", "35", "4"].map(str::to_owned),
        };
        let keys =
            ["part-households", "part-residents", "part-composition", "part-property", "part-organisations"];
        let fields = ["w0", "w1", "w2", "w3", "w4"];
        let slider = |(field, key)| Slider { field, key, weight: 20 };
        let words = page.words;
        let pair = PairLine {
            field: "p0".to_owned(),
            names: (words.say(keys[0]).to_owned(), words.say(keys[1]).to_owned()),
            choices: samples::choices(&[("0", "1"), ("1", "2")]),
        };
        Self {
            head: Head::sample("allocation-stage-drafted", "new", true),
            sliders: fields.into_iter().zip(keys).map(slider).collect(),
            rows: vec![row("汾河里", 1, ""), row(samples::LONG, 2, "居民人数、租户比例")],
            flips: vec!["+10%".to_owned()],
            pairs: vec![pair],
            consistency: Some(("0.04".to_owned(), true)),
            problems: Problems::default(),
            page,
        }
    }

    /// To read only, without an estate.
    pub fn sample_empty(page: PageFrame) -> Self {
        let head = Head::sample("allocation-stage-approved", "done", false);
        Self { head, rows: Vec::new(), flips: Vec::new(), consistency: None, ..Self::sample(page) }
    }
}
