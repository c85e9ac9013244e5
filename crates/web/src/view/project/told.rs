//! Who is told how a project ended.

use super::form::{Field, StepForm};
use crate::view::{PageFrame, samples};
use askama::Template;

/// A line of the list.
#[derive(Debug, Clone)]
pub struct TellRow {
    /// Its place in the list, which the form sends as `to`.
    pub n: u32,
    /// Who, in words: the door, or the request.
    pub who: String,
    /// The page of the request, where there is one.
    pub href: Option<String>,
    /// How and by whom they were told; `None` while they were not.
    pub told: Option<String>,
    /// What they say, and its tone.
    pub said: Option<(String, &'static str)>,
}

/// `GET /projects/{id}/told`. Form: `POST /projects/{id}/tell` with `csrf`, `version`, any number of `to`, `way`.
#[derive(Template)]
#[template(path = "project/told.html")]
pub struct ToldPage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the project.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The version that the page shows.
    pub version: u64,
    /// Whether slips can be printed: there are doors without a link.
    pub has_slips: bool,
    /// Those who wait to be told, and those who were.
    pub waiting: Vec<TellRow>,
    /// Those who were told.
    pub done: Vec<TellRow>,
    /// The form for those who wait; `None` for those who may not.
    pub form: Option<StepForm>,
}

impl ToldPage {
    /// An invented list.
    pub fn sample(page: PageFrame) -> Self {
        let row = |n, who: &str, told: Option<&str>, said: Option<(&str, &'static str)>| TellRow {
            n,
            who: who.to_owned(),
            href: (n == 0).then(|| format!("/requests/{}", samples::ID)),
            told: told.map(str::to_owned),
            said: said.map(|(said, tone)| (said.to_owned(), tone)),
        };
        let choices = samples::choices(&[("in_person", "当面"), ("phone", "电话"), ("group", "群通知")]);
        let fields = vec![Field::Tiles { name: "way", label: "told-way", choices }];
        Self {
            href: format!("/projects/{}", samples::ID),
            title: "单元门补装路灯".to_owned(),
            version: 40,
            has_slips: true,
            waiting: vec![row(2, "12号楼 3单元", None, None), row(3, samples::LONG, None, None)],
            done: vec![
                row(0, "#128 12号楼 1单元", Some("专属链接 · 林知夏"), Some(("不满意", "late"))),
                row(1, "12号楼 2单元", Some("当面 · 周沐"), Some(("满意", "done"))),
            ],
            form: Some(StepForm::new("tell", "do-tell", "check", fields)),
            page,
        }
    }

    /// Everybody knows.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { waiting: Vec::new(), form: None, has_slips: false, ..Self::sample(page) }
    }
}
