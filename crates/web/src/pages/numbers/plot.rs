//! The curve as a picture: lines in a drawing 640 wide and 260 high, and the table beside it.

use super::{lasted, number, percent, range};
use crate::view::numbers::{CurvePicture, CurveRow};
use crate::words::Words;
use guanjia_domain::numbers::{Curve, FEWEST, Spells};
use std::fmt::Write as _;

/// The edges of the plot: left, right, top (all have ended), bottom (none has).
const LEFT: f64 = 40.0;
const RIGHT: f64 = 620.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 220.0;

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// The times of the table, in minutes.
const TIMES: [i64; 8] = [4 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];
/// How many points the lines have at most: a screen shows no more.
const POINTS: i64 = 160;

/// The picture of how long it takes; `None` without any request.
pub(super) fn picture(words: &Words, spells: &Spells) -> Option<CurvePicture> {
    let curve = Curve::counted(spells);
    let last = *spells.keys().next_back()?;
    // The plot ends with the first time of the table that holds all, or with the last.
    let end = TIMES.into_iter().find(|time| *time >= last).unwrap_or(TIMES[7]);
    let points: Vec<i64> = (0..=POINTS).map(|at| end * at / POINTS).collect();
    let marks = TIMES.into_iter().filter(|time| *time <= end && end / *time < 12);
    Some(CurvePicture {
        line: line(&curve, &points, end),
        band: band(&curve, &points, end),
        marks: marks.map(|time| (across(time, end).round() as u32, lasted(words, time))).collect(),
        rows: TIMES.into_iter().filter(|time| *time <= end).map(|time| row(words, &curve, time)).collect(),
        about: about(words, &curve),
    })
}

fn across(time: i64, end: i64) -> f64 {
    LEFT + (RIGHT - LEFT) * time as f64 / end as f64
}

/// How far up a share that is still open lies.
fn up(open: f64) -> f64 {
    TOP + (BOTTOM - TOP) * open
}

/// A staircase: along, then up.
fn stairs(points: impl Iterator<Item = (f64, f64)>) -> String {
    points.fold(String::new(), |mut path, (x, y)| {
        // Writing into a String cannot fail.
        _ = if path.is_empty() { write!(path, "M{x:.0} {y:.0}") } else { write!(path, "H{x:.0}V{y:.0}") };
        path
    })
}

fn line(curve: &Curve, points: &[i64], end: i64) -> String {
    stairs(points.iter().map(|at| (across(*at, end), up(curve.share(*at)))))
}

/// The band: along its upper edge, and back along the lower one.
fn band(curve: &Curve, points: &[i64], end: i64) -> String {
    let open = |at: i64| curve.interval(at).unwrap_or((curve.share(at), curve.share(at)));
    let there = stairs(points.iter().map(|at| (across(*at, end), up(open(*at).0))));
    let back = points.iter().rev().fold(String::new(), |mut path, at| {
        _ = write!(path, "V{:.0}H{:.0}", up(open(*at).1), across(*at, end));
        path
    });
    format!("{there}{back}Z")
}

fn row(words: &Words, curve: &Curve, time: i64) -> CurveRow {
    let ended = curve.interval(time).map(|(low, high)| (1.0 - high, 1.0 - low));
    CurveRow {
        after: lasted(words, time),
        share: percent(1.0 - curve.share(time)),
        interval: ended.map_or_else(|| "—".to_owned(), range),
    }
}

fn about(words: &Words, curve: &Curve) -> String {
    if curve.ended < FEWEST {
        return words.say_with("curve-few", &[("n", number(curve.ended).into())]);
    }
    let (Some(median), Some((low, high))) = (curve.median(), curve.median_interval()) else {
        return words.say("curve-no-median").to_owned();
    };
    let high = high.map(|high| lasted(words, high)).unwrap_or_default();
    let (time, reach) = (lasted(words, median), format!("{}–{high}", lasted(words, low)));
    words.say_with("curve-median", &[("time", (&time).into()), ("range", (&reach).into())])
}
