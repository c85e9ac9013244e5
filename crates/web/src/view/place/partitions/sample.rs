//! Invented partitions.

use super::{Cancel, CellLine, PartitionBlock, PartitionsPage, PlanForm, PlannedDay, PlannedLine};
use crate::view::{ChoiceGroup, PageFrame, Problem, Problems, samples};

fn cell(place: &str, grid: &str, wrong: bool) -> CellLine {
    CellLine { place: place.to_owned(), grid: grid.to_owned(), wrong }
}

impl PartitionsPage {
    /// A day with a gap, and a change to come.
    pub fn sample(page: PageFrame) -> Self {
        let group = |choices| vec![ChoiceGroup { label: samples::ESTATE.to_owned(), choices }];
        let cancel = Cancel { href: "/partitions/cancel", fields: vec![("kind", "grids".to_owned())] };
        let planned = PlannedDay {
            at: page.now + 10 * 86_400_000,
            lines: vec![PlannedLine { words: "第二网格：周沐".to_owned(), cancel: Some(cancel) }],
            faults: vec!["长风苑 4号楼 2单元".to_owned()],
        };
        Self {
            on: "2026-12-01".to_owned(),
            by: "grid",
            faults: vec!["长风苑 4号楼 2单元".to_owned()],
            estates: vec![PartitionBlock {
                name: samples::ESTATE.to_owned(),
                href: Some("/estates/e-1".to_owned()),
                steward: "林知夏".to_owned(),
                deputy: Some("江予安".to_owned()),
                stands_in: Some("江予安".to_owned()),
                cells: vec![cell("4号楼 1单元", "第一网格 · 周沐", false), cell("4号楼 2单元", "—", true)],
            }],
            planned: vec![planned],
            legend: vec![(0, "第一网格".to_owned()), (1, "第二网格".to_owned())],
            has_outlines: true,
            may_change: true,
            parts: group(samples::choices(&[("b-4", "4号楼"), ("b-4:u-1", "4号楼 1单元")])),
            buildings: group(samples::choices(&[("b-4", "4号楼")])),
            grids: samples::choices(&[("g-1", "第一网格"), ("g-2", "第二网格")]),
            workers: samples::choices(&[("w-1", "周沐")]),
            estate_choices: samples::choices(&[("e-1", samples::ESTATE), ("e-2", "汾河里")]),
            form: PlanForm::default(),
            problems: Problems::default(),
            page,
        }
    }

    /// A community without estates, and a reader who only looks.
    pub fn sample_empty(page: PageFrame) -> Self {
        let sample = Self::sample(page);
        Self {
            faults: Vec::new(),
            estates: Vec::new(),
            planned: Vec::new(),
            legend: Vec::new(),
            has_outlines: false,
            may_change: false,
            ..sample
        }
    }

    /// A change that was refused.
    pub fn sample_long(page: PageFrame) -> Self {
        let key = "refusal-in-two-grids";
        let args =
            [("place", "4号楼".into()), ("grids", "第一网格、第二网格".into()), ("at", "2026-12-01".into())];
        let problem = Problem::new(page.words, "", key, "refusal-in-two-grids-cure", &args);
        let form =
            PlanForm { kind: "part".to_owned(), starts_on: "2026-12-01".to_owned(), name: String::new() };
        Self { form, problems: vec![problem].into(), ..Self::sample(page) }
    }
}
