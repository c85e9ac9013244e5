//! The letter of a call, on paper: for units that want something with a seal.

use super::sheet::FileLine;
use crate::view::{PageFrame, samples};
use askama::Template;

/// `GET /calls/{id}/letter`.
#[derive(Template)]
#[template(path = "call/letter.html")]
pub struct LetterPage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the call.
    pub href: String,
    /// To whom it is.
    pub to: String,
    /// Who calls: the community.
    pub community: String,
    /// Its estate.
    pub estate: String,
    /// What is asked.
    pub asked: String,
    /// What has been tried.
    pub tried: Vec<String>,
    /// The file.
    pub file: Vec<FileLine>,
    /// By when.
    pub by_when: String,
    /// The day on which it was called.
    pub day: String,
    /// How the supervision is reached.
    pub supervision: String,
}

impl LetterPage {
    /// An invented letter.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            href: format!("/calls/{}", samples::ID),
            to: "示例街道办事处".to_owned(),
            community: samples::community().name,
            estate: samples::ESTATE.to_owned(),
            asked: "请派人看 18 棵树，报批修剪。".to_owned(),
            tried: vec!["物业说修剪要报批，自己不能动。".to_owned()],
            file: vec![FileLine::sample()],
            by_when: "2026-11-27".to_owned(),
            day: "2026-11-23".to_owned(),
            supervision: "12345".to_owned(),
            page,
        }
    }

    /// A long one.
    pub fn sample_long(page: PageFrame) -> Self {
        Self {
            to: samples::LONG.to_owned(),
            asked: samples::LONG.repeat(8),
            tried: vec![samples::LONG.repeat(4); 3],
            ..Self::sample(page)
        }
    }
}
