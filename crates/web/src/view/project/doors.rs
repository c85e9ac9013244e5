//! Demand against delivery, as tables: what each door got, and what each piece serves.

use super::kinds::Need;
use crate::view::samples;

/// A need in numbers.
#[derive(Debug, Clone)]
pub struct NeedCount {
    /// Which.
    pub need: Need,
    /// How many doors.
    pub doors: u32,
    /// Doors that have all.
    pub served: u32,
    /// Doors that have a part.
    pub partly: u32,
    /// Doors that have nothing yet.
    pub not_yet: u32,
    /// How many pieces are designed, and how many are done.
    pub pieces: (u32, u32),
}

impl NeedCount {
    /// The reference story.
    pub fn sample() -> Self {
        Self { need: Need::DarkDoor, doors: 28, served: 18, partly: 5, not_yet: 5, pieces: (10, 9) }
    }
}

/// A door and what it got.
#[derive(Debug, Clone)]
pub struct DoorLine {
    /// The door.
    pub door: String,
    /// What it is in want of, in words.
    pub need: String,
    /// What it got, in words with the reason.
    pub got: String,
    /// The tone of that.
    pub tone: &'static str,
    /// The pieces that are for it.
    pub by: String,
}

/// A piece of work and what it serves.
#[derive(Debug, Clone)]
pub struct PieceLine {
    /// Its page; empty while it cannot be changed.
    pub href: String,
    /// Its name ("灯 3").
    pub name: String,
    /// How it stands, in words.
    pub state: String,
    /// The tone of that.
    pub tone: &'static str,
    /// The doors that it serves.
    pub doors: String,
}

/// Both tables.
#[derive(Debug, Clone, Default)]
pub struct DoorsTable {
    /// In numbers.
    pub counts: Vec<NeedCount>,
    /// The pieces.
    pub pieces: Vec<PieceLine>,
    /// The doors of each building.
    pub buildings: Vec<(String, Vec<DoorLine>)>,
}

impl DoorsTable {
    /// A few lines of the reference story.
    pub fn sample() -> Self {
        let door = |n: u32, got: &str, tone, by: &str| DoorLine {
            door: format!("12号楼 {n}单元"),
            need: "单元门缺灯".to_owned(),
            got: got.to_owned(),
            tone,
            by: by.to_owned(),
        };
        let piece = |n: u32, state: &str, tone, doors: &str| PieceLine {
            href: format!("/projects/{}/items/{n}", samples::ID),
            name: format!("灯 {n}"),
            state: state.to_owned(),
            tone,
            doors: doors.to_owned(),
        };
        Self {
            counts: vec![NeedCount::sample()],
            pieces: vec![
                piece(1, "已完成", "done", "12号楼 1单元、12号楼 2单元、13号楼 1单元（部分）"),
                piece(2, "未完成", "wait", "12号楼 3单元"),
            ],
            buildings: vec![(
                "12号楼".to_owned(),
                vec![
                    door(1, "已解决", "done", "灯 1"),
                    door(2, "部分解决：借到邻近的灯光", "wait", "灯 1"),
                    door(3, "还没有：没有电源", "late", ""),
                ],
            )],
        }
    }
}
