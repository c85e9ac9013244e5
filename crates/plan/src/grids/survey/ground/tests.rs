use super::super::super::problem::{Band, Building, Objective, Priority, Strictness, Whole};
use super::*;

/// Metres around a point at 37.83° north, as degrees.
fn at(x: f64, y: f64) -> LonLat {
    (112.5 + x / (111_195.08 * 37.83_f64.to_radians().cos()), 37.83 + y / 111_195.08)
}

/// Two rows of three buildings 50 metres apart, one estate.
fn rows(links: &[(usize, usize)]) -> Problem {
    let building = |it: u32| {
        let (x, y) = at(f64::from(it % 3) * 50.0, f64::from(it / 3) * 50.0);
        let (id, estate) = (format!("b{it}"), Some("e".to_owned()));
        Building { id, estate, households: 100, x: Some(x), y: Some(y) }
    };
    Problem {
        buildings: (0..6).map(building).collect(),
        adjacency: links.iter().map(|(a, b)| (format!("b{a}"), format!("b{b}"))).collect(),
        distance: Distance::Haversine,
        matrix: None,
        households: Band::default(),
        grids: None,
        objective: Objective::WeightedMedian,
        keep_estates_whole: Whole::Prefer,
        contiguous: true,
        centres: None,
        band: Strictness::Soft,
        priority: Priority::Integrity,
    }
}

fn wall() -> Lines {
    Lines { barriers: vec![vec![at(-400.0, 25.0), at(1_400.0, 25.0)]], ..Lines::default() }
}

#[test]
fn a_wall_cuts_given_links_and_tears_the_estate() {
    let mut problem = rows(&[(0, 1), (1, 2), (3, 4), (4, 5), (1, 4)]);
    let ground = lay(&mut problem, &wall()).unwrap();
    assert_eq!(ground.cut, 1);
    assert!(!problem.adjacency.contains(&("b1".to_owned(), "b4".to_owned())));
    assert_eq!(ground.torn.len(), 1, "{ground:?}");
    assert_eq!(
        (ground.torn[0].0.as_str(), &ground.torn[0].1[0][..2]),
        ("e", &["b0".to_owned(), "b1".to_owned()][..])
    );
    assert_eq!((problem.distance, problem.matrix.map(|it| it.len())), (Distance::Matrix, Some(6)));
}

#[test]
fn without_links_neighbours_are_found_and_walks_follow_streets() {
    let mut straight = rows(&[]);
    assert_eq!(lay(&mut straight, &Lines::default()), Ok(Ground::default()));
    assert!(straight.adjacency.contains(&("b0".to_owned(), "b3".to_owned())));
    let around = vec![at(0.0, -5.0), at(400.0, -5.0), at(400.0, 55.0), at(0.0, 55.0)];
    let (mut problem, lines) = (rows(&[]), Lines { ways: vec![around], ..wall() });
    assert_eq!(lay(&mut problem, &lines).map(|it| it.off_streets.len()), Ok(0));
    let walk = problem.matrix.map(|it| it[0][3]).unwrap_or_default();
    assert!(walk > 800.0 && walk < 900.0, "{walk}");
}

#[test]
fn faults_say_where_and_how() {
    let told = |mut problem: Problem, lines: &Lines| lay(&mut problem, lines).unwrap_err()[0].to_string();
    let metres = Problem { distance: Distance::Euclidean, ..rows(&[]) };
    assert!(told(metres, &wall()).starts_with("distance: "));
    let mut missing = rows(&[]);
    missing.buildings[2].y = None;
    assert!(told(missing, &wall()).starts_with("buildings[2].y: "));
    let elsewhere = Lines { ways: vec![vec![(121.47, 31.23), (121.48, 31.23)]], ..Lines::default() };
    assert!(told(rows(&[]), &elsewhere).contains("km from the nearest building"));
    let dangling = Problem { adjacency: vec![("b0".to_owned(), "b9".to_owned())], ..rows(&[]) };
    assert!(told(dangling, &wall()).contains("adjacency[0][1]"));
}
