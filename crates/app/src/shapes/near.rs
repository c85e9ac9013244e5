//! Whether shapes lie where the community does.

use super::{Shape, ShapeFault, named};
use guanjia_domain::place::Point;

/// How far from the middle of all others a building may be, in kilometres: a community is walked through.
const FAR: f64 = 20.0;
/// Kilometres in a degree of latitude.
const DEGREE: f64 = 111.195;

/// Degrees as they are in China, longitude first.
pub(super) fn is_degrees(at: &Point) -> bool {
    (73.0..=136.0).contains(&at.0) && (3.0..=54.0).contains(&at.1)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn kilometres(a: Point, b: Point) -> f64 {
    ((a.0 - b.0) * b.1.to_radians().cos()).hypot(a.1 - b.1) * DEGREE
}

/// Refuses coordinates that are no degrees, and rows far from the rest. `known` are the places that are there already:
/// with some of them they say where the community is, else the middle of the file does.
pub(super) fn check(shapes: &[Shape], known: &[Point]) -> Result<(), ShapeFault> {
    let wrong: Vec<_> = shapes.iter().filter(|it| !it.outline.iter().all(is_degrees)).collect();
    if !wrong.is_empty() {
        return Err(ShapeFault::NotDegrees { rows: named(wrong.into_iter()) });
    }
    let all: Vec<Point> = if known.len() < 3 {
        shapes.iter().flat_map(|it| &it.outline).copied().collect()
    } else {
        known.to_vec()
    };
    let middle = (median(all.iter().map(|at| at.0)), median(all.iter().map(|at| at.1)));
    let way = |it: &Shape| it.outline.iter().map(|at| kilometres(*at, middle)).fold(0.0, f64::max);
    let far: Vec<_> = shapes.iter().filter(|it| way(it) > FAR).collect();
    match far.first() {
        None => Ok(()),
        Some(first) => {
            let kilometres = way(first) as u64;
            Err(ShapeFault::FarAway { kilometres, rows: named(far.into_iter()) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(row: usize, at: Point) -> Shape {
        Shape { estate: "长风苑".to_owned(), building: format!("{row}号楼"), outline: vec![at], row }
    }

    #[test]
    fn another_province_is_named_with_its_row() {
        let mut shapes: Vec<_> = (1..6).map(|row| shape(row, (112.5, 37.83))).collect();
        assert_eq!(check(&shapes, &[]), Ok(()));
        shapes.push(shape(6, (121.47, 31.23)));
        let Err(ShapeFault::FarAway { rows, kilometres }) = check(&shapes, &[]) else {
            unreachable!("Shanghai is far from Taiyuan")
        };
        assert!(rows.starts_with("6: 长风苑 6号楼") && kilometres > 1_000);
        let known = [(121.47, 31.23); 3];
        assert!(matches!(check(&shapes[..5], &known), Err(ShapeFault::FarAway { .. })));
        shapes[5].outline = vec![(37.83, 112.5)];
        assert!(matches!(check(&shapes, &[]), Err(ShapeFault::NotDegrees { .. })), "exchanged");
    }
}
