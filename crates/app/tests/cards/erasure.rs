//! What was erased is nowhere: not in a row of any table, not in a file, not as a token; and no older backup brings
//! it back.

use super::community::{self, House, on_both_engines};
use super::postgres;
use super::traces::{files_with, sealed_of, traces};
use guanjia_app::App;
use guanjia_app::backup::{self, LIST, Target};
use guanjia_app::own_work::NewMediation;
use guanjia_app::request::Reporter;
use guanjia_domain::card::{CardField, CareTag, ConsentKind};
use guanjia_domain::ids::{RequestId, ResidentId};
use guanjia_domain::own_work::Dispute;
use guanjia_domain::permission::Principal;
use guanjia_domain::rights::{Outcome, Right};
use guanjia_domain::{Role, Subject};
use guanjia_store::erased::{ALL, Erased};
use guanjia_store::verify::verify;
use std::fs;
use std::sync::Arc;
use uuid::Uuid;

/// Values that stand nowhere else.
const PHONE: &str = "13812340001";
const OTHER: &str = "13812340002";
const NAME: &str = "欧阳灯影";
const NUMBER: &str = "11010519491231002X";
const REMARK: &str = "晚上请敲窗";
const WORDS: &str = "三单元门口的灯不亮，老人夜里摔过一跤。";
const TOO: &str = "我家也是，孩子晚自习回来看不见台阶。";
const REASON: &str = "回访时核对号码";
const SAID: &str = "在家里谈的";
const QUARREL: &str = "楼上拖椅子的声音，半夜还有。";

const VALUES: [&str; 9] = [PHONE, NAME, NUMBER, REMARK, WORDS, TOO, REASON, SAID, QUARREL];

struct Full {
    house: House,
    card: ResidentId,
    own: RequestId,
    joined: RequestId,
}

/// Everything that can be held of somebody is held.
fn full(house: House) -> Full {
    let room = house.room(house.estate(0), 0);
    let card = house.known(room, NAME, PHONE, "1949-12-31");
    for kind in [ConsentKind::Identity, ConsentKind::Care, ConsentKind::Notes] {
        house.agree(card, kind, "").unwrap();
    }
    house.write(card, &[(CardField::IdentityNumber, NUMBER), (CardField::Remark, REMARK)]).unwrap();
    let mut tags = community::input(&[]);
    tags.tags = Some((vec![CareTag::LivingAlone], vec![CareTag::LivingAlone]));
    house.app.change_card(&house.secretary, house.code, card, house.version(card), tags).wait().unwrap();
    let reveal = house.app.reveal_field(&house.secretary, house.code, card, CardField::Phones, REASON);
    assert_eq!(reveal.unwrap().wait().unwrap(), PHONE);
    let own = house.file(1, room, WORDS, NAME, PHONE);
    let joined = house.file(2, room, "电梯一直响，请来看看。", "王某某", OTHER);
    let as_id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_9999));
    let resident = Principal::plain(Role::Resident, house.code, None);
    let reporter = Reporter { name: None, phone: Some(PHONE.into()) };
    house.app.join_request(&resident, house.code, joined, as_id, &reporter, TOO).unwrap().wait().unwrap();
    let party = |name: &str, phone: &str| Reporter { name: Some(name.into()), phone: Some(phone.into()) };
    let quarrel = NewMediation {
        dispute: Dispute::Noise,
        parties: vec![(house.estate(0), party(NAME, PHONE)), (house.estate(0), party("王某某", OTHER))],
        mediator: None,
        words: QUARREL.into(),
    };
    let steward = house.steward_of(0);
    house.app.open_mediation(&steward, house.code, &quarrel).unwrap().wait().unwrap();
    house.app.ask_right(&house.secretary, house.code, Right::Erase, PHONE).unwrap().wait().unwrap();
    Full { house, card, own, joined }
}

fn erase(house: &House) {
    house.app.erase_person(&house.secretary, house.code, PHONE, "本人要求").unwrap();
}

fn left(app: &App, house: &House) -> Vec<String> {
    let mut left = Vec::new();
    for value in VALUES {
        left.extend(traces(app, house.code, value).into_iter().map(|it| format!("{value}: {it}")));
    }
    left
}

#[test]
fn nothing_that_was_erased_is_anywhere() {
    on_both_engines(|house| {
        let Full { house, card, own, joined } = full(house);
        for value in VALUES {
            assert!(!traces(&house.app, house.code, value).is_empty(), "the search does not find {value}");
        }
        let sealed: Vec<_> = [card.0, own.0].into_iter().flat_map(|id| sealed_of(&house.app, id)).collect();
        assert!(sealed.len() > 10, "{} sealed items", sealed.len());
        erase(&house);
        assert_eq!(left(&house.app, &house), Vec::<String>::new());
        assert!(!traces(&house.app, house.code, OTHER).is_empty(), "somebody else lost something");
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
        let told = house.app.db.read(|tx| tx.events_of(house.code, Subject::Resident(card))).unwrap();
        assert!(told.len() > 3, "that it happened stays");
        assert!(house.app.db.read(|tx| tx.request(house.code, joined)).unwrap().is_some());
        let House { app, folder, database, .. } = house;
        drop(app);
        if database.is_none() {
            guanjia_store::engine::sqlite::merge_log(&folder.path().join("guanjia.db")).unwrap();
            for bytes in VALUES.iter().map(|it| it.as_bytes()).chain(sealed.iter().map(Vec::as_slice)) {
                assert_eq!(files_with(folder.path(), bytes), Vec::<String>::new());
            }
        }
    });
}

#[test]
fn the_search_finds_what_was_left_behind() {
    on_both_engines(|house| {
        let Full { house, card, .. } = full(house);
        erase(&house);
        let token = house.app.vault.index().value(house.code.as_str(), "phone", PHONE);
        let code = house.code;
        let plant = house.app.db.write(code, move |tx| tx.remember_contact(code, &token, "resident", card.0));
        plant.wait().unwrap();
        assert_eq!(left(&house.app, &house), [format!("{PHONE}: contact: in clear or as a token")]);
    });
}

#[test]
fn consent_that_is_taken_back_takes_its_fields_along() {
    on_both_engines(|house| {
        let Full { house, card, .. } = full(house);
        let gone = house.app.withdraw(&house.secretary, house.code, card, 0).wait().unwrap();
        assert!(!gone, "the card stays");
        assert_eq!(traces(&house.app, house.code, NUMBER), Vec::<String>::new());
        assert!(!traces(&house.app, house.code, REMARK).is_empty());
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    });
}

#[test]
fn an_older_backup_brings_nobody_back() {
    on_both_engines(|house| {
        let Full { house, own, .. } = full(house);
        let backups = tempfile::tempdir().unwrap();
        let old = backups.path().join("old.zip");
        backup::write(&house.app, &old, &mut |_| {}).unwrap();
        erase(&house);
        backup::write(&house.app, &backups.path().join("new.zip"), &mut |_| {}).unwrap();
        let list = backup::read_list(&backups.path().join(LIST)).unwrap();
        assert!(!list.is_empty());
        let text = fs::read_to_string(backups.path().join(LIST)).unwrap();
        assert!(VALUES.iter().all(|value| !text.contains(value)), "the list names ids only");
        let back = |erased: &[_]| {
            let folder = tempfile::tempdir().unwrap();
            fs::copy(house.folder.path().join("guanjia.key"), folder.path().join("guanjia.key")).unwrap();
            let database = house.database.is_some().then(|| postgres::database_url().unwrap());
            let target = Target { folder: folder.path(), server: database.as_deref(), erased };
            let done = backup::restore(&old, target, &mut |_| {}).unwrap();
            let app =
                App::open(folder.path(), database.as_deref(), Arc::new(guanjia_app::SystemClock)).unwrap();
            assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
            (done.erased_again, left(&app, &house), app.db.read(|tx| tx.request(house.code, own)).unwrap())
        };
        let (again, traces, request) = back(&list);
        assert_eq!((again, traces), (6, Vec::new()));
        assert!(request.unwrap().erased);
        let (again, traces, _) = back(&[]);
        assert!(again == 0 && traces.len() >= VALUES.len(), "without the list everything is back");
    });
}

/// A case that was declined after the backup is declined again, and neither done nor open; whoever asked is forgotten.
#[test]
fn what_was_declined_stays_declined_in_an_older_backup() {
    on_both_engines(|house| {
        let ask = |right, phone| {
            house.app.ask_right(&house.secretary, house.code, right, phone).unwrap().wait().unwrap()
        };
        let (declined, done) = (ask(Right::Erase, PHONE), ask(Right::See, OTHER));
        let backups = tempfile::tempdir().unwrap();
        let old = backups.path().join("old.zip");
        backup::write(&house.app, &old, &mut |_| {}).unwrap();
        let answer = |id, outcome, reason| {
            house.app.answer_right(&house.secretary, house.code, id, outcome, reason).wait().unwrap()
        };
        answer(declined, Outcome::Declined, "法律要求保存三年");
        answer(done, Outcome::Done, "");
        backup::write(&house.app, &backups.path().join("new.zip"), &mut |_| {}).unwrap();
        let mut list = backup::read_list(&backups.path().join(LIST)).unwrap();
        let outcomes = |erased: &[Erased]| {
            let folder = tempfile::tempdir().unwrap();
            fs::copy(house.folder.path().join("guanjia.key"), folder.path().join("guanjia.key")).unwrap();
            let database = house.database.is_some().then(|| postgres::database_url().unwrap());
            let target = Target { folder: folder.path(), server: database.as_deref(), erased };
            backup::restore(&old, target, &mut |_| {}).unwrap();
            let app =
                App::open(folder.path(), database.as_deref(), Arc::new(guanjia_app::SystemClock)).unwrap();
            assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
            let told = [declined, done].map(|id| {
                let case = app.db.read(|tx| app.rights_case(tx, &house.secretary, house.code, id)).unwrap();
                (case.case.answered.map(|(_, outcome)| outcome), case.phone.is_empty())
            });
            (told, traces(&app, house.code, PHONE).is_empty())
        };
        let answered = ([(Some(Outcome::Declined), true), (Some(Outcome::Done), true)], true);
        assert_eq!(outcomes(&list), answered);
        // A list that an earlier version had begun names the case twice.
        let twice = list.iter().find(|it| it.owner == declined.0).unwrap().clone();
        list.insert(0, Erased { kind: ALL.into(), ..twice });
        assert_eq!(outcomes(&list), answered);
        assert_eq!(outcomes(&[]), ([(None, false), (None, false)], false));
    });
}
