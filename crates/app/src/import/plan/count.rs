//! What the plan comes to, in numbers and names.

use super::super::entry::Entry;
use super::super::tally::{Change, Line, MOST_LINES, Thing};
use super::Plan;

impl Plan {
    pub(super) fn count(&mut self) {
        let mut found: Vec<(Thing, Change, String)> = Vec::new();
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
            found.push((Thing::Claim, change, format!("{estate}：{steward}")));
        }
        found.extend(self.residents.iter().map(|it| (Thing::Resident, it.change, String::new())));
        for (thing, change, name) in found {
            self.counts.count(thing, change);
            if change != Change::Unchanged && !name.is_empty() && self.lines.len() < MOST_LINES {
                self.lines.push(Line { thing, change, name });
            }
        }
        let differing = self.residents.iter().filter(|it| it.change != Change::Unchanged);
        for it in differing.take(MOST_LINES.saturating_sub(self.lines.len())) {
            self.lines.push(Line { thing: Thing::Resident, change: it.change, name: it.card.masked_name() });
        }
    }
}

fn note<T: Clone + PartialEq>(
    found: &mut Vec<(Thing, Change, String)>,
    thing: Thing,
    entries: &[Entry<T>],
    name: impl Fn(&T) -> String,
) {
    let named = entries.iter().filter(|entry| entry.named);
    found.extend(named.map(|entry| (thing, entry.change(), name(&entry.now))));
}
