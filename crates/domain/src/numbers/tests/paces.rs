//! Pace between grids: a planted difference is found, chance is not, and little is said of little.

use crate::ids::{EstateId, GridId};
use crate::numbers::{Group, Pace, Said, Spell};
use uuid::Uuid;

/// A fixed stream of numbers from 0 to below 1 (splitmix64).
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Spells whose median is `median`, cut off after `until`.
    fn spells(&mut self, many: usize, median: f64, until: i64) -> Vec<Spell> {
        let one = |_| {
            let time = (-(1.0 - self.next()).log2() * median) as i64;
            if time < until { (time, true) } else { (until, false) }
        };
        (0..many).map(one).collect()
    }
}

fn group(grid: u128, before: Vec<Spell>, after: Vec<Spell>) -> ((EstateId, String, GridId), Group) {
    let (estate, grid) = (EstateId(Uuid::from_u128(1)), GridId(Uuid::from_u128(grid)));
    ((estate, "01".to_owned(), grid), Group { before, after })
}

#[test]
fn a_grid_that_takes_three_times_as_long_is_found() {
    let mut stream = Stream(7);
    let (slow, fast) = (stream.spells(60, 900.0, 4_000), stream.spells(60, 300.0, 4_000));
    let (even, same) = (stream.spells(60, 400.0, 4_000), stream.spells(60, 400.0, 4_000));
    let found = Pace::of(&[group(1, fast, even), group(2, slow, same)]);
    let [pace] = &found[..] else { panic!("{found:?}") };
    let (Said::Enough(before), Said::Enough(after)) = (&pace.before, &pace.after) else { panic!("{pace:?}") };
    assert!(before.differ(), "{before:?}");
    assert!(!after.differ(), "{after:?}");
    let slow_first = pace.grids[0] == GridId(Uuid::from_u128(2));
    let ratio = before.ratio.unwrap();
    let times = if slow_first { 3.0 } else { 1.0 / 3.0 };
    assert!(ratio.low <= times && ratio.high.is_some_and(|high| times <= high), "{ratio:?}");
}

/// Many pages on which every pair is alike: at most one in twenty shows anything, within what chance allows.
#[test]
fn chance_is_not_called_a_difference() {
    let mut stream = Stream(11);
    let page = |stream: &mut Stream| {
        let groups: Vec<_> =
            (1..=4).map(|grid| group(grid, Vec::new(), stream.spells(30, 500.0, 1_500))).collect();
        Pace::of(&groups).iter().any(|it| matches!(&it.after, Said::Enough(sides) if sides.differ()))
    };
    let misled = (0..300).filter(|_| page(&mut stream)).count();
    assert!(misled <= 24, "{misled} of 300");
}

/// The interval of the ratio holds the true one about 95 times of 100, with a third of the spells cut off.
#[test]
fn the_interval_holds_the_true_ratio() {
    let mut stream = Stream(3);
    let (mut holds, mut said) = (0, 0);
    for _ in 0..400 {
        let (one, other) = (stream.spells(50, 600.0, 900), stream.spells(50, 300.0, 900));
        if let Said::Enough(sides) = Said::of(&one, &other)
            && let Some(ratio) = sides.ratio
        {
            said += 1;
            holds += u32::from(ratio.low <= 2.0 && ratio.high.is_none_or(|high| high >= 2.0));
        }
    }
    assert!(said > 300 && f64::from(holds) / f64::from(said) > 0.92, "{holds} of {said}");
}

#[test]
fn few_are_said_to_be_few() {
    let few: Vec<Spell> = (0..9).map(|at| (at, true)).collect();
    let many: Vec<Spell> = (0..90).map(|at| (at, true)).collect();
    assert_eq!(Said::of(&few, &many), Said::Few(9, 90));
    let open: Vec<Spell> = (0..90).map(|at| (at, false)).collect();
    assert_eq!(Said::of(&open, &many), Said::Few(0, 90));
}
