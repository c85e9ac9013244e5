//! A community of two estates with a steward each, in which requests come in and go out.

use crate::filled::{code, filled};
use crate::postgres;
use guanjia_app::request::{Deed, Filing, Reporter};
use guanjia_app::{App, HandClock, Result};
use guanjia_domain::ids::{EstateId, RequestId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Command, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{Moment, Role};
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use std::sync::Arc;
use uuid::Uuid;

/// Noon in China.
pub const NOON: Moment = Moment(1_795_233_600_000);
pub const HOUR: i64 = 3_600_000;
pub const PHONE: &str = "13800000002";

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    _folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

pub fn on_both_engines(test: impl Fn(&House)) {
    test(&House::found(None));
    if let Some(database) = postgres::database_url() {
        test(&House::found(Some(database)));
    }
}

impl House {
    fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(NOON));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n书记,书记,13800000001,\n甲某,社工,13800000002,大院\n\
                 乙某,社工,13800000003,小院\n",
            ),
            ("小区.csv", "名称,物业性质\n大院,无物业\n小院,物业公司\n"),
            ("楼栋.csv", "小区,楼栋,单元数,层数,每层户数\n大院,1号楼,3,10,2\n小院,1号楼,2,6,2\n"),
            ("网格.csv", "网格名称,网格员,范围\n一网格,,大院:1号楼1单元\n二网格,,大院:1号楼2-3单元\n"),
        ];
        let app = filled(folder.path(), database.as_deref(), clock.clone(), &sheets);
        clock.pass(HOUR);
        Self { app, clock, _folder: folder, _database: database }
    }

    pub fn who(&self, name: &str) -> Principal {
        let read = |tx: &mut guanjia_store::Tx| -> Result<StaffId> {
            for it in tx.staff(code())? {
                if self.app.person(tx, code(), it.id.0)?.name == name {
                    return Ok(it.id);
                }
            }
            Err(guanjia_domain::Refusal::NotFound.into())
        };
        let id = self.app.db.read(read).unwrap();
        self.app.db.read(|tx| self.app.signed_in(tx, code(), Holder::Staff(id.0))).unwrap().who
    }

    pub fn estate(&self, name: &str) -> EstateId {
        let names = self.app.db.read(|tx| tx.estate_names(code())).unwrap();
        names.iter().find(|(_, it)| it == name).unwrap().0
    }

    pub fn file(&self, n: u128, estate: &str) -> RequestId {
        self.file_at(n, estate, None, None)
    }

    /// Files something in a unit of the first building, an hour later.
    pub fn file_at(&self, n: u128, estate: &str, unit: Option<&str>, matter: Option<&str>) -> RequestId {
        self.clock.pass(HOUR);
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: self.place(estate, unit),
            text: format!("楼道里的灯不亮 {n}"),
            matter: matter.map(str::to_owned),
            channel: Channel::Web,
            urgent: false,
            reporter: Reporter { name: None, phone: None },
            on_behalf: false,
            photos: Vec::new(),
            done_on_spot: false,
        };
        let who = Principal::plain(Role::Resident, code(), None);
        self.app.file_request(&who, code(), filing).unwrap().wait().unwrap();
        id
    }

    /// The last request that was filed in the first estate; it stays open.
    pub fn open(&self) -> RequestId {
        RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + 11))
    }

    fn place(&self, estate: &str, unit: Option<&str>) -> Place {
        let (app, estate) = (&self.app, self.estate(estate));
        let Some(unit) = unit else { return Place { estate, building: None, unit: None, room: None } };
        let found = app.db.read(|tx| -> Result<_> {
            let building = tx.buildings(code(), Some(estate), app.now())?[0].id;
            let units = tx.units(code(), Some(building))?;
            Ok((building, units.iter().find(|it| it.name == unit).map(|it| it.id)))
        });
        let (building, unit) = found.unwrap();
        Place { estate, building: Some(building), unit, room: None }
    }

    pub fn act(&self, who: &str, request: RequestId, command: Command) {
        let deed = Deed { request, seen: None, command, photos: vec![] };
        self.app.act(&self.who(who), code(), deed).wait().unwrap();
    }

    pub fn sound(&self) {
        assert_eq!(verify(&self.app.db, &mut |_| {}).unwrap().fault, None);
    }
}

pub fn text() -> Text {
    Text::new("text", "已经修好了").unwrap()
}
