//! The table of `text/README.md` of the shared evaluation data: every row that the data on this machine allow, beside
//! what is asked for and beside what simpler means reach on the same data in the same run. Nothing of the data is kept.

mod ablations;
mod address;
mod address_rules;
mod alerts;
mod bayes;
mod bm25;
mod category;
mod gold;
mod group_score;
mod groups;
mod held_out;
mod messages;
mod numbers;
mod similar;
mod tfidf;
mod twister;

use super::figures::Figures;
use crate::failure::Failure;
use crate::language::Language;
use crate::progress::Progress;
use std::path::Path;

/// What no run can say.
const NEVER_RUN: [&str; 2] = [
    "the same on messages that are not in the folder: they are not on this machine",
    "linear SVM of other programs, GBDT pair model, neural tagger: no Rust; their figures stand with the data",
];
const PARTS: u64 = 5;

/// Measures what the folder of shared data allows; `requests` is the size of the index whose searches are timed.
pub fn text(shared: &Path, requests: usize, json: bool) -> Result<(), Failure> {
    let folder = shared.join("text");
    let mut figures = Figures::new("text", "this machine");
    let mut bar = Progress::new(Language::of_environment().pick("测量", "measuring"));
    let mut done = 0;
    let mut step = || {
        done += 1;
        bar.show(done, Some(PARTS));
    };
    if there(&folder, &mut figures, "category", &[category::FILE]) {
        category::measure(&folder, &mut figures)?;
    }
    step();
    let read = there(&folder, &mut figures, "groups, copies, alerts, similar, ablations", &messages::FILES);
    if read {
        let messages = messages::read(&folder)?;
        groups::measure(&messages, &mut figures);
        step();
        similar::measure(&messages, requests, &mut figures);
        step();
        ablations::measure(&messages, &mut figures);
    }
    step();
    if there(&folder, &mut figures, "addresses", &address::FILES) {
        address::measure(&folder, &mut figures)?;
    }
    step();
    if there(&folder, &mut figures, "scan", &numbers::SCAN) {
        numbers::scan(&folder, &mut figures)?;
    }
    if there(&folder, &mut figures, "alarms", &[numbers::ALARMS]) {
        numbers::alarms(&folder, &mut figures)?;
    }
    drop(bar);
    NEVER_RUN.iter().for_each(|what| figures.not_run(*what));
    figures.tell(json)
}

/// Whether the data of a part are there; what is not there is said at the end.
fn there(folder: &Path, figures: &mut Figures, part: &str, files: &[&str]) -> bool {
    let missing = files.iter().find(|name| !folder.join(name).is_file());
    if let Some(name) = missing {
        let path = folder.join(name);
        figures.not_run(format!(
            "{part}: {} is not there; --shared or GUANJIA_SHARED names the folder",
            path.display()
        ));
    }
    missing.is_none()
}
