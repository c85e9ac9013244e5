//! What the plan comes to, in numbers, names and differences.

use super::super::difference::{Difference, Differences, Differs};
use super::super::entry::Entry;
use super::super::tally::{Change, Line, MOST_LINES, Thing};
use super::{Plan, PlannedResident};

impl Plan {
    pub(super) fn count(&mut self) {
        let mut found: Vec<Line> = Vec::new();
        let house = &self.house;
        note(&mut found, Thing::Staff, &house.staff, |it| it.person.name.clone());
        note(&mut found, Thing::Estate, &house.estates, |it| it.facts.name.clone());
        note(&mut found, Thing::Building, &house.buildings, |it| {
            format!("{}{}", house.estate_name(it.standing.first), it.name)
        });
        note(&mut found, Thing::Grid, &house.grids, |it| it.name.clone());
        note(&mut found, Thing::Organisation, &house.organisations, |it| it.organisation.name.clone());
        for claim in &self.claims {
            let change = match (claim.differs, claim.first) {
                (true, true) => Change::New,
                (true, false) => Change::Changed,
                (false, _) => Change::Unchanged,
            };
            let (estate, steward) = (house.estate_name(claim.new.estate), house.name_of(claim.new.steward));
            let name = format!("{estate}：{steward}");
            found.push(Line { thing: Thing::Claim, change, name, differences: Vec::new() });
        }
        for line in found {
            self.counts.count(line.thing, line.change);
            if line.change != Change::Unchanged && self.lines.len() < MOST_LINES {
                self.lines.push(line);
            }
        }
        for resident in &self.residents {
            self.counts.count(Thing::Resident, resident.change);
        }
        // Who changes is looked at more closely than who is new.
        for change in [Change::Changed, Change::New] {
            let differing = self.residents.iter().filter(|it| it.change == change);
            let lines: Vec<Line> =
                differing.take(MOST_LINES.saturating_sub(self.lines.len())).map(line).collect();
            self.lines.extend(lines);
        }
    }
}

fn line(resident: &PlannedResident) -> Line {
    let mut differences = Differences::default();
    if let Some(earlier) = &resident.earlier {
        earlier.differences(&resident.card, &mut differences);
    }
    let (thing, change, name) = (Thing::Resident, resident.change, resident.card.masked_name());
    Line { thing, change, name, differences: differences.0 }
}

fn note<T: Clone + PartialEq + Differs>(
    found: &mut Vec<Line>,
    thing: Thing,
    entries: &[Entry<T>],
    name: impl Fn(&T) -> String,
) {
    for entry in entries.iter().filter(|entry| entry.named) {
        let (change, differences) = (entry.change(), differences(entry));
        found.push(Line { thing, change, name: name(&entry.now), differences });
    }
}

fn differences<T: Clone + PartialEq + Differs>(entry: &Entry<T>) -> Vec<Difference> {
    let mut differences = Differences::default();
    if let Some(before) = &entry.before {
        before.differences(&entry.now, &mut differences);
        if entry.other_columns || entry.within {
            differences.columns();
        }
    }
    differences.0
}
