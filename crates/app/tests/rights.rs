//! The rights desk on both engines: what is held, and that what is erased is nowhere any more.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use filled::{code, filled};
use guanjia_app::request::{Deed, Filing, Reporter, StoredPhoto};
use guanjia_app::rights::{Erased, Part};
use guanjia_app::{App, AppError, HandClock, Result};
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Command, Place};
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Moment, Refusal, Role};
use guanjia_store::copy::COPIED;
use guanjia_store::value::Value;
use guanjia_store::verify::verify;
use std::sync::Arc;
use uuid::Uuid;

/// A name, words and numbers that stand nowhere else.
const PHONE: &str = "13812340001";
const OTHER: &str = "13812340002";
const NAME: &str = "欧阳灯影";
const WORDS: &str = "三单元门口的灯不亮，老人夜里摔过一跤。";
const TOO: &str = "我家也是，孩子晚自习回来看不见台阶。";

struct House {
    app: App,
    code: CommunityCode,
    secretary: Principal,
    folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

fn on_both_engines(test: impl Fn(&House)) {
    test(&House::found(None));
    if let Some(database) = postgres::database_url() {
        test(&House::found(Some(database)));
    }
}

impl House {
    fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(Moment(1_790_000_000_000)));
        let residents = format!(
            "小区,楼栋,单元,室,姓名,电话\n和平苑,1号楼,1单元,101,{NAME},{PHONE}\n\
             和平苑,1号楼,1单元,102,王某某,{OTHER}\n"
        );
        let sheets = [
            ("工作人员.csv", "姓名,岗位,电话\n甲某,书记,13800000001\n"),
            ("小区.csv", "名称,物业性质\n和平苑,物业公司\n"),
            ("楼栋.csv", "小区,楼栋,单元数,层数,每层户数,户数\n和平苑,1号楼,2,6,2,24\n"),
            ("居民.csv", residents.as_str()),
        ];
        let app = filled(folder.path(), database.as_deref(), clock, &sheets);
        let secretary = Principal::plain(Role::Secretary, code(), Some(Uuid::from_u128(7)));
        Self { app, code: code(), secretary, folder, _database: database }
    }

    fn estate(&self) -> EstateId {
        self.app.db.read(|tx| tx.estate_names(self.code)).unwrap()[0].0
    }

    fn file(&self, n: u128, words: &str, phone: &str) -> RequestId {
        let id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n));
        let filing = Filing {
            id,
            place: Place { estate: self.estate(), building: None, unit: None, room: None },
            text: words.into(),
            matter: None,
            channel: Channel::Web,
            urgent: false,
            reporter: Reporter { name: Some(NAME.into()), phone: Some(phone.into()) },
            on_behalf: false,
            done_on_spot: false,
            photos: Vec::new(),
        };
        let resident = Principal::plain(Role::Resident, self.code, None);
        self.app.file_request(&resident, self.code, filing).unwrap().wait().unwrap();
        id
    }

    /// Joins, and says as whom.
    fn join(&self, request: RequestId, phone: &str) -> RequestId {
        let resident = Principal::plain(Role::Resident, self.code, None);
        let as_id = RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_9999));
        let reporter = Reporter { name: None, phone: Some(phone.into()) };
        self.app.join_request(&resident, self.code, request, as_id, &reporter, TOO).unwrap().wait().unwrap();
        as_id
    }

    /// Somebody adds words on their own link.
    fn adds(&self, request: RequestId, joined: Option<RequestId>, words: &str) {
        let link = self.app.resident_link(self.code, request, joined);
        let who = self.app.db.read(|tx| self.app.open_resident_link(tx, self.code, &link)).unwrap().who;
        let words = Text::optional("words", words).unwrap();
        let command = Command::Add { words, photos: 0, internal: false };
        self.app.act(&who, self.code, Deed { request, seen: None, command, photos: vec![] }).wait().unwrap();
    }

    /// Somebody adds a photo on their own link; its files need not be there.
    fn brings(&self, request: RequestId, joined: Option<RequestId>, file: u128) {
        let link = self.app.resident_link(self.code, request, joined);
        let who = self.app.db.read(|tx| self.app.open_resident_link(tx, self.code, &link)).unwrap().who;
        let command = Command::Add { words: None, photos: 1, internal: false };
        let photos = vec![StoredPhoto { file: Uuid::from_u128(file), width: 4, height: 3 }];
        self.app.act(&who, self.code, Deed { request, seen: None, command, photos }).wait().unwrap();
    }

    fn held(&self, phone: &str) -> Result<guanjia_app::rights::Held> {
        self.app.db.read(|tx| self.app.held_of(tx, &self.secretary, self.code, phone))
    }

    fn erase(&self, phone: &str) -> Result<Erased> {
        self.app.erase_person(&self.secretary, self.code, phone, "本人要求")
    }

    /// Everything that the vault still opens: text by text.
    fn opened(&self) -> Vec<String> {
        let mut sealed = Vec::new();
        let table = COPIED.iter().find(|table| table.name == "vault").unwrap();
        self.app
            .db
            .read(|tx| {
                tx.copy_out(table, |row| {
                    sealed.push(row.to_vec());
                    Ok(())
                })
            })
            .unwrap();
        let open = |row: &Vec<Value>| -> Option<String> {
            let [Value::Text(_), Value::Blob(owner), Value::Text(kind), Value::Int(n), Value::Blob(bytes)] =
                &row[..]
            else {
                panic!("{row:?}");
            };
            let kinds = [
                guanjia_store::Kind::Words,
                guanjia_store::Kind::Reporter,
                guanjia_store::Kind::Person,
                guanjia_store::Kind::Card,
                guanjia_store::Kind::Reason,
                guanjia_store::Kind::Party,
            ];
            let kind = kinds.into_iter().find(|it| it.name() == kind)?;
            let slot = guanjia_store::Slot {
                community: self.code,
                owner: Uuid::from_slice(owner).unwrap(),
                kind,
                n: u32::try_from(*n).unwrap(),
            };
            Some(String::from_utf8(self.app.vault.open(&slot, bytes).unwrap()).unwrap())
        };
        sealed.iter().filter_map(open).collect()
    }

    fn holds(&self, word: &str) -> bool {
        self.opened().iter().any(|text| text.contains(word))
    }
}

#[test]
fn what_is_held_is_found_and_what_is_erased_is_nowhere() {
    on_both_engines(|place| {
        let own = place.file(1, WORDS, PHONE);
        let others = place.file(2, "电梯一直响，请来看看。", OTHER);
        let later = place.join(others, PHONE);
        place.adds(others, Some(later), "又过了三天，还是没有人来。");
        place.adds(others, None, "电梯今天停了。");
        let held = place.held("138 1234 0001").unwrap();
        let parts: Vec<_> =
            held.requests.iter().map(|it| (it.request.id, it.part, it.words.clone())).collect();
        assert!(parts.contains(&(own, Part::Reported, vec![WORDS.to_owned()])), "{parts:?}");
        assert!(
            parts.contains(&(
                others,
                Part::Joined(1),
                vec![TOO.to_owned(), "又过了三天，还是没有人来。".to_owned()]
            )),
            "{parts:?}"
        );
        assert_eq!(held.cards.len(), 1);
        assert!(held.cards[0].card.name == NAME && held.cards[0].place.line().contains("101"));
        assert!(place.holds(WORDS) && place.holds(TOO) && place.holds(PHONE));

        let board = |place: &House| {
            let rows =
                place.app.db.read(|tx| place.app.estates_board(tx, place.code, &[place.estate()], None, 9));
            rows.unwrap().iter().map(|row| row.excerpt.clone()).collect::<Vec<_>>()
        };
        assert!(board(place).contains(&WORDS.to_owned()));
        let erased = place.erase(PHONE).unwrap();
        assert_eq!((erased.requests, erased.joined, erased.cards), (vec![own], 1, 1));
        for word in [WORDS, TOO, PHONE, "又过了三天"] {
            assert!(!place.holds(word), "{word}");
        }
        assert!(!board(place).contains(&WORDS.to_owned()));
        // Nobody else lost anything.
        assert!(
            place.holds("电梯今天停了")
                && place.holds("电梯一直响")
                && place.holds(OTHER)
                && place.holds("王某某")
        );
        assert_eq!(place.held(OTHER).unwrap().requests.len(), 1);
        assert_eq!(verify(&place.app.db, &mut |_| {}).unwrap().fault, None);
        assert!(matches!(place.held(PHONE), Err(AppError::Refused(Refusal::NotFound))));
        assert!(matches!(place.erase(PHONE), Err(AppError::Refused(Refusal::NotFound))));
        no_file_holds(place);
    });
}

#[test]
fn residents_do_not_read_what_others_added() {
    on_both_engines(|house| {
        let request = house.file(1, WORDS, PHONE);
        let joined = house.join(request, OTHER);
        house.adds(request, Some(joined), "又过了三天。");
        house.adds(request, None, "今天有人来看过。");
        let read = |joined: Option<RequestId>| -> Vec<String> {
            let link = house.app.resident_link(house.code, request, joined);
            let detail = house.app.db.read(|tx| {
                let who = house.app.open_resident_link(tx, house.code, &link)?.who;
                house.app.detail(tx, &who, house.code, request)
            });
            detail.unwrap().trail.into_iter().filter_map(|it| it.words).collect()
        };
        assert_eq!(read(None), ["今天有人来看过。"]);
        assert_eq!(read(Some(joined)), [TOO, "又过了三天。"]);
    });
}

#[test]
fn photos_belong_to_whoever_brought_them() {
    on_both_engines(|house| {
        let request = house.file(1, WORDS, PHONE);
        let joined = house.join(request, OTHER);
        house.brings(request, None, 1);
        house.brings(request, Some(joined), 2);
        let files = |who: &Principal| -> Vec<u128> {
            let detail = house.app.db.read(|tx| house.app.detail(tx, who, house.code, request)).unwrap();
            detail.photos.iter().map(|it| it.file.as_u128()).collect()
        };
        let resident =
            |joined: Option<RequestId>| Principal::plain(Role::Resident, house.code, joined.map(|it| it.0));
        assert_eq!(files(&house.secretary), [1, 2]);
        assert_eq!(files(&resident(None)), [1], "nobody sees the photo of a neighbour");
        assert_eq!(files(&resident(Some(joined))), [2]);
        assert_eq!(house.held(OTHER).unwrap().requests[0].photos, 1, "the copy counts what is theirs");
        house.erase(OTHER).unwrap();
        assert_eq!(files(&house.secretary), [1], "the photo went with its owner");
        house.erase(PHONE).unwrap();
        let link = house.app.resident_link(house.code, request, None);
        let ended = house.app.db.read(|tx| house.app.open_resident_link(tx, house.code, &link));
        assert!(matches!(ended, Err(AppError::Refused(Refusal::NotFound))), "nothing can be added any more");
        assert_eq!(verify(&house.app.db, &mut |_| {}).unwrap().fault, None);
    });
}

/// Neither what was erased nor what was not stands in clear in any file of the folder.
fn no_file_holds(place: &House) {
    for entry in std::fs::read_dir(place.folder.path()).unwrap().flatten() {
        let Ok(bytes) = std::fs::read(entry.path()) else { continue };
        for word in [WORDS, TOO, NAME, PHONE, OTHER] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in {entry:?}");
        }
    }
}

#[test]
fn a_copy_and_an_erasure_need_a_reason_and_stand_in_the_access_log() {
    on_both_engines(|place| {
        place.file(1, WORDS, PHONE);
        let copy = |reason: &str| place.app.copy_of(&place.secretary, place.code, PHONE, reason);
        assert!(matches!(copy(" "), Err(AppError::Refused(Refusal::TextMissing { .. }))));
        assert!(place.app.erase_person(&place.secretary, place.code, PHONE, "").is_err());
        assert_eq!(copy("本人到窗口要求").unwrap().wait().unwrap().requests.len(), 1);
        place.erase(PHONE).unwrap();
        let log = |action| place.app.db.read(|tx| tx.last_access(place.code, action)).unwrap();
        assert!(log("export").is_some() && log("erase").is_some() && log("reveal").is_none());
        assert!(place.holds("本人到窗口要求"));
    });
}

#[test]
fn only_the_secretary_may_and_only_at_home() {
    on_both_engines(|place| {
        place.file(1, WORDS, PHONE);
        let elsewhere = Principal::plain(Role::Secretary, "L002".parse().unwrap(), Some(Uuid::from_u128(8)));
        let mut others = vec![elsewhere];
        for role in
            [Role::Officer, Role::GridWorker, Role::SystemAdministrator, Role::Auditor, Role::Organisation]
        {
            others.push(Principal::plain(role, place.code, Some(Uuid::from_u128(9))));
        }
        for who in others {
            assert!(place.app.db.read(|tx| place.app.held_of(tx, &who, place.code, PHONE)).is_err());
            assert!(place.app.copy_of(&who, place.code, PHONE, "好奇").unwrap().wait().is_err());
            assert!(place.app.erase_person(&who, place.code, PHONE, "捣乱").is_err());
        }
        assert!(place.holds(WORDS));
        for wrong in ["", "12", "欧阳"] {
            assert!(matches!(place.held(wrong), Err(AppError::Refused(Refusal::BadPhone { .. }))), "{wrong}");
        }
    });
}
