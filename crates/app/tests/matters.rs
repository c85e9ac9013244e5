//! The community's own list of matters on both engines: what is new can be filed, what is retired cannot, and requests
//! keep what they have.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use filled::{code, filled};
use guanjia_app::matters::MatterAt;
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, AppError, HandClock};
use guanjia_domain::ids::RequestId;
use guanjia_domain::matter::OwnMatter;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place, Request};
use guanjia_domain::{Moment, Refusal, Role};
use guanjia_store::verify::verify;
use std::sync::Arc;

fn on_both_engines(test: impl Fn(&App)) {
    let sheets = [
        ("工作人员.csv", "姓名,岗位,电话,负责小区\n甲某,书记,13800000001,\n"),
        ("小区.csv", "名称,物业性质\n和平苑,物业公司\n"),
    ];
    let run = |server: Option<&str>| {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(Moment(1_795_233_600_000)));
        test(&filled(folder.path(), server, clock, &sheets));
    };
    run(None);
    if let Some(database) = postgres::database_url() {
        run(Some(&database));
    }
}

fn admin() -> Principal {
    Principal::plain(Role::SystemAdministrator, code(), None)
}

fn file(app: &App, matter: &str) -> Result<Request, AppError> {
    let estate = app.db.read(|tx| tx.estate_names(code())).unwrap()[0].0;
    let filing = Filing {
        id: RequestId(app.id().unwrap()),
        place: Place { estate, building: None, unit: None, room: None },
        matter: Some(matter.to_owned()),
        text: "说明情况。".into(),
        channel: Channel::Web,
        urgent: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        on_behalf: false,
        done_on_spot: false,
    };
    let who = Principal::plain(Role::Resident, code(), None);
    Ok(app.file_request(&who, code(), filing)?.wait()?.request)
}

#[test]
fn a_new_matter_is_filed_and_a_retired_one_is_not() {
    on_both_engines(|app| {
        let set = |at, matter| app.set_matter(&admin(), code(), at, matter).wait();
        let charging = OwnMatter { zh: " 换电柜故障 ".into(), small: true, ..OwnMatter::default() };
        assert!(file(app, "0711").is_err(), "not there yet");
        let lock = app.db.read(|tx| app.matters(tx, code())).unwrap().get("0704").unwrap();
        let full = set(MatterAt::NewIn("07".into()), charging.clone());
        assert!(matches!(full, Err(AppError::Refused(Refusal::ClassFull { .. }))));
        let before = file(app, "0704").unwrap();
        set(MatterAt::Code("0704".into()), OwnMatter { retired: true, ..lock.clone() }).unwrap();
        set(MatterAt::NewIn("07".into()), charging).unwrap();

        let filed = file(app, "0711").unwrap();
        assert!(filed.due_at() < before.due_at(), "a small matter of the community's own ends with the day");
        let refused = file(app, "0704");
        assert!(matches!(refused, Err(AppError::Refused(Refusal::NotAChoice { field: "matter", .. }))));
        let kept = app.db.read(|tx| tx.request(code(), before.id)).unwrap().unwrap();
        assert_eq!(kept.matter.as_deref(), Some("0704"));
        let list = app.db.read(|tx| app.matters(tx, code())).unwrap();
        assert_eq!(list.get("0711").unwrap().zh, "换电柜故障");
        assert_eq!(list.get("0704").unwrap().zh, lock.zh, "its name is still known");

        let unknown = set(MatterAt::Code("0799".into()), lock.clone());
        assert!(matches!(unknown, Err(AppError::Refused(Refusal::NotFound))));
        let auditor = Principal::plain(Role::Auditor, code(), None);
        let forbidden = app.set_matter(&auditor, code(), MatterAt::Code("0704".into()), lock).wait();
        assert!(matches!(forbidden, Err(AppError::Refused(Refusal::Forbidden))));
        assert!(verify(&app.db, &mut |_| {}).unwrap().fault.is_none());
    });
}
