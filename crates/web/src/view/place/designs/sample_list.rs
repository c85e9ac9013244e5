//! Invented drafts.

use super::{DesignsPage, DraftLine, EstateHint, WishForm};
use crate::view::{PageFrame, Problem, Problems, samples};

impl DesignsPage {
    /// A draft that is worked on, and one that was approved.
    pub fn sample(page: PageFrame) -> Self {
        let draft = |state, tone, starts_at| DraftLine {
            href: "/grids/designs/d-1".to_owned(),
            at: page.now - 86_400_000,
            band: (300, 500),
            state,
            tone,
            starts_at,
        };
        let hint = |name: &str, households, words: &str, unavoidable| EstateHint {
            name: name.to_owned(),
            households,
            words: words.to_owned(),
            unavoidable,
        };
        Self {
            drafts: vec![
                draft("design-open", "work", None),
                draft("design-approved", "done", Some(page.now + 10 * 86_400_000)),
            ],
            estates: vec![
                hint(samples::ESTATE, 1210, "≥ 3", false),
                hint("锦绣家园", 560, "500 < 560 < 600", true),
                hint("槐荫里", 229, "< 300", false),
            ],
            unplaced: 2,
            lines: (12, 1),
            form: WishForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// Before the first draft.
    pub fn sample_empty(page: PageFrame) -> Self {
        let sample = Self::sample(page);
        Self { drafts: Vec::new(), estates: Vec::new(), unplaced: 0, lines: (0, 0), ..sample }
    }

    /// A band upside down.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "min", "design-band-wrong", "design-band-wrong-cure", &[]);
        Self { problems: vec![problem].into(), ..Self::sample(page) }
    }
}
