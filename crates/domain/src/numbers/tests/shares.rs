//! Intervals of shares, and chances.

use crate::numbers::{chi_square_tail, holm, wilson};
use proptest::prelude::*;

fn near(one: f64, other: f64, by: f64) -> bool {
    (one - other).abs() <= by
}

/// Newcombe 1998, table I, method 3.
#[test]
fn intervals_are_the_published_ones() {
    for (hits, of, low, high) in [
        (81.0, 263, 0.2553, 0.3662),
        (15.0, 148, 0.0624, 0.1605),
        (0.0, 20, 0.0000, 0.1611),
        (1.0, 29, 0.0061, 0.1718),
    ] {
        let (l, h) = wilson(hits, of).unwrap();
        assert!(near(l, low, 5e-5) && near(h, high, 5e-5), "{hits}/{of}: {l} to {h}");
    }
    assert_eq!(wilson(0.0, 0), None);
    assert_eq!(wilson(20.0, 20).unwrap().1.to_bits(), 1.0_f64.to_bits());
}

/// Quantiles of chi-square with one degree, as in any table: 5 %, 1 %, 0.1 %.
#[test]
fn chances_are_those_of_the_tables() {
    for (value, chance) in
        [(3.841_459, 0.05), (6.634_897, 0.01), (10.827_566, 0.001), (0.454_936, 0.5), (37.324_893, 1e-9)]
    {
        assert!(near(chi_square_tail(value), chance, chance * 1e-5), "{value}: {}", chi_square_tail(value));
    }
    assert!(near(chi_square_tail(0.0), 1.0, 0.0) && near(chi_square_tail(f64::NAN), 1.0, 0.0));
}

/// R: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm").
#[test]
fn many_looks_are_corrected() {
    let corrected = holm(&[0.03, 0.01, 0.05, 0.02, 0.04]);
    for (got, wanted) in corrected.iter().zip([0.09, 0.05, 0.09, 0.08, 0.09]) {
        assert!(near(*got, wanted, 1e-12), "{corrected:?}");
    }
}

proptest! {
    /// An interval holds its share, closes as more is known, and mirrors.
    #[test]
    fn the_laws_of_the_interval(hits in 0u32..400, misses in 0u32..400) {
        prop_assume!(hits + misses > 0);
        let of = hits + misses;
        let (low, high) = wilson(hits.into(), of).unwrap();
        let share = f64::from(hits) / f64::from(of);
        prop_assert!((0.0..=1.0).contains(&low) && low <= share && share <= high && high <= 1.0);
        let (back_low, back_high) = wilson(misses.into(), of).unwrap();
        prop_assert!(near(low, 1.0 - back_high, 1e-12) && near(high, 1.0 - back_low, 1e-12));
        let (four_low, four_high) = wilson(f64::from(hits) * 4.0, of * 4).unwrap();
        prop_assert!(four_high - four_low < high - low);
    }

    /// Holm against its definition: the largest of what the earlier ones in the order come to.
    #[test]
    fn corrected_chances_keep_the_order(chances in prop::collection::vec(0.0f64..1.0, 0..12)) {
        let corrected = holm(&chances);
        for (at, chance) in chances.iter().enumerate() {
            let mine = |other: &(usize, &f64)| other.1 < chance || (other.1 == chance && other.0 <= at);
            let all = chances.iter().enumerate().filter(mine).map(|(place, other)| {
                let smaller = |it: &(usize, &f64)| it.1 < other || (it.1 == other && it.0 < place);
                let rank = chances.iter().enumerate().filter(smaller).count();
                (other * (chances.len() - rank) as f64).min(1.0)
            });
            prop_assert!(near(corrected[at], all.fold(0.0, f64::max), 1e-12));
        }
    }
}
