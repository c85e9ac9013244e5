//! A small community to work on: one estate, one building with two units, a grid, people, requests.

use guanjia_domain::claim::{Claim, EstateClaimed};
use guanjia_domain::ids::{
    BuildingId, EstateId, GridId, OrganisationId, RequestId, ResidentId, RoomId, StaffId, UnitId,
};
use guanjia_domain::limit::{Measure, Rules};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::place::{EstateFacts, GridPart, Property, Room, Unit};
use guanjia_domain::request::{Channel, Command, Context, File, Place, Request, decide, file};
use guanjia_domain::text::Text;
use guanjia_domain::{Actor, Body, CommunityCode, Entity, Event, HouseEvent, Moment, Subject};
use guanjia_store::verify::{Fault, verify};
use guanjia_store::{Db, Result, Tx};
use uuid::Uuid;

pub const START: Moment = Moment(1_763_600_400_000);
pub const MINUTE: i64 = 60_000;

pub const ESTATE: EstateId = EstateId(Uuid::from_u128(0x10));
pub const BUILDING: BuildingId = BuildingId(Uuid::from_u128(0x20));
pub const GRID: GridId = GridId(Uuid::from_u128(0x30));
pub const SECRETARY: StaffId = StaffId(Uuid::from_u128(0x40));
pub const OFFICER: StaffId = StaffId(Uuid::from_u128(0x41));
pub const WORKER: StaffId = StaffId(Uuid::from_u128(0x42));
pub const COMPANY: OrganisationId = OrganisationId(Uuid::from_u128(0x50));
pub const RESIDENT: ResidentId = ResidentId(Uuid::from_u128(0x60));

pub fn code() -> CommunityCode {
    "140109013001".parse().unwrap()
}

pub fn other_code() -> CommunityCode {
    "140109013002".parse().unwrap()
}

pub fn secretary() -> Actor {
    Actor::staff(guanjia_domain::Role::Secretary, SECRETARY)
}

pub fn claim(starts_at: Moment, steward: StaffId) -> Claim {
    Claim { starts_at, steward, deputy: None, pact_signed_at: None }
}

pub fn unit(n: u128, rooms: u128) -> Unit {
    let room = |at: u128| Room {
        id: RoomId(Uuid::from_u128(0x1000 * n + at)),
        floor: i16::try_from(at).unwrap(),
        name: format!("{at}01"),
        households: 1,
    };
    Unit {
        id: UnitId(Uuid::from_u128(0x100 + n)),
        name: format!("{n}单元"),
        rooms: (1..=rooms).map(room).collect(),
    }
}

pub fn facts(name: &str) -> EstateFacts {
    EstateFacts {
        name: name.into(),
        aliases: vec!["理工大".into()],
        property: Property::Company,
        built: Some(1998),
        outline: vec![(112.5, 37.8), (112.6, 37.9)],
        other: vec![("备注".into(), "无".into())],
    }
}

pub fn event(at: Moment, subject: Subject, body: impl Into<Body>) -> Event {
    Event { at, actor: secretary(), subject, body: body.into() }
}

/// The first events of everything in the community.
pub fn founding() -> Vec<Event> {
    let name = "晋祠路社区".to_owned();
    let full_name = "山西省太原市万柏林区长风西街街道晋祠路社区".to_owned();
    let street = Some("140109013".parse().unwrap());
    let estates = vec![ESTATE];
    let parts = vec![
        GridPart { building: BUILDING, unit: Some(UnitId(Uuid::from_u128(0x101))) },
        GridPart { building: BUILDING, unit: Some(UnitId(Uuid::from_u128(0x102))) },
    ];
    let staff = |id, post, tier| {
        event(START, Subject::Staff(id), HouseEvent::StaffAppointed { post, tier, organisation: None })
    };
    vec![
        event(START, Subject::Community, HouseEvent::CommunityFounded { name, full_name, street }),
        staff(SECRETARY, Post::Secretary, Some(1)),
        staff(OFFICER, Post::PartyMemberCadre, Some(2)),
        staff(WORKER, Post::GridWorker, None),
        event(
            START,
            Subject::Estate(ESTATE),
            HouseEvent::EstateAdded {
                facts: facts("理工大长风住宅小区"), first: claim(START, SECRETARY)
            },
        ),
        event(
            START,
            Subject::Building(BUILDING),
            HouseEvent::BuildingAdded {
                estate: ESTATE,
                name: "4号楼".into(),
                units: vec![unit(1, 6), unit(2, 6)],
                outline: vec![(112.5, 37.8)],
            },
        ),
        event(
            START,
            Subject::Grid(GRID),
            HouseEvent::GridDrawn { name: "1网格".into(), worker: Some(WORKER), parts, starts_at: None },
        ),
        event(
            START,
            Subject::Organisation(COMPANY),
            HouseEvent::OrganisationAdded {
                kind: OrganisationKind::PropertyCompany,
                name: "长风物业".into(),
                estates,
            },
        ),
        event(
            START,
            Subject::Resident(RESIDENT),
            HouseEvent::ResidentRegistered { room: Some(RoomId(Uuid::from_u128(0x1001))), estate: ESTATE },
        ),
    ]
}

/// A later event of everything.
pub fn changes() -> Vec<Event> {
    let at = START.plus(MINUTE);
    let claimed = EstateClaimed { estate: ESTATE, claim: claim(at.plus(MINUTE), OFFICER) };
    vec![
        event(
            at,
            Subject::Community,
            HouseEvent::CommunityPhonesSet {
                supervision: "0351-0000000".into(),
                emergency: vec![("燃气".into(), "0351-0000001".into())],
            },
        ),
        event(at, Subject::Estate(ESTATE), HouseEvent::EstateChanged { facts: facts("长风小区") }),
        event(at, Subject::Estate(ESTATE), HouseEvent::Claimed(claimed)),
        event(
            at,
            Subject::Building(BUILDING),
            HouseEvent::BuildingChanged { name: "5号楼".into(), units: vec![unit(1, 3)], outline: vec![] },
        ),
        event(
            at,
            Subject::Grid(GRID),
            HouseEvent::GridDrawn {
                name: "2网格".into(),
                worker: None,
                parts: vec![GridPart { building: BUILDING, unit: None }],
                starts_at: None,
            },
        ),
        event(
            at,
            Subject::Staff(OFFICER),
            HouseEvent::StaffChanged { post: Post::DeputyHead, tier: Some(1), organisation: None },
        ),
        event(at, Subject::Staff(WORKER), HouseEvent::StaffLeft),
        event(at, Subject::Organisation(COMPANY), HouseEvent::OrganisationLeft),
        event(at, Subject::Resident(RESIDENT), HouseEvent::ResidentErased),
    ]
}

/// Records events one after the other, each on what is there.
pub fn record(tx: &mut Tx, community: CommunityCode, events: &[Event]) -> Result<Vec<Entity>> {
    events
        .iter()
        .map(|event| {
            let before = tx.entity(community, event.subject)?;
            tx.record(community, before, std::slice::from_ref(event))
        })
        .collect()
}

pub fn found(db: &Db) {
    db.write(code(), |tx| record(tx, code(), &founding())).wait().unwrap();
}

pub fn request_id(n: u64) -> RequestId {
    RequestId(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)))
}

pub fn text() -> Text {
    Text::new("text", "路灯不亮").unwrap()
}

/// Files a request; its limit is `n` hours, so that later ones are due later.
pub fn file_one(tx: &mut Tx, community: CommunityCode, n: u64, hours: u64) -> Result<Request> {
    let rules = Rules::default();
    let context = Context { now: START, actor: Actor::RESIDENT, rules: &rules };
    let new = File {
        id: request_id(n),
        number: tx.next_request_number(community)?,
        place: Place {
            estate: ESTATE,
            building: Some(BUILDING),
            unit: Some(UnitId(Uuid::from_u128(0x101))),
            room: None,
        },
        matter: None,
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        text: text(),
        photos: 0,
        limits: [(Measure::Done, format!("{hours}h").parse().unwrap())].into(),
    };
    let first = file(&new, &context).unwrap();
    let subject = Subject::Request(new.id);
    let event = Event { at: START, actor: Actor::RESIDENT, subject, body: first.into() };
    match tx.record(community, None, &[event])? {
        Entity::Request(request) => Ok(*request),
        other => panic!("{other:?} is no request"),
    }
}

/// Does something with a request.
pub fn act(tx: &mut Tx, n: u64, command: &Command) -> Result<Request> {
    let rules = Rules::default();
    let context = Context { now: START.plus(MINUTE), actor: secretary(), rules: &rules };
    let request = tx.request(code(), request_id(n))?.unwrap();
    let events = decide(&request, command, &context).unwrap();
    tx.record_request(code(), request, context.actor, context.now, events)
}

/// How many events stand in all ledgers together, after `verify` found nothing.
pub fn sound(db: &Db) -> u64 {
    let report = verify(db, &mut |_| {}).unwrap();
    assert_eq!(report.fault, None);
    report.events
}

pub fn fault(db: &Db) -> Option<Fault> {
    verify(db, &mut |_| {}).unwrap().fault
}
