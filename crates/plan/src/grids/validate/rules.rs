//! Faults of the whole: rules that cannot be kept together, each with the smallest relaxation.

use super::super::connect::Walker;
use super::super::fault::{Fault, some};
use super::super::model::Model;
use super::super::problem::{Problem, Strictness, Whole};

pub(super) fn check(problem: &Problem) -> Vec<Fault> {
    let mut found = Vec::new();
    let (band, size) = (problem.households, problem.buildings.len());
    if band.min < 0 || band.max < band.min.max(1) {
        found.push(Fault::new(
            "households",
            format!("{}–{} 不是户数区间，请写成 300–500 这样", band.min, band.max),
            format!("{} to {} is no band; write one like 300 to 500", band.min, band.max),
        ));
        return found;
    }
    if let Some(grids) = problem.grids.filter(|&it| it == 0 || it > size) {
        found.push(Fault::new(
            "grids",
            format!("{grids} 个网格不可行：共有 {size} 栋楼，请写 1 到 {size}"),
            format!("{grids} grids cannot be: there are {size} buildings; write 1 to {size}"),
        ));
    }
    if problem.contiguous && problem.adjacency.is_empty() && size > 1 {
        found.push(Fault::new(
            "adjacency",
            "要求网格连片，却没有任何相邻关系。请给出 adjacency，或写 \"contiguous\": false",
            "grids must be contiguous, but nothing is adjacent; give adjacency, or write \"contiguous\": false",
        ));
    }
    if !found.is_empty() {
        return found;
    }
    let model = Model::new(problem);
    let parts = parts(problem, &model);
    if let Some(grids) = problem.grids.filter(|&it| it < parts.len()) {
        let first = parts.iter().map(|it| named(problem, it)).collect::<Vec<_>>().join(" | ");
        found.push(Fault::new(
            "grids",
            format!(
                "地图分成 {} 个互不相连的部分，{grids} 个网格不够：{first}。请写 {}，或补上相邻关系",
                parts.len(),
                parts.len()
            ),
            format!(
                "the map falls into {} parts that nothing joins, more than {grids} grids: {first}. \
                 Write {}, or add links",
                parts.len(),
                parts.len()
            ),
        ));
    } else if problem.centres.is_some() {
        centres(problem, &model, &mut found);
    } else if problem.band == Strictness::Hard {
        loads(problem, &model, &mut found);
    }
    found
}

/// Parts of the map that nothing joins; a single one where contiguity does not count.
fn parts(problem: &Problem, model: &Model) -> Vec<Vec<u32>> {
    let all: Vec<u32> = (0..model.len() as u32).collect();
    if problem.contiguous { Walker::new(model.len()).parts(&model.near, &all) } else { vec![all] }
}

fn named(problem: &Problem, part: &[u32]) -> String {
    some(part.iter().map(|&it| problem.buildings[it as usize].id.as_str()))
}

fn loads(problem: &Problem, model: &Model, found: &mut Vec<Fault>) {
    let band = problem.households;
    for (at, building) in problem.buildings.iter().enumerate().filter(|(_, it)| it.households > band.max) {
        found.push(Fault::new(
            format!("buildings[{at}].households"),
            format!(
                "楼栋 {} 有 {} 户，超过网格上限 {}。最小的放宽：上限改为 {}，或 \"band\": \"soft\"",
                building.id, building.households, band.max, building.households
            ),
            format!(
                "building {} alone has {} households, above {}. \
                 The smallest relaxation: max {}, or \"band\": \"soft\"",
                building.id, building.households, band.max, building.households
            ),
        ));
    }
    if problem.keep_estates_whole == Whole::Must {
        for estate in (0..model.estates.len()).filter(|&it| model.estate_load(it) > band.max) {
            let first = model.estates[estate][0] as usize;
            let (name, load) =
                (problem.buildings[first].estate.as_deref().unwrap_or("-"), model.estate_load(estate));
            found.push(Fault::new(
                format!("buildings[{first}].estate"),
                format!("小区 {name} 有 {load} 户，超过上限 {}，不能整体成网格。请用 \"prefer\"，或上限改为 {load}", band.max),
                format!(
                    "estate {name} has {load} households, above {}, and must stay whole. \
                     Write \"prefer\", or max {load}",
                    band.max
                ),
            ));
        }
    }
    let parts = parts(problem, model);
    for part in parts.iter().filter(|part| parts.len() > 1 && model.load(part) < band.min) {
        let load = model.load(part);
        found.push(Fault::new(
            "adjacency",
            format!(
                "与其他楼栋不相连的部分只有 {load} 户，少于 {}：{}。请补上相邻关系，或下限改为 {load}",
                band.min,
                named(problem, part)
            ),
            format!(
                "a part that nothing joins to the rest has {load} households, fewer than {}: {}. \
                 Add a link, or write min {load}",
                band.min,
                named(problem, part)
            ),
        ));
    }
    let Some(grids) = problem.grids else { return };
    let total: i64 = model.households.iter().sum();
    let each = |part: &Vec<u32>| ((model.load(part) + band.max - 1) / band.max).max(1);
    let least: i64 = parts.iter().map(each).sum();
    let count = grids as i64;
    if count < least {
        let max = (total + count - 1) / count;
        found.push(Fault::new(
            "grids",
            format!("{total} 户分成 {grids} 个网格，每个不超过 {} 户，不可能。请写 {least} 个，或上限至少 {max}", band.max),
            format!(
                "{total} households do not fit into {grids} grids of at most {}. Write {least}, or max {max} or more",
                band.max
            ),
        ));
    }
    if band.min > 0 && count * band.min > total {
        let most = total / band.min;
        found.push(Fault::new(
            "grids",
            format!(
                "{total} 户不够 {grids} 个网格各 {} 户。请写 {most} 个，或下限改为 {}",
                band.min,
                total / count
            ),
            format!(
                "{total} households are too few for {grids} grids of {} or more. Write {most}, or min {}",
                band.min,
                total / count
            ),
        ));
    }
}

fn centres(problem: &Problem, model: &Model, found: &mut Vec<Fault>) {
    let centres = model.centres.as_deref().unwrap_or_default();
    if centres.is_empty() {
        found.push(Fault::new(
            "centres",
            "是空的，请给出中心或写 null",
            "is empty; name centres or write null",
        ));
        return;
    }
    if let Some(grids) = problem.grids.filter(|&it| it != centres.len()) {
        found.push(Fault::new(
            "grids",
            format!("{grids} 与 {} 个中心不符，请写 null 或 {}", centres.len(), centres.len()),
            format!("{grids} does not agree with {} centres; write null or {}", centres.len(), centres.len()),
        ));
    }
    for (at, &(building, max)) in centres.iter().enumerate() {
        let (own, id) = (model.households[building as usize], &problem.buildings[building as usize].id);
        if own > max {
            found.push(Fault::new(
                format!("centres[{at}].max_households"),
                format!("楼栋 {id} 自己就有 {own} 户，超过 {max}。最小的放宽：{own}"),
                format!(
                    "building {id} itself has {own} households, above {max}. The smallest relaxation: {own}"
                ),
            ));
        }
    }
    for part in parts(problem, model) {
        let room: i64 = centres.iter().filter(|it| part.binary_search(&it.0).is_ok()).map(|it| it.1).sum();
        let load = model.load(&part);
        let none = !centres.iter().any(|it| part.binary_search(&it.0).is_ok());
        if none {
            found.push(Fault::new(
                "adjacency",
                format!(
                    "这些楼栋与任何中心都不相连：{}。请补上相邻关系，或在其中设一个中心",
                    named(problem, &part)
                ),
                format!(
                    "no centre can be reached from {}. Add a link, or a centre there",
                    named(problem, &part)
                ),
            ));
        } else if load > room {
            found.push(Fault::new(
                "centres",
                format!(
                    "{load} 户超过各中心合计的 {room} 户：{}。请至少再增加 {} 户",
                    named(problem, &part),
                    load - room
                ),
                format!(
                    "{load} households are more than the {room} that the centres may have: {}. \
                     Raise them by {} or more",
                    named(problem, &part),
                    load - room
                ),
            ));
        }
    }
}
