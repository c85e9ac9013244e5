//! An invented draft.

use super::{DesignPage, GridRow, PlanColumn, Torn, Tried};
use crate::view::office::OpenRow;
use crate::view::{ChoiceGroup, Clock, PageFrame, Problem, Problems, State, samples};

fn plan(slug: &'static str, label: &'static str, chosen: bool) -> PlanColumn {
    PlanColumn {
        slug,
        label,
        chosen,
        grids: 18,
        in_band: 16,
        households: "270–560".to_owned(),
        mixed: 1,
        extra: 0,
        walk: "62".to_owned(),
        changed: 1240,
        proof: "design-proved",
    }
}

fn grid(number: usize, name: &str, is_new: bool) -> GridRow {
    GridRow {
        number,
        mark: number + 1,
        tone: number,
        name: name.to_owned(),
        is_new,
        households: 403,
        faults: if is_new { vec!["design-outside", "design-mixed", "design-apart"] } else { Vec::new() },
        walk: "58".to_owned(),
        parts: vec![(samples::ESTATE.to_owned(), "1—4号楼".to_owned())],
        workers: samples::choices(&[("w-1", "周沐"), ("w-2", "韩予")]),
    }
}

impl DesignPage {
    /// A draft on which somebody works, with a move that is looked at.
    pub fn sample(page: PageFrame) -> Self {
        let open = OpenRow {
            number: 217,
            place: format!("{} · 4号楼", samples::ESTATE),
            matter: "路灯".to_owned(),
            state: State::InProgress,
            clock: Clock::None,
            with: Some("周沐".to_owned()),
        };
        let tried = Tried {
            building: "b-4".to_owned(),
            to: "1".to_owned(),
            words: format!("{} 4号楼 → 第2网格", samples::ESTATE),
            costs: vec![("design-in-band", "16".to_owned(), "15".to_owned())],
        };
        Self {
            id: "d-1".to_owned(),
            version: 3,
            at: page.now - 3_600_000,
            asked: "300–500".to_owned(),
            state: ("design-open", "work"),
            open: true,
            stale: false,
            may_approve: true,
            starts_at: None,
            plans: vec![
                plan("integrity", "design-integrity", true),
                plan("balanced", "design-balanced", false),
                plan("band", "design-band-first", false),
            ],
            now: plan("integrity", "design-integrity", true),
            moves: 1,
            unavoidable: vec![("锦绣家园".to_owned(), "560".to_owned())],
            torn: vec![Torn {
                estate: samples::ESTATE.to_owned(),
                parts: vec!["1—3号楼".to_owned(), "4号楼".to_owned()],
            }],
            off_streets: "槐荫里 4号楼".to_owned(),
            buildings: vec![ChoiceGroup {
                label: samples::ESTATE.to_owned(),
                choices: samples::choices(&[("b-4", "4号楼 (72)")]),
            }],
            targets: samples::choices(&[("0", "1 第1网格"), ("1", "2 第2网格")]),
            tried: Some(tried),
            grids: vec![grid(0, "第1网格", false), grid(1, "第19网格", true)],
            tasks: vec![(open, "韩予".to_owned())],
            may_hand_on: false,
            replaced: 2,
            given_up: "第18网格".to_owned(),
            starts_on: String::new(),
            problems: Problems::default(),
            page,
        }
    }

    /// An approved one, with nothing left to hand on.
    pub fn sample_empty(page: PageFrame) -> Self {
        let sample = Self::sample(page);
        Self {
            state: ("design-approved", "done"),
            open: false,
            starts_at: Some(sample.at),
            moves: 0,
            unavoidable: Vec::new(),
            torn: Vec::new(),
            off_streets: String::new(),
            tried: None,
            tasks: Vec::new(),
            replaced: 0,
            given_up: String::new(),
            ..sample
        }
    }

    /// A stale page.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-design-stale", "refusal-design-stale-cure");
        let problem = Problem::new(page.words, "", key, cure, &[]);
        Self { stale: true, problems: vec![problem].into(), may_hand_on: true, ..Self::sample(page) }
    }
}
