//! The places and people of the house come to exist. All of it is invented.

use super::{
    BUILDING_A, BUILDING_B, BUREAU, DISTRICT, ESTATE_A, ESTATE_B, ESTATE_C, HOME, OTHER, PROPERTY, ROOM_A,
    STREET, UNIT_A, UNIT_B, Who, id,
};
use guanjia_app::people::{NewOrganisation, NewStaff};
use guanjia_app::place::{NewBuilding, NewClaim, NewCommunity, NewEstate};
use guanjia_app::{App, AppError, HandClock, Person};
use guanjia_domain::house::Grid;
use guanjia_domain::people::OrganisationKind;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::{EstateFacts, GridPart, Room, Unit};
use guanjia_domain::{Actor, CommunityCode, Role};
use guanjia_store::Tx;
use uuid::Uuid;

pub fn found(app: &App, clock: &HandClock) {
    for (code, name) in [(DISTRICT, "示例区"), (STREET, "示例街道"), (HOME, "示例社区"), (OTHER, "邻近社区")]
    {
        office(app, code, name);
    }
    let home = code(HOME);
    change(app, home, move |app, tx, who| {
        organisation(app, tx, who, home, PROPERTY, OrganisationKind::PropertyCompany, "示例物业公司")?;
        organisation(app, tx, who, home, BUREAU, OrganisationKind::DistrictBureau, "示例住建局")
    });
    for person in Who::ALL {
        change(app, person.home(), move |app, tx, who| staff(app, tx, who, person));
    }
    change(app, home, move |app, tx, who| {
        estate(app, tx, who, home, ESTATE_A, "甲小区")?;
        estate(app, tx, who, home, ESTATE_B, "乙小区")?;
        let rooms = vec![room(ROOM_A, "501"), room(id(0xA04), "502")];
        building(app, tx, who, home, (ESTATE_A, BUILDING_A, UNIT_A), rooms)?;
        building(app, tx, who, home, (ESTATE_B, BUILDING_B, UNIT_B), vec![room(id(0xB03), "101")])?;
        let parts = vec![GridPart { building: BUILDING_A.into(), unit: None }];
        let worker = Some(Who::GridWorker.id().into());
        app.put_grid(tx, who, home, Grid { id: id(0xF00).into(), name: "1网格".into(), worker, parts })
    });
    let other = code(OTHER);
    change(app, other, move |app, tx, who| estate(app, tx, who, other, ESTATE_C, "丙小区"));
    clock.pass(1_000);
    for (estate, steward) in [(ESTATE_A, Who::StewardA), (ESTATE_B, Who::StewardB)] {
        let claim = NewClaim {
            estate: estate.into(),
            steward: steward.id().into(),
            deputy: None,
            starts_at: None,
            pact_signed: true,
        };
        app.claim_estate(&system(home), home, claim).wait().expect("a claim");
    }
    clock.pass(1_000);
}

fn code(text: &str) -> CommunityCode {
    text.parse().expect("a division code")
}

fn system(home: CommunityCode) -> Principal {
    Principal::plain(Role::System, home, None)
}

fn change(
    app: &App,
    community: CommunityCode,
    work: impl Fn(&App, &mut Tx, &Principal) -> Result<(), AppError> + Send + 'static,
) {
    let (its, who) = (app.clone(), system(community));
    app.db.write(community, move |tx| work(&its, tx, &who)).wait().expect("a change");
}

fn office(app: &App, text: &str, name: &str) {
    let under_street = text.len() == 12;
    let new = NewCommunity {
        code: code(text),
        name: name.to_owned(),
        full_name: format!("示例省示例市{name}"),
        street: under_street.then(|| code(STREET)),
        supervision: String::new(),
        emergency: Vec::new(),
    };
    app.found_community(Actor::SYSTEM, new).wait().expect("a community");
}

fn organisation(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    its: Uuid,
    kind: OrganisationKind,
    name: &str,
) -> Result<(), AppError> {
    let (name, phone) = (name.to_owned(), "0351-6000000".to_owned());
    app.put_organisation(
        tx,
        who,
        community,
        &NewOrganisation { id: its.into(), kind, name, phone, estates: vec![] },
    )
}

fn staff(app: &App, tx: &mut Tx, who: &Principal, person: Who) -> Result<(), AppError> {
    let Some(post) = person.post() else { return Ok(()) };
    let new = NewStaff {
        id: person.id().into(),
        post,
        tier: post.may_claim().then_some(1),
        organisation: (person == Who::Bureau).then(|| BUREAU.into()),
        person: Person { name: name(person), phone: format!("1380000{:04}", person as u16) },
    };
    app.put_staff(tx, who, person.home(), &new)
}

/// What a member of the staff is called.
pub fn name(person: Who) -> String {
    format!("示例{person:?}")
}

fn estate(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    its: Uuid,
    name: &str,
) -> Result<(), AppError> {
    let facts = EstateFacts { name: name.to_owned(), ..EstateFacts::default() };
    app.put_estate(tx, who, community, NewEstate { id: its.into(), facts })
}

fn building(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    (estate, its, unit): (Uuid, Uuid, Uuid),
    rooms: Vec<Room>,
) -> Result<(), AppError> {
    let units = vec![Unit { id: unit.into(), name: "1单元".into(), rooms }];
    let new =
        NewBuilding { id: its.into(), estate: estate.into(), name: "4号楼".into(), units, outline: vec![] };
    app.put_building(tx, who, community, new)
}

fn room(its: Uuid, name: &str) -> Room {
    Room { id: its.into(), floor: 5, name: name.into(), households: 1 }
}
