//! The page of the numbers.

use askama::Template;

use super::{CurvePicture, Link, RateRow};
use crate::view::{Choice, PageFrame, Problems, samples};

/// How rates are counted, as its form shows it. Fields: `contact`, `contact_hours`, `answers`, `basically`,
/// `silence` (`yes`), `refused` (`yes`).
#[derive(Debug, Clone, Default)]
pub struct RuleForm {
    /// What counts as a response.
    pub contact: Vec<Choice>,
    /// Within how many hours.
    pub contact_hours: String,
    /// Whose answers count.
    pub answers: Vec<Choice>,
    /// What 基本满意 counts, in per cent.
    pub basically: String,
    /// Whether silence counts.
    pub silence: bool,
    /// Whether what was refused counts.
    pub refused: bool,
}

/// `GET /numbers?period=&estate=`; `POST /numbers/rule` sends the fields of [`RuleForm`].
#[derive(Template)]
#[template(path = "numbers/sheet.html")]
pub struct NumbersPage {
    /// The frame.
    pub page: PageFrame,
    /// The periods.
    pub periods: Vec<Choice>,
    /// The estates that the reader may choose; none for an office above.
    pub estates: Vec<Choice>,
    /// The names of the communities that are added up, for an office above.
    pub below: Vec<String>,
    /// All that was reported in the period.
    pub all: Link,
    /// How many there are.
    pub count: u32,
    /// The measures.
    pub rates: Vec<RateRow>,
    /// What stayed overnight, by reason.
    pub night: Vec<Link>,
    /// How many stayed.
    pub stayed: u32,
    /// How long it takes; `None` without any request.
    pub curve: Option<CurvePicture>,
    /// The rule in sentences; none for an office above, where each community has its own.
    pub rule: Vec<String>,
    /// The form, for whoever may change the rule.
    pub form: Option<RuleForm>,
    /// What was wrong with the form.
    pub problems: Problems,
}

impl NumbersPage {
    /// Invented numbers.
    pub fn sample(page: PageFrame) -> Self {
        let choice = |value: &str, label: &str| Choice::new(value, label);
        Self {
            page,
            periods: vec![choice("30", "最近 30 天").chosen_if("30"), choice("2026-11", "2026 年 11 月")],
            estates: samples::estates(),
            below: Vec::new(),
            all: Link::sample("50 件"),
            count: 50,
            rates: RateRow::samples(),
            night: vec![Link::sample("在网格员手里 2"), Link::sample("没有人受理 1")],
            stayed: 3,
            curve: Some(CurvePicture::sample()),
            rule: vec!["24 小时内答复算响应。".to_owned()],
            form: Some(RuleForm {
                contact: vec![choice("answer", "给了答复"), choice("acceptance", "受理即可")],
                contact_hours: "24".to_owned(),
                answers: vec![choice("either", "都算")],
                basically: "100".to_owned(),
                ..RuleForm::default()
            }),
            problems: Problems::default(),
        }
    }

    /// Nothing was reported.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            count: 0,
            rates: Vec::new(),
            night: Vec::new(),
            stayed: 0,
            curve: None,
            form: None,
            below: vec![samples::LONG.to_owned()],
            estates: Vec::new(),
            ..Self::sample(page)
        }
    }
}
