//! A request's life in one short line: what an index holds, so that a month is read without opening its requests.
//!
//! The line holds instants and counts, never a rate, and follows from the request alone. It is written with the
//! request's row and compared by `guanjia verify` like any other column.

use super::fact::Counts;
use crate::limit::{Limit, Stop};
use crate::moment::Moment;
use crate::party::Role;
use crate::request::{Channel, Closing, FollowUp, Reach, Request, Satisfaction, State};

/// What is a yes or no about a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Flags {
    /// Danger to life, gas, fire, trapped lift.
    pub urgent: bool,
    /// Its first limit is *same day*: a small matter that is not to stay overnight, whatever time it got since.
    pub same_day: bool,
    /// Put right on the spot.
    pub on_the_spot: bool,
    /// Its texts were erased; its figures are nobody's and stay.
    pub erased: bool,
    /// The program brought it in from elsewhere.
    pub imported: bool,
}

/// A request's life; instants are milliseconds after the report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Fact`")]
pub struct Line {
    pub number: u64,
    pub matter: Option<String>,
    pub channel: Channel,
    pub flags: Flags,
    pub state: State,
    pub closing: Option<Closing>,
    pub waits_for: &'static str,
    pub accepted: Option<i64>,
    pub answered: Option<i64>,
    pub done: Option<i64>,
    pub ended: Option<i64>,
    pub due: i64,
    pub stood: i64,
    pub stands_since: Option<i64>,
    pub counts: Counts,
    pub confirmed: Option<bool>,
    pub rated: Option<Satisfaction>,
    pub follow_up: Option<FollowUp>,
}

const CHANNELS: [Channel; 5] = Channel::ALL;
const CLOSINGS: [Closing; 3] = [Closing::Normal, Closing::Overtime, Closing::Special];
const CONTENT: [Satisfaction; 3] =
    [Satisfaction::Satisfied, Satisfaction::Basically, Satisfaction::Dissatisfied];
const REACHES: [Reach; 3] = [Reach::Reached, Reach::Unreached, Reach::Declined];
const BOTH: [bool; 2] = [false, true];
const WAITS: [&str; 5] = ["steward", "grid_worker", "organisation", "street_office", "district_bureau"];

impl Line {
    /// The line of a request.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        let after = |at: Moment| at.since(request.reported_at);
        let stops = request.clock.stops();
        let lasted = |stop: &Stop| stop.to.map_or(0, |to| to.since(stop.from));
        Self {
            number: request.number,
            matter: request.matter.clone(),
            channel: request.channel,
            flags: Flags {
                urgent: request.urgent,
                same_day: request.first_limit() == Limit::SameDay,
                on_the_spot: request.done_on_spot_by.is_some(),
                erased: request.erased,
                imported: request.filed_by.role == Role::System,
            },
            state: request.state,
            closing: request.closing,
            waits_for: request.asked.unwrap_or(request.handler).kind(),
            accepted: request.accepted_at.map(after),
            answered: request.answered_at.map(after),
            done: request.disposed_at.map(after),
            ended: request.ended_at.map(after),
            due: after(request.due_at()),
            stood: stops.iter().map(lasted).sum(),
            stands_since: stops.last().filter(|stop| stop.to.is_none()).map(|stop| after(stop.from)),
            counts: Counts {
                returns: request.returns,
                reworks: request.reworks,
                reopenings: request.reopenings,
                extensions: request.extensions,
                joined: request.joined,
            },
            confirmed: request.confirmed,
            rated: request.satisfaction,
            follow_up: request.follow_up,
        }
    }

    /// The line as text.
    #[must_use]
    pub fn text(&self) -> String {
        let Flags { urgent, same_day, on_the_spot, erased, imported } = self.flags;
        let reach = self.follow_up.map(|it| it.reach);
        let (solved, satisfied) = self.follow_up.map_or((None, None), |it| (it.solved, it.satisfied));
        let letters: String = [
            letter(&CHANNELS, Some(self.channel)),
            letter(&CLOSINGS, self.closing),
            letter(&WAITS, Some(self.waits_for)),
            letter(&BOTH, self.confirmed),
            letter(&CONTENT, self.rated),
            letter(&REACHES, reach),
            letter(&BOTH, solved),
            letter(&CONTENT, satisfied),
        ]
        .into_iter()
        .chain([urgent, same_day, on_the_spot, erased, imported].map(|flag| letter(&BOTH, Some(flag))))
        .collect();
        let Counts { returns, reworks, reopenings, extensions, joined } = self.counts;
        let at = |it: Option<i64>| it.map_or_else(|| "-".to_owned(), |it| it.to_string());
        format!(
            "{letters} {} {} {} {} {} {} {} {} {} {returns} {reworks} {reopenings} {extensions} {joined} {}",
            self.state.name(),
            self.number,
            self.due,
            at(self.accepted),
            at(self.answered),
            at(self.done),
            at(self.ended),
            self.stood,
            at(self.stands_since),
            self.matter.as_deref().unwrap_or_default(),
        )
    }

    /// The line that a text holds; `None` for one that was not written by [`Line::text`].
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // The matter stands last and is whatever is left.
        let mut parts = text.splitn(16, ' ');
        let letters = parts.next()?.as_bytes();
        let state = State::of_name(parts.next()?)?;
        let mut number = || parts.next()?.parse::<u64>().ok();
        let count = number()?;
        let due = signed(parts.next()?)?;
        let mut instant = || match parts.next()? {
            "-" => Some(None),
            at => signed(at).map(Some),
        };
        let (accepted, answered, done, ended) = (instant()?, instant()?, instant()?, instant()?);
        let (stood, stands_since) = (instant()??, instant()?);
        let mut times = || parts.next()?.parse::<u32>().ok();
        let (returns, reworks, reopenings) = (times()?, times()?, times()?);
        let (extensions, joined) = (times()?, times()?);
        let matter = parts.next()?;
        let flag = |at: usize| known(&BOTH, letters, at).unwrap_or(false);
        let follow_up = known(&REACHES, letters, 5).map(|reach| FollowUp {
            reach,
            solved: known(&BOTH, letters, 6),
            satisfied: known(&CONTENT, letters, 7),
        });
        Some(Self {
            number: count,
            matter: (!matter.is_empty()).then(|| matter.to_owned()),
            channel: known(&CHANNELS, letters, 0)?,
            flags: Flags {
                urgent: flag(8),
                same_day: flag(9),
                on_the_spot: flag(10),
                erased: flag(11),
                imported: flag(12),
            },
            state,
            closing: known(&CLOSINGS, letters, 1),
            waits_for: known(&WAITS, letters, 2)?,
            accepted,
            answered,
            done,
            ended,
            due,
            stood,
            stands_since,
            counts: Counts { returns, reworks, reopenings, extensions, joined },
            confirmed: known(&BOTH, letters, 3),
            rated: known(&CONTENT, letters, 4),
            follow_up,
        })
    }
}

fn signed(text: &str) -> Option<i64> {
    text.parse().ok()
}

/// The letter that stands for one of several, `-` for none.
fn letter<T: PartialEq>(all: &[T], one: Option<T>) -> char {
    let place = one.and_then(|one| all.iter().position(|it| *it == one));
    place.and_then(|place| char::from_digit(u32::try_from(place).ok()?, 36)).unwrap_or('-')
}

fn known<T: Copy>(all: &[T], letters: &[u8], at: usize) -> Option<T> {
    let place = char::from(*letters.get(at)?).to_digit(36)?;
    all.get(place as usize).copied()
}
