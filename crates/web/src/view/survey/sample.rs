//! Invented surveys for the gallery and the tests.

use super::*;
use crate::view::place::UnitHead;
use crate::view::{Choice, PageFrame, Problem, Problems, samples};

const QUESTION: &str = "树木是否挡住您家采光？";
const HREF: &str = "/surveys/019aa000-0000-7000-8000-000000000001";

fn tally() -> TallyView {
    TallyView {
        doors: 36,
        affected: 7,
        not_affected: 14,
        nobody_home: 4,
        silent: 1,
        unvisited: 10,
        by_phone: 2,
        again: 3,
        coverage: 58,
    }
}

fn cell(n: usize) -> DoorCell {
    let mark = Mark::ALL[n % Mark::ALL.len()];
    let label = format!("{}{:02}", n / 6 + 1, n % 2 + 1);
    let visit = u16::from(mark != Mark::Unvisited);
    let href = format!("{HREF}/doors/d-{n}");
    DoorCell {
        id: format!("d-{n}"),
        label,
        mark,
        visit,
        answer: String::new(),
        href,
        first: n.is_multiple_of(2),
    }
}

fn floors(columns: usize) -> Vec<DoorFloor> {
    let floor = |n: usize| DoorFloor {
        number: i16::try_from(n + 1).unwrap_or_default(),
        cells: (0..columns).map(|at| cell(n * 6 + at)).collect(),
    };
    (0..6).rev().map(floor).collect()
}

fn table() -> DoorTable {
    let head = |n| UnitHead { name: format!("{n}单元"), columns: 2, grid: None };
    DoorTable { units: (1..=3).map(head).collect(), floors: floors(6) }
}

fn map() -> Option<MapView> {
    let building = |n: u8| MapBuilding {
        href: format!("#b-{n}"),
        name: format!("{n}号楼"),
        told: "7 / 36".to_owned(),
        level: n,
        points: String::new(),
        middle: (0, 0),
    };
    let outlines: Vec<Vec<(f64, f64)>> = (0..5)
        .map(|n| {
            let x = 112.5 + 0.0006 * f64::from(n);
            vec![(x, 37.8), (x + 0.0004, 37.8), (x + 0.0004, 37.8005), (x, 37.8005)]
        })
        .collect();
    MapView::of((0..5).map(building).zip(outlines.iter().map(Vec::as_slice)).collect())
}

impl SurveysPage {
    /// Two surveys.
    pub fn sample(page: PageFrame) -> Self {
        let row = |stage, question: &str| SurveyRow {
            question: question.to_owned(),
            estate: samples::ESTATE.to_owned(),
            stage,
            planned_at: page.now - 86_400_000,
            tally: tally(),
            href: Some(HREF.to_owned()),
            walk: (stage == StageKind::Running).then(|| format!("{HREF}/doors")),
        };
        let rows = vec![row(StageKind::Running, QUESTION), row(StageKind::Ended, samples::LONG)];
        Self { plans: true, rows, page }
    }

    /// None.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { plans: false, rows: Vec::new(), page }
    }
}

impl SurveyPlanPage {
    /// An estate is chosen.
    pub fn sample(page: PageFrame) -> Self {
        let unit = |n: u32| ScopeUnit {
            id: format!("u-{n}"),
            name: format!("{n}单元"),
            households: 12,
            chosen: n == 1,
        };
        let building = |n: u32| ScopeBuilding {
            id: format!("b-{n}"),
            name: format!("{n}号楼"),
            households: 36,
            chosen: n == 2,
            units: (1..=3).map(unit).collect(),
            rooms_href: format!("/surveys/new?estate=e-1&building=b-{n}"),
            rooms: (n == 1).then(table),
        };
        let asked_at = ["rooms", "unit_doors"].map(|slug| Choice::new(slug, slug).chosen_if("rooms"));
        Self {
            estates: Vec::new(),
            estate: Some(("e-1".to_owned(), samples::ESTATE.to_owned())),
            issue: String::new(),
            matter: "0201".to_owned(),
            form: PlanForm {
                question: QUESTION.to_owned(),
                asked_at: asked_at.into(),
                since: true,
                note: true,
                photo: true,
                ..PlanForm::default()
            },
            buildings: (1..=4).map(building).collect(),
            map: map(),
            problems: Problems::default(),
            page,
        }
    }

    /// An estate is to be chosen.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { estate: None, estates: samples::estates(), ..Self::sample(page) }
    }

    /// Over no doors.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = Problem::new(page.words, "scope", "refusal-no-doors", "refusal-no-doors-cure", &[]);
        Self { problems: vec![problem].into(), ..Self::sample(page) }
    }
}

fn open_groups() -> Vec<OpenGroup> {
    vec![OpenGroup { place: "4号楼 2单元".to_owned(), doors: (0..5).map(cell).collect() }]
}

impl SurveyPage {
    /// One that goes on.
    pub fn sample(page: PageFrame) -> Self {
        let affected = AffectedRow {
            place: "4号楼 2单元 301".to_owned(),
            href: Some(format!("{HREF}/doors/d-1")),
            households: 1,
            since: "2026-03".to_owned(),
            note: samples::LONG.to_owned(),
            photo: None,
        };
        let building = |n: u32| ResultBuilding {
            name: format!("{n}号楼"),
            anchor: format!("b-{n}"),
            tally: tally(),
            units: (1..=3).map(|n| (format!("{n}单元"), tally())).collect(),
            table: table(),
        };
        let share =
            ShareLine {
                name: "示例网格员".to_owned(), stairs: "4号楼 1单元、2单元".to_owned(), doors: 36
            };
        Self {
            href: HREF.to_owned(),
            question: QUESTION.to_owned(),
            hint: "您好，我是社区网格员。".to_owned(),
            estate: samples::ESTATE.to_owned(),
            stage: StageKind::Running,
            issue: None,
            unit_doors: false,
            tally: tally(),
            households: 7,
            rest: (2, 9),
            map: map(),
            buildings: (1..=2).map(building).collect(),
            affected: vec![affected],
            unvisited: open_groups(),
            nobody: open_groups(),
            shares: vec![share],
            workers: samples::estates(),
            plans: true,
            walks: true,
            problems: Problems::default(),
            page,
        }
    }

    /// Just planned.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self {
            stage: StageKind::Planned,
            tally: TallyView { doors: 36, unvisited: 36, ..TallyView::default() },
            affected: Vec::new(),
            nobody: Vec::new(),
            shares: Vec::new(),
            map: None,
            walks: false,
            ..Self::sample(page)
        }
    }
}

impl WalkPage {
    /// Two staircases.
    pub fn sample(page: PageFrame) -> Self {
        let stair =
            |n: u32| Stair {
                title: format!("4号楼 {n}单元"), floors: floors(2), left: 4, unfolded: n == 1
            };
        Self {
            href: HREF.to_owned(),
            owner: samples::ID.to_owned(),
            estate: samples::ESTATE.to_owned(),
            question: QUESTION.to_owned(),
            hint: "您好，我是社区网格员。".to_owned(),
            running: true,
            unit_doors: false,
            since: true,
            note: true,
            photo: true,
            sinces: vec![Choice::new("2026-11", "2026-11"), Choice::new("2025", "2025")],
            tally: tally(),
            stairs: (1..=2).map(stair).collect(),
            unvisited: open_groups(),
            nobody: open_groups(),
            page,
        }
    }

    /// It is over, and nothing is left to do.
    pub fn sample_empty(page: PageFrame) -> Self {
        let (unvisited, nobody) = (Vec::new(), Vec::new());
        Self { running: false, stairs: Vec::new(), unvisited, nobody, ..Self::sample(page) }
    }
}

impl DoorPage {
    /// A second visit.
    pub fn sample(page: PageFrame) -> Self {
        let said = Mark::ALL[..5].iter().map(|it| Choice::new(it.slug(), page.say(it.key()))).collect();
        Self {
            href: format!("{HREF}/doors/d-1"),
            back: format!("{HREF}/doors"),
            place: "4号楼 2单元 301".to_owned(),
            question: QUESTION.to_owned(),
            hint: "您好，我是社区网格员。".to_owned(),
            running: true,
            unit_door: false,
            asks_since: true,
            takes_note: true,
            takes_photo: true,
            next_id: samples::ID.to_owned(),
            visit: 2,
            trail: vec![(1, Mark::NobodyHome)],
            form: DoorForm { said, since: vec![Choice::new("2026-11", "2026-11")], ..DoorForm::default() },
            problems: Problems::default(),
            page,
        }
    }

    /// A note without consent.
    pub fn sample_long(page: PageFrame) -> Self {
        let (key, cure) = ("refusal-kept-without-consent", "refusal-kept-without-consent-cure");
        let problem = Problem::new(page.words, "note", key, cure, &[]);
        let sample = Self::sample(page);
        let form = DoorForm { note: samples::LONG.to_owned(), ..sample.form };
        Self { problems: vec![problem].into(), form, ..sample }
    }
}
