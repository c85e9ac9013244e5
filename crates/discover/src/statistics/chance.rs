//! Numbers as if by chance, from a seed that the caller gives.

/// `SplitMix64` (Steele, Lea and Flood, OOPSLA 2014): small, fast, the same on every machine.
#[derive(Clone, Debug)]
pub struct Chance {
    state: u64,
}

impl Chance {
    /// Begins with a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.state ^ (self.state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below `end`, which is not 0.
    pub const fn below(&mut self, end: usize) -> usize {
        // The high half of a product: its bias is below 2⁻⁴⁰ for the sizes met here.
        ((self.bits() as u128 * end as u128) >> 64) as usize
    }

    /// Brings a list into an order by chance (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            let other = self.below(end + 1);
            list.swap(end, other);
        }
    }

    /// A Poisson number: inversion, in steps of at most 500 so that e⁻ᵐ stays a number.
    pub fn poisson(&mut self, mean: f64) -> u64 {
        let (mut left, mut all) = (mean, 0);
        while left > 0.0 {
            let part = left.min(500.0);
            left -= part;
            let (mut term, mut share, mut k) = ((-part).exp(), self.share(), 0);
            while share >= term && k < 10_000 {
                share -= term;
                k += 1;
                term *= part / k as f64;
            }
            all += k;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_the_mean_is_right() {
        let draw = |seed| {
            let mut chance = Chance::new(seed);
            (0..4_000).map(|_| chance.poisson(3.5)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        let mean = draw(7).iter().sum::<u64>() as f64 / 4_000.0;
        assert!((mean - 3.5).abs() < 0.15, "{mean}");
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut list: Vec<_> = (0..50).collect();
        Chance::new(1).shuffle(&mut list);
        assert_ne!(list, (0..50).collect::<Vec<_>>());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
    }
}
