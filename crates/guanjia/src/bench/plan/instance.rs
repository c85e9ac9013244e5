//! Published instances as problems of `guanjia grids`.

use super::family::Family;
use super::{files, not_an_instance, text};
use crate::failure::Failure;
use guanjia_plan::grids::{
    Band, Building, Centre, Distance, Objective, Priority, Problem, Strictness, Whole,
};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// An instance.
pub struct Instance {
    /// What the list of best values calls it.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// Its family.
    pub family: Family,
    /// What is asked.
    pub problem: Problem,
    /// Units of cost in one unit of the published value.
    pub unit: f64,
}

/// All instances of a folder: `cpmp/*.txt`, `cpmp/*.dat`, `sap/*.txt`, `p2/*_buildings.csv`.
pub fn instances(folder: &Path) -> Result<Vec<Instance>, Failure> {
    let mut found = Vec::new();
    for path in files(folder, "cpmp", &[".txt", ".dat"])? {
        let problem = median(&text(&path)?, ends(&path, ".txt")).ok_or_else(|| not_an_instance(&path))?;
        let family = Family::of_median(&file_name(&path), problem.buildings.len());
        found.push(Instance { name: format!("cpmp/{}", file_name(&path)), path, family, problem, unit: 1.0 });
    }
    for path in files(folder, "sap", &["a.txt", "b.txt"])? {
        let file = file_name(&path);
        let county = file.split('_').next().unwrap_or_default();
        let links = text(&path.with_file_name(format!("{county}_connectivity.txt")))?;
        let problem = areas(&text(&path)?, &links).ok_or_else(|| not_an_instance(&path))?;
        // The published values are persons × kilometres.
        let name = format!("sap/{file}");
        found.push(Instance { name, path, family: Family::Areas, problem, unit: 1_000.0 });
    }
    for path in files(folder, "p2", &["_buildings.csv"])? {
        let file = file_name(&path);
        let links = text(&path.with_file_name(file.replace("_buildings", "_edges")))?;
        let problem = estates(&text(&path)?, &links).ok_or_else(|| not_an_instance(&path))?;
        for (family, priority) in [(Family::Integrity, Priority::Integrity), (Family::Band, Priority::Band)] {
            let problem = Problem { priority, ..problem.clone() };
            let name = format!("p2/{} {}", file.trim_end_matches("_buildings.csv"), family.name());
            found.push(Instance { name, path: path.clone(), family, problem, unit: 1.0 });
        }
    }
    Ok(found)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn ends(path: &Path, with: &str) -> bool {
    path.to_string_lossy().ends_with(with)
}

/// A problem in the plane about which nothing is said yet.
fn blank(buildings: Vec<Building>) -> Problem {
    Problem {
        buildings,
        adjacency: Vec::new(),
        distance: Distance::Euclidean,
        matrix: None,
        households: Band::default(),
        grids: None,
        objective: Objective::Median,
        keep_estates_whole: Whole::Never,
        contiguous: false,
        centres: None,
        band: Strictness::Hard,
        priority: Priority::Integrity,
    }
}

fn building(id: String, x: f64, y: f64, households: f64) -> Building {
    Building { id, estate: Some("e".to_owned()), households: households as i64, x: Some(x), y: Some(y) }
}

/// The capacitated p-median. The form of the OR-Library (`number best n p capacity`, then `id x y demand`) measures
/// distances rounded down; the other (`n p`, then `x y capacity demand`) as they are.
fn median(text: &str, is_rounded: bool) -> Option<Problem> {
    let all: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>().ok()?;
    let (head, count) = if is_rounded { (5, *all.get(2)?) } else { (2, *all.first()?) };
    let rows: Vec<&[f64]> = all.get(head..)?.chunks_exact(4).take(count as usize).collect();
    if rows.len() != count as usize {
        return None;
    }
    let place = |(at, row): (usize, &&[f64])| {
        let (x, y) = if is_rounded { (row[1], row[2]) } else { (row[0], row[1]) };
        let id = if is_rounded { row[0] as usize } else { at + 1 };
        building(id.to_string(), x, y, row[3])
    };
    let buildings: Vec<Building> = rows.iter().enumerate().map(place).collect();
    let (grids, max) = if is_rounded { (all[3], all[4]) } else { (all[1], rows.first()?[2]) };
    let at = |it: &Building| it.x.zip(it.y).unwrap_or_default();
    let way = |a: &Building, b: &Building| (at(a).0 - at(b).0).hypot(at(a).1 - at(b).1).floor();
    let matrix: Vec<Vec<f64>> =
        buildings.iter().map(|a| buildings.iter().map(|b| way(a, b)).collect()).collect();
    Some(Problem {
        distance: if is_rounded { Distance::Matrix } else { Distance::Euclidean },
        matrix: is_rounded.then_some(matrix),
        households: Band { min: 0, max: max as i64 },
        grids: Some(grids as usize),
        ..blank(buildings)
    })
}

/// Service areas: `id people x y candidate cost capacity`, and pairs that touch.
fn areas(rows: &str, links: &str) -> Option<Problem> {
    let (mut buildings, mut centres) = (Vec::new(), Vec::new());
    for line in rows.lines().skip(1) {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let &[id, people, x, y, _, _, capacity, ..] = cells.as_slice() else { continue };
        let max = capacity.parse::<f64>().ok()?;
        if max > 0.0 {
            centres.push(Centre { building: id.to_owned(), max_households: max as i64 });
        }
        buildings.push(building(id.to_owned(), x.parse().ok()?, y.parse().ok()?, people.parse().ok()?));
    }
    let known: HashSet<&str> = buildings.iter().map(|it| it.id.as_str()).collect();
    let pair = |line: &str| {
        let mut cells = line.split(',').skip(1);
        let (a, b) = (cells.next()?, cells.next()?);
        (known.contains(a) && known.contains(b)).then(|| (a.to_owned(), b.to_owned()))
    };
    let adjacency = links.lines().filter_map(pair).collect();
    let band = Band { min: 0, max: 1_000_000_000 };
    let objective = Objective::WeightedMedian;
    let (centres, contiguous) = ((!centres.is_empty()).then_some(centres)?, true);
    Some(Problem {
        adjacency,
        households: band,
        objective,
        contiguous,
        centres: Some(centres),
        ..blank(buildings)
    })
}

/// Buildings with estates (`id,x,y,households,estate`), and links (`a,b,…`).
fn estates(rows: &str, links: &str) -> Option<Problem> {
    let mut buildings = Vec::new();
    for line in rows.lines().skip(1) {
        let cells: Vec<&str> = line.trim_end().split(',').collect();
        let &[id, x, y, households, estate] = cells.as_slice() else { return None };
        let found = building(id.to_owned(), x.parse().ok()?, y.parse().ok()?, households.parse().ok()?);
        buildings.push(Building { estate: Some(estate.to_owned()), ..found });
    }
    let pair = |line: &str| {
        let mut cells = line.trim_end().split(',').map(str::to_owned);
        cells.next().zip(cells.next())
    };
    let adjacency = links.lines().skip(1).filter_map(pair);
    Some(Problem {
        adjacency: adjacency.collect(),
        objective: Objective::WeightedMedian,
        keep_estates_whole: Whole::Prefer,
        contiguous: true,
        band: Strictness::Soft,
        ..blank(buildings)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_the_median_are_read() {
        let rounded = median(" 1 713\n 2 1 120\n1 2 62 3\n2 5 66 4\n", true).unwrap();
        assert_eq!((rounded.grids, rounded.households), (Some(1), Band { min: 0, max: 120 }));
        assert_eq!(rounded.matrix, Some(vec![vec![0.0, 5.0], vec![5.0, 0.0]]));
        let plain = median("2 1\r\n 0 0 720 50\r\n 3 4 720 4\r\n", false).unwrap();
        assert_eq!((plain.households.max, plain.buildings[1].households, plain.matrix), (720, 4, None));
        assert!(median("3 1 0 0 7 5", false).is_none(), "rows are missing");
    }

    #[test]
    fn areas_and_estates_are_read() {
        let rows = "OID pop x y c f cap\n1 8 64.5 43 0 0 0\n2 5 64 44 1 0 90\n";
        let found = areas(rows, "\"OID_\",\"A\",\"B\",\"d\"\n,1,2,20\n,1,9,20\n").unwrap();
        assert_eq!(found.adjacency, [("1".to_owned(), "2".to_owned())]);
        assert_eq!(found.centres.unwrap()[0].max_households, 90);
        let found = estates("id,x,y,households,estate\n0,1.5,2,88,7\n", "a,b,dist\n0,0,1.0\n").unwrap();
        assert_eq!((found.buildings[0].estate.as_deref(), found.adjacency.len()), (Some("7"), 1));
    }
}
