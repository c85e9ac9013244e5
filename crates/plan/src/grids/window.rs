//! Annealing of neighbourhoods: a few regions that touch each other are warmed again while all others stay.
//!
//! Costs add up over regions, so whatever a neighbourhood gains the plan gains; many small trials bring large instances
//! nearer to the optimum than one long run over everything (large neighbourhood search, Shaw 1998, annealing inside).

use super::anneal::{Beside, Best, Schedule, Scope, anneal};
use super::chance::Chance;
use super::regions::Regions;

/// How neighbourhoods are tried.
#[derive(Clone, Copy, Debug)]
pub struct Windows {
    /// The fewest regions of a neighbourhood.
    pub fewest: usize,
    /// The most.
    pub most: usize,
    /// Highest temperature at the beginning of a trial.
    pub hot: f64,
    /// Temperature at the end of a trial.
    pub cold: f64,
    /// Growth of the price of a household beyond the limits.
    pub price_growth: f64,
    /// What a household outside hard limits counts at first; it grows thirtyfold.
    pub lost: f64,
    /// By how much a trial may make the plan worse at first; the best plan is kept aside.
    pub drift: f64,
    /// Price of a building that its centre does not reach, and by what it grows.
    pub stray: f64,
    /// See `stray`.
    pub stray_growth: f64,
    /// Whether a region may be dissolved and another be split far from it.
    pub relocate: bool,
    /// Elementary steps of work for each building of a neighbourhood and trial.
    pub effort: u64,
    /// Elementary steps of work in all.
    pub work: u64,
}

/// Tries neighbourhoods until the work is done; whether it was.
pub fn improve(
    regions: &mut Regions<'_>,
    beside: &Beside,
    windows: &Windows,
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> bool {
    let first = regions.work;
    let mut open = vec![false; regions.list.len()];
    let (mut best, all) = (Best::none(), (0..regions.list.len() as u32).collect::<Vec<_>>());
    let mut kept = (regions.lost(), regions.judged(), regions.of.clone());
    let finished = loop {
        let share = (regions.work - first) as f64 / windows.work.max(1) as f64;
        if share >= 1.0 {
            break true;
        }
        if stop(share) {
            break false;
        }
        let count = windows.fewest + chance.below(windows.most - windows.fewest + 1);
        let start = beginning(regions, chance);
        let mut numbers = neighbourhood(regions, beside, start, count, chance);
        let moves = windows.relocate && chance.below(2) == 0;
        if moves {
            let other = regions.of[chance.below(regions.of.len())];
            for number in neighbourhood(regions, beside, other, 2 + chance.below(3), chance) {
                if !numbers.contains(&number) {
                    numbers.push(number);
                }
            }
        }
        if numbers.len() < 2 {
            regions.work += 64;
            continue;
        }
        let buildings: Vec<u32> =
            numbers.iter().flat_map(|&it| regions.list[it as usize].members.iter().copied()).collect();
        numbers.iter().for_each(|&it| open[it as usize] = true);
        let lost = windows.lost * 30_f64.powf(share.min(1.0));
        let drift = -windows.drift * (1.0 - share) * chance.unit().max(1e-300).ln();
        let before = regions.judged() + lost * regions.lost() as f64 + drift + 1e-9;
        let old = regions.of.clone();
        if moves {
            relocate(regions, beside, &numbers, start, &open, chance);
        }
        let warmth = 0.15 + 0.85 * chance.unit();
        let schedule = Schedule {
            hot: windows.hot * warmth,
            cold: windows.cold,
            work: windows.effort * buildings.len() as u64,
            price_growth: windows.price_growth,
            lost,
            stray: windows.stray,
            stray_growth: windows.stray_growth,
        };
        let scope = Scope { buildings: &buildings, open: &open };
        let done = anneal(regions, beside, scope, &schedule, &mut best, chance, &mut |_| stop(share));
        regions.adopt(&numbers, if best.of.is_empty() || best.rank > before { &old } else { &best.of });
        let now = (regions.lost(), regions.judged());
        if now < (kept.0, kept.1) {
            kept = (now.0, now.1, regions.of.clone());
        }
        numbers.iter().for_each(|&it| open[it as usize] = false);
        if !done {
            break false;
        }
    };
    if (regions.lost(), regions.judged()) > (kept.0, kept.1) {
        regions.adopt(&all, &kept.2);
    }
    finished
}

/// Where a trial begins: at a random building, or, while hard limits are left, often at a region that leaves them.
fn beginning(regions: &Regions<'_>, chance: &mut Chance) -> u32 {
    let start = regions.of[chance.below(regions.of.len())];
    if regions.lost() == 0 || chance.below(2) == 0 {
        return start;
    }
    let count = regions.list.len() as u32;
    let over = (0..count).map(|it| (start + it) % count).find(|&it| regions.is_beyond(it));
    over.unwrap_or(start)
}

/// Regions around a random building: each next one holds a building beside one that is in already.
fn neighbourhood(
    regions: &Regions<'_>,
    beside: &Beside,
    start: u32,
    count: usize,
    chance: &mut Chance,
) -> Vec<u32> {
    let mut found = vec![start];
    let mut tries = 0;
    while found.len() < count && tries < 60 * count {
        tries += 1;
        // Mostly around the first: a compact neighbourhood.
        let region = if chance.below(2) == 0 { start } else { found[chance.below(found.len())] };
        let members = &regions.list[region as usize].members;
        let list = &beside[members[chance.below(members.len())] as usize];
        if list.is_empty() {
            continue;
        }
        let next = regions.of[list[chance.below(list.len().min(12))] as usize];
        if !found.contains(&next) {
            found.push(next);
        }
    }
    found
}

/// Dissolves region `gone` into its neighbours and lets it begin anew inside another open region.
fn relocate(
    regions: &mut Regions<'_>,
    beside: &Beside,
    numbers: &[u32],
    gone: u32,
    open: &[bool],
    chance: &mut Chance,
) {
    let split = numbers[1 + chance.below(numbers.len() - 1)];
    if regions.list[split as usize].members.len() < 2 {
        return;
    }
    let old = regions.list[gone as usize].members.clone();
    let at = chance.below(regions.list[split as usize].members.len());
    let seed = regions.list[split as usize].members[at];
    let change = regions.shift(seed, gone);
    regions.do_shift(seed, gone, change);
    for building in old {
        let mut to: Vec<u32> = beside[building as usize].iter().map(|&it| regions.of[it as usize]).collect();
        to.retain(|&it| it != gone && open[it as usize]);
        to.dedup();
        to.truncate(6);
        let mut best = (f64::INFINITY, None);
        for to in to {
            let change = regions.shift(building, to);
            if change.delta < best.0 {
                best = (change.delta, Some((to, change)));
            }
        }
        if let Some((to, change)) = best.1 {
            regions.do_shift(building, to, change);
        }
    }
}
