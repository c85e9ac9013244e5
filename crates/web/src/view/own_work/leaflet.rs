//! One leaflet: as a sheet to print, as a text for a group, and the places where it was put.

use askama::Template;

use super::PublicLeaflet;
use super::kinds::offered;
use crate::view::{Choice, ChoiceGroup, PageFrame, Problem, Problems, samples};

/// A place where it was put.
#[derive(Debug, Clone)]
pub struct PutLine {
    /// Its number, which the form that takes it down sends as `n`.
    pub n: u32,
    /// Where.
    pub place: String,
    /// By whom.
    pub by: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// Until the end of which day.
    pub until: String,
    /// The addresses of a photo: small, full.
    pub photo: Option<(String, String)>,
    /// Whether it was taken down.
    pub taken: bool,
    /// Whether it should not hang there any more.
    pub late: bool,
    /// Whether it can be taken down: what was sent to a group cannot.
    pub hangs: bool,
}

/// A place as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PutForm {
    /// Which sort of place.
    pub spot: String,
    /// Until when.
    pub until: String,
}

/// `GET /leaflets/{id}`. Forms: `POST /leaflets/{id}/put` (multipart) with `csrf`, `spot`, `place` (`building` or
/// `building.unit`), `group` (`estate.group`), `until`, `photos`; `POST …/take` with `csrf`, `n`; `POST …/withdraw`
/// with `csrf`.
#[derive(Template)]
#[template(path = "own_work/leaflet.html")]
pub struct LeafletPage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// What it says.
    pub leaflet: PublicLeaflet,
    /// Whose it is: community and estate.
    pub from: String,
    /// Since when, milliseconds of the epoch.
    pub made_at: i64,
    /// The text for a group.
    pub group_text: String,
    /// Whether it is in force.
    pub in_force: bool,
    /// Whether the reader may take it back.
    pub may_withdraw: bool,
    /// Where it was put.
    pub places: Vec<PutLine>,
    /// Buildings and units to choose from.
    pub doors: Vec<ChoiceGroup>,
    /// Groups to choose from.
    pub groups: Vec<Choice>,
    /// What was typed.
    pub form: PutForm,
    /// What was wrong.
    pub problems: Problems,
}

impl LeafletPage {
    fn spots(&self) -> Vec<Choice> {
        offered!(self.page.words, Spot, &self.form.spot)
    }

    /// An invented leaflet.
    pub fn sample(page: PageFrame) -> Self {
        let put = |n, place: &str, late, taken| PutLine {
            n,
            place: place.to_owned(),
            by: "林知夏".to_owned(),
            at: page.now - 86_400_000,
            until: "2026-11-25".to_owned(),
            photo: (n == 0)
                .then(|| ("/assets/photo-sample.svg".to_owned(), "/assets/photo-sample.svg".to_owned())),
            taken,
            late,
            hangs: !taken,
        };
        let leaflet = PublicLeaflet::sample(page.words);
        Self {
            href: "/leaflets/l-1".to_owned(),
            group_text: format!("【停水通知】{}", leaflet.words),
            leaflet,
            from: format!("{} · {}", samples::community().name, samples::ESTATE),
            made_at: page.now - 2 * 86_400_000,
            in_force: true,
            may_withdraw: true,
            places: vec![
                put(0, "单元门 · 4号楼 2单元", false, false),
                put(1, samples::LONG, true, false),
                put(2, "公告栏", false, true),
            ],
            doors: vec![ChoiceGroup { label: "4号楼".to_owned(), choices: samples::buildings() }],
            groups: samples::choices(&[("e-1.g-1", "长风苑邻里群")]),
            form: PutForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// Nowhere yet, and a place that failed.
    pub fn sample_empty(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "place", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self { places: Vec::new(), problems: vec![problem].into(), ..Self::sample(page) }
    }

    /// Its day is over.
    pub fn sample_long(page: PageFrame) -> Self {
        Self { in_force: false, may_withdraw: false, ..Self::sample(page) }
    }
}
