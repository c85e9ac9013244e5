use super::super::problem::Problem;
use super::*;
use std::error::Error;

/// Eight houses of 100 households in a row, 50 metres apart, in one estate.
fn row() -> Result<Problem, serde_json::Error> {
    let buildings: Vec<_> = (0..8)
        .map(|i| serde_json::json!({ "id": format!("b{i}"), "estate": "e", "households": 100, "x": i * 50, "y": 0 }))
        .collect();
    let links: Vec<_> = (1..8).map(|i| [format!("b{}", i - 1), format!("b{i}")]).collect();
    serde_json::from_value(serde_json::json!({
        "buildings": buildings, "adjacency": links, "objective": "weighted_median", "band": "soft"
    }))
}

fn present(cut: usize) -> Present {
    let shares = (0..8).map(|i| vec![(usize::from(i >= cut), 100)]).collect();
    Present { shares, grids: 2 }
}

#[test]
fn grids_go_on_with_whom_they_share_most() {
    let (plan, present) = (vec![vec![4, 5, 6, 7], vec![0, 1, 2, 3]], present(3));
    let matched = present.matched(&plan);
    assert_eq!(matched, [Some(1), Some(0)]);
    assert_eq!(present.changed(&plan, &matched), 100, "the fourth house");
    assert_eq!(present.matched(&[vec![0], vec![1], vec![2]]), [Some(0), None, None], "one goes on");
}

#[test]
fn a_price_brings_buildings_back() -> Result<(), Box<dyn Error>> {
    let problem = row()?;
    let (table, present) = (Table::new(&problem), present(3));
    let plan = vec![vec![0, 1, 2, 3], vec![4, 5, 6, 7]];
    let free = settle(&table, plan.clone(), &present, (Priority::Balanced, 0.0));
    assert_eq!(free, plan);
    let dear = settle(&table, plan, &present, (Priority::Balanced, 10_000.0));
    assert_eq!(present.changed(&dear, &present.matched(&dear)), 0);
    Ok(())
}

#[test]
fn a_moved_building_changes_what_is_measured() -> Result<(), Box<dyn Error>> {
    let problem = row()?;
    let table = Table::new(&problem);
    let even = table.measure(&[vec![0, 1, 2, 3], vec![4, 5, 6, 7]]);
    assert_eq!((even.in_band, even.mixed, even.extra), (2, 0, 0));
    let torn = table.measure(&[vec![0, 1, 2, 3, 6], vec![4, 5], vec![7], vec![]]);
    assert_eq!(torn.in_band, 1);
    assert_eq!(torn.grids.iter().flatten().filter(|it| it.apart).count(), 1);
    assert_eq!(torn.grids[3], None);
    assert_eq!(torn.extra, 1);
    Ok(())
}
