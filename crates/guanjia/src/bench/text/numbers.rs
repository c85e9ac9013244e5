//! Alarms and scan beside the oracles.

use crate::bench::figures::{Figures, Wanted};
use crate::commands::alarms::{ScanArgs, cluster};
use crate::failure::Failure;
use crate::text::csv::Table;
use guanjia_discover::alarms::{Ears, Farrington, Verdict, ears, farrington};
use std::path::Path;

/// The file of the alarms below the folder of texts.
pub const ALARMS: &str = "anchors/agona_expected.csv";
/// The files of the scan: places and counts.
pub const SCAN: [&str; 2] = ["anchors/NM_geo.csv", "anchors/NM_popcas.csv"];
/// The published score of the most likely cluster, the places by number, and how many years.
const SCORE: f64 = 9.180_617;
const PLACES: [usize; 2] = [15, 26];
const YEARS: usize = 4;

type Judge = fn(&[u64]) -> Vec<Verdict>;

/// The columns of each method.
const METHODS: [(&str, Judge); 5] = [
    ("earsC1", |counts| ears(counts, Ears::C1)),
    ("earsC2", |counts| ears(counts, Ears::C2)),
    ("earsC3", |counts| ears(counts, Ears::C3)),
    ("farrington", |counts| farrington(counts, &Farrington::plain())),
    ("farringtonFlexible_noPeriods1", |counts| farrington(counts, &Farrington::flexible())),
];

/// How many alarms differ, and how far thresholds lie from those of `surveillance` at most.
pub fn alarms(folder: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let table = Table::read(&folder.join(ALARMS))?;
    let column = table.column(&["y"])?;
    let counts: Vec<u64> =
        table.rows().map(|(line, row)| table.count(line, row, column)).collect::<Result<_, _>>()?;
    let (mut differ, mut looked_at, mut widest) = (0_u32, 0_u32, 0.0_f64);
    for (name, judge) in METHODS {
        let bound = table.column(&[&format!("{name}_ub")])?;
        let alarm = table.column(&[&format!("{name}_alarm")])?;
        for ((_, row), verdict) in table.rows().zip(judge(&counts)) {
            let Ok(wanted) = row[bound].parse::<f64>() else { continue };
            looked_at += 1;
            differ += u32::from(verdict.alarm != matches!(row[alarm].as_str(), "1" | "TRUE"));
            let found = verdict.threshold.unwrap_or(f64::INFINITY);
            widest = widest.max((found - wanted).abs() / wanted.abs().max(1.0));
        }
    }
    figures.add("alarms compared", f64::from(looked_at), "", Wanted::AtLeast(1.0));
    figures.add("alarms that differ", f64::from(differ), "", Wanted::AtMost(0.0));
    figures.add("thresholds, furthest off", widest * 1e9, "·10⁻⁹", Wanted::AtMost(1.0));
    Ok(())
}

/// How far the scan's score lies from the published one, and whether the cluster is the same.
pub fn scan(folder: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let [places, counts] = SCAN.map(|name| folder.join(name));
    let found = cluster(&ScanArgs::of_years(&places, &counts, "1986", "1989"))?;
    figures.add("scan, zones", found.zones as f64, "", Wanted::Told);
    let off = (found.cluster.score - SCORE).abs() * 1e6;
    figures.add("scan score, off by", off, "·10⁻⁶", Wanted::AtMost(10.0));
    let numbers: Vec<usize> = found.cluster.places.iter().map(|place| place + 1).collect();
    let same = numbers == PLACES && found.cluster.duration == YEARS;
    figures.add("scan, the same places and years", f64::from(u8::from(same)), "", Wanted::AtLeast(1.0));
    Ok(())
}
