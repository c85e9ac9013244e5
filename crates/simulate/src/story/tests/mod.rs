//! Judged by a checker of its own, which shares nothing with what makes the story.

mod checker;
mod replay;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::needs::{self, Group};
use super::*;
use crate::outline::outline;
use checker::{Life, Stage};
use guanjia_domain::matter;

/// Ninety days without heating: shares can be compared with those of the year.
const SUMMER: &str = "2026-09-30T18:00:00+08:00";
/// Ninety days with the start of heating.
const AUTUMN: &str = "2026-11-22T10:00:00+08:00";

fn told(seed: u64, end: &str) -> Vec<Step> {
    story(&outline(), seed, end.parse().unwrap())
}

fn filings(steps: &[Step]) -> impl Iterator<Item = (&Step, &Filing)> {
    steps.iter().filter_map(|step| match &step.what {
        What::File(filing) => Some((step, &**filing)),
        _ => None,
    })
}

#[test]
fn the_same_seed_tells_the_same_story() {
    assert_eq!(told(7, AUTUMN), told(7, AUTUMN));
    assert_ne!(told(7, AUTUMN), told(8, AUTUMN));
}

#[test]
fn every_step_is_legal_and_in_its_time() {
    for (seed, end) in
        [(1, AUTUMN), (2, SUMMER), (3, "2026-03-01T00:00:00Z"), (4, "2027-01-15T07:30:00+08:00")]
    {
        let steps = told(seed, end);
        let end: Timestamp = end.parse().unwrap();
        assert!(steps.is_sorted_by_key(|step| step.at));
        assert!(steps.iter().all(|step| step.at <= end));
        checker::check(&outline(), &steps);
        replay::replay(&steps);
    }
}

#[test]
fn the_volume_is_that_of_a_community() {
    for seed in 0..4 {
        let steps = told(seed, SUMMER);
        let requests = filings(&steps).count();
        let per_day = requests as f64 / DAYS as f64;
        assert!((19.0..24.0).contains(&per_day), "seed {seed}: {per_day} a day");
        let per_request = steps.len() as f64 / requests as f64;
        assert!((3.0..8.0).contains(&per_request), "seed {seed}: {per_request} steps a request");
    }
}

#[test]
fn shares_of_matters_and_levels_are_near_the_profile() {
    let mut groups: BTreeMap<Group, f64> = BTreeMap::new();
    let mut levels: BTreeMap<&str, f64> = BTreeMap::new();
    for seed in 0..4 {
        let steps = told(seed, SUMMER);
        for (_, filing) in filings(&steps) {
            let need = needs::all().find(|need| need.matter == filing.matter);
            if let Some(need) = need {
                *groups.entry(need.group()).or_default() += 1.0;
            }
        }
        for level in checker::settled_by(&outline(), &steps) {
            *levels.entry(level).or_default() += 1.0;
        }
    }
    let all: f64 = groups.values().sum();
    for group in Group::ALL {
        let share = 100.0 * groups[&group] / all;
        assert!((share - group.share()).abs() < 4.0, "{group:?}: {share:.1} %");
    }
    let all: f64 = levels.values().sum();
    for (level, expected) in
        [("spot", 45.0), ("property", 25.0), ("committee", 15.0), ("street", 11.0), ("bureau", 4.0)]
    {
        let share = 100.0 * levels[level] / all;
        assert!((share - expected).abs() < 3.0, "{level}: {share:.1} %, {levels:?}");
    }
}

#[test]
fn heating_brings_a_burst() {
    let steps = told(1, AUTUMN);
    let cold = |from: &str, to: &str| {
        let (from, to): (Timestamp, Timestamp) = (from.parse().unwrap(), to.parse().unwrap());
        filings(&steps).filter(|(step, one)| one.matter == "0809" && (from..to).contains(&step.at)).count()
    };
    assert_eq!(cold("2026-09-01T00:00:00+08:00", "2026-10-31T00:00:00+08:00"), 0);
    let (first, later) = (
        cold("2026-11-01T00:00:00+08:00", "2026-11-08T00:00:00+08:00"),
        cold("2026-11-15T00:00:00+08:00", "2026-11-22T00:00:00+08:00"),
    );
    assert!(first > 50 && first > 2 * later, "{first} in the first week, {later} in the third");
}

#[test]
fn texts_are_short_various_and_complete() {
    let patterns: HashSet<_> = needs::all().flat_map(|need| need.patterns).collect();
    assert!(patterns.len() >= 200, "{}", patterns.len());
    assert_eq!(patterns.len(), needs::all().map(|need| need.patterns.len()).sum::<usize>());
    let mut texts = HashSet::new();
    for end in [SUMMER, AUTUMN] {
        let steps = told(5, end);
        for (_, filing) in filings(&steps) {
            let length = filing.text.chars().count();
            assert!((15..=80).contains(&length), "{length}: {}", filing.text);
            assert!(!filing.text.contains(['{', '}', '"']) && !filing.text.contains(",,"), "{}", filing.text);
            assert!(!filing.text.contains("。,") && !filing.text.contains("??"), "{}", filing.text);
            texts.insert(filing.text.clone());
        }
    }
    assert!(texts.len() > 3_000, "{} different texts", texts.len());
    for need in needs::all() {
        let matter = matter::find(need.matter).unwrap();
        assert!(!matter.urgent_hint, "{} comes by hand only", matter.zh);
    }
}

#[test]
fn small_matters_mostly_end_the_same_day_and_grids_differ_in_pace() {
    let place = outline();
    let steps = told(6, SUMMER);
    let lives = checker::lives(&place, &steps);
    let small: Vec<&Life> = lives
        .values()
        .filter(|life| matter::find(life.filing.matter).is_some_and(|matter| matter.small))
        .filter(|life| life.closed_at.is_some())
        .collect();
    let same_day = small.iter().filter(|life| life.hours_to_close() < 24.0).count();
    let share = same_day as f64 / small.len() as f64;
    assert!((0.6..0.97).contains(&share), "{share}");
    let mut by_worker: HashMap<_, Vec<f64>> = HashMap::new();
    for life in lives.values().filter(|life| life.closed_at.is_some()) {
        if let Some(worker) = life.worker {
            by_worker.entry(worker).or_default().push(life.hours_to_close());
        }
    }
    let medians: Vec<f64> = by_worker
        .values_mut()
        .filter(|hours| hours.len() > 20)
        .map(|hours| {
            hours.sort_by(f64::total_cmp);
            hours[hours.len() / 2]
        })
        .collect();
    let slowest = medians.iter().copied().fold(0.0, f64::max);
    let fastest = medians.iter().copied().fold(f64::MAX, f64::min);
    assert!(slowest > 1.8 * fastest, "{fastest} to {slowest} hours");
}

#[test]
fn at_the_end_something_is_open_in_every_stage_and_some_of_it_is_late() {
    for (seed, end) in [(1, AUTUMN), (9, SUMMER)] {
        let lives = checker::lives(&outline(), &told(seed, end));
        let mut count: HashMap<Stage, usize> = HashMap::new();
        for life in lives.values() {
            *count.entry(life.stage).or_default() += 1;
        }
        for stage in Stage::ALL {
            assert!(count.contains_key(&stage), "nothing is {stage:?} at the end");
        }
        let end: Timestamp = end.parse().unwrap();
        let old = end.as_second() - 5 * 86_400;
        let late =
            lives.values().filter(|life| life.stage.is_open() && life.filed_at.as_second() < old).count();
        assert!((10..120).contains(&late), "{late} open for more than five days");
        let open = lives.values().filter(|life| life.stage.is_open()).count();
        assert!(open < 200, "{open} open of {}", lives.len());
        let urgent = lives.values().filter(|life| life.filing.urgent).count();
        assert!((2..=3).contains(&urgent));
        for life in lives.values().filter(|life| life.filing.urgent) {
            assert!(matter::urgent_words(&life.filing.text).is_some(), "{}", life.filing.text);
        }
    }
}

#[test]
fn trees_and_lamps_are_reported_by_several_and_seen_as_one_by_nobody() {
    let place = outline();
    let estate = place.estate(plot::STORY_ESTATE).unwrap();
    let steps = told(1, AUTUMN);
    let lives = checker::lives(&place, &steps);
    for (matter, building, at_least) in [
        ("0201", "4号楼", 4),
        ("0201", "5号楼", 2),
        ("0201", "9号楼", 2),
        ("0102", "12号楼", 4),
        ("0102", "7号楼", 2),
        ("0102", "14号楼", 2),
    ] {
        let building = estate.buildings.iter().find(|one| one.name == building).unwrap();
        let reports: Vec<&Life> = lives
            .values()
            .filter(|life| {
                life.filing.matter == matter && life.filing.place.building == Some(building.id.into())
            })
            .collect();
        assert!((2..=4).contains(&reports.len()) && reports.len() >= at_least, "{}", building.name);
        assert!(reports.iter().all(|life| life.stage.is_open()), "{} is settled already", building.name);
        let rooms: HashSet<_> = reports.iter().map(|life| life.filing.place.room).collect();
        assert_eq!(rooms.len(), reports.len(), "one household, two voices");
        assert!(rooms.iter().all(Option::is_some));
    }
    let in_estate = lives.values().filter(|life| life.filing.place.estate.0 == estate.id);
    assert_eq!(in_estate.filter(|life| plot::STORY_MATTERS.contains(&life.filing.matter)).count(), 16);
}
