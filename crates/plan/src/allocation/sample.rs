//! Invented inputs of any size, from a seed, for benchmarks and tests.

use super::form::{EstateForm, Form, OfficerForm, PairForm};

/// A small generator of numbers from a seed: SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number
/// generators*, 2014).
#[derive(Clone, Debug)]
pub struct Draw(u64);

impl Draw {
    /// From a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, but not including, `end`; 0 where `end` is 0.
    pub const fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.bits() % end as u64) as usize }
    }

    /// From 0 up to, but not including, 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About standard normal: the sum of twelve even draws.
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }
}

/// A community of `estates` and `officers` in three tiers (2 : 5 : 4), one or two estates each, strict tiers,
/// difficulties of one decimal (so there are ties), whole workloads, and a present officer for three estates in four.
#[must_use]
pub fn community(estates: usize, officers: usize, seed: u64) -> Form {
    let mut draw = Draw::new(seed);
    let side = 1000.0 * (estates as f64 / 13.0).sqrt();
    let tiers = [officers * 2 / 11, officers * 7 / 11];
    let estate = |draw: &mut Draw, place: usize| {
        let households = (draw.normal() * 0.55 + 6.3).exp().clamp(90.0, 2400.0).round();
        let strain = draw.normal() * 12.0;
        let difficulty = (45.0 + (households - 650.0) / 35.0 + strain).clamp(3.0, 97.0);
        EstateForm {
            id: format!("e{place}"),
            households: Some(households),
            difficulty: Some((difficulty * 10.0).round() / 10.0),
            workload: Some((households * (0.9 + difficulty / 250.0) + draw.share() * 60.0).round()),
            x: Some(draw.share() * side),
            y: Some(draw.share() * side),
            ..EstateForm::default()
        }
    };
    let list: Vec<_> = (0..estates).map(|place| estate(&mut draw, place)).collect();
    let officer = |place: usize| OfficerForm {
        id: format!("o{place}"),
        tier: Some(1 + tiers.iter().filter(|end| place >= **end).count() as u32),
        min_estates: Some(1),
        max_estates: Some(2),
        ..OfficerForm::default()
    };
    let mut current = Vec::new();
    for place in 0..estates {
        if draw.below(4) > 0 {
            current.push(PairForm {
                estate: format!("e{place}"),
                officer: format!("o{}", draw.below(officers)),
            });
        }
    }
    Form { estates: list, officers: (0..officers).map(officer).collect(), current, ..Form::default() }
}
