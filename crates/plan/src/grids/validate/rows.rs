//! Faults of single rows: names, numbers, links.

use super::super::fault::Fault;
use super::super::problem::{Distance, Problem};
use std::collections::HashMap;

pub(super) fn check(problem: &Problem) -> Vec<Fault> {
    let mut found = Vec::new();
    if problem.buildings.is_empty() {
        found.push(Fault::new(
            "buildings",
            "没有楼栋，请至少给出一栋",
            "there is none; give at least one building",
        ));
    }
    let place = names(problem, &mut found);
    for (at, building) in problem.buildings.iter().enumerate() {
        if building.households < 0 {
            found.push(Fault::new(
                format!("buildings[{at}].households"),
                format!("户数 {} 是负数（楼栋 {}），请写 0 或更大的整数", building.households, building.id),
                format!("{} is negative (building {}); write 0 or more", building.households, building.id),
            ));
        }
        if problem.distance != Distance::Matrix {
            for (axis, value) in [("x", building.x), ("y", building.y)] {
                if !value.is_some_and(f64::is_finite) {
                    found.push(Fault::new(
                        format!("buildings[{at}].{axis}"),
                        format!("楼栋 {} 缺少坐标或坐标不是数，请补全，或改用 distance: matrix", building.id),
                        format!(
                            "building {} has no finite coordinate; give it, or use distance: matrix",
                            building.id
                        ),
                    ));
                }
            }
        }
    }
    let known = |path: String, id: &str, found: &mut Vec<Fault>| {
        if !place.contains_key(id) {
            found.push(Fault::new(
                path,
                format!("没有楼栋“{id}”，请改正编号或加入该楼栋"),
                format!("there is no building “{id}”; correct the id or add the building"),
            ));
        }
    };
    for (at, (a, b)) in problem.adjacency.iter().enumerate() {
        known(format!("adjacency[{at}][0]"), a, &mut found);
        known(format!("adjacency[{at}][1]"), b, &mut found);
    }
    let mut seen = HashMap::new();
    for (at, centre) in problem.centres.iter().flatten().enumerate() {
        known(format!("centres[{at}].building"), &centre.building, &mut found);
        if let Some(first) = seen.insert(centre.building.as_str(), at) {
            found.push(Fault::new(
                format!("centres[{at}].building"),
                format!("与 centres[{first}] 是同一栋楼 {}，请删去一个", centre.building),
                format!("is the same building as centres[{first}], {}; leave one out", centre.building),
            ));
        }
        if centre.max_households < 0 {
            found.push(Fault::new(
                format!("centres[{at}].max_households"),
                "是负数，请写 0 或更大的整数",
                "is negative; write 0 or more",
            ));
        }
    }
    matrix(problem, &mut found);
    found
}

fn names<'a>(problem: &'a Problem, found: &mut Vec<Fault>) -> HashMap<&'a str, usize> {
    let mut place = HashMap::new();
    for (at, building) in problem.buildings.iter().enumerate() {
        let id = building.id.as_str();
        let path = format!("buildings[{at}].id");
        if id.is_empty() {
            found.push(Fault::new(
                path,
                "编号为空，请给每栋楼一个编号",
                "is empty; give every building an id",
            ));
        } else if let Some(first) = place.insert(id, at) {
            found.push(Fault::new(
                path,
                format!("编号“{id}”与 buildings[{first}] 重复，请给每栋楼不同的编号"),
                format!("“{id}” stands in buildings[{first}] too; give every building its own id"),
            ));
        }
    }
    place
}

fn matrix(problem: &Problem, found: &mut Vec<Fault>) {
    if problem.distance != Distance::Matrix {
        return;
    }
    let size = problem.buildings.len();
    let Some(rows) = &problem.matrix else {
        found.push(Fault::new(
            "matrix",
            "distance 为 matrix，却没有给出矩阵，请给出，或改用 euclidean",
            "is missing though distance is matrix; give it, or use euclidean",
        ));
        return;
    };
    if rows.len() != size || rows.iter().any(|row| row.len() != size) {
        found.push(Fault::new(
            "matrix",
            format!("应为 {size} 行 {size} 列，请按楼栋的顺序给出"),
            format!("must have {size} rows of {size} numbers, in the order of the buildings"),
        ));
    }
    for (at, row) in rows.iter().enumerate() {
        if let Some(cell) = row.iter().position(|it| !it.is_finite() || *it < 0.0) {
            found.push(Fault::new(
                format!("matrix[{at}][{cell}]"),
                "不是非负的数，请改正",
                "is no finite number of 0 or more; correct it",
            ));
        }
    }
}
