//! Figures of plans as columns and rows.

use super::TONES;
use crate::view::Choice;
use crate::view::place::{GridRow, PlanColumn, Tried};
use crate::words::Words;
use guanjia_app::grid_design::{DesignSheet, GroupLine, PlanFigures};
use guanjia_domain::grid_design::{Priority, Proposed};

/// The name of a priority.
const fn label(priority: Priority) -> &'static str {
    match priority {
        Priority::Integrity => "design-integrity",
        Priority::Balanced => "design-balanced",
        Priority::Band => "design-band-first",
    }
}

/// What is known of how good a plan is.
fn proof(proposed: Option<&Proposed>) -> &'static str {
    match proposed {
        Some(it) if it.proved == Some(true) => "design-proved",
        Some(it) if !it.finished => "design-unfinished",
        _ => "design-best-found",
    }
}

pub(super) fn metres(way: f64) -> String {
    format!("{way:.0}")
}

fn column(
    figures: &PlanFigures,
    priority: Priority,
    chosen: bool,
    proposed: Option<&Proposed>,
) -> PlanColumn {
    let loads = || figures.laid.grids.iter().flatten().map(|it| it.households);
    let (least, most) = (loads().min().unwrap_or_default(), loads().max().unwrap_or_default());
    PlanColumn {
        slug: priority.name(),
        label: label(priority),
        chosen,
        grids: figures.grids,
        in_band: figures.laid.in_band,
        households: format!("{least}–{most}"),
        mixed: figures.laid.mixed,
        extra: figures.laid.extra,
        walk: metres(figures.laid.walk),
        changed: figures.changed,
        proof: proof(proposed),
    }
}

/// The three plans.
pub(super) fn plans(sheet: &DesignSheet) -> Vec<PlanColumn> {
    let draft = &sheet.draft;
    let plan = |(priority, figures): &(Priority, PlanFigures)| {
        column(figures, *priority, draft.chosen == *priority, draft.proposed(*priority))
    };
    sheet.plans.iter().map(plan).collect()
}

/// The plan with all moves; of it nothing is proved any more.
pub(super) fn now(sheet: &DesignSheet) -> PlanColumn {
    let proposed = sheet.draft.proposed(sheet.draft.chosen).filter(|_| sheet.draft.moves.is_empty());
    column(&sheet.now, sheet.draft.chosen, true, proposed)
}

/// A figure of a plan in words.
type Measured<'f> = &'f dyn Fn(&PlanFigures) -> String;

/// What a move costs.
pub(super) fn tried(sheet: &DesignSheet, targets: &[Choice]) -> Option<Tried> {
    let it = sheet.preview.as_ref()?;
    let (before, after) = (&sheet.now, &it.then);
    let to = it.to.to_string();
    let onto = targets.iter().find(|choice| choice.value == to).map_or("", |choice| choice.label.as_str());
    let load = |figures: &PlanFigures, group: Option<usize>| {
        let laid = group.and_then(|at| figures.laid.grids.get(at)).and_then(Option::as_ref);
        laid.map_or(0, |it| it.households)
    };
    let from = sheet.draft.group_of(it.building);
    let pair = |figures: &PlanFigures| format!("{} / {}", load(figures, from), load(figures, Some(it.to)));
    let apart = |figures: &PlanFigures| figures.laid.grids.iter().flatten().filter(|it| it.apart).count();
    let costs: [(&'static str, Measured<'_>); 7] = [
        ("households", &pair),
        ("design-in-band", &|it| format!("{} / {}", it.laid.in_band, it.grids)),
        ("design-mixed-grids", &|it| it.laid.mixed.to_string()),
        ("design-extra", &|it| it.laid.extra.to_string()),
        ("design-apart", &|it| apart(it).to_string()),
        ("design-walk", &|it| format!("{:.1}", it.laid.walk)),
        ("design-changed", &|it| it.changed.to_string()),
    ];
    Some(Tried {
        building: it.building.to_string(),
        to: to.clone(),
        words: format!("{} → {onto}", it.name),
        costs: costs.map(|(key, of)| (key, of(before), of(after))).into(),
    })
}

/// A grid of the draft.
pub(super) fn grid(words: &Words, mark: usize, it: &GroupLine, workers: &[Choice]) -> GridRow {
    let mut parts: Vec<(String, Vec<&str>)> = Vec::new();
    for (row, estate) in &it.buildings {
        match parts.iter_mut().find(|(known, _)| known == estate) {
            Some((_, names)) => names.push(&row.name),
            None => parts.push((estate.clone(), vec![&row.name])),
        }
    }
    let wrong = [
        (!it.laid.in_band, "design-outside"),
        (it.laid.mixed, "design-mixed"),
        (it.laid.apart, "design-apart"),
    ];
    let own = it.worker.as_ref().map(|(id, _)| id.to_string()).unwrap_or_default();
    let comma = words.say("list-comma");
    GridRow {
        number: it.number,
        mark,
        tone: it.number % TONES,
        name: it.name.clone(),
        is_new: it.is_new,
        households: u32::try_from(it.laid.households).unwrap_or_default(),
        faults: wrong.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| *key).collect(),
        walk: metres(it.laid.walk),
        parts: parts.into_iter().map(|(estate, names)| (estate, names.join(comma))).collect(),
        workers: workers.iter().cloned().map(|choice| choice.chosen_if(&own)).collect(),
    }
}
