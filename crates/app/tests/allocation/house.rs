//! A community with four estates and three who can be stewards.

use super::filled::{code, filled};
use super::postgres;
use guanjia_app::allocation::AllocationSheet;
use guanjia_app::{App, AppError, HandClock, Result};
use guanjia_domain::allocation::{Allocation, Ask};
use guanjia_domain::ids::{AllocationId, EstateId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Noon in China.
pub const NOW: Moment = Moment(1_795_233_600_000);
pub const DAY: i64 = 24 * 60 * 60 * 1_000;

pub struct House {
    pub app: App,
    pub code: CommunityCode,
    pub estates: BTreeMap<String, EstateId>,
    pub staff: BTreeMap<String, StaffId>,
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
        let clock = Arc::new(HandClock::at(NOW.plus(-DAY)));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n书记,书记,13800000001,大院\n甲某,社工,13800000002,中院;小院\n\
                 乙某,社工,13800000003,微院\n网格,网格员,13800000005,\n",
            ),
            ("小区.csv", "名称,物业性质\n大院,无物业\n中院,物业公司\n小院,物业公司\n微院,物业公司\n"),
            (
                "楼栋.csv",
                "小区,楼栋,单元数,层数,每层户数\n大院,1号楼,3,10,2\n中院,1号楼,2,10,2\n小院,1号楼,2,6,2\n\
                 微院,1号楼,1,6,2\n",
            ),
        ];
        let (app, code) = (filled(folder.path(), database.as_deref(), clock.clone(), &sheets), code());
        clock.set(NOW);
        let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
            let mut staff = BTreeMap::new();
            for it in tx.staff(code)? {
                staff.insert(app.person(tx, code, it.id.0)?.name, it.id);
            }
            let estates = tx.estate_names(code)?.iter().map(|(id, name)| (name.clone(), *id)).collect();
            Ok((staff, estates))
        };
        let (staff, estates) = app.db.read(read).unwrap();
        Self { app, code, estates, staff, _folder: folder, _database: database }
    }

    pub fn who(&self, name: &str) -> Principal {
        let holder = Holder::Staff(self.staff[name].0);
        self.app.db.read(|tx| self.app.signed_in(tx, self.code, holder)).unwrap().who
    }

    pub fn begin(&self, change: impl FnOnce(&mut Ask)) -> AllocationId {
        let change = |ask: &mut Ask| {
            change(ask);
            Ok(())
        };
        self.app.begin_allocation(&self.who("书记"), self.code, change).unwrap().wait().unwrap()
    }

    pub fn sheet(&self, who: &str, id: AllocationId) -> Result<AllocationSheet> {
        let who = self.who(who);
        self.app.db.read(|tx| self.app.allocation_sheet(tx, &who, self.code, id))
    }

    pub fn state(&self, id: AllocationId) -> Allocation {
        self.sheet("书记", id).unwrap().allocation
    }

    pub fn redraft(&self, seen: (AllocationId, u32), change: impl FnOnce(&mut Ask)) -> Result<()> {
        let change = |ask: &mut Ask| {
            change(ask);
            Ok(())
        };
        self.app.redraft(&self.who("书记"), self.code, seen, change)?.wait()
    }

    pub fn lay(&self, id: AllocationId) -> Result<()> {
        let seen = (id, self.state(id).revision);
        self.app.lay_allocation(&self.who("书记"), self.code, seen).wait()
    }

    pub fn approve(&self, id: AllocationId, days: (Option<Moment>, Option<Moment>)) -> Result<()> {
        let seen = (id, self.state(id).revision);
        self.app.approve_allocation(&self.who("书记"), self.code, seen, days).wait()
    }

    /// Who is the steward of each estate at a moment.
    pub fn stewards(&self, at: Moment) -> BTreeMap<EstateId, StaffId> {
        let held = self.app.db.read(|tx| tx.claims_in_force(self.code, at)).unwrap();
        held.iter().map(|it| (it.estate, it.claim.steward)).collect()
    }

    /// The ledger, replayed, says what the tables say.
    pub fn holds_together(&self) {
        assert_eq!(verify(&self.app.db, &mut |_| {}).unwrap().fault, None);
    }
}

/// Why something was refused.
pub fn refusal<T: std::fmt::Debug>(done: std::result::Result<T, AppError>) -> Refusal {
    match done {
        Err(AppError::Refused(refusal)) => refusal,
        other => unreachable!("{other:?}"),
    }
}
