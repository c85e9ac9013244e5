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
        self.clock.pass(HOUR);
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate(estate), building: None, unit: None, room: None },
            text: format!("楼道里的灯不亮 {n}"),
            matter: None,
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
