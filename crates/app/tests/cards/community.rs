//! One small community with a secretary, for tests of cards and of erasing, on both engines.

use super::filled::{code, filled};
use super::postgres;
use guanjia_app::card::{CardInput, NewConsent};
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, HandClock};
use guanjia_domain::card::{CardField, ConsentKind, How, Stay};
use guanjia_domain::ids::{EstateId, RequestId, ResidentId, RoomId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::Tx;
use guanjia_store::access::Holder;
use jiff::civil::{Date, date};
use std::sync::Arc;
use uuid::Uuid;

/// 2026-09-21, in the afternoon.
const START: Moment = Moment(1_790_000_000_000);
pub const DAY: i64 = 24 * 60 * 60 * 1_000;
pub const TODAY: Date = date(2026, 9, 21);

pub struct House {
    pub app: App,
    pub clock: Arc<HandClock>,
    pub code: CommunityCode,
    pub secretary: Principal,
    pub folder: tempfile::TempDir,
    pub database: Option<postgres::DatabaseUrl>,
}

pub fn on_both_engines(test: impl Fn(House)) {
    test(House::found(None, ""));
    if let Some(database) = postgres::database_url() {
        test(House::found(Some(database), ""));
    }
}

impl House {
    /// With the residents of a sheet without its header.
    pub fn found(database: Option<postgres::DatabaseUrl>, residents: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(START));
        let residents = format!("小区,楼栋,单元,室,姓名,电话,身份证号,关爱类别,备注\n{residents}");
        let mut sheets = vec![
            ("工作人员.csv", "姓名,岗位,电话\n甲某,书记,13800000001\n乙某,社工,13800000002\n"),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n安宁苑,物业公司\n"),
            (
                "楼栋.csv",
                "小区,楼栋,单元数,层数,每层户数,户数\n和平苑,1号楼,2,6,2,24\n和平苑,9号楼,1,6,2,12\n安宁苑,1号楼,1,6,2,12\n",
            ),
        ];
        if residents.lines().count() > 1 {
            sheets.push(("居民.csv", residents.as_str()));
        }
        let app = filled(folder.path(), database.as_deref(), clock.clone(), &sheets);
        let secretary = Principal::plain(Role::Secretary, code(), Some(Uuid::from_u128(7)));
        Self { app, clock, code: code(), secretary, folder, database }
    }

    pub fn estate(&self, n: usize) -> EstateId {
        let name = ["和平苑", "安宁苑"][n];
        let all = self.app.db.read(|tx| tx.estates(self.code)).unwrap();
        all.into_iter().find(|it| it.facts.name == name).unwrap().id
    }

    /// Whoever is the steward of the `n`-th estate.
    pub fn steward_of(&self, n: usize) -> Principal {
        let estate = self.estate(n);
        let steward = |tx: &mut Tx| tx.claim_in_force(self.code, estate, self.app.now());
        let steward = self.app.db.read(steward).unwrap().unwrap().steward;
        self.app.db.read(|tx| self.app.signed_in(tx, self.code, Holder::Staff(steward.0))).unwrap().who
    }

    /// The `n`-th room of the first unit of an estate.
    pub fn room(&self, estate: EstateId, n: usize) -> RoomId {
        let found = self.app.db.read(|tx| {
            let building = tx.buildings(self.code, Some(estate), self.app.now())?[0].id;
            let unit = tx.units(self.code, Some(building))?[0].id;
            tx.rooms(self.code, unit)
        });
        found.unwrap()[n].id
    }

    pub fn place(&self, room: RoomId) -> Place {
        let found = self.app.db.read(|tx| tx.room_place(self.code, room, self.app.now())).unwrap().unwrap();
        Place {
            estate: found.estate,
            building: Some(found.building),
            unit: Some(found.unit),
            room: Some(room),
        }
    }

    pub fn known(&self, room: RoomId, name: &str, phone: &str, born: &str) -> ResidentId {
        let texts = [(CardField::Name, name), (CardField::Phones, phone), (CardField::Born, born)];
        let input = input(&texts);
        self.app.new_card(&self.secretary, self.code, room, Stay::Owner, input).wait().unwrap()
    }

    pub fn version(&self, id: ResidentId) -> u64 {
        let sheet = self.app.db.read(|tx| self.app.card_sheet(tx, &self.secretary, self.code, id));
        sheet.unwrap().resident.version
    }

    pub fn agree(&self, id: ResidentId, kind: ConsentKind, guardian: &str) -> guanjia_app::Result<()> {
        self.agree_to(id, kind, kind.first_version(), guardian)
    }

    /// The same on the words of a version.
    pub fn agree_to(
        &self,
        id: ResidentId,
        kind: ConsentKind,
        version: u16,
        guardian: &str,
    ) -> guanjia_app::Result<()> {
        let new = NewConsent {
            kind,
            version,
            guardian_phone: guardian.into(),
            how: How::Signed,
            given_on: TODAY,
            words: "在家里谈的".into(),
        };
        self.app.agree(&self.secretary, self.code, id, self.version(id), new).wait()
    }

    pub fn write(&self, id: ResidentId, texts: &[(CardField, &str)]) -> guanjia_app::Result<()> {
        self.app.change_card(&self.secretary, self.code, id, self.version(id), input(texts)).wait()
    }

    pub fn file(&self, n: u128, room: RoomId, words: &str, name: &str, phone: &str) -> RequestId {
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: self.place(room),
            text: words.into(),
            matter: None,
            channel: Channel::Web,
            urgent: false,
            reporter: Reporter { name: Some(name.into()), phone: Some(phone.into()) },
            on_behalf: false,
            done_on_spot: false,
            photos: Vec::new(),
        };
        let resident = Principal::plain(Role::Resident, self.code, None);
        self.app.file_request(&resident, self.code, filing).unwrap().wait().unwrap();
        id
    }
}

pub fn input(texts: &[(CardField, &str)]) -> CardInput {
    CardInput { texts: texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(), tags: None }
}
