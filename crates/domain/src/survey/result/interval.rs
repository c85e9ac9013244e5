//! An exact interval for a finite population.

/// How many of the rest are affected, with a confidence of at least 95 %. It holds where the rest is like what is
/// known: who is never at home may live differently, and the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// At least so many more.
    pub least: u32,
    /// At most so many more.
    pub most: u32,
}

/// What is left on each side: 2.5 %. A chance of exactly so much speaks against a total, also when logarithms make it a
/// hair larger.
const TAIL: f64 = 0.025 * (1.0 + 1e-9);

impl Interval {
    /// Of `all` doors `known` are known and `hits` of those are affected: how many of the others are.
    ///
    /// The number of hits in a sample without replacement is hypergeometric. The interval holds every total that
    /// neither tail of its distribution speaks against, so no correction for the finite population has to be guessed,
    /// and it closes to a point when every door is known. (J. P. Buonaccorsi, A note on confidence intervals for
    /// proportions in finite populations, The American Statistician 41(3), 1987, 215–218.)
    #[must_use]
    pub fn of_the_rest(all: u32, known: u32, hits: u32) -> Self {
        let (known, hits) = (known.min(all), hits.min(known).min(all));
        let rest = all - known;
        let logs = log_factorials(all);
        let law = Law { all, known, logs: &logs };
        // Both tails grow or fall with the total: the ends are found by halving.
        let least = first(0, rest, |more| law.tail(hits + more, hits..=known) > TAIL);
        let beyond = first(0, rest + 1, |more| more > rest || law.tail(hits + more, 0..=hits) <= TAIL);
        Self { least, most: beyond.saturating_sub(1).max(least) }
    }
}

/// The first number from `low` on for which `holds`, which stays true once it is; `high` when there is none below.
fn first(mut low: u32, mut high: u32, holds: impl Fn(u32) -> bool) -> u32 {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// The hypergeometric law.
struct Law<'l> {
    all: u32,
    known: u32,
    logs: &'l [f64],
}

impl Law<'_> {
    /// The chance of a number of hits in `range` when `total` of all are affected.
    fn tail(&self, total: u32, range: std::ops::RangeInclusive<u32>) -> f64 {
        range.map(|hits| self.chance(total, hits)).sum()
    }

    fn chance(&self, total: u32, hits: u32) -> f64 {
        let (others, misses) = (self.all - total, self.known.saturating_sub(hits));
        if hits > total || hits > self.known || misses > others {
            return 0.0;
        }
        let ways = self.choose(total, hits) + self.choose(others, misses);
        (ways - self.choose(self.all, self.known)).exp()
    }

    fn choose(&self, of: u32, taken: u32) -> f64 {
        let log = |n: u32| self.logs[n as usize];
        log(of) - log(taken) - log(of - taken)
    }
}

fn log_factorials(most: u32) -> Vec<f64> {
    let mut logs = vec![0.0];
    let mut sum = 0.0;
    for n in 1..=most {
        sum += f64::from(n).ln();
        logs.push(sum);
    }
    logs
}
