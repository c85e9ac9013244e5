//! Training: stochastic gradient ascent on the likelihood with steps that fall for each weight by itself (Duchi, Hazan
//! and Singer, *JMLR* 12, 2011), and the mean of the last passes.

use super::Tagged;
use super::chain::Chain;
use super::signs::{Sign, features};
use crate::statistics::Chance;
use rustc_hash::FxHashMap;

/// Passes over the addresses.
const PASSES: usize = 14;
/// The size of the first steps.
const RATE: f32 = 0.25;
/// How strongly weights are drawn towards nought, at each use.
const DRAWN: f32 = 2e-4;
/// Features of fewer signs are accidents.
const LEAST: u32 = 2;

/// The number of each feature, and the weights.
pub fn train(
    addresses: &[Tagged],
    tags: &[String],
    mut step: impl FnMut(f64),
) -> (FxHashMap<u64, u32>, Chain) {
    let rows: Vec<Vec<Vec<u64>>> = addresses.iter().map(|one| features(&placed(&one.signs))).collect();
    let numbers = kept(&rows);
    let texts: Vec<Vec<Vec<u32>>> = rows
        .into_iter()
        .map(|rows| {
            rows.into_iter()
                .map(|row| row.iter().filter_map(|name| numbers.get(name).copied()).collect())
                .collect()
        })
        .collect();
    let truth: Vec<Vec<usize>> = addresses
        .iter()
        .map(|one| one.tags.iter().map(|tag| tags.partition_point(|other| other < tag)).collect())
        .collect();
    let k = tags.len();
    let mut chain = Chain { tags: k, emissions: vec![0.0; numbers.len() * k], moves: vec![0.0; (k + 1) * k] };
    let mut squares =
        Chain { tags: k, emissions: vec![1e-2; numbers.len() * k], moves: vec![1e-2; (k + 1) * k] };
    let mut order: Vec<usize> = (0..texts.len()).filter(|one| !texts[*one].is_empty()).collect();
    let mut chance = Chance::new(1);
    let mut mean: Option<Chain> = None;
    let last = PASSES / 2;
    for pass in 0..PASSES {
        chance.shuffle(&mut order);
        for one in &order {
            climb(&mut chain, &mut squares, &texts[*one], &truth[*one]);
        }
        if pass >= last {
            let sum = mean.get_or_insert_with(|| Chain {
                tags: k,
                emissions: vec![0.0; chain.emissions.len()],
                moves: vec![0.0; chain.moves.len()],
            });
            let part = 1.0 / (PASSES - last) as f32;
            add(&mut sum.emissions, &chain.emissions, part);
            add(&mut sum.moves, &chain.moves, part);
        }
        step((pass + 1) as f64 / PASSES as f64);
    }
    (numbers, mean.unwrap_or(chain))
}

/// Signs that follow one another without gaps.
fn placed(signs: &[String]) -> Vec<Sign> {
    let plain = |text: &String| text.chars().map(crate::normal::half_width_small).collect();
    signs.iter().enumerate().map(|(at, text)| Sign { text: plain(text), start: at, end: at + 1 }).collect()
}

/// The features that stand often enough, numbered in a fixed order.
fn kept(rows: &[Vec<Vec<u64>>]) -> FxHashMap<u64, u32> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for name in rows.iter().flatten().flatten() {
        *counts.entry(*name).or_default() += 1;
    }
    let least = if rows.len() < 500 { 1 } else { LEAST };
    let mut kept: Vec<u64> =
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(name, _)| name).collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

fn add(sum: &mut [f32], more: &[f32], part: f32) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += part * more;
    }
}

/// One step uphill on one address.
fn climb(chain: &mut Chain, squares: &mut Chain, rows: &[Vec<u32>], truth: &[usize]) {
    let k = chain.tags;
    let scores = chain.scores(rows);
    let raised: Vec<f32> = chain.moves.iter().map(|weight| weight.exp()).collect();
    let mut moves = vec![0.0; (k + 1) * k];
    let mut slopes = chain.expect(&scores, &raised, &mut moves);
    slopes.iter_mut().for_each(|slope| *slope = -*slope);
    let mut before = k;
    for (place, tag) in truth.iter().enumerate() {
        slopes[place * k + tag] += 1.0;
        moves[before * k + tag] += 1.0;
        before = *tag;
    }
    for (row, slopes) in rows.iter().zip(slopes.chunks_exact(k)) {
        for feature in row {
            let range = *feature as usize * k..(*feature as usize + 1) * k;
            walk(&mut chain.emissions[range.clone()], &mut squares.emissions[range], slopes);
        }
    }
    walk(&mut chain.moves, &mut squares.moves, &moves);
}

/// Slopes below this change nothing that can be seen.
const FLAT: f32 = 1e-4;

fn walk(weights: &mut [f32], squares: &mut [f32], slopes: &[f32]) {
    for ((weight, square), slope) in weights.iter_mut().zip(squares).zip(slopes) {
        if slope.abs() > FLAT {
            let slope = slope - DRAWN * *weight;
            *square += slope * slope;
            *weight += RATE * slope / square.sqrt();
        }
    }
}
