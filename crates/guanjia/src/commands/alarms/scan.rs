//! `guanjia alarms --method scan`: neighbouring places that stand out together.

use crate::failure::Failure;
use crate::output::answer;
use crate::text::csv::Table;
use crate::text::{unfit, wrong};
use clap::Args;
use guanjia_discover::scan::{Cluster, Counts, Distance, Zones, baselines, poisson_scan};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What the scan is given.
#[derive(Args)]
pub struct ScanArgs {
    /// Places with coordinates: x,y or longitude and latitude.
    #[arg(long, value_name = "GEO.csv", required_if_eq("method", "scan"), requires = "counts")]
    places: Option<PathBuf>,
    /// Counts by place and period, with population or baseline where known.
    #[arg(long, value_name = "COUNTS.csv", requires = "places")]
    counts: Option<PathBuf>,
    /// The largest number of places in a zone.
    #[arg(long, default_value_t = 15)]
    k: usize,
    /// The first period that is scanned; those before it are the base. Without it the last quarter is scanned.
    #[arg(long, value_name = "PERIOD")]
    from: Option<String>,
    /// The last period that is scanned; later ones are left out.
    #[arg(long, value_name = "PERIOD")]
    to: Option<String>,
    /// How many worlds without a cluster are made for the chance.
    #[arg(long, default_value_t = 999)]
    worlds: u32,
    /// Which worlds.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl ScanArgs {
    /// A scan of some years with zones of fifteen places, without worlds for the chance.
    pub fn of_years(places: &Path, counts: &Path, from: &str, to: &str) -> Self {
        let (places, counts) = (Some(places.to_owned()), Some(counts.to_owned()));
        Self {
            places,
            counts,
            k: 15,
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
            worlds: 0,
            seed: 1,
        }
    }
}

/// What a scan found.
pub struct Scanned {
    /// The most likely cluster.
    pub cluster: Cluster,
    /// How many zones were looked at.
    pub zones: usize,
    /// The names of the cluster's places.
    names: Vec<String>,
}

/// A count of a place in a period.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: f64,
    population: Option<f64>,
    baseline: Option<f64>,
}

/// The tables, put together.
struct Data {
    names: Vec<String>,
    points: Vec<(f64, f64)>,
    distance: Distance,
    periods: Vec<String>,
    cells: HashMap<(usize, usize), Cell>,
}

/// Scans and prints the most likely cluster.
pub fn run(asked: &ScanArgs, as_json: bool) -> Result<(), Failure> {
    let Scanned { cluster, zones, names } = cluster(asked)?;
    if as_json {
        let numbers: Vec<usize> = cluster.places.iter().map(|place| place + 1).collect();
        return answer(
            &json!({
                "zones": zones, "score": cluster.score, "places": names, "place_numbers": numbers,
                "duration": cluster.duration, "p_value": cluster.chance,
                "observed": cluster.observed, "expected": cluster.expected,
            })
            .to_string(),
        );
    }
    let (observed, expected, duration) = (cluster.observed, cluster.expected, cluster.duration);
    answer(&format!("{}\t{duration}\t{observed} : {expected:.1}\tp = {:.3}", names.join(" "), cluster.chance))
}

/// Scans.
pub fn cluster(asked: &ScanArgs) -> Result<Scanned, Failure> {
    let (Some(places), Some(counts)) = (&asked.places, &asked.counts) else {
        return Err(Failure::usage("请给出 --places 和 --counts。", "Give --places and --counts."));
    };
    let (places, counts) = (Table::read(places)?, Table::read(counts)?);
    let mut data = read(&places, &counts)?;
    let (first, end) = span(asked, &data.periods)?;
    let input = prepared(&data, first, end).ok_or_else(|| {
        unfit(
            counts.path(),
            "无法估计预期数：请给 population 列和更早的时期，或给 baseline 列",
            "nothing can be expected: give a column population and earlier periods, or a column baseline",
        )
    })?;
    let zones = Zones::nearest(&data.points, asked.k.max(1), data.distance);
    let cluster = poisson_scan(&input, &zones, input.periods, asked.worlds, asked.seed);
    let names = cluster.places.iter().map(|place| std::mem::take(&mut data.names[*place])).collect();
    Ok(Scanned { cluster, zones: zones.zones.len(), names })
}

fn read(places: &Table, counts: &Table) -> Result<Data, Failure> {
    let shared = places.header().iter().find(|name| counts.find(&[name]).is_some()).cloned();
    let shared = shared.ok_or_else(|| {
        unfit(
            counts.path(),
            "两张表没有同名的地点列",
            "the two tables have no column of the same name for the place",
        )
    })?;
    let (id, place_of) = (places.column(&[&shared])?, counts.column(&[&shared])?);
    let (x, y, distance) = coordinates(places)?;
    let mut data =
        Data { names: Vec::new(), points: Vec::new(), distance, periods: Vec::new(), cells: HashMap::new() };
    let mut numbers: HashMap<String, usize> = HashMap::new();
    // A place without any count was not looked at; it would only make zones that say the same as others.
    let counted: HashSet<&str> = counts.rows().map(|(_, row)| row[place_of].as_str()).collect();
    for (line, row) in places.rows().filter(|(_, row)| counted.contains(row[id].as_str())) {
        if numbers.insert(row[id].clone(), data.names.len()).is_some() || row[id].is_empty() {
            return Err(wrong(places.path(), line, "地点为空或重复", "the place is empty or stands twice"));
        }
        data.names.push(row[id].clone());
        let at = |column| places.number(line, row, column, f64::NEG_INFINITY);
        data.points.push((at(x)?, at(y)?));
    }
    let period = counts.column(&["period", "year", "month", "week", "day", "date", "time"])?;
    let count = counts.column(&["count"])?;
    let (population, baseline) = (counts.find(&["population"]), counts.find(&["baseline", "expected"]));
    data.periods = counts.rows().map(|(_, row)| row[period].trim().to_owned()).collect();
    data.periods.sort_by(|a, b| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => a.total_cmp(&b),
        _ => a.cmp(b),
    });
    data.periods.dedup();
    let places_in_time: BTreeMap<String, usize> = data.periods.iter().cloned().zip(0..).collect();
    for (line, row) in counts.rows() {
        let place = *numbers.get(&row[place_of]).ok_or_else(|| {
            let name = &row[place_of];
            wrong(
                counts.path(),
                line,
                &format!("地点 “{name}” 不在地点表中"),
                &format!("the place “{name}” is not in the table of places"),
            )
        })?;
        let number =
            |column: Option<usize>| column.map(|column| counts.number(line, row, column, 0.0)).transpose();
        let cell = Cell {
            count: counts.number(line, row, count, 0.0)?,
            population: number(population)?,
            baseline: number(baseline)?,
        };
        let at = places_in_time[row[period].trim()];
        if data.cells.insert((place, at), cell).is_some() {
            return Err(wrong(
                counts.path(),
                line,
                "同一地点同一时期有两行",
                "this place and period stand twice",
            ));
        }
    }
    Ok(data)
}

/// The columns of the coordinates: x and y on a plane, or the first longitude and latitude.
fn coordinates(places: &Table) -> Result<(usize, usize, Distance), Failure> {
    if let (Some(x), Some(y)) = (places.find(&["x"]), places.find(&["y"])) {
        return Ok((x, y, Distance::Plane));
    }
    let ends = |ends: &[&str]| {
        let fits = |name: &String| ends.iter().any(|end| name.to_lowercase().ends_with(end));
        places.header().iter().position(fits)
    };
    match (ends(&["long", "lon", "lng", "longitude"]), ends(&["lat", "latitude"])) {
        (Some(x), Some(y)) => Ok((x, y, Distance::Sphere)),
        _ => places.column(&["x", "long"]).map(|x| (x, x, Distance::Plane)),
    }
}

/// The periods that are scanned, by their numbers.
fn span(asked: &ScanArgs, periods: &[String]) -> Result<(usize, usize), Failure> {
    let at = |name: &str| {
        periods.iter().position(|period| period == name).ok_or_else(|| {
            Failure::refused(
                format!("时期 “{name}” 不在数据中。请核对 --from 和 --to。"),
                format!("The period “{name}” is not in the data. Look at --from and --to."),
            )
        })
    };
    let end = asked.to.as_deref().map(at).transpose()?.map_or(periods.len(), |last| last + 1);
    let first = asked.from.as_deref().map(at).transpose()?.unwrap_or(end - (end / 4).max(1).min(end));
    if first >= end {
        return Err(Failure::refused("--from 晚于 --to。", "--from is later than --to."));
    }
    Ok((first, end))
}

/// Counts and what is expected: a given baseline, or the growth of the rate before `first`.
fn prepared(data: &Data, first: usize, end: usize) -> Option<Counts> {
    let places = 0..data.names.len();
    let cell = |place: usize, period: usize| data.cells.get(&(place, period)).copied().unwrap_or_default();
    let inside: Vec<(usize, usize)> =
        places.clone().flat_map(|place| (first..end).map(move |at| (place, at))).collect();
    let given: Option<Vec<f64>> = inside.iter().map(|(place, at)| cell(*place, *at).baseline).collect();
    let expected = match given {
        Some(given) => given,
        None => {
            let time = |at: usize| data.periods[at].parse::<f64>().unwrap_or(at as f64);
            // Without a population every place counts as itself: its own mean before is what is expected.
            let before: Vec<(usize, usize)> =
                places.flat_map(|place| (0..first).map(move |at| (place, at))).collect();
            let population = |place: usize, at: usize| {
                let own = || (0..first).map(|past| cell(place, past).count).sum::<f64>() / first as f64;
                // A place where nothing happened yet is not impossible.
                cell(place, at).population.unwrap_or_else(|| own().max(0.5 / first as f64))
            };
            let past: Vec<(f64, f64, f64)> = before
                .iter()
                .filter(|at| data.cells.contains_key(at))
                .map(|(place, at)| (cell(*place, *at).count, population(*place, *at), time(*at)))
                .collect();
            let wanted: Vec<(f64, f64)> =
                inside.iter().map(|(place, at)| (population(*place, *at), time(*at))).collect();
            baselines(&past, &wanted)?
        }
    };
    let counts = inside.iter().map(|(place, at)| cell(*place, *at).count).collect();
    Some(Counts { periods: end - first, counts, expected })
}
