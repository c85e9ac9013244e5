//! Calling for help.

use super::sheet::FileLine;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// `GET /calls/new?request=` or `?estate=`, and again after a failed form.
///
/// Form: `POST /calls` with `csrf`, `id`, `estate`, `request` (may be empty), `to`, `by_when`, `asked`, `tried`, and
/// `duty` where the community may be called.
#[derive(Template)]
#[template(path = "call/new.html")]
pub struct NewCallPage {
    /// The frame.
    pub page: PageFrame,
    /// The id that the call will have.
    pub id: String,
    /// The id of the estate.
    pub estate: String,
    /// Its name.
    pub name: String,
    /// The id of the request; empty without one.
    pub request: String,
    /// The request, as it goes into the file.
    pub file: Option<FileLine>,
    /// Who can be called.
    pub units: Vec<Choice>,
    /// By when.
    pub by_when: String,
    /// What is asked.
    pub asked: String,
    /// What has been tried.
    pub tried: String,
    /// What may be handed to the community; empty for those who are of it.
    pub duties: Vec<Choice>,
    /// What was wrong.
    pub problems: Problems,
}

impl NewCallPage {
    /// One about a request.
    pub fn sample(page: PageFrame) -> Self {
        Self {
            page,
            id: samples::ID.to_owned(),
            estate: "e-1".to_owned(),
            name: samples::ESTATE.to_owned(),
            request: samples::ID.to_owned(),
            file: Some(FileLine::sample()),
            units: samples::choices(&[("street_office", "示例街道办事处"), ("secretary", "书记")]),
            by_when: "2026-11-30".to_owned(),
            asked: String::new(),
            tried: String::new(),
            duties: Vec::new(),
            problems: Problems::default(),
        }
    }

    /// One from above, which was refused: the duty list does not hold it.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-not-on-duty-list", "refusal-not-on-duty-list-cure");
        let problem = Problem::new(page.words, "duty", key, cure, &[]);
        Self {
            file: None,
            request: String::new(),
            name: samples::LONG.to_owned(),
            asked: samples::LONG.repeat(4),
            tried: samples::LONG.repeat(2),
            duties: samples::choices(&[("02", "办理本居住地区居民的公共事务"), ("03", samples::LONG)]),
            problems: vec![problem].into(),
            ..Self::sample(page)
        }
    }
}
