//! One common issue.

use askama::Template;

use super::{IssueKind, IssueRow};
use crate::view::{Choice, PageFrame, Problem, Problems, RequestRow, State, samples};

/// A request of an issue.
#[derive(Debug, Clone)]
pub struct MemberCard {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u64,
    /// Where, below the estate.
    pub place: String,
    /// How it stands.
    pub state: State,
    /// When it was reported, milliseconds of the epoch.
    pub at: i64,
    /// What was said, in pieces, those that many say marked; `None` once erased.
    pub text: Option<Vec<(bool, String)>>,
    /// No person has looked at it since the issue was confirmed.
    pub new: bool,
    /// The program proposes to take it out.
    pub stray: bool,
}

/// Another issue that the program takes for the same.
#[derive(Debug, Clone)]
pub struct MergeOffer {
    /// Its id.
    pub id: String,
    /// What it is.
    pub row: IssueRow,
}

/// `GET /issues/{id}?q=`. Forms: `POST /issues/{id}/{deed}` with `csrf`, `version` and, for `add` and `take-out`,
/// `request`, for `merge` and `apart` `into`; the other deeds (`confirm`, `dismiss`, `take-back`, `split`, `keep`)
/// have no more.
#[derive(Template)]
#[template(path = "issues/sheet.html")]
pub struct IssuePage {
    /// The frame.
    pub page: PageFrame,
    /// Its address.
    pub href: String,
    /// The version that the page shows.
    pub version: u64,
    /// In a line.
    pub row: IssueRow,
    /// Where it went, when it was merged.
    pub merged_into: Option<String>,
    /// What speaks for it, a sentence each.
    pub speaks_for: Vec<String>,
    /// What speaks against it.
    pub speaks_against: Vec<String>,
    /// What the program would merge it with.
    pub merge_offers: Vec<MergeOffer>,
    /// The requests, the newest first.
    pub members: Vec<MemberCard>,
    /// What a person took out.
    pub out: Vec<MemberCard>,
    /// Other issues of the estate, to merge by hand.
    pub others: Vec<Choice>,
    /// What was searched for.
    pub q: String,
    /// What was found and does not belong to it.
    pub found: Vec<RequestRow>,
    /// What was wrong.
    pub problems: Problems,
}

impl IssuePage {
    fn is_living(&self) -> bool {
        matches!(self.row.kind, IssueKind::Candidate | IssueKind::Confirmed)
    }

    fn is_candidate(&self) -> bool {
        self.row.kind == IssueKind::Candidate
    }

    fn is_dismissed(&self) -> bool {
        self.row.kind == IssueKind::Dismissed
    }

    /// Whether a person has something to look at since it was confirmed.
    fn has_new(&self) -> bool {
        self.row.kind == IssueKind::Confirmed && self.members.iter().any(|it| it.new)
    }

    /// The numbers of those that the program would take out.
    fn strays(&self) -> Option<String> {
        let strays: Vec<String> =
            self.members.iter().filter(|it| it.stray).map(|it| format!("#{}", it.number)).collect();
        (!strays.is_empty()).then(|| strays.join(" "))
    }

    /// An invented candidate.
    pub fn sample(page: PageFrame) -> Self {
        let rows = IssueRow::samples(page.now);
        let member = |number: u64, place: &str, stray| MemberCard {
            id: samples::ID.to_owned(),
            number,
            place: place.to_owned(),
            state: State::InProgress,
            at: page.now - 86_400_000,
            text: Some(vec![
                (false, "4号楼南边的".to_owned()),
                (true, "大树太密".to_owned()),
                (false, "，把窗户挡住了".to_owned()),
            ]),
            new: false,
            stray,
        };
        Self {
            href: "/issues/sample".to_owned(),
            version: 3,
            merged_into: None,
            speaks_for: vec!["多数人都说到“大树太密”。".to_owned(), "7 天里 3 户、4 件。".to_owned()],
            speaks_against: vec!["#12 和其他的最不像，可能是另一件事。".to_owned()],
            merge_offers: vec![MergeOffer { id: samples::ID.to_owned(), row: rows[1].clone() }],
            members: vec![member(11, "4号楼 2单元", false), member(12, samples::LONG, true)],
            out: vec![member(9, "", false)],
            others: samples::choices(&[(samples::ID, "单元门口缺灯 · 12 户")]),
            q: String::new(),
            found: Vec::new(),
            problems: Problems::default(),
            row: rows[0].clone(),
            page,
        }
    }

    /// One that a person dismissed, with nothing more to do but to take that back.
    pub fn sample_empty(page: PageFrame) -> Self {
        let sample = Self::sample(page);
        let row = IssueRow { kind: IssueKind::Dismissed, ..sample.row };
        let erased = MemberCard { text: None, ..sample.members[0].clone() };
        Self { row, members: vec![erased], out: Vec::new(), speaks_against: Vec::new(), ..sample }
    }

    /// One that was confirmed, with a search and something that was wrong.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem =
            Problem::new(page.words, "", "refusal-issue-changed", "refusal-issue-changed-cure", &[]);
        let now = page.now;
        let sample = Self::sample(page);
        let row = IssueRow { kind: IssueKind::Confirmed, place: samples::LONG.to_owned(), ..sample.row };
        let members = sample.members.iter().map(|it| MemberCard { new: true, ..it.clone() }).collect();
        let (q, found) = ("树".to_owned(), samples::rows(now)[..2].to_vec());
        Self { row, members, q, found, problems: vec![problem].into(), ..sample }
    }
}

/// `POST /requests/matters` with `text`: the matters that a text is likely about, to choose from.
#[derive(Template)]
#[template(path = "requests/offered.html")]
pub struct OfferedPart {
    /// The frame, for words.
    pub page: PageFrame,
    /// The matters.
    pub offered: Vec<Choice>,
}

impl OfferedPart {
    /// Three invented ones.
    pub fn sample(page: PageFrame) -> Self {
        Self { page, offered: samples::matters()[..3].to_vec() }
    }
}
