//! `guanjia alarms`: unusual numbers of a street, week by week, or in place and time.

mod scan;

pub use scan::{ScanArgs, cluster};

use crate::failure::Failure;
use crate::output::answer;
use crate::text::csv::Table;
use clap::{Args, ValueEnum};
use guanjia_discover::alarms::{Ears, Farrington, Verdict, ears, farrington};
use serde_json::{Value, json};
use std::path::PathBuf;

/// `guanjia alarms`.
#[derive(Args)]
pub struct AlarmsArgs {
    /// Weekly counts: week,count.
    #[arg(value_name = "SERIES.csv", required_unless_present = "places")]
    series: Option<PathBuf>,
    /// How the threshold is found.
    #[arg(long, value_enum)]
    method: Method,
    #[command(flatten)]
    scan: ScanArgs,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// The methods.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Method {
    /// The seven weeks before.
    EarsC1,
    /// Seven weeks before a gap of two.
    EarsC2,
    /// What the two weeks before exceeded.
    EarsC3,
    /// The same weeks of three past years.
    Farrington,
    /// The same, with past outbreaks weighed otherwise and a one-sided bound.
    FarringtonFlexible,
    /// Neighbouring places over the latest periods.
    Scan,
}

/// Says which weeks, or which places, are unusual.
pub fn run(asked: &AlarmsArgs) -> Result<(), Failure> {
    let judge: fn(&[u64]) -> Vec<Verdict> = match asked.method {
        Method::EarsC1 => |counts| ears(counts, Ears::C1),
        Method::EarsC2 => |counts| ears(counts, Ears::C2),
        Method::EarsC3 => |counts| ears(counts, Ears::C3),
        Method::Farrington => |counts| farrington(counts, &Farrington::plain()),
        Method::FarringtonFlexible => |counts| farrington(counts, &Farrington::flexible()),
        Method::Scan => return scan::run(&asked.scan, asked.json),
    };
    let Some(series) = &asked.series else {
        return Err(Failure::usage("请给出 SERIES.csv。", "Give SERIES.csv."));
    };
    let table = Table::read(series)?;
    let (week, count) = (table.column(&["week"])?, table.column(&["count"])?);
    let counts: Vec<u64> =
        table.rows().map(|(line, row)| table.count(line, row, count)).collect::<Result<_, _>>()?;
    let verdicts = judge(&counts);
    let name = |text: &str| text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number));
    let weeks: Vec<Value> = table
        .rows()
        .zip(&verdicts)
        .map(|((_, row), verdict)| {
            json!({ "week": name(row[week].trim()), "threshold": verdict.threshold, "alarm": verdict.alarm })
        })
        .collect();
    if asked.json {
        return answer(&json!({ "weeks": weeks }).to_string());
    }
    for ((_, row), verdict) in table.rows().zip(&verdicts).filter(|(_, verdict)| verdict.alarm) {
        let threshold = verdict.threshold.unwrap_or_default();
        answer(&format!("{}\t{} > {threshold:.2}", row[week], row[count]))?;
    }
    Ok(())
}
