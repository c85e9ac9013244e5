//! The rights desk: what is held of somebody, a copy, its erasure.

use crate::view::{Choice, PageFrame, Problem, Problems};
use askama::Template;

/// Something that is held, before anybody decides about it: nothing in clear.
#[derive(Debug, Clone)]
pub struct HeldLine {
    /// A request's number and place, or whose card it is, masked.
    pub title: String,
    /// The link of a request.
    pub href: Option<String>,
    /// What they have to do with it, in the reader's language.
    pub part: String,
}

/// A section of the copy.
#[derive(Debug, Clone)]
pub struct CopyPart {
    /// A request's number and place, or the place of a card.
    pub title: String,
    /// Names and values, in clear.
    pub lines: Vec<(String, String)>,
}

/// What was erased.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// By whom.
    pub by: String,
    /// Requests whose texts, photos and contacts are gone.
    pub requests: u32,
    /// Requests that they had joined.
    pub joined: u32,
    /// Cards.
    pub cards: u32,
    /// Files of mediations.
    pub mediations: u32,
    /// Objections to allocations.
    pub contests: u32,
    /// Comments on the own figures.
    pub comments: u32,
    /// Objections to projects.
    pub objections: u32,
    /// Calls for help whose texts went.
    pub calls: u32,
    /// Answers at doors: notes and photos.
    pub answers: u32,
    /// Photo files.
    pub photos: u32,
}

/// What the desk shows below its form.
#[derive(Debug, Clone)]
pub enum Desk {
    /// Nothing was asked yet.
    Waiting,
    /// What is held.
    Held(Vec<HeldLine>),
    /// The copy.
    Copy(Vec<CopyPart>),
    /// The receipt.
    Erased(Receipt),
}

/// `GET /rights` and what its forms answer.
#[derive(Template)]
#[template(path = "office/rights.html")]
pub struct RightsPage {
    /// The frame.
    pub page: PageFrame,
    /// The phone that was typed.
    pub phone: String,
    /// The account that was chosen instead; empty for none.
    pub account: String,
    /// Who works here, or did, to choose from.
    pub accounts: Vec<Choice>,
    /// The reason that was typed.
    pub reason: String,
    /// What is shown.
    pub desk: Desk,
    /// What was wrong.
    pub problems: Problems,
}

impl RightsPage {
    /// The desk before anybody asked.
    pub fn empty(page: PageFrame) -> Self {
        let (phone, account, reason) = Default::default();
        let (accounts, problems) = (Vec::new(), Problems::default());
        Self { page, phone, account, accounts, reason, desk: Desk::Waiting, problems }
    }

    /// Something is held.
    pub fn sample(page: PageFrame) -> Self {
        let line = |title: &str, href: Option<&str>, part: &str| HeldLine {
            title: title.to_owned(),
            href: href.map(str::to_owned),
            part: part.to_owned(),
        };
        let held = vec![
            line("#128 理工大长风住宅小区 4号楼", Some("/requests/sample"), "反映人"),
            line("林* · 理工大长风住宅小区 4号楼 2单元 501", None, "居民卡片"),
        ];
        let problem =
            Problem::new(page.words, "reason", "refusal-text-missing", "refusal-text-missing-cure", &[]);
        Self {
            desk: Desk::Held(held),
            phone: "13800000000".to_owned(),
            accounts: vec![Choice::new("p-1", "林知夏"), Choice::new("p-2", "江予安")],
            problems: vec![problem].into(),
            ..Self::empty(page)
        }
    }

    /// A copy to hand over.
    pub fn sample_copy(page: PageFrame) -> Self {
        let lines = vec![("所说的话".to_owned(), "四号楼前的树太高，屋里白天也要开灯。".to_owned())];
        let parts = vec![CopyPart { title: "#128 理工大长风住宅小区 4号楼".to_owned(), lines }];
        Self { desk: Desk::Copy(parts), ..Self::empty(page) }
    }

    /// The receipt of an erasure.
    pub fn sample_receipt(page: PageFrame) -> Self {
        let receipt = Receipt {
            at: page.now,
            by: "周明远".to_owned(),
            requests: 2,
            joined: 1,
            cards: 1,
            mediations: 1,
            contests: 0,
            comments: 0,
            objections: 0,
            calls: 0,
            answers: 1,
            photos: 4,
        };
        Self { desk: Desk::Erased(receipt), ..Self::empty(page) }
    }
}
