//! Alerts against the issues that were injected.

use super::make::{DAY, Stream};
use super::online::Gathered;
use super::words::KINDS;
use std::collections::BTreeMap;

/// So many voices ring.
const VOICES: usize = 3;

/// What came of a kind of issue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Alerts about an injected issue.
    pub right: usize,
    /// Other alerts.
    pub wrong: usize,
    /// Injected issues.
    pub injected: usize,
    /// Those that rang.
    pub reached: usize,
    /// Days from the third household's writing to the alert, summed over those that rang.
    pub late: f64,
}

impl Tally {
    /// The share of the alerts that are right; 1 where there were none.
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of the injected issues that rang.
    pub fn recall(&self) -> f64 {
        share(self.reached, self.injected)
    }

    /// Mean days late.
    pub fn days(&self) -> f64 {
        self.late / self.reached.max(1) as f64
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Hears the alerts as they come.
pub struct Judge<'a> {
    stream: &'a Stream,
    by_household: bool,
    rung: Vec<bool>,
    /// When an injected issue rang.
    heard: BTreeMap<usize, i64>,
    tallies: [Tally; KINDS.len()],
    strange: Tally,
}

impl<'a> Judge<'a> {
    /// For a stream; `by_household` says whether households are counted, or messages.
    pub fn new(stream: &'a Stream, by_household: bool) -> Self {
        let (rung, heard) = (Vec::new(), BTreeMap::new());
        Self { stream, by_household, rung, heard, tallies: Default::default(), strange: Tally::default() }
    }

    /// After request `now`: which issues ring for the first time.
    pub fn hear(&mut self, now: usize, issues: &[Gathered]) {
        self.rung.resize(issues.len(), false);
        for (place, issue) in issues.iter().enumerate() {
            if !self.rung[place] && self.voices(issue.iter().copied()) >= VOICES {
                self.rung[place] = true;
                self.weigh(now, issue);
            }
        }
    }

    fn voices(&self, requests: impl Iterator<Item = usize>) -> usize {
        let mut heard: Vec<&str> = requests.map(|one| self.stream.written[one].household.as_str()).collect();
        if self.by_household {
            heard.sort_unstable();
            heard.dedup();
        }
        heard.len()
    }

    /// An alert is right when more than half of its requests are of one injected issue of which three households have
    /// written.
    fn weigh(&mut self, now: usize, issue: &Gathered) {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for injected in issue.iter().filter_map(|one| self.stream.written[*one].issue) {
            *counts.entry(injected).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        let found =
            most.filter(|(injected, count)| 2 * count > issue.len() && self.third(*injected) <= self.at(now));
        match (found, most) {
            (Some((injected, _)), _) => {
                self.tallies[self.stream.kinds[injected]].right += 1;
                let at = self.at(now);
                self.heard.entry(injected).or_insert(at);
            }
            (None, Some((injected, _))) => self.tallies[self.stream.kinds[injected]].wrong += 1,
            (None, None) => self.strange.wrong += 1,
        }
    }

    fn at(&self, request: usize) -> i64 {
        self.stream.written[request].at
    }

    /// When the third household of an injected issue wrote.
    fn third(&self, injected: usize) -> i64 {
        let mut heard: Vec<&str> = Vec::new();
        for one in self.stream.written.iter().filter(|one| one.issue == Some(injected)) {
            if !heard.contains(&one.household.as_str()) {
                heard.push(&one.household);
            }
            if heard.len() == VOICES {
                return one.at;
            }
        }
        i64::MAX
    }

    /// By kind, and overall with the alerts that are about nothing injected.
    pub fn tallies(mut self) -> ([Tally; KINDS.len()], Tally) {
        for (injected, kind) in self.stream.kinds.iter().enumerate() {
            self.tallies[*kind].injected += 1;
            if let Some(at) = self.heard.get(&injected) {
                let late = (at - self.third(injected)).max(0) as f64 / DAY as f64;
                self.tallies[*kind].reached += 1;
                self.tallies[*kind].late += late;
            }
        }
        let all = self.tallies.iter().fold(self.strange, |all, one| Tally {
            right: all.right + one.right,
            wrong: all.wrong + one.wrong,
            injected: all.injected + one.injected,
            reached: all.reached + one.reached,
            late: all.late + one.late,
        });
        (self.tallies, all)
    }
}
