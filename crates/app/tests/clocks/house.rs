//! A community with one estate, a secretary, a steward and a property company.

use crate::filled::{code, filled};
use crate::postgres;
use guanjia_app::request::{Deed, Filing, Reporter};
use guanjia_app::{App, HandClock, Result};
use guanjia_domain::ids::{EstateId, RequestId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Command, Place, Request, RequestEvent};
use guanjia_domain::text::Text;
use guanjia_domain::{Body, Moment, Role, Subject};
use guanjia_store::access::Holder;
use guanjia_store::timers::Notice;
use guanjia_store::verify::verify;
use std::sync::Arc;
use uuid::Uuid;

pub const HOUR: i64 = 60 * 60 * 1_000;
/// Friday, 6 March 2026, 10:00 in China.
pub const START: Moment = Moment(1_772_762_400_000);
/// The secretary and the steward.
pub const SECRETARY: usize = 0;
pub const STEWARD: usize = 1;

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub estate: EstateId,
    staff: Vec<StaffId>,
    pub folder: tempfile::TempDir,
    pub database: Option<postgres::DatabaseUrl>,
}

pub fn on_both_engines(test: impl Fn(&House)) {
    let checked = |house: &House| {
        test(house);
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    };
    checked(&House::found(None));
    if let Some(database) = postgres::database_url() {
        checked(&House::found(Some(database)));
    }
}

impl House {
    pub fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(START.plus(-HOUR)));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n甲某,书记,13800000001,\n乙某,社工,13800000002,和平苑\n",
            ),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n"),
        ];
        let app = filled(folder.path(), database.as_deref(), clock.clone(), &sheets);
        clock.set(START);
        let staff = app
            .db
            .read(|tx| -> Result<_> {
                let mut found = Vec::new();
                for it in tx.staff(code())? {
                    found.push((app.person(tx, code(), it.id.0)?.name, it.id));
                }
                Ok(found)
            })
            .unwrap();
        let id = |name: &str| staff.iter().find(|(it, _)| it == name).unwrap().1;
        let estate = app.db.read(|tx| tx.estate_names(code())).unwrap()[0].0;
        let staff = ["甲某", "乙某"].map(id).into();
        Self { app, clock, estate, staff, folder, database }
    }

    pub fn who(&self, n: usize) -> Principal {
        let holder = Holder::Staff(self.staff[n].0);
        self.app.db.read(|tx| self.app.signed_in(tx, code(), holder)).unwrap().who
    }

    pub fn resident(&self) -> Principal {
        Principal::plain(Role::Resident, code(), None)
    }

    /// Files the `n`-th request.
    pub fn file(&self, n: u128, matter: Option<&str>, urgent: bool) -> RequestId {
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate, building: None, unit: None, room: None },
            text: "楼道灯不亮".into(),
            matter: matter.map(str::to_owned),
            channel: Channel::Web,
            urgent,
            reporter: Reporter { name: None, phone: None },
            on_behalf: false,
            done_on_spot: false,
            photos: Vec::new(),
        };
        self.app.file_request(&self.resident(), code(), filing).unwrap().wait().unwrap();
        id
    }

    pub fn does(&self, who: &Principal, request: RequestId, command: Command) -> Request {
        let deed = Deed { request, seen: None, command, photos: Vec::new() };
        self.app.act(who, code(), deed).wait().unwrap()
    }

    pub fn request(&self, id: RequestId) -> Request {
        self.app.db.read(|tx| tx.request(code(), id)).unwrap().unwrap()
    }

    pub fn events(&self, id: RequestId) -> Vec<RequestEvent> {
        let recorded = self.app.db.read(|tx| tx.events_of(code(), Subject::Request(id))).unwrap();
        let event = |body| match body {
            Body::Request(event) => Some(event),
            _ => None,
        };
        recorded.into_iter().filter_map(|it| event(it.event.body)).collect()
    }

    /// What stands in the steward's inbox of the estate, and in the secretary's, the oldest first.
    pub fn told_estate(&self) -> Vec<Notice> {
        self.told(&format!("estate:{}", self.estate))
    }

    pub fn told(&self, inbox: &str) -> Vec<Notice> {
        let mut notices = self.app.db.read(|tx| tx.notices(code(), inbox, 2_000)).unwrap();
        notices.reverse();
        notices
    }

    /// The kinds of the notices of the estate.
    pub fn kinds(&self) -> Vec<String> {
        self.told_estate().into_iter().map(|it| it.kind).collect()
    }
}

pub fn text(words: &str) -> Text {
    Text::new("reason", words).unwrap()
}
