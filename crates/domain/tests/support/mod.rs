//! Random commands, actors and times for the property tests of a request's life.

use guanjia_domain::ids::{BuildingId, EstateId, IssueId, OrganisationId, RequestId, StaffId, UnitId};
use guanjia_domain::limit::{Limit, Measure};
use guanjia_domain::request::{Awaited, Channel, Command, FollowUp, Place, Reach, Request, Satisfaction};
use guanjia_domain::text::Text;
use guanjia_domain::{Actor, Moment, Party, Role};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 24 * 60 * MINUTE;
/// 2025-11-20 09:00 in China.
pub const START: Moment = Moment(1_763_600_400_000);

pub const OWN: RequestId = RequestId(Uuid::from_u128(1));
pub const PLACE: Place = Place {
    estate: EstateId(Uuid::from_u128(2)),
    building: Some(BuildingId(Uuid::from_u128(3))),
    unit: Some(UnitId(Uuid::from_u128(4))),
    room: None,
};

/// One try: who does what, how long after the one before.
#[derive(Clone, Debug)]
pub struct Try {
    pub actor: Actor,
    pub command: Command,
    /// Milliseconds; now and then negative, as when a machine's clock is set back.
    pub wait: i64,
    /// Whether parties and dates that must match are made to, or left as they fell.
    pub fitting: bool,
}

impl Try {
    /// The command as it is tried on `request` at `now`.
    pub fn aimed(&self, request: &Request, now: Moment) -> Command {
        let mut command = self.command.clone();
        match &mut command {
            Command::Take { by } if self.fitting => *by = request.asked.unwrap_or(*by),
            Command::Return { by, .. } if self.fitting => *by = request.asked.unwrap_or(request.handler),
            // Dates are generated as distances.
            Command::Suspend { until, .. } | Command::Wait { until, .. } => *until = now.plus(until.0),
            _ => {}
        }
        command
    }
}

pub fn text() -> Text {
    Text::new("words", "路灯不亮").unwrap()
}

pub fn limit() -> impl Strategy<Value = Limit> {
    select(vec!["5wd", "1wd", "90wm", "600wm", "24h", "7d", "same_day"])
        .prop_map(|text| text.parse().unwrap())
}

pub fn party() -> impl Strategy<Value = Party> {
    select(vec![
        Party::Steward,
        Party::GridWorker(StaffId(Uuid::from_u128(11))),
        Party::GridWorker(StaffId(Uuid::from_u128(12))),
        Party::Organisation(OrganisationId(Uuid::from_u128(21))),
        Party::Organisation(OrganisationId(Uuid::from_u128(22))),
        Party::StreetOffice,
        Party::DistrictBureau(OrganisationId(Uuid::from_u128(31))),
    ])
}

pub fn channel() -> impl Strategy<Value = Channel> {
    select(&Channel::ALL[..])
}

pub fn actor() -> impl Strategy<Value = Actor> {
    (select(&Role::ALL[..]), option::of(11u128..13))
        .prop_map(|(role, id)| Actor { role, id: id.map(Uuid::from_u128) })
}

fn words() -> impl Strategy<Value = Option<Text>> {
    option::of(Just(text()))
}

fn satisfaction() -> impl Strategy<Value = Satisfaction> {
    select(vec![Satisfaction::Satisfied, Satisfaction::Basically, Satisfaction::Dissatisfied])
}

fn follow_up() -> impl Strategy<Value = FollowUp> {
    let reach = select(vec![Reach::Reached, Reach::Unreached, Reach::Declined]);
    (reach, option::of(any::<bool>()), option::of(satisfaction()))
        .prop_map(|(reach, solved, satisfied)| FollowUp { reach, solved, satisfied })
}

/// A distance from now to the end of a suspension: mostly within the year that is allowed.
fn distance() -> impl Strategy<Value = Moment> {
    prop_oneof![8 => 1..40 * DAY, 1 => -DAY..1, 1 => 360 * DAY..400 * DAY].prop_map(Moment)
}

/// Every variant of [`Command`].
pub fn command() -> impl Strategy<Value = Command> {
    let steps = prop_oneof![
        Just(Command::Accept),
        Just(Command::Refuse { reason: text() }),
        (words(), 0u32..8).prop_map(|(words, photos)| Command::DoneOnSpot { words, photos }),
        (party(), words()).prop_map(|(to, words)| Command::Dispatch { to, words }),
        party().prop_map(|by| Command::Take { by }),
        party().prop_map(|by| Command::Return { by, reason: text() }),
        limit().prop_map(|more| Command::Extend { reason: text(), more }),
        distance().prop_map(|until| Command::Suspend { reason: text(), until }),
        (select(vec![Awaited::Resident, Awaited::Approval]), distance())
            .prop_map(|(whom, until)| Command::Wait { whom, reason: text(), until }),
        select(&Measure::ALL[..]).prop_map(|measure| Command::Meet { measure }),
        Just(Command::Resume),
        party().prop_map(|to| Command::Escalate { to, reason: text() }),
    ];
    let ends = prop_oneof![
        (words(), 0u32..8).prop_map(|(note, photos)| Command::Dispose { reply: text(), note, photos }),
        words().prop_map(|words| Command::Check { words }),
        Just(Command::Rework { reason: text() }),
        words().prop_map(|special| Command::Close { special }),
        Just(Command::Reopen { reason: text() }),
    ];
    let doors = prop_oneof![
        Just(Command::Void { reason: text() }),
        (1u128..4).prop_map(|id| Command::Merge { into: RequestId(Uuid::from_u128(id)) }),
        Just(Command::Erase),
    ];
    let beside = prop_oneof![
        (5u128..9).prop_map(|id| Command::TakeIn { from: RequestId(Uuid::from_u128(id)) }),
        (5u128..9).prop_map(|id| Command::Link { issue: IssueId(Uuid::from_u128(id)) }),
        (5u128..9).prop_map(|id| Command::Unlink { issue: IssueId(Uuid::from_u128(id)) }),
        words().prop_map(|words| Command::Join { words }),
        (words(), 0u32..8, any::<bool>()).prop_map(|(words, photos, internal)| Command::Add {
            words,
            photos,
            internal
        }),
        Just(Command::Classify { matter: "0102".into() }),
        any::<bool>().prop_map(|solved| Command::Confirm { solved }),
        satisfaction().prop_map(|satisfied| Command::Rate { satisfied }),
        follow_up().prop_map(Command::FollowUp),
        (21u128..23).prop_map(|id| Command::GiveLink { to: OrganisationId(Uuid::from_u128(id)) }),
    ];
    // What ends a request for good is rare, else no life would be long.
    prop_oneof![10 => steps, 6 => ends, 1 => doors, 6 => beside]
}

/// Tries in the order in which they are made.
pub fn tries(most: usize) -> impl Strategy<Value = Vec<Try>> {
    let wait = prop_oneof![6 => 0..MINUTE, 6 => 0..3 * DAY, 1 => 0..90 * DAY, 1 => -MINUTE..0];
    let one = (actor(), command(), wait, prop::bool::weighted(0.8))
        .prop_map(|(actor, command, wait, fitting)| Try { actor, command, wait, fitting });
    prop::collection::vec(one, 0..most)
}
