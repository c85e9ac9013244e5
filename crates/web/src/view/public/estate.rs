//! What everybody may read of an estate: counts, plans, and what is not now, because.

use crate::view::project::kinds::Stage;
use crate::view::{PageFrame, samples};
use guanjia_domain::report::Shown;

/// A class of matters in counts; `None` is fewer than five households.
#[derive(Debug, Clone)]
pub struct ClassCounts {
    /// The class.
    pub name: String,
    /// Reported.
    pub reported: Option<u64>,
    /// Done, not done with a reason, in hand.
    pub parts: [Option<u64>; 3],
}

/// A project as everybody may read it.
#[derive(Debug, Clone)]
pub struct PublicProject {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// The public reply.
    pub reply: String,
    /// Why not now, and the day on which somebody looks again.
    pub not_now: Option<(String, String)>,
}

/// The public figures of an estate.
#[derive(Debug, Clone)]
pub struct EstateFigures {
    /// The year.
    pub year: i64,
    /// The address of the other year, and the key of its word.
    pub other: (String, &'static str),
    /// By class.
    pub classes: Vec<ClassCounts>,
    /// Its projects.
    pub projects: Vec<PublicProject>,
}

/// A published count, or nothing.
#[must_use]
pub const fn shown(count: Shown) -> Option<u64> {
    match count {
        Shown::Count(count) => Some(count),
        Shown::Few => None,
    }
}

impl EstateFigures {
    /// An invented estate.
    pub fn sample(page: &PageFrame) -> Self {
        let class = |name: &str, reported, parts| ClassCounts { name: name.to_owned(), reported, parts };
        let project = |title: &str, stage, reply: &str, not_now| PublicProject {
            title: title.to_owned(),
            stage,
            reply: reply.to_owned(),
            not_now,
        };
        let why = ("产权单位未定，资金明年列入预算。".to_owned(), "2027-03-01".to_owned());
        Self {
            year: 2026,
            other: ("/c/140109013001?estate=e-1&year=last".to_owned(), "public-figures-other"),
            classes: vec![
                class("环境卫生", Some(48), [Some(41), Some(0), Some(7)]),
                class(samples::LONG, Some(9), [None; 3]),
                class(page.say("public-others"), None, [None; 3]),
            ],
            projects: vec![
                project("单元门补装路灯", Stage::Closed, "28个单元门已补10盏，其余列入明年计划。", None),
                project(samples::LONG, Stage::NotNow, "", Some(why)),
            ],
        }
    }
}
