//! Demand against delivery, as the page shows it.

use super::words::{count, got_words, piece_name, pieces_of};
use crate::view::project::kinds::{Need as Shown, worded};
use crate::view::project::{DoorLine, DoorsTable, NeedCount, PieceLine};
use crate::words::Words;
use guanjia_app::project::{DoorNames, ProjectSheet};
use guanjia_domain::project::{Item, Need, Outcome, Project, Step, tally};

/// Each need of a project in numbers.
pub(super) fn counts(it: &Project, outcomes: &[Outcome]) -> Vec<NeedCount> {
    let of = |need: &Need| {
        let sum = tally(outcomes, *need);
        let pieces: Vec<_> = it.items.iter().filter(|item| item.need == *need).collect();
        let done = pieces.iter().filter(|item| item.delivered_at.is_some()).count();
        let doors = sum.served + sum.partly + sum.not_yet;
        NeedCount {
            need: Shown::from_slug(need.name()).unwrap_or(Shown::Other),
            doors,
            served: sum.served,
            partly: sum.partly,
            not_yet: sum.not_yet,
            pieces: (count(pieces.len()), count(done)),
        }
    };
    Need::ALL.iter().map(of).filter(|it| it.doors > 0).collect()
}

/// Both tables of a project.
pub(super) fn table(words: &Words, sheet: &ProjectSheet) -> DoorsTable {
    let (it, outcomes) = (&sheet.project, sheet.project.outcomes());
    let mut buildings: Vec<(String, Vec<DoorLine>)> = Vec::new();
    for outcome in &outcomes {
        let name = sheet.doors.building(outcome.demand.door.building).to_owned();
        let (got, tone) = got_words(words, outcome.got);
        let line = DoorLine {
            door: sheet.doors.name(&outcome.demand.door),
            need: worded!(words, Need, outcome.demand.need.name()),
            got,
            tone,
            by: pieces_of(words, it, outcome),
        };
        match buildings.iter_mut().find(|(known, _)| *known == name) {
            Some((_, lines)) => lines.push(line),
            None => buildings.push((name, vec![line])),
        }
    }
    // Number 4 stands before number 12.
    buildings.sort_by_key(|(name, _)| (number_in(name), name.clone()));
    for (_, lines) in &mut buildings {
        lines.sort_by_cached_key(|line| (line.door.chars().count(), line.door.clone()));
    }
    let pieces = (1..).zip(&it.items).map(|(n, item)| piece(words, sheet, n, item)).collect();
    DoorsTable { counts: counts(it, &outcomes), pieces, buildings }
}

fn piece(words: &Words, sheet: &ProjectSheet, n: u32, item: &Item) -> PieceLine {
    let (state, tone) = match (item.delivered_at, item.dropped) {
        (Some(_), _) => (words.say("piece-done").to_owned(), "done"),
        (None, Some(why)) => {
            let why = worded!(words, Why, why.name());
            (words.say_with("piece-given-up", &[("why", why.as_str().into())]), "off")
        }
        (None, None) => (words.say("piece-open").to_owned(), "wait"),
    };
    let href = format!("/projects/{}/items/{n}", sheet.project.id);
    PieceLine {
        href: if sheet.may(Step::Assign) { href } else { String::new() },
        name: piece_name(words, &sheet.project, n),
        state,
        tone,
        doors: served(words, &sheet.doors, item),
    }
}

fn served(words: &Words, doors: &DoorNames, item: &Item) -> String {
    let one = |serve: &guanjia_domain::project::Serve| {
        let door = doors.name(&serve.door);
        match serve.partly {
            None => door,
            Some(_) => words.say_with("piece-partly", &[("door", door.as_str().into())]),
        }
    };
    item.serves.iter().map(one).collect::<Vec<_>>().join(words.say("list-comma"))
}

/// The first number in a name; the largest for a name without one.
fn number_in(name: &str) -> u32 {
    let digits: String =
        name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u32::MAX)
}
