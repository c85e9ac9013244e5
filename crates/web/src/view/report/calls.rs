//! The register of calls for help of a month.

use askama::Template;

use crate::view::call::CallStage;
use crate::view::{PageFrame, samples};

/// One unit that was called.
#[derive(Debug, Clone)]
pub struct CallRegisterRow {
    /// The page of the call.
    pub href: String,
    /// When they were called, milliseconds of the epoch; not known for who was asked to assist.
    pub at: Option<i64>,
    /// The estate.
    pub estate: String,
    /// The numbers of the requests.
    pub numbers: String,
    /// Who called whom, in words.
    pub who: String,
    /// Whether they were asked to assist only.
    pub assists: bool,
    /// What was asked.
    pub asked: String,
    /// By when.
    pub by_when: String,
    /// The key of what they said.
    pub said: &'static str,
    /// When they said it.
    pub said_at: Option<i64>,
    /// The rule on which a refusal rests.
    pub rule: String,
    /// Where the call stands.
    pub stage: CallStage,
    /// When what was done was told, or when it ended.
    pub done_at: Option<i64>,
}

/// `GET /reports/{month}/calls`.
#[derive(Template)]
#[template(path = "report/calls.html")]
pub struct CallRegisterPage {
    /// The frame.
    pub page: PageFrame,
    /// As `2026-10`.
    pub month: String,
    /// The lines.
    pub rows: Vec<CallRegisterRow>,
}

impl CallRegisterPage {
    /// Invented lines.
    pub fn sample(page: PageFrame) -> Self {
        let row = |who: &str, said, rule: &str, stage, done_at| CallRegisterRow {
            href: format!("/calls/{}", samples::ID),
            at: Some(page.now - 90_000_000),
            estate: samples::ESTATE.to_owned(),
            numbers: "118、97".to_owned(),
            who: who.to_owned(),
            assists: false,
            asked: "请派人看 18 棵树，报批修剪。".to_owned(),
            by_when: "2026-11-27".to_owned(),
            said,
            said_at: Some(page.now - 3_600_000),
            rule: rule.to_owned(),
            stage,
            done_at,
        };
        let assists = CallRegisterRow {
            at: None,
            assists: true,
            asked: String::new(),
            said_at: None,
            ..row("示例区住建局 → 物业公司", "call-said-nothing", "", CallStage::Accepted, None)
        };
        let declined = "《北京市接诉即办工作条例》第十一条（五）：不在本单位职责内";
        Self {
            month: "2026-10".to_owned(),
            rows: vec![
                row("片管家 → 示例街道办事处", "call-said-yes", "", CallStage::Finished, Some(page.now)),
                row(samples::LONG, "call-said-no", declined, CallStage::Declined, None),
                assists,
            ],
            page,
        }
    }

    /// No call.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { rows: Vec::new(), ..Self::sample(page) }
    }
}
