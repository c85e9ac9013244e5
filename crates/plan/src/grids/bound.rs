//! Lower bounds by Lagrangian relaxation: no plan costs less, contiguous or not.
//!
//! Every building must be served once; this is priced instead of demanded, and the prices are raised and lowered by the
//! subgradient (Held, Wolfe and Crowder 1974; for the capacitated p-median Lorena, Senne 2004).

use super::model::Model;

/// A lower bound for `count` regions. `upper` is the cost of a plan. `rounds` bounds the work, each round is of the
/// order of the square of the buildings; `stop` is asked before each.
pub fn lower_bound(
    model: &Model,
    count: usize,
    upper: f64,
    rounds: usize,
    stop: &mut dyn FnMut() -> bool,
) -> Option<f64> {
    let size = model.len();
    let sites: Vec<(u32, i64)> = match &model.centres {
        Some(list) => list.clone(),
        None => (0..size as u32).map(|it| (it, model.band.max)).collect(),
    };
    let fixed = model.centres.is_some();
    // The price of a building: at first what it costs to reach a near site.
    let share = upper / size.max(1) as f64;
    let mut prices: Vec<f64> = vec![share; size];
    let (mut best, mut step, mut stale) = (0.0_f64, 1.5_f64, 0);
    for round in 0..rounds {
        if stop() {
            break;
        }
        let mut served = vec![0_i32; size];
        let mut value: f64 = prices.iter().sum();
        let mut offers: Vec<(f64, Vec<(u32, f64)>)> =
            sites.iter().map(|&(site, max)| knapsack(model, &prices, site, max, fixed)).collect();
        if !fixed {
            offers.sort_by(|a, b| a.0.total_cmp(&b.0));
            offers.truncate(count);
        }
        let mut part = vec![0.0; size];
        for (gain, chosen) in &offers {
            value += gain;
            chosen.iter().for_each(|&(it, share)| part[it as usize] += share);
        }
        for (served, part) in served.iter_mut().zip(&part) {
            *served = *part as i32;
        }
        if value > best {
            (best, stale) = (value, 0);
        } else {
            stale += 1;
            if stale >= 6 {
                (step, stale) = (step * 0.7, 0);
            }
        }
        let norm: f64 = part.iter().map(|it| (1.0 - it) * (1.0 - it)).sum();
        if norm < 1e-9 || step < 1e-3 || round + 1 == rounds {
            break;
        }
        let length = step * (1.01 * upper - value).max(1e-9) / norm;
        for (price, part) in prices.iter_mut().zip(&part) {
            *price += length * (1.0 - part);
        }
    }
    (best > 0.0).then_some(best.min(upper))
}

/// The best that a site can gain: buildings whose price is above their cost, as many as fit; the last in part, which
/// only lowers the bound (Dantzig 1957).
fn knapsack(model: &Model, prices: &[f64], site: u32, max: i64, must_open: bool) -> (f64, Vec<(u32, f64)>) {
    let mut wanted: Vec<(f64, u32)> = (0..prices.len() as u32)
        .filter_map(|it| {
            let gain = prices[it as usize] - model.cost(it, site);
            (gain > 0.0).then(|| (gain / model.households[it as usize].max(1) as f64, it))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut room, mut gain, mut chosen) = (max as f64, 0.0, Vec::new());
    for (_, it) in wanted {
        let load = model.households[it as usize] as f64;
        let part = if load <= room { 1.0 } else { room / load };
        gain += part * (prices[it as usize] - model.cost(it, site));
        chosen.push((it, part));
        room -= part * load;
        if room <= 0.0 {
            break;
        }
    }
    debug_assert!(must_open || gain >= 0.0);
    (-gain, chosen)
}
