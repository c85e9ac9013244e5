//! Which open requests move when limits or the calendar change.

use crate::error::Result;
use crate::office::App;
use crate::request::PlaceName;
use guanjia_domain::limit::{Limits, Measure, Rules};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::request::{Because, Request, RequestEvent};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// How many requests are read at a time.
const AT_ONCE: u32 = 200;
/// How many requests are named; the rest is counted.
const NAMED: usize = 100;

/// A clock that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedClock {
    /// Of what.
    pub measure: Measure,
    /// When it is due.
    pub from: Moment,
    /// When it will be.
    pub to: Moment,
}

/// A request that moves.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The request.
    pub request: Request,
    /// What will be recorded on it.
    event: RequestEvent,
}

/// All that move.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Each of them, the most pressing of each estate first.
    pub all: Vec<Moved>,
    /// The places of the first of them, for who may read requests.
    pub places: Vec<PlaceName>,
}

impl Moved {
    /// The clocks that move, and how.
    #[must_use]
    pub fn clocks(&self) -> Vec<MovedClock> {
        let RequestEvent::Recounted { clock, also, .. } = &self.event else { return Vec::new() };
        let done = (Measure::Done, self.request.due_at(), clock);
        let others = also.iter().filter_map(|(measure, clock)| {
            Some((*measure, self.request.targets.get(measure)?.due_at(), clock))
        });
        let moved = |(measure, from, clock): (_, _, &guanjia_domain::limit::Clock)| {
            let to = clock.due().at.into();
            (from != to).then_some(MovedClock { measure, from, to })
        };
        others.chain([done]).filter_map(moved).collect()
    }
}

impl App {
    /// What `limits` and `rules` would move.
    pub(crate) fn moves(
        &self,
        tx: &mut Tx,
        (who, community): (&Principal, CommunityCode),
        limits: &impl Fn(Option<&str>, bool) -> Limits,
        rules: &Rules,
        because: Because,
    ) -> Result<Moves> {
        let mut moves = Moves::default();
        for estate in tx.estates(community)? {
            let mut after = None;
            loop {
                let page = tx.board(community, &[estate.id], after, AT_ONCE)?;
                let Some(last) = page.last() else { break };
                after = Some((last.request.due_at(), last.request.id.0));
                for request in page.into_iter().map(|it| it.request) {
                    let own = limits(request.matter.as_deref(), request.urgent);
                    if let Some(event) = request.recounted(&own, rules, because) {
                        moves.all.push(Moved { request, event });
                    }
                }
            }
        }
        // Clocks that come to the same moment by another limit move nothing that anybody sees, and are recorded too.
        moves.all.sort_by_key(|it| it.clocks().is_empty());
        // Who sets limits need not be somebody who may read requests: where they came from is not theirs to know.
        let may_read =
            permit(who, Action::ReadRequest, &Area::community(community, None)) == Verdict::Allowed;
        let named = if may_read { NAMED } else { 0 };
        for it in moves.all.iter().take(named) {
            moves.places.push(self.place_name(tx, community, &it.request.place)?);
        }
        Ok(moves)
    }

    /// Records what moves, and sets the timers anew. The answer is how many requests are due at another moment.
    pub(crate) fn record_moves(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        moves: Moves,
    ) -> Result<usize> {
        let (now, mut seen) = (self.now(), 0);
        for moved in moves.all {
            seen += usize::from(!moved.clocks().is_empty());
            let after = tx.record_request(community, moved.request, who.actor(), now, vec![moved.event])?;
            self.set_timers(tx, community, &after, now)?;
        }
        Ok(seen)
    }
}
