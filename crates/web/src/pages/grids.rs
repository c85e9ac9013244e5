//! The grids of the community, and what belongs to none of them.

use super::estates::shown;
use crate::fault::Fault;
use crate::present::contact;
use crate::view::place::{GridLine, GridsPage};
use crate::view::{PageFrame, Section};
use crate::visitor::{Visitor, html};
use axum::response::Response;
use guanjia_app::place::{GridSheet, PartName};
use guanjia_domain::permission::{Action, Area, Verdict, permit};

/// `GET /grids`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Grids), |visitor, tx, seat| {
            let division = visitor.site.app().grid_division(tx, &seat.signed_in.who, seat.home)?;
            let page = seat.frame;
            let gap = |part: &PartName| format!("{} · {}", part.estate, within(part));
            // Before the first grid is drawn everything would be a gap, which says nothing.
            let gaps =
                if division.grids.is_empty() { Vec::new() } else { division.gaps.iter().map(gap).collect() };
            // One that is given up covers nothing and has nobody.
            let kept = division.grids.iter().filter(|it| !it.parts.is_empty() || it.named.worker.is_some());
            let grids = kept.map(|grid| line(&page, grid)).collect();
            let area = Area::community(seat.home, None);
            let may_design = permit(&seat.signed_in.who, Action::ChangePlaces, &area) == Verdict::Allowed;
            html(&GridsPage { grids, gaps, may_design, page })
        })
        .await
}

fn line(page: &PageFrame, sheet: &GridSheet) -> GridLine {
    let mut parts: Vec<(String, Vec<String>)> = Vec::new();
    for part in &sheet.parts {
        match parts.last_mut().filter(|(estate, _)| *estate == part.estate) {
            Some((_, names)) => names.push(within(part)),
            None => parts.push((part.estate.clone(), vec![within(part)])),
        }
    }
    let comma = page.say("list-comma");
    GridLine {
        name: sheet.named.grid.name.clone(),
        worker: sheet.named.worker.as_ref().map(contact),
        households: shown(sheet.households),
        parts: parts.into_iter().map(|(estate, names)| (estate, shortened(names).join(comma))).collect(),
    }
}

/// A part within its estate: 4号楼, or 5号楼 1单元.
fn within(part: &PartName) -> String {
    match &part.unit {
        Some(unit) => format!("{} {unit}", part.building),
        None => part.building.clone(),
    }
}

/// Three or more names in a row that count up are said by the first and the last: 1号楼 … 4号楼 is 1—4号楼.
fn shortened(names: Vec<String>) -> Vec<String> {
    let mut runs: Vec<Vec<String>> = Vec::new();
    for name in names {
        let follows = |run: &Vec<String>| run.last().is_some_and(|last| counts_up(last, &name));
        match runs.last_mut().filter(|run| follows(run)) {
            Some(run) => run.push(name),
            None => runs.push(vec![name]),
        }
    }
    let said = |run: Vec<String>| match (run.as_slice(), run.first().and_then(|first| numbered(first))) {
        ([_, _, .., last], Some((number, _))) => vec![format!("{number}—{last}")],
        _ => run,
    };
    runs.into_iter().flat_map(said).collect()
}

fn counts_up(one: &str, other: &str) -> bool {
    match (numbered(one), numbered(other)) {
        (Some((n, kind)), Some((m, same))) => kind == same && n.checked_add(1) == Some(m),
        _ => false,
    }
}

/// A name that is a number and a word after it.
fn numbered(name: &str) -> Option<(u32, &str)> {
    let (digits, kind) = name.split_at(name.find(|c: char| !c.is_ascii_digit())?);
    let plain = !kind.contains(|c: char| c.is_ascii_digit());
    Some((digits.parse().ok()?, kind)).filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_are_said_by_their_ends() {
        let said = |names: &[&str]| shortened(names.iter().map(|&name| name.to_owned()).collect()).join("、");
        assert_eq!(
            said(&["1号楼", "2号楼", "3号楼", "5号楼 1单元", "7号楼", "8号楼"]),
            "1—3号楼、5号楼 1单元、7号楼、8号楼"
        );
        assert_eq!(said(&["A座", "1号楼", "2号楼"]), "A座、1号楼、2号楼");
        assert_eq!(
            said(&["4号楼 1单元", "5号楼 1单元", "6号楼 1单元"]),
            "4号楼 1单元、5号楼 1单元、6号楼 1单元"
        );
        assert_eq!(said(&[]), "");
    }
}
