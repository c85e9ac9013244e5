//! A few invented lives of requests, for the tests of what is reckoned over them.

use super::event::{Reported, RequestEvent};
use super::state::{Channel, Closing, Place, Request};
use super::targets::Clocks;
use crate::ids::{EstateId, RequestId, RoomId, StaffId};
use crate::limit::{Clock, Limit, Rules};
use crate::moment::Moment;
use crate::party::{Actor, Party, Role};
use uuid::Uuid;

pub(crate) const HOUR: i64 = 3_600_000;
/// 2026-11-03 10:00 in China.
pub(crate) const NOW: Moment = Moment(1_793_671_200_000);
pub(crate) const ESTATE: EstateId = EstateId(Uuid::from_u128(2));

/// Reported so many hours before [`NOW`] with two days' time, and led on by events, an hour between each.
pub(crate) fn life(n: u64, before: i64, matter: &str, events: &[RequestEvent]) -> Request {
    let at = NOW.plus(-before * HOUR);
    let officer = Actor::staff(Role::Officer, StaffId(Uuid::from_u128(9)));
    let (limit, rules): (Limit, _) = ("48h".parse().unwrap(), Rules::default());
    let new = Reported {
        number: n,
        place: Place {
            estate: ESTATE,
            building: None,
            unit: None,
            room: Some(RoomId(Uuid::from_u128(n.into()))),
        },
        matter: Some(matter.to_owned()),
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        photos: 0,
        clock: Clock::start(limit, at, &rules),
        also: Clocks::default(),
    };
    let mut request = Request::reported(RequestId(Uuid::from_u128(u128::from(n))), officer, at, &new);
    for (event, n) in events.iter().zip(1..) {
        request.apply(officer, at.plus(n * HOUR), event);
    }
    request
}

/// One of each kind of life.
pub(crate) fn lives() -> Vec<Request> {
    let closed = |how| RequestEvent::Closed { how, words: None };
    let spot = RequestEvent::DoneOnSpot { words: None, photos: 0 };
    vec![
        life(1, 30, "0101", &[spot.clone(), closed(Closing::Normal)]),
        life(2, 60, "0101", &[RequestEvent::Accepted, closed(Closing::Overtime)]),
        life(3, 70, "0203", &[closed(Closing::Special), RequestEvent::Confirmed { solved: false }]),
        life(4, 90, "0203", &[RequestEvent::Accepted]),
        life(5, 20, "0203", &[RequestEvent::Suspended { words: 1, until: NOW }]),
        life(6, 10, "0101", &[RequestEvent::Escalated { to: Party::StreetOffice, words: 1 }]),
        life(7, 5, "0101", &[RequestEvent::Voided { words: 1 }]),
        life(8, 24 * 40, "0101", &[RequestEvent::Returned { words: 1 }]),
    ]
}
