//! A small random source for invented data: `SplitMix64`.
//!
//! The generator adds a fixed odd number to a 64-bit state and mixes the sum (Steele, Lea and Flood, *Fast splittable
//! pseudorandom number generators*, 2014). It passes the usual batteries, needs no table, and its output is fixed
//! for good, so a demo made today equals one made in ten years. It is not fit for secrets.

use std::f64::consts::PI;

/// A stream of random numbers, owned by whoever draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rng(u64);

impl Rng {
    /// The stream of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A stream of its own for each name, so that drawing more in one place shifts nothing elsewhere.
    #[must_use]
    pub fn named(seed: u64, name: &str) -> Self {
        // FNV-1a spreads the name; one step of the generator then spreads short names over all bits.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64 ^ seed.rotate_left(32), |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut rng = Self(hash);
        Self(rng.next_u64() ^ seed)
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Uniform in `[0, 1)`.
    pub fn unit(&mut self) -> f64 {
        // The upper 53 bits fill the mantissa of an f64 exactly.
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with probability `p`.
    pub fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// Uniform in `0..bound`; 0 when `bound` is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        // Widening multiplication; its bias is below 2⁻³² for the small bounds used here.
        ((u128::from(self.next_u64()) * bound as u128) >> 64) as usize
    }

    /// Uniform in `low..=high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(usize::try_from(high - low + 1).unwrap_or(0)) as i64
    }

    /// One element; `None` of an empty slice.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len()))
    }

    /// An index drawn with these weights; the last one if all are 0.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return index;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// A count of independent arrivals with this mean (Poisson, Knuth's product method; meant for means below 100).
    pub fn poisson(&mut self, mean: f64) -> u32 {
        let limit = (-mean).exp();
        let (mut count, mut product) = (0, self.unit());
        while product > limit {
            count += 1;
            product *= self.unit();
        }
        count
    }

    /// A waiting time with this median, skewed to the right as work is (log-normal, σ = 0.8).
    pub fn wait(&mut self, median: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        let normal = radius * (2.0 * PI * self.unit()).cos();
        median * (0.8 * normal).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut rng = Rng::new(1_234_567);
        let first: Vec<_> = (0..3).map(|_| rng.next_u64()).collect();
        // Reference output of SplitMix64 for this seed.
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn draws_have_the_means_they_promise() {
        let mut rng = Rng::new(7);
        let mean = (0..20_000).map(|_| f64::from(rng.poisson(21.0))).sum::<f64>() / 20_000.0;
        assert!((mean - 21.0).abs() < 0.2, "{mean}");
        let third = (0..30_000).filter(|_| rng.weighted(&[1.0, 0.0, 2.0]) == 0).count();
        assert!((9_500..10_500).contains(&third), "{third}");
        let mut waits: Vec<_> = (0..9_999).map(|_| rng.wait(60.0)).collect();
        waits.sort_by(f64::total_cmp);
        assert!((55.0..65.0).contains(&waits[5_000]), "{}", waits[5_000]);
        assert!((0..1_000).all(|_| (3..=5).contains(&rng.between(3, 5))));
        assert_eq!(rng.pick::<u8>(&[]), None);
    }
}
