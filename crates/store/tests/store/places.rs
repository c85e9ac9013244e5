//! What is recorded is shown: every kind of entity, first and later.

use crate::engines::on_both;
use crate::house::{
    BUILDING, COMPANY, ESTATE, GRID, MINUTE, OFFICER, SECRETARY, START, act, changes, code, event, facts,
    file_one, found, founding, record, request_id, sound, text, unit,
};
use guanjia_domain::claim::Claims;
use guanjia_domain::house::Community;
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::people::Post;
use guanjia_domain::place::Building;
use guanjia_domain::request::{Command, Request, State};
use guanjia_domain::{Entity, HouseEvent, Party, Subject};
use guanjia_store::{Db, StoreError, Tx};
use std::fmt::Debug;
use uuid::Uuid;

fn read<T>(db: &Db, work: impl FnOnce(&mut Tx) -> Result<T, StoreError>) -> T {
    db.read(work).unwrap()
}

/// Every state in the order of its first event, as folded from the ledger.
fn folded(db: &Db) -> Vec<Entity> {
    let subjects: Vec<_> = founding().iter().map(|event| event.subject).collect();
    read(db, |tx| subjects.iter().map(|subject| Ok(tx.entity(code(), *subject)?.unwrap())).collect())
}

fn shown(db: &Db) -> impl PartialEq + Debug + use<> {
    read(db, |tx| {
        let buildings = tx.buildings(code(), None, START)?;
        let units = tx.units(code(), Some(BUILDING))?;
        let rooms = units.iter().map(|unit| tx.rooms(code(), unit.id)).collect::<Result<Vec<_>, _>>()?;
        Ok((
            (tx.communities()?, tx.estates(code())?, tx.claims(code(), ESTATE)?, tx.staff(code())?),
            (tx.grids(code(), None, START)?, tx.organisations(code())?, tx.households(code(), START)?, rooms),
            (format!("{buildings:?}"), format!("{units:?}")),
        ))
    })
}

#[test]
fn every_entity_is_shown_and_folds_to_the_same() {
    on_both(|engine| {
        let db = engine.open();
        let states = db.write(code(), |tx| record(tx, code(), &founding())).wait().unwrap();
        assert_eq!(folded(&db), states);
        let first = shown(&db);
        let events = sound(&db);

        let later = db.write(code(), |tx| record(tx, code(), &changes())).wait().unwrap();
        assert_eq!(folded(&db).len(), states.len());
        assert_ne!(folded(&db), states);
        (format!("{first:?}"), format!("{:?}", shown(&db)), format!("{later:?}"), events, sound(&db))
    });
}

#[test]
fn readers_say_what_was_recorded() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let community: Community = read(&db, |tx| tx.community(code())).unwrap();
        assert_eq!(community.name, "晋祠路社区");
        let estate = read(&db, |tx| tx.estate(code(), ESTATE)).unwrap();
        assert_eq!(estate.facts, facts("理工大长风住宅小区"));
        assert_eq!(read(&db, |tx| tx.estate(code(), EstateId(Uuid::from_u128(1)))), None);
        let rooms = read(&db, |tx| tx.rooms(code(), unit(2, 0).id));
        assert_eq!(rooms, unit(2, 6).rooms);
        assert_eq!(read(&db, |tx| tx.room_name(code(), unit(2, 0).id, rooms[4].id)), Some("501".into()));
        assert_eq!(read(&db, |tx| tx.room_name(code(), unit(1, 0).id, rooms[4].id)), None);
        assert_eq!(read(&db, |tx| tx.households(code(), START)), [(ESTATE, 12)]);
        let grids = read(&db, |tx| tx.grids(code(), Some(crate::house::WORKER), START));
        assert_eq!((grids.len(), grids[0].id, grids[0].parts.len()), (1, GRID, 2));
        assert_eq!(read(&db, |tx| tx.grids(code(), Some(OFFICER), START)).len(), 0);
        assert_eq!(read(&db, |tx| tx.organisations(code()))[0].id, COMPANY);
        let officer = read(&db, |tx| tx.staff_member(code(), OFFICER)).unwrap();
        assert_eq!((officer.post, officer.tier, officer.left), (Post::PartyMemberCadre, Some(2), false));
        assert_eq!(read(&db, |tx| tx.staff_member(code(), StaffId(Uuid::from_u128(1)))), None);
    });
}

/// A building that loses rooms and a unit loses their rows.
#[test]
fn what_is_gone_is_no_longer_shown() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        db.write(code(), |tx| record(tx, code(), &changes())).wait().unwrap();
        let units = read(&db, |tx| tx.units(code(), None));
        assert_eq!((units.len(), units[0].households), (1, 3));
        assert_eq!(read(&db, |tx| tx.rooms(code(), unit(2, 0).id)), []);
        let at = START.plus(MINUTE);
        assert_eq!(read(&db, |tx| tx.grids(code(), None, at))[0].parts.len(), 1);
        assert_eq!(read(&db, |tx| tx.grids(code(), None, START))[0].parts.len(), 2, "the past stays");
    });
}

/// Two units that exchange their names never have the same one in between.
#[test]
fn names_can_be_exchanged() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let mut units = vec![unit(1, 6), unit(2, 6)];
        (units[0].name, units[1].name) = (units[1].name.clone(), units[0].name.clone());
        units[0].rooms.swap(0, 5);
        let (first, last) = (units[0].rooms[0].name.clone(), units[0].rooms[5].name.clone());
        (units[0].rooms[0].name, units[0].rooms[5].name) = (last, first);
        let changed = HouseEvent::BuildingChanged { name: "4号楼".into(), units, outline: vec![] };
        let event = event(START, Subject::Building(BUILDING), changed);
        let states =
            db.write(code(), move |tx| record(tx, code(), std::slice::from_ref(&event))).wait().unwrap();
        let [Entity::Building(Building { units, .. })] = &states[..] else { panic!("{states:?}") };
        assert_eq!(units[0].name, "2单元");
        sound(&db)
    });
}

#[test]
fn the_claim_in_force_is_the_domains() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        db.write(code(), |tx| record(tx, code(), &changes())).wait().unwrap();
        let claims: Claims = read(&db, |tx| tx.claims(code(), ESTATE)).unwrap();
        for minutes in -2..5 {
            let at = START.plus(minutes * MINUTE);
            let rows = read(&db, |tx| tx.claims_in_force(code(), at));
            assert_eq!((rows.len(), rows[0].estate, rows[0].claim), (1, ESTATE, *claims.in_force(at)));
            assert_eq!(read(&db, |tx| tx.claim_in_force(code(), ESTATE, at)), Some(rows[0].claim));
        }
        assert_eq!(claims.in_force(START).steward, SECRETARY);
        assert_eq!(claims.in_force(START.plus(2 * MINUTE)).steward, OFFICER);
    });
}

#[test]
fn a_request_is_shown_as_it_folds() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let filed = db.write(code(), |tx| file_one(tx, code(), 1, 24)).wait().unwrap();
        assert_eq!(filed.number, 1);
        let to = Party::GridWorker(crate::house::WORKER);
        for command in [
            Command::Dispatch { to, words: None },
            Command::Take { by: to },
            Command::Dispose { reply: text(), note: Some(text()), photos: 0 },
        ] {
            db.write(code(), move |tx| act(tx, 1, &command)).wait().unwrap();
        }
        let request: Request = read(&db, |tx| tx.request(code(), request_id(1))).unwrap();
        let entity = read(&db, |tx| tx.entity(code(), Subject::Request(request_id(1)))).unwrap();
        assert_eq!(entity, Entity::Request(Box::new(request.clone())));
        assert_eq!((request.state, request.version), (State::Disposed, 5));
        let events = read(&db, |tx| tx.events_of(code(), Subject::Request(request_id(1))));
        (sound(&db), events.iter().map(|it| (it.seq, format!("{:?}", it.event))).collect::<Vec<_>>())
    });
}
