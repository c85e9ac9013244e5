//! A community with two estates, each with a steward, and a grid worker.

use super::filled::{code, filled};
use super::postgres;
use guanjia_app::{App, AppError, HandClock, Result};
use guanjia_domain::ids::{BuildingId, EstateId, StaffId, UnitId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Noon in China.
pub const NOW: Moment = Moment(1_795_233_600_000);
pub const HOUR: i64 = 60 * 60 * 1_000;
pub const DAY: i64 = 24 * HOUR;

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub code: CommunityCode,
    /// 和平苑 and 安宁里.
    pub estates: [EstateId; 2],
    pub building: BuildingId,
    pub units: Vec<UnitId>,
    pub staff: BTreeMap<String, StaffId>,
    pub folder: tempfile::TempDir,
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
        let clock = Arc::new(HandClock::at(NOW));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n书记,书记,13800000001,\n甲某,社工,13800000002,和平苑\n\
                 乙某,社工,13800000003,安宁里\n丙某,社工,13800000004,\n网格,网格员,13800000005,\n",
            ),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n安宁里,物业公司\n"),
            (
                "楼栋.csv",
                "小区,楼栋,单元数,层数,每层户数,户数\n和平苑,1号楼,2,6,2,24\n安宁里,1号楼,2,6,2,24\n",
            ),
            ("网格.csv", "网格名称,网格员,范围\n一网格,网格,和平苑:1号楼\n"),
        ];
        let (app, code) = (filled(folder.path(), database.as_deref(), clock.clone(), &sheets), code());
        // The stewards' claims follow the secretary's, which hold in the estates' first instant.
        clock.set(NOW.plus(HOUR));
        let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
            let mut staff = BTreeMap::new();
            for it in tx.staff(code)? {
                staff.insert(app.person(tx, code, it.id.0)?.name, it.id);
            }
            let names = tx.estate_names(code)?;
            let estate = |name: &str| names.iter().find(|(_, it)| it == name).unwrap().0;
            let estates = [estate("和平苑"), estate("安宁里")];
            let building = tx.buildings(code, Some(estates[0]), app.now())?[0].id;
            let units = tx.units(code, Some(building))?.into_iter().map(|it| it.id).collect();
            Ok((staff, estates, building, units))
        };
        let (staff, estates, building, units) = app.db.read(read).unwrap();
        Self { app, clock, code, estates, building, units, staff, folder, _database: database }
    }

    pub fn who(&self, name: &str) -> Principal {
        let holder = Holder::Staff(self.staff[name].0);
        self.app.db.read(|tx| self.app.signed_in(tx, self.code, holder)).unwrap().who
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
