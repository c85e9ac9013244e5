//! The list of calls for help.

use super::kinds::CallStage;
use crate::view::{Choice, PageFrame, samples};
use askama::Template;

/// One call.
#[derive(Debug, Clone)]
pub struct CallRow {
    /// Its page.
    pub href: String,
    /// How what is asked begins; empty once erased.
    pub title: String,
    /// Where it stands.
    pub stage: CallStage,
    /// With whom it lies, in words.
    pub lies: String,
    /// Its estate.
    pub estate: String,
    /// By when.
    pub due: String,
    /// Whether that day has passed.
    pub is_late: bool,
}

impl CallRow {
    /// An invented one.
    pub fn sample(title: &str, stage: CallStage) -> Self {
        Self {
            href: format!("/calls/{}", samples::ID),
            title: title.to_owned(),
            stage,
            lies: "示例街道办事处牵头".to_owned(),
            estate: samples::ESTATE.to_owned(),
            due: "2026-11-27".to_owned(),
            is_late: stage == CallStage::Accepted,
        }
    }
}

/// `GET /calls`. Whoever may call chooses an estate there: `GET /calls/new?estate=`.
#[derive(Template)]
#[template(path = "call/list.html")]
pub struct CallsPage {
    /// The frame.
    pub page: PageFrame,
    /// Open calls to the reader.
    pub to_me: Vec<CallRow>,
    /// Open calls of the reader.
    pub mine: Vec<CallRow>,
    /// Those that are over.
    pub over: Vec<CallRow>,
    /// Estates in which the reader may call for help.
    pub estates: Vec<Choice>,
    /// Whether the duty list is the reader's own.
    pub has_list: bool,
}

impl CallsPage {
    /// Invented calls.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            to_me: vec![CallRow::sample("请派人看 18 棵树，报批修剪。", CallStage::Blown)],
            mine: vec![
                CallRow::sample("单元门补灯要接公共电源，请供电和住建到场。", CallStage::Accepted),
                CallRow::sample(samples::LONG, CallStage::Declined),
            ],
            over: vec![CallRow::sample("请协调占道经营。", CallStage::Finished)],
            estates: samples::choices(&[("e-1", samples::ESTATE)]),
            has_list: true,
            page,
        }
    }

    /// None yet.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (to_me, mine, over, estates) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { page, to_me, mine, over, estates, has_list: false }
    }
}
