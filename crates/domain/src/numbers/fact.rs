//! One request's life in figures.

use super::exclusion::Exclusion;
use super::line::{Flags, Line};
use super::whose::Whose;
use crate::ids::{BuildingId, EstateId, GridId, RequestId, StaffId, UnitId};
use crate::moment::Moment;
use crate::request::{Channel, Closing, FollowUp, Request, Satisfaction, State};

/// A request as statistics see it: places, instants and counts, no word of anybody. It is folded from the request's
/// events ([`Line::of`]) and from the claims and drawings in force when it was reported ([`Whose`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which request.
    pub id: RequestId,
    /// The number people say on the phone.
    pub number: u64,
    /// The estate it is about.
    pub estate: EstateId,
    /// The building, if it names one.
    pub building: Option<BuildingId>,
    /// The unit, if it names one.
    pub unit: Option<UnitId>,
    /// The one grid that covered the place when it was reported; `None` where the place says too little, or where
    /// none or several covered it.
    pub grid: Option<GridId>,
    /// Who was accountable when it was reported; `None` for an estate that is not known here.
    pub steward: Option<StaffId>,
    /// Code of the matter as it stands now, see [`crate::matter`].
    pub matter: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// Danger to life and what else is a yes or no.
    pub flags: Flags,
    /// Where it stands.
    pub state: State,
    /// How it ended, if it was closed.
    pub closing: Option<Closing>,
    /// Whom it waits for: the kind of who was asked, else of who has it, as [`crate::Party::kind`] names them.
    pub waits_for: &'static str,
    /// Whether it lies with the street office or a bureau by a call for help; its own events do not tell, so it is
    /// said beside them.
    pub called: bool,
    /// When it was said.
    pub reported_at: Moment,
    /// When somebody first took it on or refused it.
    pub accepted_at: Option<Moment>,
    /// When the reporter first got words or a deed, not only a sign that it was taken on.
    pub answered_at: Option<Moment>,
    /// When it was last reported done.
    pub done_at: Option<Moment>,
    /// When it ended; `None` while it is open, so also after a reopening.
    pub ended_at: Option<Moment>,
    /// When it is, or was, due; pauses that have ended are counted in.
    pub due_at: Moment,
    /// How long the present clock has stood still in pauses that have ended, in milliseconds.
    pub stood: i64,
    /// Since when the clock stands still.
    pub stands_since: Option<Moment>,
    /// How often it was given back, sent back by the check, taken up after its end, and got more time.
    pub counts: Counts,
    /// The resident's own answer: solved or not.
    pub confirmed: Option<bool>,
    /// The resident's own answer: how content.
    pub rated: Option<Satisfaction>,
    /// What came of asking afterwards (回访).
    pub follow_up: Option<FollowUp>,
}

/// How often something happened to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Given back (退回).
    pub returns: u32,
    /// Sent back by the check (返工).
    pub reworks: u32,
    /// Taken up again after its end.
    pub reopenings: u32,
    /// Given more time (延期).
    pub extensions: u32,
    /// Others who said "me too".
    pub joined: u32,
}

/// Which request, where and when: the columns beside the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Where {
    /// Which request.
    pub id: RequestId,
    /// The estate.
    pub estate: EstateId,
    /// The building.
    pub building: Option<BuildingId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// When it was said.
    pub reported_at: Moment,
}

impl Fact {
    /// The fact of a request: where it is, its line, and who looked after the place then.
    #[must_use]
    pub fn new(at: Where, line: Line, whose: &Whose) -> Self {
        let Where { id, estate, building, unit, reported_at } = at;
        let later = |after: i64| reported_at.plus(after);
        Self {
            id,
            number: line.number,
            estate,
            building,
            unit,
            grid: building.and_then(|building| whose.grid(building, unit, reported_at)),
            steward: whose.steward(estate, reported_at),
            matter: line.matter,
            channel: line.channel,
            flags: line.flags,
            state: line.state,
            closing: line.closing,
            waits_for: line.waits_for,
            called: false,
            reported_at,
            accepted_at: line.accepted.map(later),
            answered_at: line.answered.map(later),
            done_at: line.done.map(later),
            ended_at: line.ended.map(later),
            due_at: later(line.due),
            stood: line.stood,
            stands_since: line.stands_since.map(later),
            counts: line.counts,
            confirmed: line.confirmed,
            rated: line.rated,
            follow_up: line.follow_up,
        }
    }

    /// The fact of a request that is at hand.
    #[must_use]
    pub fn of(request: &Request, whose: &Whose) -> Self {
        let (place, reported_at) = (request.place, request.reported_at);
        let (building, unit) = (place.building, place.unit);
        let at = Where { id: request.id, estate: place.estate, building, unit, reported_at };
        Self::new(at, Line::of(request), whose)
    }

    /// Whether somebody still owes something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }

    /// Why it counts in no rate, if it does not.
    #[must_use]
    pub const fn exclusion(&self) -> Option<Exclusion> {
        Exclusion::of(self)
    }

    /// How long it took from the report to its end, or has taken so far at `now`, in milliseconds, and whether it has
    /// ended by then. Pauses are counted in: that is how long the resident waited. A reopened request has not ended.
    #[must_use]
    pub fn lasted(&self, now: Moment) -> (i64, bool) {
        let end = self.ended_at.filter(|end| *end <= now);
        (end.unwrap_or(now).since(self.reported_at).max(0), end.is_some())
    }
}
