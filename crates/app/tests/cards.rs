//! Resident cards on both engines: who sees what, consent, several homes, the diary, what time erases, and the
//! register of rights.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test: what fails is its failure"
)]

#[path = "cards/community.rs"]
mod community;
#[path = "cards/erasure.rs"]
mod erasure;
#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "cards/texts.rs"]
mod texts;
#[path = "cards/traces.rs"]
mod traces;

use community::{DAY, House, TODAY, input, on_both_engines};
use guanjia_app::card::{CardSheet, NewConsent, Shown};
use guanjia_app::export::Wanted;
use guanjia_app::partition::Regrid;
use guanjia_app::place::NewClaim;
use guanjia_app::{AppError, Result};
use guanjia_domain::card::{CardField, CareTag, ConsentKind, ErasedFor, How, Stay};
use guanjia_domain::ids::{ResidentId, RightsCaseId};
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::GridPart;
use guanjia_domain::request::Command;
use guanjia_domain::rights::{Outcome, Right};
use guanjia_domain::{Body, HouseEvent, Refusal, Role, Subject};
use guanjia_sheets::{Lang, Template};
use guanjia_store::Tx;
use guanjia_store::verify::verify;
use jiff::ToSpan;
use uuid::Uuid;

const PHONE: &str = "13812340001";

fn sheet(house: &House, who: &Principal, id: ResidentId) -> Result<CardSheet> {
    house.app.db.read(|tx| house.app.card_sheet(tx, who, house.code, id))
}

fn refused<T: std::fmt::Debug>(done: Result<T>) -> Refusal {
    match done {
        Err(AppError::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn tagged(house: &House, id: ResidentId, tags: &[CareTag]) -> Result<()> {
    let mut tick = input(&[]);
    tick.tags = Some((tags.to_vec(), tags.to_vec()));
    house.app.change_card(&house.secretary, house.code, id, house.version(id), tick).wait()
}

#[test]
fn each_sees_the_own_homes_only_and_tags_by_role() {
    on_both_engines(|house| {
        let (estate, other) = (house.estate(0), house.estate(1));
        let room = house.room(estate, 0);
        let id = house.known(room, "欧阳灯影", PHONE, "1949-12-31");
        house.agree(id, ConsentKind::Care, "").unwrap();
        tagged(&house, id, &[CareTag::VeryOld, CareTag::LowIncome]).unwrap();
        let place = house.place(room);
        let staff = |role| Principal::plain(role, house.code, Some(Uuid::from_u128(9)));
        let steward = Principal { stewards: vec![estate], ..staff(Role::Officer) };
        let stranger = Principal { stewards: vec![other], ..staff(Role::Officer) };
        let part = GridPart { building: place.building.unwrap(), unit: place.unit };
        let worker = Principal { grid: vec![part], ..staff(Role::GridWorker) };
        let beside = GridPart { unit: Some(Uuid::from_u128(1).into()), ..part };
        let neighbour = Principal { grid: vec![beside], ..staff(Role::GridWorker) };
        let elsewhere = Principal::plain(Role::Secretary, "L002".parse().unwrap(), None);
        let seen = |who: &Principal| {
            let tags = sheet(&house, who, id).unwrap().tags;
            tags.iter().map(|line| line.tag).collect::<Vec<_>>()
        };
        assert_eq!(seen(&steward), [CareTag::VeryOld, CareTag::LowIncome]);
        assert_eq!(seen(&worker), [CareTag::VeryOld]);
        assert_eq!(refused(sheet(&house, &stranger, id)), Refusal::Forbidden);
        assert_eq!(refused(sheet(&house, &neighbour, id)), Refusal::Forbidden);
        assert_eq!(refused(sheet(&house, &elsewhere, id)), Refusal::NotFound);
        assert_eq!(refused(sheet(&house, &staff(Role::Auditor), id)), Refusal::Forbidden);
        let masked = sheet(&house, &worker, id).unwrap();
        assert_eq!(masked.name, "欧**");
        let shown = masked.fields.iter().find(|line| line.field == CardField::Phones).unwrap();
        assert_eq!(shown.shown, Shown::Masked("138****0001".into()));
        let reveal = |who, why| house.app.reveal_field(who, house.code, id, CardField::Phones, why);
        assert!(reveal(&worker, " ").is_err(), "without a reason");
        assert_eq!(reveal(&worker, "回电").unwrap().wait().unwrap(), PHONE);
        assert_eq!(refused(reveal(&stranger, "好奇").unwrap().wait()), Refusal::Forbidden);
        assert!(house.app.db.read(|tx| tx.last_access(house.code, "reveal")).unwrap().is_some());
        // A grid worker does not set what a grid worker does not see.
        let mut tick = input(&[]);
        tick.tags = Some((vec![CareTag::LowIncome], vec![]));
        let change = house.app.change_card(&worker, house.code, id, house.version(id), tick);
        assert_eq!(refused(change.wait()), Refusal::Forbidden);
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    });
}

#[test]
fn nothing_rests_on_consent_that_nobody_gave() {
    on_both_engines(|house| {
        let room = house.room(house.estate(0), 0);
        let id = house.known(room, "欧阳灯影", PHONE, "1949-12-31");
        let number = [(CardField::IdentityNumber, "11010519491231002X")];
        assert_eq!(refused(house.write(id, &number)), Refusal::ConsentNeeded { field: "identity_number" });
        assert_eq!(
            refused(tagged(&house, id, &[CareTag::VeryOld])),
            Refusal::ConsentNeeded { field: "care_tags" }
        );
        house.agree(id, ConsentKind::Identity, "").unwrap();
        house.write(id, &number).unwrap();
        let old = house.version(id);
        house.write(id, &[(CardField::Relation, "户主")]).unwrap();
        let late = house.app.change_card(&house.secretary, house.code, id, old, input(&number));
        assert_eq!(refused(late.wait()), Refusal::CardChanged);
        assert!(
            refused(house.write(id, &[(CardField::Phones, "12")])) == Refusal::BadPhone { field: "phones" }
        );
        assert!(
            house.write(id, &[(CardField::IdentityNumber, "110105194912310021")]).is_err(),
            "check digit"
        );
        let clear =
            |field| house.app.clear_field(&house.secretary, house.code, id, house.version(id), field).wait();
        clear(CardField::Relation).unwrap();
        let erase = |why| house.app.erase_one_card(&house.secretary, house.code, id, why);
        assert!(erase(" ").is_err(), "without a reason");
        assert!(clear(CardField::Name).is_err() && clear(CardField::Relation).is_err());
        erase("本人要求").unwrap().wait().unwrap();
        assert_eq!(refused(sheet(&house, &house.secretary, id)), Refusal::NotFound);
    });
}

#[test]
fn a_child_has_a_guardian_who_has_a_card() {
    on_both_engines(|house| {
        let room = house.room(house.estate(0), 0);
        let child = house.known(room, "欧阳小满", PHONE, "2019-05-01");
        assert_eq!(refused(house.agree(child, ConsentKind::Child, "")), Refusal::GuardianNeeded);
        assert_eq!(refused(house.agree(child, ConsentKind::Child, PHONE)), Refusal::GuardianNeeded);
        house.known(room, "欧阳灯影", PHONE, "1986-12-31");
        house.agree(child, ConsentKind::Child, PHONE).unwrap();
        let seen = sheet(&house, &house.secretary, child).unwrap();
        assert!(seen.child && seen.consents[0].holds);
        assert_eq!(seen.consents[0].guardian.as_deref(), Some("欧**"));
        assert_eq!(seen.consents[0].words.as_deref(), Some("在家里谈的"));
        assert!(house.app.withdraw(&house.secretary, house.code, child, 0).wait().unwrap(), "all of it goes");
        assert_eq!(refused(sheet(&house, &house.secretary, child)), Refusal::NotFound);
    });
}

#[test]
fn a_room_has_several_people_and_a_person_several_homes() {
    on_both_engines(|house| {
        let (here, there) = (house.room(house.estate(0), 0), house.room(house.estate(1), 3));
        let id = house.known(here, "欧阳灯影", PHONE, "");
        house.known(here, "王某某", "13812340002", "");
        let (app, who, code) = (&house.app, &house.secretary, house.code);
        let add = |phone: &str| app.add_home(who, code, there, phone, Stay::OwnerAway).wait();
        assert_eq!(add(PHONE).unwrap(), id);
        assert!(add(PHONE).is_err(), "twice the same");
        assert!(add("13812349999").is_err());
        let one =
            Principal { stewards: vec![house.estate(1)], ..Principal::plain(Role::Officer, code, None) };
        let foreign = app.add_home(&one, code, there, "13812340002", Stay::Tenant).wait();
        assert_eq!(refused(foreign), Refusal::NotAChoice { field: "known_phone", value: String::new() });
        let household = |room| app.db.read(|tx| app.household(tx, who, code, room)).unwrap().members;
        assert_eq!((household(here).len(), household(there).len()), (2, 1));
        assert_eq!(household(there)[0].0.stay, Stay::OwnerAway);
        // The steward of either home sees the card.
        assert_eq!(sheet(&house, &one, id).unwrap().homes.len(), 2);
        let set = |stays| app.set_homes(who, code, id, house.version(id), stays).wait();
        set(vec![None, Some(Stay::Owner)]).unwrap();
        assert_eq!((household(here).len(), household(there).len()), (1, 1));
        assert!(set(vec![None, None]).is_err(), "there is one home left");
        set(vec![None]).unwrap();
        assert!(sheet(&house, who, id).unwrap().resident.left_at.is_some());
        assert!(household(there).is_empty());
        assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
    });
}

#[test]
fn cards_go_with_their_building() {
    on_both_engines(|house| {
        let (from, to) = (house.estate(0), house.estate(1));
        let find = |tx: &mut Tx| -> Result<_> {
            let building = tx.buildings(house.code, Some(from), house.app.now())?[1].id;
            let unit = tx.units(house.code, Some(building))?[0].id;
            Ok((building, tx.rooms(house.code, unit)?[0].id))
        };
        let (building, room) = house.app.db.read(find).unwrap();
        let id = house.known(room, "欧阳灯影", PHONE, "1949-12-31");
        let staff = house.app.db.read(|tx| tx.staff(house.code)).unwrap();
        let officer = staff.iter().find(|it| it.post == Post::SocialWorker).unwrap().id;
        let new = NewClaim { estate: to, steward: officer, deputy: None, starts_at: None, pact_signed: true };
        house.app.claim_estate(&house.secretary, house.code, new).wait().unwrap();
        house.clock.set(house.app.now().plus(DAY));
        let steward = house.steward_of(1);
        assert_eq!(refused(sheet(&house, &steward, id)), Refusal::Forbidden);
        let moved = Regrid::Building(building, to);
        house.app.replan(&house.secretary, house.code, moved, None).wait().unwrap();
        assert!(sheet(&house, &steward, id).is_ok(), "whoever answers for the estate now reads the card");
        let mut before = Principal::plain(Role::Officer, house.code, Some(Uuid::from_u128(8)));
        before.stewards.push(from);
        assert_eq!(refused(sheet(&house, &before, id)), Refusal::Forbidden, "and who did before does not");
        let text =
            house.app.clear_field(&house.secretary, house.code, id, house.version(id), CardField::Born);
        assert!(text.wait().is_ok(), "of a grown-up");
    });
}

#[test]
fn what_is_sensitive_leaves_with_consent_only() {
    let number = "11010519491231002X";
    let house =
        House::found(None, &format!("和平苑,1号楼,1单元,101,欧阳灯影,{PHONE},{number},独居,晚上请敲窗\n"));
    let listed = |reason: &str| -> String {
        let wanted = Wanted { list: Template::Residents, lang: Lang::Zh, reason: reason.into() };
        let tables = house.app.export(&house.secretary, house.code, &wanted).unwrap();
        tables.iter().flat_map(|it| &it.rows).flatten().fold(String::new(), |all, cell| all + cell + "|")
    };
    let bare = listed("换表");
    assert!(bare.contains("欧阳灯影") && bare.contains(PHONE), "{bare}");
    assert!(!bare.contains(number) && !bare.contains("独居") && !bare.contains("敲窗"), "{bare}");
    let id = house.app.db.read(|tx| tx.all_residents(house.code)).unwrap()[0].id;
    house.agree(id, ConsentKind::Identity, "").unwrap();
    assert!(listed("换表").contains(number));
    house.agree(id, ConsentKind::Care, "").unwrap();
    assert!(listed("换表").contains("独居"));
}

#[test]
fn the_diary_is_what_was_done() {
    on_both_engines(|house| {
        let room = house.room(house.estate(0), 0);
        let request = house.file(1, room, "水龙头漏水。", "王某某", "13812340002");
        house.file(2, house.room(house.estate(0), 1), "别家的事。", "王某某", "13812340002");
        let diary = || {
            let read = house.app.db.read(|tx| house.app.household(tx, &house.secretary, house.code, room));
            read.unwrap().diary
        };
        assert!(diary().is_empty(), "a report is no visit");
        for command in [Command::Accept, Command::DoneOnSpot { words: None, photos: 0 }] {
            let deed = guanjia_app::request::Deed { request, seen: None, command, photos: vec![] };
            house.app.act(&house.secretary, house.code, deed).wait().unwrap();
        }
        let lines = diary();
        assert!(!lines.is_empty() && lines.iter().all(|line| line.request == request));
    });
}

/// What was erased of a card, and why, as the ledger tells it.
fn told(house: &House, id: ResidentId) -> Vec<(Vec<CardField>, ErasedFor)> {
    let events = house.app.db.read(|tx| tx.events_of(house.code, Subject::Resident(id))).unwrap();
    let erased = events.into_iter().filter_map(|it| match it.event.body {
        Body::House(HouseEvent::CardFieldsErased { fields, why }) => Some((fields, why)),
        _ => None,
    });
    erased.collect()
}

#[test]
fn who_has_no_room_is_found_at_the_estate() {
    let house = House::found(None, "和平苑,9号楼,1单元,9901,周某某,13812340003,,,\n");
    let (estate, other) = (house.estate(0), house.estate(1));
    let names = |who: &Principal| {
        let found =
            house.app.db.read(|tx| house.app.homes_without_room(tx, who, house.code, estate)).unwrap();
        found.into_iter().map(|it| it.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&house.steward_of(0)), ["周**"]);
    let staff = |role| Principal::plain(role, house.code, Some(Uuid::from_u128(9)));
    assert!(names(&Principal { stewards: vec![other], ..staff(Role::Officer) }).is_empty());
    assert!(names(&staff(Role::GridWorker)).is_empty(), "a grid has rooms");
}

#[test]
fn time_erases_what_it_should() {
    let residents = "和平苑,1号楼,1单元,101,王某某,13812340002,11010519491231002X,独居,敲窗\n";
    let databases = std::iter::once(None).chain(postgres::database_url().map(Some));
    for database in databases {
        let house = House::found(database, residents);
        let room = house.room(house.estate(0), 0);
        let sheet_of = |id| sheet(&house, &house.secretary, id).unwrap();
        let read = house.app.db.read(|tx| house.app.household(tx, &house.secretary, house.code, room));
        let imported = read.unwrap().members[0].0.id;
        let waits = |field| {
            sheet_of(imported).fields.iter().any(|it| it.field == field && it.shown == Shown::Waiting)
        };
        assert!(waits(CardField::IdentityNumber) && sheet_of(imported).tags.is_empty(), "nobody agreed");
        let id = house.known(room, "欧阳灯影", PHONE, "");
        house.agree(id, ConsentKind::Care, "").unwrap();
        tagged(&house, id, &[CareTag::Newborn, CareTag::VeryOld]).unwrap();
        assert_eq!(house.app.sweep_cards().unwrap(), 0);
        house.clock.pass(91 * DAY);
        assert_eq!(house.app.sweep_cards().unwrap(), 1);
        assert_eq!(told(&house, imported), [(vec![CardField::CareTags], ErasedFor::NoConsent)]);
        house.clock.pass(90 * DAY);
        assert_eq!(house.app.sweep_cards().unwrap(), 1);
        assert!(!waits(CardField::IdentityNumber));
        house.clock.pass(190 * DAY);
        assert_eq!(house.app.sweep_cards().unwrap(), 1);
        assert_eq!(sheet_of(id).tags.len(), 1, "the newborn is none any more");
        let gone = house.app.set_homes(&house.secretary, house.code, id, house.version(id), vec![None]);
        gone.wait().unwrap();
        for _ in 0..14 {
            house.clock.pass(31 * DAY);
            house.app.sweep_cards().unwrap();
        }
        assert_eq!(refused(sheet(&house, &house.secretary, id)), Refusal::NotFound);
        assert!(told(&house, id).contains(&(vec![CardField::Phones], ErasedFor::Left)));
        assert_eq!(house.app.sweep_cards().unwrap(), 0, "nothing is left to do");
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    }
}

#[test]
fn a_right_has_a_clock_an_answer_and_forgets_who_asked() {
    on_both_engines(|house| {
        let (app, who, code) = (&house.app, &house.secretary, house.code);
        house.known(house.room(house.estate(0), 0), "欧阳灯影", PHONE, "");
        let ask = |right| -> RightsCaseId { app.ask_right(who, code, right, PHONE).unwrap().wait().unwrap() };
        let (correct, copy) = (ask(Right::Correct), ask(Right::Copy));
        let register = || app.db.read(|tx| app.rights_register(tx, who, code)).unwrap();
        assert_eq!(register().len(), 2);
        assert_eq!(register()[0].phone, "138****0001");
        let days = (register()[0].case.due_at.0 - app.now().0) / DAY;
        assert!((15..40).contains(&days), "{days} days: fifteen working days over the holiday");
        let answer = |id, outcome, why: &str| app.answer_right(who, code, id, outcome, why).wait();
        assert!(answer(correct, Outcome::Declined, " ").is_err(), "without a reason");
        answer(correct, Outcome::Declined, "所说的内容经核实是准确的").unwrap();
        assert_eq!(refused(answer(correct, Outcome::Done, "")), Refusal::CardChanged);
        app.copy_of(who, code, PHONE, "本人到窗口要求").unwrap().wait().unwrap();
        let case = |id| app.db.read(|tx| app.rights_case(tx, who, code, id)).unwrap();
        assert_eq!(case(copy).case.answered.unwrap().1, Outcome::Done, "the copy was handed over");
        let declined = case(correct);
        assert!(declined.phone.is_empty() && declined.reason.is_some());
        let officer = Principal::plain(Role::Officer, code, Some(Uuid::from_u128(9)));
        assert!(app.db.read(|tx| app.rights_register(tx, &officer, code)).is_err());
        assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
    });
}

#[test]
fn a_day_that_has_not_come_and_words_of_another_version_are_refused() {
    on_both_engines(|house| {
        let id = house.known(house.room(house.estate(0), 0), "欧阳灯影", PHONE, "");
        let agree = |version, given_on| {
            let new = NewConsent {
                kind: ConsentKind::Notes,
                version,
                guardian_phone: String::new(),
                how: How::Phone,
                given_on,
                words: String::new(),
            };
            house.app.agree(&house.secretary, house.code, id, house.version(id), new).wait()
        };
        assert!(agree(1, TODAY.saturating_add(2.days())).is_err());
        assert!(agree(9, TODAY).is_err());
        agree(1, TODAY).unwrap();
    });
}
