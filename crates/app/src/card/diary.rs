//! The visit diary (民情日志): what was done for a home, told by the requests themselves. Nobody writes it.

use crate::error::Result;
use crate::office::App;
use crate::request::area_of;
use guanjia_domain::ids::{RequestId, RoomId};
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::{Request, RequestEvent};
use guanjia_domain::{Body, CommunityCode, Moment, Subject};
use guanjia_store::Tx;
use guanjia_store::places::RoomPlace;

/// How many requests of a unit are looked through, and how many lines are shown.
const MOST: u32 = 200;
const LINES: usize = 20;

/// Something that was done for a home.
#[derive(Clone, Debug)]
pub struct DiaryLine {
    /// When.
    pub at: Moment,
    /// Of which request.
    pub request: RequestId,
    /// Its number.
    pub number: u64,
    /// Its matter.
    pub matter: Option<String>,
    /// What: done on the spot, disposed, closed, asked afterwards.
    pub event: RequestEvent,
}

impl App {
    /// What was done for a room, the newest first, as far as the reader may read the requests.
    pub(super) fn diary(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
        place: &RoomPlace,
    ) -> Result<Vec<DiaryLine>> {
        let street = self.community(tx, community)?.street;
        let mut requests = tx.requests_of_unit(community, place.estate, place.unit, MOST)?;
        requests.retain(|it| {
            let area = area_of(community, street, it);
            it.place.room == Some(room) && permit(who, Action::ReadRequest, &area) == Verdict::Allowed
        });
        let mut lines = Vec::new();
        for request in &requests {
            lines.extend(self.visits(tx, community, request)?);
        }
        lines.sort_by_key(|line: &DiaryLine| std::cmp::Reverse((line.at, line.number)));
        lines.truncate(LINES);
        Ok(lines)
    }

    fn visits(&self, tx: &mut Tx, community: CommunityCode, request: &Request) -> Result<Vec<DiaryLine>> {
        let told = tx.events_of(community, Subject::Request(request.id))?.into_iter();
        let line = |recorded: guanjia_store::ledger::Recorded| {
            let Body::Request(event) = recorded.event.body else { return None };
            is_visit(&event).then(|| DiaryLine {
                at: recorded.event.at,
                request: request.id,
                number: request.number,
                matter: request.matter.clone(),
                event,
            })
        };
        Ok(told.filter_map(line).collect())
    }
}

/// Whether somebody was there, or called.
const fn is_visit(event: &RequestEvent) -> bool {
    matches!(
        event,
        RequestEvent::DoneOnSpot { .. }
            | RequestEvent::Disposed { .. }
            | RequestEvent::Checked { .. }
            | RequestEvent::Closed { .. }
            | RequestEvent::FollowedUp(_)
    )
}
