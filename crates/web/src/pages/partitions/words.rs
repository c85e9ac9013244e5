//! The partitions in words.

use crate::view::place::{Cancel, CellLine, PlannedDay, PlannedLine};
use crate::words::Words;
use guanjia_app::partition::{BuildingLine, Change, NamedFault, PlannedChange};
use guanjia_domain::partition::Fault;

/// A gap or overlap.
pub(super) fn fault(words: &Words, it: &NamedFault) -> String {
    let key = match it.fault {
        Fault::NoEstate { .. } => "fault-no-estate",
        Fault::NoGrid { .. } => "fault-no-grid",
        Fault::TwoGrids { .. } => "fault-two-grids",
        Fault::NoWorker { .. } => "fault-no-worker",
        Fault::NoSuchPlace { .. } => "fault-no-such-place",
    };
    words.say_with(key, &[("place", it.place.as_str().into()), ("grids", it.grids.as_str().into())])
}

/// The lines of a building: one, or one for each group of units that differ.
pub(super) fn cells(words: &Words, it: &BuildingLine) -> Vec<CellLine> {
    let comma = words.say("list-comma");
    let cell = |cell: &guanjia_app::partition::GridCell| {
        let named = |(_, name, worker): &(_, String, Option<String>)| {
            let worker = worker.as_deref().unwrap_or_else(|| words.say("grid-no-worker"));
            format!("{name} · {worker}")
        };
        let grids: Vec<_> = cell.grids.iter().map(named).collect();
        CellLine {
            place: format!("{} {}", it.name, cell.units.join(comma)).trim_end().to_owned(),
            wrong: grids.len() != 1,
            grid: if grids.is_empty() { words.say("plan-no-grid").to_owned() } else { grids.join(comma) },
        }
    };
    it.cells.iter().map(cell).collect()
}

/// What changes at one moment.
pub(super) fn planned(words: &Words, it: &PlannedChange) -> PlannedDay {
    let at = it.at.0;
    let mut grids_seen = false;
    let line = |change: &Change| {
        let starts_at = ("starts_at", at.to_string());
        let cancel = match change {
            Change::Claim { estate, .. } => {
                let fields = vec![("estate", estate.to_string()), starts_at];
                Some(Cancel { href: "/claims/cancel", fields })
            }
            // The grids of one moment are taken back together.
            Change::Grid { .. } if std::mem::replace(&mut grids_seen, true) => None,
            Change::Grid { .. } => {
                let fields = vec![("kind", "grids".to_owned()), ("id", String::new()), starts_at];
                Some(Cancel { href: "/partitions/cancel", fields })
            }
            Change::Building { building, .. } => {
                let fields = vec![("kind", "building".to_owned()), ("id", building.to_string()), starts_at];
                Some(Cancel { href: "/partitions/cancel", fields })
            }
        };
        PlannedLine { words: said(words, change), cancel }
    };
    PlannedDay {
        at,
        lines: it.changes.iter().map(line).collect(),
        faults: it.faults.iter().map(|it| fault(words, it)).collect(),
    }
}

fn said(words: &Words, change: &Change) -> String {
    let comma = words.say("list-comma");
    match change {
        Change::Claim { name, steward, deputy, .. } => {
            let deputy = deputy.as_deref().unwrap_or("—");
            let (estate, steward) = (name.as_str().into(), steward.as_str().into());
            let args = [("estate", estate), ("steward", steward), ("deputy", deputy.into())];
            words.say_with("planned-claim", &args)
        }
        Change::Building { place, estate, .. } => words.say_with(
            "planned-building",
            &[("place", place.as_str().into()), ("estate", estate.as_str().into())],
        ),
        Change::Grid { name, worker, gains, loses } => {
            let mut parts = vec![name.clone()];
            if let Some(worker) = worker {
                let worker = worker.as_deref().unwrap_or_else(|| words.say("grid-no-worker"));
                parts.push(words.say_with("planned-worker", &[("name", worker.into())]));
            }
            for (key, places) in [("planned-gains", gains), ("planned-loses", loses)] {
                if !places.is_empty() {
                    let places = places.join(comma);
                    parts.push(words.say_with(key, &[("places", places.as_str().into())]));
                }
            }
            parts.join(" · ")
        }
    }
}
