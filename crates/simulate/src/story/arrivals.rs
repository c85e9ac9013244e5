//! When requests come, and of which kind.

use super::clock::{DAY, HOUR, Second, is_weekend, local_day, midnight, month_day};
use super::needs::{self, Group, Need, Season};
use crate::rng::Rng;

/// Weight of each local hour. Assumption: no hourly figures are published.
const HOURS: [f64; 24] = [
    0.006, 0.003, 0.002, 0.002, 0.002, 0.004, 0.015, 0.0399, 0.0798, 0.1048, 0.0948, 0.0699, 0.0449, 0.0449,
    0.0699, 0.0749, 0.0699, 0.0649, 0.0599, 0.0549, 0.0449, 0.0279, 0.013, 0.007,
];
/// Mean of a working day. With weekends at 0.7 and the bursts below this makes about 21 a day, the assumption for a
/// community of 13 000.
const WORKING_DAY: f64 = 22.2;
const WEEKEND: f64 = 0.7;
/// A burst (one cause, many reports) comes twice a month.
const BURSTS_PER_DAY: f64 = 2.0 / 30.0;
const BURST_SIZE: (i64, i64) = (5, 14);
/// Reports of a burst come within these hours.
const BURST_SPAN: i64 = 4 * HOUR;
/// Causes that a whole building feels at once.
const BURST_MATTERS: [&str; 4] = ["0801", "0805", "0501", "0305"];
/// Spring Festival month against the mean, as one Shenzhen district published it for 2019.
const FEBRUARY: f64 = 0.46;
/// Share of water, power, gas and heating while the city heats, in per cent. Assumption.
const UTILITIES_IN_SEASON: f64 = 35.0;
/// The city's heating starts on 1 November and brings two weeks of calls; reports above the usual on the first day,
/// falling evenly. Taiyuan's lines reported ten times the usual; a community that already counts every small matter
/// feels less.
const ONSET_DAYS: i8 = 14;
const ONSET_FIRST_DAY: f64 = 8.0;

/// A request to come.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    pub at: Second,
    pub need: &'static Need,
    /// Reports of the same burst share a number and so a building.
    pub burst: Option<u64>,
}

/// Everything that comes from `from` to `end`, in time order.
pub(super) fn arrivals(seed: u64, from: Second, end: Second) -> Vec<Arrival> {
    let mut all = Vec::new();
    for day in local_day(from)..=local_day(end) {
        let mut rng = Rng::named(seed, &format!("day {day}"));
        ordinary(day, &mut rng, &mut all);
        burst(day, &mut rng, &mut all);
        onset(day, &mut rng, &mut all);
    }
    all.retain(|arrival| (from..=end).contains(&arrival.at));
    all.sort_by_key(|arrival| arrival.at);
    all
}

fn ordinary(day: i64, rng: &mut Rng, all: &mut Vec<Arrival>) {
    let month = month_day(day).0;
    let weekend = if is_weekend(day) { WEEKEND } else { 1.0 };
    let feast = if month == 2 { FEBRUARY } else { 1.0 };
    for _ in 0..rng.poisson(WORKING_DAY * weekend * feast) {
        if let Some(need) = draw_need(month, rng) {
            all.push(Arrival { at: moment(day, rng), need, burst: None });
        }
    }
}

fn burst(day: i64, rng: &mut Rng, all: &mut Vec<Arrival>) {
    if !rng.chance(BURSTS_PER_DAY) {
        return;
    }
    let matter = rng.pick(&BURST_MATTERS).copied();
    let Some(need) = needs::all().find(|need| Some(need.matter) == matter) else { return };
    let (start, number) = (moment(day, rng), rng.next_u64());
    for _ in 0..rng.between(BURST_SIZE.0, BURST_SIZE.1) {
        all.push(Arrival { at: start + rng.between(0, BURST_SPAN), need, burst: Some(number) });
    }
}

fn onset(day: i64, rng: &mut Rng, all: &mut Vec<Arrival>) {
    let (month, date) = month_day(day);
    if month != 11 || date > ONSET_DAYS {
        return;
    }
    let Some(need) = needs::all().find(|need| need.matter == "0809") else { return };
    let mean = ONSET_FIRST_DAY * f64::from(ONSET_DAYS + 1 - date) / f64::from(ONSET_DAYS);
    for _ in 0..rng.poisson(mean) {
        all.push(Arrival { at: moment(day, rng), need, burst: None });
    }
}

fn moment(day: i64, rng: &mut Rng) -> Second {
    let hour = rng.weighted(&HOURS) as i64;
    (midnight(day) + hour * HOUR + rng.between(0, HOUR - 1)).min(midnight(day) + DAY - 1)
}

fn draw_need(month: i8, rng: &mut Rng) -> Option<&'static Need> {
    let heating = in_season(Season::Heating, month);
    let shares = Group::ALL.map(|group| match (heating, group) {
        (false, _) => group.share(),
        (true, Group::Utilities) => UTILITIES_IN_SEASON,
        (true, _) => group.share() * (100.0 - UTILITIES_IN_SEASON) / (100.0 - Group::Utilities.share()),
    });
    let group = Group::ALL[rng.weighted(&shares)];
    let fitting: Vec<&Need> =
        needs::all().filter(|need| need.group() == group && in_season(need.season, month)).collect();
    let weights: Vec<f64> = fitting.iter().map(|need| need.weight).collect();
    fitting.get(rng.weighted(&weights)).copied()
}

fn in_season(season: Season, month: i8) -> bool {
    match season {
        Season::Always => true,
        Season::Heating => !(4..=10).contains(&month),
        Season::Winter => matches!(month, 12 | 1 | 2),
        Season::Summer => (5..=9).contains(&month),
    }
}
