//! Presses: what somebody does at once is one deed, however many events tell of it.

use super::table::ask_of;
use super::week::{Deeds, monday_of};
use crate::moment::Moment;
use crate::party::{Actor, Role};
use jiff::civil::Date;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Events of one actor that follow each other in less than these milliseconds come of one press: nobody presses twice
/// as fast, and a press that tells of forty requests takes its time.
const APART: u64 = 1000;

/// What is done one by one also where it arrives together: a phone sends what it kept while it had no signal.
const ONE_BY_ONE: [&str; 3] = ["reported", "done_on_spot", "survey_answered"];

/// The deeds of a ledger, counted event by event in the order of the ledger. What one person does at once is one press:
/// done on the spot and closed, a common issue confirmed and its requests linked, a project closed with one reply for
/// all its requests. Persons are forgotten with the next event.
#[derive(Debug, Default)]
pub struct Presses {
    deeds: BTreeMap<(Date, Role, String), (u64, u64)>,
    open: Option<Press>,
}

/// The events that one actor caused at once.
#[derive(Debug)]
struct Press {
    /// When the first of them was.
    began: Moment,
    /// When the last of them was.
    last: Moment,
    actor: Actor,
    /// Of which subject, where the actor has no id and may be anybody.
    of: Option<Uuid>,
    /// How often each event, in the order in which they came.
    events: Vec<(String, u64)>,
}

impl Presses {
    /// Takes an event in.
    pub fn take(&mut self, at: Moment, actor: Actor, subject: Uuid, event: &str) {
        let of = actor.id.is_none().then_some(subject);
        let same = |it: &Press| (it.actor, it.of) == (actor, of) && at.0.abs_diff(it.last.0) < APART;
        if !self.open.as_ref().is_some_and(same) {
            self.close();
            self.open = Some(Press { began: at, last: at, actor, of, events: Vec::new() });
        }
        if let Some(press) = &mut self.open {
            press.last = at;
            match press.events.iter_mut().find(|(known, _)| known == event) {
                Some((_, count)) => *count += 1,
                None => press.events.push((event.to_owned(), 1)),
            }
        }
    }

    /// What was done.
    #[must_use]
    pub fn deeds(mut self) -> Vec<Deeds> {
        self.close();
        let deeds = self.deeds.into_iter();
        deeds.map(|((week, role, event), (count, own))| Deeds { week, role, event, count, own }).collect()
    }

    /// The press is what asks the most of those that it caused, the first of them where several ask as much; the others
    /// came with it.
    fn close(&mut self) {
        let Some(press) = self.open.take() else { return };
        let seconds = |event: &str| ask_of(event).map_or(0, |ask| ask.seconds);
        let most = press.events.iter().map(|(event, _)| seconds(event)).max();
        let main = press.events.iter().position(|(event, _)| Some(seconds(event)) == most);
        let week = monday_of(press.began);
        for (place, (event, many)) in press.events.into_iter().enumerate() {
            let deeds = if ONE_BY_ONE.contains(&event.as_str()) { many } else { 1 };
            let (count, own) = self.deeds.entry((week, press.actor.role, event)).or_default();
            *count += many;
            *own += if Some(place) == main { deeds } else { 0 };
        }
    }
}
