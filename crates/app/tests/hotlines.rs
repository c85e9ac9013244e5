//! The numbers that everybody may read, on both engines: set by who may, told by events, and the same after a rebuild.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use filled::{code, filled};
use guanjia_app::hotlines::Hotlines;
use guanjia_app::{AppError, HandClock, Person};
use guanjia_domain::office::StewardPhone;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Moment, Refusal, Role};
use guanjia_store::verify::verify;
use std::sync::Arc;

const NOW: Moment = Moment(1_795_233_600_000);
const SHEETS: [(&str, &str); 1] = [("工作人员.csv", "姓名,岗位,电话\n甲某,书记,13800000001\n")];

fn numbers() -> Hotlines {
    Hotlines {
        office_phone: "0351-6012345".to_owned(),
        hours: "周一至周五".to_owned(),
        steward_phone: StewardPhone::Office,
        supervision: "12345".to_owned(),
        emergency: vec![("燃气抢修".to_owned(), "96777".to_owned()), (String::new(), String::new())],
    }
}

fn set_and_told(database: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let app = filled(folder.path(), database, Arc::new(HandClock::at(NOW)), &SHEETS);
    let secretary = Principal::plain(Role::Secretary, code(), None);
    let set = |who: &Principal, numbers| app.set_hotlines(who, code(), numbers).wait();
    assert!(set(&secretary, numbers()).unwrap());
    assert!(!set(&secretary, numbers()).unwrap(), "the same numbers again are no event");
    let community = app.db.read(|tx| app.community(tx, code())).unwrap();
    assert_eq!(community.supervision, "12345");
    assert_eq!(community.emergency, [("燃气抢修".to_owned(), "96777".to_owned())]);
    let steward = Person { name: "甲某".to_owned(), phone: "13800000001".to_owned() };
    assert_eq!(steward.published(&community).phone, "0351-6012345", "the office stands for the steward");

    for role in [Role::Officer, Role::GridWorker, Role::Auditor, Role::SecurityAdministrator] {
        let refused = set(&Principal::plain(role, code(), None), Hotlines::default());
        assert!(matches!(refused, Err(AppError::Refused(Refusal::Forbidden))), "{role:?}");
    }
    let foreign = Principal::plain(Role::Secretary, "L002".parse().unwrap(), None);
    assert!(matches!(set(&foreign, numbers()), Err(AppError::Refused(Refusal::NotFound))));
    let wrong =
        Hotlines { supervision: "not a number".to_owned(), office_phone: "110".to_owned(), ..numbers() };
    assert!(matches!(
        set(&secretary, wrong),
        Err(AppError::Refused(Refusal::BadPhone { field: "supervision" }))
    ));
    let after = app.db.read(|tx| app.community(tx, code())).unwrap();
    assert_eq!(after, community, "a refusal changes nothing");
    assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
}

#[test]
fn public_numbers_are_set_and_told() {
    set_and_told(None);
    if let Some(database) = postgres::database_url() {
        set_and_told(Some(&database));
    }
}
