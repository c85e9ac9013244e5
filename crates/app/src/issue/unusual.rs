//! Unusual numbers of a community: how many households reported a class of matters in an estate in two weeks, against
//! what is usual there, corrected for every cell that was looked at.

use super::list::count;
use crate::day::DAY;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_discover::alarms::{Cell, unusual};
use guanjia_domain::ids::EstateId;
use guanjia_domain::issue::Voice;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use std::collections::BTreeMap;

/// The period that is looked at, in days.
const PERIOD: i64 = 14;
/// The time before it that says what is usual, in days: half a year.
const BEFORE: i64 = 182;
/// With less than this before it, in days, nothing is said.
const LEAST_BEFORE: i64 = 28;
/// The chance, corrected, from which a number is unusual.
const UNUSUAL: f64 = 0.05;
/// Fewer households than this are never unusual.
const FEWEST: u64 = 3;

/// A number that is unusual.
#[derive(Clone, Debug)]
pub struct UnusualCell {
    /// The estate.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// The code of the class of matters.
    pub class: String,
    /// Households that reported.
    pub households: u64,
    /// How many a period as long usually has.
    pub usual: f64,
    /// By chance it happens once in so many looks at all the cells.
    pub once_in: u64,
}

/// What was found, and how much was looked at.
#[derive(Clone, Debug)]
pub struct UnusualNumbers {
    /// The length of the period, in days.
    pub days: i64,
    /// How many cells were looked at.
    pub cells: usize,
    /// Over how many days before the period.
    pub before: i64,
    /// Whether that is enough to say anything.
    pub enough: bool,
    /// The unusual ones, the least likely first.
    pub found: Vec<UnusualCell>,
}

/// Voices of a cell in the period and before it.
#[derive(Default)]
struct Voices {
    now: Vec<Voice>,
    before: Vec<Voice>,
}

impl App {
    /// The unusual numbers of a community.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for whoever may not compare.
    pub fn unusual_numbers(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<UnusualNumbers> {
        let street = self.community(tx, community)?.street;
        allow(who, Action::CompareIssues, &Area::community(community, street))?;
        let now = self.now();
        let (period, earliest) = (now.plus(-PERIOD * DAY), now.plus(-(PERIOD + BEFORE) * DAY));
        let reported = tx.reported_since(community, earliest)?;
        let began = reported.iter().map(|it| it.request.reported_at).min().unwrap_or(now);
        let before = period.since(began).max(0) / DAY;
        let mut cells: BTreeMap<(EstateId, String), Voices> = BTreeMap::new();
        for it in reported {
            let Some(class) = it.request.matter.as_deref().and_then(|code| code.get(..2)) else { continue };
            let at: Moment = it.request.reported_at;
            let voices = self.voices(tx, community, &it.request, it.reporter)?;
            let cell = cells.entry((it.request.place.estate, class.to_owned())).or_default();
            if at >= period { cell.now.extend(voices) } else { cell.before.extend(voices) }
        }
        let enough = before >= LEAST_BEFORE;
        let found = if enough { self.judged(tx, community, &cells, before)? } else { Vec::new() };
        Ok(UnusualNumbers { days: PERIOD, cells: cells.len(), before, enough, found })
    }

    fn judged(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        cells: &BTreeMap<(EstateId, String), Voices>,
        before: i64,
    ) -> Result<Vec<UnusualCell>> {
        let counted: Vec<Cell> = cells
            .values()
            .map(|it| Cell {
                households: count(&it.now) as u64,
                days: PERIOD as f64,
                before: count(&it.before) as u64,
                days_before: before as f64,
            })
            .collect();
        let names = tx.estate_names(community)?;
        let mut found = Vec::new();
        for (((estate, class), cell), said) in cells.keys().zip(&counted).zip(unusual(&counted)) {
            if cell.households < FEWEST || said.corrected > UNUSUAL {
                continue;
            }
            let name = names.iter().find(|(id, _)| id == estate);
            found.push(UnusualCell {
                estate: *estate,
                name: name.map(|(_, name)| name.clone()).unwrap_or_default(),
                class: class.clone(),
                households: cell.households,
                usual: said.usual,
                once_in: once_in(said.corrected),
            });
        }
        found.sort_by_key(|it| std::cmp::Reverse(it.once_in));
        Ok(found)
    }
}

/// One in how many, with one telling digit: more would pretend to know.
fn once_in(chance: f64) -> u64 {
    let all = (1.0 / chance.max(1e-9)).round() as u64;
    let unit = 10u64.pow(all.checked_ilog10().unwrap_or(0));
    all / unit * unit
}

#[cfg(test)]
mod tests {
    use super::once_in;

    #[test]
    fn one_telling_digit() {
        assert_eq!([0.05, 0.000_312, 1.0, 0.0].map(once_in), [20, 3_000, 1, 1_000_000_000]);
    }
}
