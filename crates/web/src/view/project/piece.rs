//! One piece of work: which doors it serves.

use crate::view::{Choice, PageFrame, Problem, Problems, samples};
use askama::Template;

/// A door that it could serve.
#[derive(Debug, Clone)]
pub struct PieceDoor {
    /// The name of its field: `d` and the number of the door in the scope.
    pub name: String,
    /// The door.
    pub door: String,
    /// Not at all (empty), `wholly`, or a reason why only partly.
    pub choices: Vec<Choice>,
}

/// `GET /projects/{id}/items/{n}`, and again after a failed form.
///
/// Form: `POST /projects/{id}/items/{n}` with `csrf`, `version` and the fields of the doors.
#[derive(Template)]
#[template(path = "project/piece.html")]
pub struct PiecePage {
    /// The frame.
    pub page: PageFrame,
    /// The page of the project.
    pub href: String,
    /// The number of the piece in the project.
    pub n: u32,
    /// The version that the page shows.
    pub version: u64,
    /// The title of the project.
    pub title: String,
    /// The name of the piece.
    pub name: String,
    /// The doors of the scope that have its need, by building.
    pub buildings: Vec<(String, Vec<PieceDoor>)>,
    /// What was wrong.
    pub problems: Problems,
}

impl PiecePage {
    /// A lamp.
    pub fn sample(page: PageFrame) -> Self {
        let door = |n: u32| PieceDoor {
            name: format!("d{n}"),
            door: format!("12号楼 {n}单元"),
            choices: vec![
                Choice::new("wholly", "全部照到"),
                Choice::new("neighbour", "部分：借到邻近的灯光").chosen_if("neighbour"),
            ],
        };
        Self {
            page,
            href: format!("/projects/{}", samples::ID),
            n: 3,
            version: 12,
            title: "单元门补装路灯".to_owned(),
            name: "灯 3".to_owned(),
            buildings: vec![("12号楼".to_owned(), (1..4).map(door).collect())],
            problems: Problems::default(),
        }
    }

    /// One that was refused.
    pub fn sample_long(page: PageFrame) -> Self {
        let args = [("door", samples::LONG.into())];
        let (key, cure) = ("refusal-outside-scope", "refusal-outside-scope-cure");
        let problem = Problem::new(page.words, "", key, cure, &args);
        Self { title: samples::LONG.to_owned(), problems: vec![problem].into(), ..Self::sample(page) }
    }
}
