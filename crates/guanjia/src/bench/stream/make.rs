//! The invented stream: issues that households write about, their words copied for other estates, single cases and
//! what has nothing to do with any of it. The same seed makes the same stream.

use super::words::{AFTER, BEFORE, KINDS, NOISE};
use guanjia_discover::statistics::Chance;
use guanjia_domain::issue::can_be_common;

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;
/// The stream begins here: midnight in China, 2026-01-01.
const BEGINNING: i64 = 1_767_196_800_000;
/// After an issue so many days nothing of its kind is written in its estate, so that it is clear what belongs to it.
const QUIET: u32 = 30;
/// Of ten thousand estate-days, on how many an issue begins, and a single case of one of the kinds is written.
const ISSUES: usize = 600;
const SINGLE: usize = 500;
/// Of ten estate-days, on how many something else is written.
const OTHERS: usize = 5;
/// Of ten requests, for how many the matter was chosen.
const CHOSEN: usize = 4;

/// A request of the stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Unique, by the order in which it was made.
    pub id: String,
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// The estate's number.
    pub estate: usize,
    /// The household, unique in the community.
    pub household: String,
    /// What was written.
    pub text: String,
    /// The matter, where it was chosen.
    pub matter: Option<&'static str>,
    /// The injected issue that it belongs to.
    pub issue: Option<usize>,
    /// Whether it is another estate's text, word for word.
    pub copy: bool,
}

/// A stream with the kind of each injected issue.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// In the order of time.
    pub written: Vec<Written>,
    /// Kinds by issue.
    pub kinds: Vec<usize>,
}

/// Makes a stream of so many days over so many estates.
pub fn stream(seed: u64, days: u32, estates: usize) -> Stream {
    let (quiet, silent) = (vec![[0; KINDS.len()]; estates], vec![[0; NOISE.len()]; estates]);
    let mut maker = Maker { chance: Chance::new(seed), days, out: Stream::default(), quiet, silent };
    for day in 0..days {
        for estate in 0..estates {
            maker.one_day(day, estate);
        }
    }
    maker.out.written.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    maker.out
}

struct Maker {
    chance: Chance,
    days: u32,
    out: Stream,
    /// Until which day nothing of a kind begins in an estate.
    quiet: Vec<[u32; KINDS.len()]>,
    /// The same of everything else.
    silent: Vec<[u32; NOISE.len()]>,
}

impl Maker {
    fn one_day(&mut self, day: u32, estate: usize) {
        let other = self.chance.below(NOISE.len());
        if self.chance.below(10) < OTHERS && self.silent[estate][other] <= day {
            let (matter, text) = NOISE[other];
            // Two households that say the same of one estate's thing would be an issue; of papers everybody asks.
            if can_be_common(Some(matter)) {
                self.silent[estate][other] = day + QUIET;
            }
            let text = self.phrased(text, 0);
            self.write(day, estate, text, matter, None, false);
        }
        let (kind, drawn) = (self.chance.below(KINDS.len()), self.chance.below(10_000));
        // An issue that cannot be written to its end is not begun.
        if self.quiet[estate][kind] > day || drawn >= ISSUES + SINGLE || day + QUIET / 2 > self.days {
            return;
        }
        self.quiet[estate][kind] = day + QUIET;
        if drawn < ISSUES {
            self.issue(day, estate, kind);
        } else {
            let text = self.about(kind, 0);
            self.write(day, estate, text, KINDS[kind].matter, None, false);
        }
    }

    /// Four to nine households within a few days, some of them twice; now and then their words elsewhere.
    fn issue(&mut self, day: u32, estate: usize, kind: usize) {
        let (issue, building) = (self.out.kinds.len(), 1 + self.chance.below(20));
        self.out.kinds.push(kind);
        for _ in 0..4 + self.chance.below(6) {
            let on = day + self.chance.below(10) as u32;
            let text = self.about(kind, building);
            let household = self.write(on, estate, text.clone(), KINDS[kind].matter, Some(issue), false);
            if self.chance.below(5) == 0 {
                let again = self.about(kind, building);
                self.write(on + 1, estate, again, KINDS[kind].matter, Some(issue), false);
                if let Some(last) = self.out.written.last_mut() {
                    last.household = household;
                }
            }
            let elsewhere = self.chance.below(self.quiet.len());
            if self.chance.below(3) == 0 && self.quiet[elsewhere][kind] <= on {
                self.quiet[elsewhere][kind] = on + QUIET;
                self.write(on, elsewhere, text, KINDS[kind].matter, None, true);
            }
        }
    }

    fn about(&mut self, kind: usize, building: usize) -> String {
        let of = &KINDS[kind];
        let matter = of.matters[self.chance.below(of.matters.len())];
        let follows = of.follows[self.chance.below(of.follows.len())];
        self.phrased(&format!("{matter}，{follows}"), building)
    }

    /// With a beginning and an end; a building of 0 is any.
    fn phrased(&mut self, text: &str, building: usize) -> String {
        let building = if building == 0 { 1 + self.chance.below(20) } else { building };
        let before = BEFORE[self.chance.below(BEFORE.len())].replace('#', &building.to_string());
        format!("{before}{text}{}", AFTER[self.chance.below(AFTER.len())])
    }

    /// Writes it down and says whose it is.
    fn write(
        &mut self,
        day: u32,
        estate: usize,
        text: String,
        matter: &'static str,
        issue: Option<usize>,
        copy: bool,
    ) -> String {
        let number = self.out.written.len();
        let household = format!("h{number}");
        self.out.written.push(Written {
            id: format!("r{number:06}"),
            at: BEGINNING + i64::from(day) * DAY + self.chance.below(DAY as usize) as i64,
            estate,
            household: household.clone(),
            text,
            matter: (self.chance.below(10) < CHOSEN).then_some(matter),
            issue,
            copy,
        });
        household
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_one_stream_with_issues_and_copies() {
        let made = stream(7, 60, 6);
        assert_eq!(made, stream(7, 60, 6));
        assert_ne!(made, stream(8, 60, 6));
        assert!(!made.kinds.is_empty() && made.written.iter().any(|one| one.copy));
        for copy in made.written.iter().filter(|one| one.copy) {
            let source = made.written.iter().find(|one| one.text == copy.text && one.issue.is_some());
            assert!(source.is_some_and(|it| it.estate != copy.estate), "{copy:?}");
        }
    }
}
