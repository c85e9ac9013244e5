//! Beginning a project.

use crate::view::{Choice, ChoiceGroup, PageFrame, Problem, Problems, samples};
use askama::Template;

/// `GET /projects/new?estate=&issue=&survey=`, and again after a failed form.
///
/// Form: `POST /projects` with `csrf`, `id`, `estate`, `issue`, `survey` (any number), `title`, `need`, any number of
/// `door` (`building.unit` or `building.unit.room`), and `surveyed` (`yes` takes the doors that the surveys found).
#[derive(Template)]
#[template(path = "project/begin.html")]
pub struct BeginPage {
    /// The frame.
    pub page: PageFrame,
    /// The id that the project will have.
    pub id: String,
    /// The id of the estate.
    pub estate: String,
    /// Its name.
    pub name: String,
    /// The common issue; empty without one.
    pub issue: String,
    /// The survey from which it begins; empty without one.
    pub survey: String,
    /// How many requests are linked.
    pub requests: u32,
    /// How many doors the surveys found, in words for each need.
    pub found: Vec<String>,
    /// The title.
    pub title: String,
    /// What doors chosen by hand are in want of.
    pub needs: Vec<Choice>,
    /// Unit doors to choose by hand, by building.
    pub doors: Vec<ChoiceGroup>,
    /// What was wrong.
    pub problems: Problems,
}

impl BeginPage {
    /// One from a survey.
    pub fn sample(page: PageFrame) -> Self {
        let door = |n: u32| Choice::new(format!("b-4.u-{n}"), format!("4号楼 {n}单元"));
        Self {
            page,
            id: samples::ID.to_owned(),
            estate: "e-1".to_owned(),
            name: samples::ESTATE.to_owned(),
            issue: "i-1".to_owned(),
            survey: "s-1".to_owned(),
            requests: 2,
            found: vec!["单元门缺灯：28 处".to_owned()],
            title: "单元门补装路灯".to_owned(),
            needs: samples::choices(&[("dark_door", "单元门缺灯"), ("shade", "树木遮光")]),
            doors: vec![ChoiceGroup { label: "4号楼".to_owned(), choices: (1..5).map(door).collect() }],
            problems: Problems::default(),
        }
    }

    /// One by hand, which was refused.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "door", "refusal-no-doors", "refusal-no-doors-cure", &[]);
        let (issue, survey) = (String::new(), String::new());
        let problems = vec![problem].into();
        let name = samples::LONG.to_owned();
        Self { issue, survey, requests: 0, found: Vec::new(), name, problems, ..Self::sample(page) }
    }
}
