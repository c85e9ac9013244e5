//! Invented towns of any size from a seed: estates of buildings in rows, no two of them alike.

use guanjia_plan::grids::{Band, Building, Distance, Objective, Priority, Problem, Strictness, Whole};

/// Metres between buildings.
const APART: f64 = 55.0;

/// Numbers from a seed (splitmix64), so that nothing is drawn from what is measured.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// A town of about `buildings` buildings in `wide` columns; its estates have one to six columns and one to five rows.
pub fn town(buildings: usize, seed: u64, priority: Priority) -> Problem {
    let mut numbers = Numbers(seed);
    let wide = (buildings as f64).sqrt().ceil() as usize;
    let mut estate = vec![0_usize; wide * wide];
    let (mut top, mut count) = (0, 0);
    while top < wide {
        let height = (1 + numbers.below(5) as usize).min(wide - top);
        let mut left = 0;
        while left < wide {
            let width = (1 + numbers.below(6) as usize).min(wide - left);
            for row in top..top + height {
                estate[row * wide + left..row * wide + left + width].fill(count);
            }
            (left, count) = (left + width, count + 1);
        }
        top += height;
    }
    let (mut list, mut adjacency) = (Vec::with_capacity(wide * wide), Vec::new());
    for (at, estate) in estate.iter().enumerate() {
        let mut shifted = |by: usize| by as f64 * APART + numbers.below(200) as f64 / 10.0;
        let (x, y) = (shifted(at % wide), shifted(at / wide));
        let households = 24 + 4 * numbers.below(18) as i64;
        let (id, estate) = (format!("b{at}"), Some(format!("e{estate}")));
        list.push(Building { id, estate, households, x: Some(x), y: Some(y) });
        if at % wide + 1 < wide {
            adjacency.push((format!("b{at}"), format!("b{}", at + 1)));
        }
        if at + wide < wide * wide {
            adjacency.push((format!("b{at}"), format!("b{}", at + wide)));
        }
    }
    Problem {
        buildings: list,
        adjacency,
        distance: Distance::Euclidean,
        matrix: None,
        households: Band::default(),
        grids: None,
        objective: Objective::WeightedMedian,
        keep_estates_whole: Whole::Prefer,
        contiguous: true,
        centres: None,
        band: Strictness::Soft,
        priority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_one_town() {
        let (one, same, other) =
            (town(50, 1, Priority::Band), town(50, 1, Priority::Band), town(50, 2, Priority::Band));
        let places = |it: &Problem| it.buildings.iter().map(|it| (it.x, it.households)).collect::<Vec<_>>();
        assert_eq!((one.buildings.len(), one.adjacency.len()), (64, 2 * 8 * 7));
        assert_eq!(places(&one), places(&same));
        assert_ne!(places(&one), places(&other));
    }
}
