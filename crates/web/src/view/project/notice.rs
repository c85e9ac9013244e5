//! The notice: for the board at the gate and for the residents' group. It is written from the record, names buildings
//! and numbers only, and holds nobody's words but the community's own.

use crate::view::{PageFrame, samples};
use askama::Template;

/// `GET /projects/{id}/notice`.
#[derive(Template)]
#[template(path = "project/notice.html")]
pub struct NoticePage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the project.
    pub href: String,
    /// Its title.
    pub title: String,
    /// What the notice says, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Who speaks: community and estate.
    pub from: String,
    /// The same as one text for a group.
    pub group_text: String,
}

impl NoticePage {
    /// An invented notice.
    pub fn sample(page: PageFrame) -> Self {
        let paragraphs = vec![
            "单元门缺灯：摸排发现 28 处，设计 10 盏，已完成 9 盏。".to_owned(),
            "已解决 18 处，部分解决 5 处，还没有 5 处（没有电源 2 处，设计没有包括 3 处）。".to_owned(),
        ];
        Self {
            href: format!("/projects/{}", samples::ID),
            title: "单元门补装路灯".to_owned(),
            group_text: paragraphs.join("\n"),
            paragraphs,
            from: format!("{} · {}", samples::community().name, samples::ESTATE),
            page,
        }
    }

    /// A long title.
    pub fn sample_long(page: PageFrame) -> Self {
        Self {
            title: samples::LONG.to_owned(),
            paragraphs: vec![samples::LONG.repeat(4)],
            ..Self::sample(page)
        }
    }
}
