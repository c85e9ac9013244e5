//! A community of two estates in which requests come in.

use crate::filled::{code, filled};
use crate::postgres;
use guanjia_app::issue::IssueDeed;
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, AppError, HandClock};
use guanjia_domain::ids::{EstateId, IssueId, RequestId};
use guanjia_domain::issue::{Issue, IssueCommand};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{Moment, Refusal, Role};
use guanjia_store::verify::verify;
use std::sync::Arc;
use uuid::Uuid;

pub const START: Moment = Moment(1_790_000_000_000);
pub const HOUR: i64 = 3_600_000;
/// What neighbours write about one thing.
pub const TREES: [&str; 4] = [
    "4号楼南边的大树太密，把窗户全挡住了，白天也要开灯",
    "大树太密挡住窗户，家里白天要开灯，能不能修剪一下",
    "楼前大树太密，窗户全挡住了，一楼白天也要开灯，请修剪",
    "什么时候来修剪？大树太密窗户全挡住了，白天开灯",
];

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub secretary: Principal,
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
    pub fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(START));
        let sheets = [
            ("工作人员.csv", "姓名,岗位,电话\n甲某,书记,13800000001\n"),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n柳巷里,物业公司\n"),
            (
                "楼栋.csv",
                "小区,楼栋,单元数,层数,每层户数,户数\n和平苑,4号楼,2,6,2,24\n柳巷里,4号楼,1,6,2,12\n",
            ),
        ];
        let app = filled(folder.path(), database.as_deref(), clock.clone(), &sheets);
        let secretary = Principal::plain(Role::Secretary, code(), Some(Uuid::from_u128(7)));
        Self { app, clock, secretary, _folder: folder, _database: database }
    }

    pub fn estate(&self, name: &str) -> EstateId {
        let names = self.app.db.read(|tx| tx.estate_names(code())).unwrap();
        names.iter().find(|(_, it)| it == name).unwrap().0
    }

    /// Somebody of an estate says something, an hour later.
    pub fn file(&self, n: u128, estate: &str, text: &str, phone: &str) -> RequestId {
        self.clock.pass(HOUR);
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate(estate), building: None, unit: None, room: None },
            text: text.into(),
            matter: None,
            channel: Channel::Web,
            urgent: false,
            reporter: Reporter { name: None, phone: Some(phone.into()) },
            on_behalf: false,
            photos: Vec::new(),
            done_on_spot: false,
        };
        let who = Principal::plain(Role::Resident, code(), None);
        self.app.file_request(&who, code(), filing).unwrap().wait().unwrap();
        id
    }

    /// The clockwork goes on.
    pub fn tick(&self) {
        self.clock.pass(HOUR);
        self.app.tick().unwrap();
    }

    pub fn night(&self) {
        self.clock.pass(24 * HOUR);
        self.app.tick().unwrap();
    }

    pub fn issues(&self, estate: &str) -> Vec<Issue> {
        let estate = self.estate(estate);
        self.app.db.read(|tx| tx.open_issues(code(), estate)).unwrap()
    }

    pub fn issue(&self, id: IssueId) -> Issue {
        self.app.db.read(|tx| tx.issue(code(), id)).unwrap().unwrap()
    }

    /// The secretary decides on an issue as it stands.
    pub fn decide(&self, id: IssueId, command: IssueCommand) -> Result<Issue, Refusal> {
        let seen = self.issue(id).version;
        self.decide_seen(id, seen, command)
    }

    pub fn decide_seen(&self, issue: IssueId, seen: u64, command: IssueCommand) -> Result<Issue, Refusal> {
        let deed = IssueDeed { issue, seen, command };
        match self.app.act_on_issue(&self.secretary, code(), deed).wait() {
            Ok(issue) => Ok(issue),
            Err(AppError::Refused(refusal)) => Err(refusal),
            Err(other) => panic!("{other}"),
        }
    }

    pub fn sound(&self) {
        assert_eq!(verify(&self.app.db, &mut |_| {}).unwrap().fault, None);
    }
}

impl House {
    /// The secretary says what it is about.
    pub fn classify(&self, request: RequestId, matter: &str) {
        let command = guanjia_domain::request::Command::Classify { matter: matter.into() };
        let deed = guanjia_app::request::Deed { request, seen: None, command, photos: vec![] };
        self.app.act(&self.secretary, code(), deed).wait().unwrap();
    }
}
