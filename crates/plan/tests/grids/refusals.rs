//! What no search can mend is refused with the place, the rows and the smallest relaxation.

use super::sample::{map, quick};
use guanjia_plan::grids::{Band, Centre, Distance, Problem, Strictness, Whole};

fn refused(change: impl Fn(&mut Problem), path: &str, words: &[&str]) {
    let mut problem = map(2, 4, 4, 3);
    assert!(quick(&problem).is_ok());
    change(&mut problem);
    let faults = quick(&problem).unwrap_err();
    let told = faults.iter().find(|it| it.path == path);
    let all = faults.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(told.is_some(), "nothing at {path}: {all:?}");
    let told = told.unwrap();
    for word in words {
        assert!(told.to_string().contains(word), "“{word}” is not in: {told}");
    }
    assert!(told.chinese().starts_with(path) && !told.chinese().is_ascii(), "{}", told.chinese());
}

#[test]
fn rows() {
    refused(|it| it.buildings[3].id = String::from("b1"), "buildings[3].id", &["b1", "buildings[1]"]);
    refused(|it| it.buildings[3].id.clear(), "buildings[3].id", &["empty"]);
    refused(|it| it.buildings[5].households = -2, "buildings[5].households", &["-2", "b5"]);
    refused(|it| it.buildings[5].x = Some(f64::NAN), "buildings[5].x", &["b5"]);
    refused(|it| it.buildings[5].y = None, "buildings[5].y", &["b5"]);
    refused(|it| it.adjacency[2].1 = String::from("b77"), "adjacency[2][1]", &["b77"]);
    refused(|it| it.buildings.clear(), "buildings", &["at least one"]);
    let centre = |id: &str, max| Centre { building: String::from(id), max_households: max };
    refused(|it| it.centres = Some(vec![centre("b70", 9)]), "centres[0].building", &["b70"]);
    refused(
        |it| it.centres = Some(vec![centre("b1", 9999), centre("b1", 9)]),
        "centres[1].building",
        &["centres[0]"],
    );
}

#[test]
fn matrices() {
    refused(|it| it.distance = Distance::Matrix, "matrix", &["missing"]);
    let with = |rows: Vec<Vec<f64>>| {
        move |it: &mut Problem| {
            it.distance = Distance::Matrix;
            it.matrix = Some(rows.clone());
        }
    };
    refused(with(vec![vec![0.0; 16]; 15]), "matrix", &["16 rows"]);
    let mut rows = vec![vec![1.0; 16]; 16];
    rows[3][4] = -1.0;
    refused(with(rows), "matrix[3][4]", &["0 or more"]);
}

#[test]
fn coordinates_of_another_province() {
    let far = |it: &mut Problem| {
        for at in 0..it.buildings.len() {
            it.buildings[at].x = Some(112.51 + at as f64 * 1e-4);
            it.buildings[at].y = Some(37.83 + (at % 3) as f64 * 1e-4);
        }
        it.buildings[7].x = Some(121.47);
        it.buildings[7].y = Some(31.23);
    };
    refused(far, "buildings[7]", &["another province", "b7"]);
    refused(
        |it| {
            far(it);
            it.distance = Distance::Haversine;
        },
        "buildings[7]",
        &["another province", "b7"],
    );
    refused(|it| it.distance = Distance::Haversine, "buildings[8]", &["longitude", "b8"]);
}

#[test]
fn no_adjacency_and_parts_that_nothing_joins() {
    refused(|it| it.adjacency.clear(), "adjacency", &["contiguous"]);
    let island = |it: &mut Problem| it.adjacency.retain(|(a, b)| a != "b15" && b != "b15");
    refused(
        |it| {
            island(it);
            it.band = Strictness::Hard;
        },
        "adjacency",
        &["b15", "Add a link"],
    );
    refused(
        |it| {
            island(it);
            it.grids = Some(1);
        },
        "grids",
        &["b15", "Write 2"],
    );
    refused(
        |it| {
            island(it);
            it.centres = Some(vec![Centre { building: String::from("b0"), max_households: 99_999 }]);
        },
        "adjacency",
        &["no centre", "b15"],
    );
}

#[test]
fn rules_that_cannot_be_kept_together() {
    refused(|it| it.households = Band { min: 500, max: 300 }, "households", &["no band"]);
    refused(|it| it.grids = Some(0), "grids", &["1 to 16"]);
    refused(|it| it.grids = Some(17), "grids", &["1 to 16"]);
    let hard = |it: &mut Problem| it.band = Strictness::Hard;
    refused(
        |it| {
            hard(it);
            it.buildings[6].households = 801;
        },
        "buildings[6].households",
        &["801", "smallest relaxation: max 801"],
    );
    refused(
        |it| {
            hard(it);
            it.grids = Some(2);
        },
        "grids",
        &["do not fit", "Write"],
    );
    refused(
        |it| {
            hard(it);
            it.grids = Some(15);
        },
        "grids",
        &["too few", "Write"],
    );
    refused(
        |it| {
            hard(it);
            it.keep_estates_whole = Whole::Must;
            it.buildings.iter_mut().for_each(|it| it.estate = Some(String::from("e9")));
        },
        "buildings[0].estate",
        &["e9", "must stay whole"],
    );
    let centre = |id: &str, max| Centre { building: String::from(id), max_households: max };
    refused(
        |it| it.centres = Some(vec![centre("b0", 1)]),
        "centres[0].max_households",
        &["b0", "smallest relaxation"],
    );
    refused(|it| it.centres = Some(vec![centre("b0", 400)]), "centres", &["Raise them by"]);
}

#[test]
fn a_band_that_no_plan_keeps_is_refused_with_what_would_have_to_give_way() {
    refused(
        |it| {
            it.band = Strictness::Hard;
            it.buildings.iter_mut().for_each(|it| it.households = 100);
            it.grids = Some(5);
            it.households = Band { min: 319, max: 321 };
        },
        "households",
        &["no plan was found", "lower"],
    );
}
