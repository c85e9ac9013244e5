//! A community with an estate, a grid, its steward and workers, for tests of hand-overs and partitions.

use crate::filled::{code, filled};
use crate::postgres;
use guanjia_app::hand_over::{HandOverSheet, NewHandOver};
use guanjia_app::place::NewClaim;
use guanjia_app::request::{Deed, Filing, Reporter};
use guanjia_app::{App, Clock, HandClock, Result};
use guanjia_domain::hand_over::{Answer, Occasion};
use guanjia_domain::ids::{BuildingId, EstateId, HandOverId, RequestId, StaffId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Command, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Moment, Party, Role};
use guanjia_store::access::Holder;
use guanjia_store::verify::verify;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Noon in China.
pub const NOW: Moment = Moment(1_795_233_600_000);
pub const DAY: i64 = 24 * 60 * 60 * 1_000;

/// A clock that goes on while it is looked at, as real ones do: what a command calls "now" must be read once.
struct Ticking(Arc<HandClock>);

impl Clock for Ticking {
    fn now(&self) -> Moment {
        let now = self.0.now();
        self.0.set(now.plus(1));
        now
    }
}

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub code: CommunityCode,
    pub estate: EstateId,
    staff: HashMap<String, StaffId>,
    _folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

pub fn on_both_engines(test: impl Fn(&House)) {
    test(&House::found(None, false));
    if let Some(database) = postgres::database_url() {
        test(&House::found(Some(database), false));
    }
}

/// The same while the clock goes on.
pub fn while_time_passes(test: impl Fn(&House)) {
    test(&House::found(None, true));
}

impl House {
    fn found(database: Option<postgres::DatabaseUrl>, passes: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(NOW.plus(-DAY)));
        let sheets = [
            (
                "工作人员.csv",
                "姓名,岗位,电话,负责小区\n甲某,书记,13800000001,\n乙某,社工,13800000002,和平苑\n\
                 丙某,社工,13800000003,\n丁某,社工,13800000004,\n戊某,网格员,13800000005,\n\
                 己某,网格员,13800000006,\n",
            ),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n汾河里,物业公司\n"),
            (
                "楼栋.csv",
                "小区,楼栋,单元数,层数,每层户数\n和平苑,1号楼,2,3,2\n和平苑,2号楼,1,3,2\n汾河里,5号楼,1,3,2\n",
            ),
            ("网格.csv", "网格名称,网格员,范围\n1网格,戊某,和平苑:1号楼\n2网格,,和平苑:2号楼;汾河里:5号楼\n"),
        ];
        let of_app: Arc<dyn Clock> = if passes { Arc::new(Ticking(clock.clone())) } else { clock.clone() };
        let (app, code) = (filled(folder.path(), database.as_deref(), of_app, &sheets), code());
        clock.set(NOW);
        let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
            let mut found = HashMap::new();
            for it in tx.staff(code)? {
                found.insert(app.person(tx, code, it.id.0)?.name, it.id);
            }
            Ok(found)
        };
        let staff = app.db.read(read).unwrap();
        let estates = app.db.read(|tx| tx.estate_names(code)).unwrap();
        let estate = estates.iter().find(|(_, name)| name == "和平苑").unwrap().0;
        Self { app, clock, code, estate, staff, _folder: folder, _database: database }
    }

    pub fn staff(&self, name: &str) -> StaffId {
        self.staff[name]
    }

    pub fn who(&self, name: &str) -> Principal {
        let holder = Holder::Staff(self.staff(name).0);
        self.app.db.read(|tx| self.app.signed_in(tx, self.code, holder)).unwrap().who
    }

    pub fn ask(
        &self,
        from: &str,
        to: Option<&str>,
        occasion: Occasion,
        starts_at: Moment,
        ends_at: Option<Moment>,
    ) -> Result<Vec<HandOverId>> {
        let (from, to) = (self.staff(from), to.map(|to| self.staff(to)));
        let (starts_at, estates) = (Some(starts_at), vec![self.estate]);
        let new = NewHandOver { occasion, from, to, starts_at, ends_at, estates, grids: Vec::new() };
        self.app.ask_hand_over(&self.who("甲某"), self.code, new).wait()
    }

    /// From now on, as a form without a day asks.
    pub fn ask_now(&self, from: &str, to: &str, occasion: Occasion) -> Result<Vec<HandOverId>> {
        let (from, to) = (self.staff(from), Some(self.staff(to)));
        let (starts_at, ends_at, estates) = (None, None, vec![self.estate]);
        let new = NewHandOver { occasion, from, to, starts_at, ends_at, estates, grids: Vec::new() };
        self.app.ask_hand_over(&self.who("甲某"), self.code, new).wait()
    }

    pub fn ask_grid(
        &self,
        from: &str,
        to: &str,
        occasion: Occasion,
        starts_at: Moment,
    ) -> Result<Vec<HandOverId>> {
        let (from, to) = (self.staff(from), Some(self.staff(to)));
        let grids = self.app.db.read(|tx| tx.grids(self.code, Some(from), NOW)).unwrap();
        let grids = grids.into_iter().map(|grid| grid.id).collect();
        let (starts_at, ends_at) = (Some(starts_at), None);
        let new = NewHandOver { occasion, from, to, starts_at, ends_at, estates: Vec::new(), grids };
        self.app.ask_hand_over(&self.who("甲某"), self.code, new).wait()
    }

    /// The secretary gives the estate to somebody from now on.
    pub fn claim(&self, name: &str) -> Result<()> {
        let (estate, steward) = (self.estate, self.staff(name));
        let new = NewClaim { estate, steward, deputy: None, starts_at: None, pact_signed: true };
        self.app.claim_estate(&self.who("甲某"), self.code, new).wait()
    }

    pub fn answer(&self, who: &str, id: HandOverId, said: Answer) -> Result<()> {
        self.app.answer_hand_over(&self.who(who), self.code, id, said).wait()
    }

    pub fn sheet(&self, who: &str, id: HandOverId) -> Result<HandOverSheet> {
        let who = self.who(who);
        self.app.db.read(|tx| self.app.hand_over_sheet(tx, &who, self.code, id))
    }

    pub fn steward_at(&self, at: Moment) -> String {
        let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
            let claim = tx.claim_in_force(self.code, self.estate, at)?.unwrap();
            Ok(self.app.person(tx, self.code, claim.steward.0)?.name)
        };
        self.app.db.read(read).unwrap()
    }

    /// The kinds of what somebody was told, the newest first.
    pub fn told(&self, name: &str) -> Vec<String> {
        let who = self.who(name);
        let told = self.app.db.read(|tx| self.app.inbox(tx, &who)).unwrap();
        told.into_iter().map(|it| it.notice.kind).collect()
    }

    pub fn file(&self, n: u128) -> RequestId {
        self.file_at(n, None)
    }

    pub fn file_at(&self, n: u128, building: Option<BuildingId>) -> RequestId {
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate, building, unit: None, room: None },
            text: "楼道里的灯不亮。".into(),
            matter: None,
            channel: Channel::Web,
            urgent: false,
            reporter: Reporter { name: None, phone: Some("13812340001".into()) },
            on_behalf: false,
            done_on_spot: false,
            photos: Vec::new(),
        };
        let resident = Principal::plain(Role::Resident, self.code, None);
        self.app.file_request(&resident, self.code, filing).unwrap().wait().unwrap();
        id
    }

    fn act(&self, who: &Principal, request: RequestId, command: Command) -> Result<Party> {
        let deed = Deed { request, seen: None, command, photos: Vec::new() };
        Ok(self.app.act(who, self.code, deed).wait()?.handler)
    }

    pub fn dispatch(&self, request: RequestId, to: &str) {
        let to = Party::GridWorker(self.staff(to));
        let steward = self.who("乙某");
        self.act(&steward, request, Command::Accept).unwrap();
        self.act(&steward, request, Command::Dispatch { to, words: None }).unwrap();
    }

    /// Somebody does a task that is on their board, and says with whom it is.
    pub fn take_and_dispose(&self, who: &Principal, request: RequestId) -> Party {
        let tasks = self.app.db.read(|tx| self.app.tasks(tx, who, self.code, 50)).unwrap();
        let task = tasks.iter().find(|it| it.request.id == request).unwrap();
        let by = who.party_in(task.request.handler, task.request.asked).unwrap();
        self.act(who, request, Command::Take { by }).unwrap();
        let reply = Text::new("public_reply", "换好了。").unwrap();
        self.act(who, request, Command::Dispose { reply, note: None, photos: 0 }).unwrap()
    }

    pub fn dismiss(&self, name: &str) -> Result<()> {
        self.app.dismiss(&self.who("甲某"), self.code, self.staff(name).0).wait()
    }

    pub fn events(&self) -> u64 {
        verify(&self.app.db, &mut |_| {}).unwrap().events
    }

    /// Chain and read tables are as the events say, also when they are made again.
    pub fn sound(&self) {
        assert_eq!(verify(&self.app.db, &mut |_| {}).unwrap().fault, None);
        guanjia_store::verify::rebuild(&self.app.db).unwrap();
        assert_eq!(verify(&self.app.db, &mut |_| {}).unwrap().fault, None);
    }
}
