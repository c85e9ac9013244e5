//! Importing on both engines: all or nothing, a second time nothing, nobody doubled, nothing personal in the ledger.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test: what fails is its failure")]

#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::import::{
    Card, Counts, HouseProblem, ImportError, ImportProblem, Preview, SheetFile, Tally,
};
use guanjia_app::place::NewCommunity;
use guanjia_app::{App, AppError, HandClock, Result};
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal, Role};
use guanjia_sheets::{Lang, Table, Template, csv, template, xlsx};
use guanjia_store::verify::verify;
use guanjia_store::{Kind, Slot};
use std::sync::Arc;
use std::time::{Duration, Instant};

struct Place {
    app: App,
    clock: Arc<HandClock>,
    code: CommunityCode,
    who: Principal,
    _folder: tempfile::TempDir,
    _database: Option<postgres::DatabaseUrl>,
}

impl Place {
    fn found(database: Option<postgres::DatabaseUrl>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(Moment(1_790_000_000_000)));
        let app = App::open(folder.path(), database.as_deref(), clock.clone()).unwrap();
        let code: CommunityCode = "L001".parse().unwrap();
        let new = NewCommunity {
            code,
            name: "示例社区".into(),
            full_name: "示例社区".into(),
            street: None,
            supervision: String::new(),
            emergency: Vec::new(),
        };
        app.found_community(Actor::SYSTEM, new).wait().unwrap();
        let who = Principal::plain(Role::System, code, None);
        Self { app, clock, code, who, _folder: folder, _database: database }
    }

    fn preview(&self, files: &[SheetFile]) -> Preview {
        self.app
            .db
            .read(|tx| -> Result<_> {
                let sheets = self.app.read_sheets(tx, self.code, files, &mut |_| {})?;
                self.app.preview_import(tx, &self.who, self.code, &sheets)
            })
            .unwrap()
    }

    fn import(&self, files: &[SheetFile]) -> std::result::Result<Counts, Vec<ImportProblem>> {
        let sheets = self.app.db.read(|tx| self.app.read_sheets(tx, self.code, files, &mut |_| {})).unwrap();
        if !sheets.problems.is_empty() {
            return Err(sheets.problems);
        }
        match self.app.commit_import(&self.who, self.code, sheets.workbook).wait() {
            Ok(done) => Ok(done.counts),
            Err(ImportError::Problems(problems)) => Err(problems),
            Err(ImportError::App(error)) => panic!("{error}"),
        }
    }

    fn events(&self) -> u64 {
        let report = verify(&self.app.db, &mut |_| {}).unwrap();
        assert_eq!(report.fault, None);
        report.events
    }
}

fn on_both_engines(test: impl Fn(&Place)) {
    test(&Place::found(None));
    if let Some(database) = postgres::database_url() {
        test(&Place::found(Some(database)));
    }
}

fn table(name: &str, header: &str, rows: &[&str]) -> Table {
    let split = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    Table { name: name.to_owned(), header: split(header), rows: rows.iter().map(|row| split(row)).collect() }
}

fn book(name: &str, tables: &[Table]) -> SheetFile {
    SheetFile { name: name.to_owned(), bytes: xlsx(tables).unwrap() }
}

const ESTATES: &str = "名称|别名|物业性质|物业公司|物业电话|业主姓名|绿化率";
const STAFF: &str = "姓名|岗位|梯次|电话|负责小区|AB角小区";
const RESIDENTS: &str = "小区|楼栋|单元|室|姓名|身份证号|电话|备注|微信";

fn places() -> SheetFile {
    let estates = table(
        "小区",
        ESTATES,
        &["和平苑|老和平|物业公司|示例物业|0351-6012345|甲业主|0.3", "柳巷里||无||||0.2"],
    );
    let rows = ["和平苑|1号楼|2|6|2|24", "和平苑|2号楼|3|6|2|", "柳巷里|1号楼|1|11|4|44"];
    book("小区楼栋.xlsx", &[estates, table("楼栋", "小区|楼栋|单元数|层数|每层户数|户数", &rows)])
}

fn people() -> SheetFile {
    let staff = [
        "甲某|书记|1|13800000001|和平苑|柳巷里",
        "乙某|社工|2|13800000002|柳巷里|老和平",
        "丙某|网格员||13800000003||",
    ];
    let grids = ["第1网格|丙某|和平苑:1-2号楼", "第2网格||柳巷里"];
    let bodies = ["柳巷业委会|业委会|0351-6012346|柳巷里"];
    let tables = [
        table("工作人员", STAFF, &staff),
        table("网格", "网格名称|网格员|范围", &grids),
        table("单位", "名称|类型|电话|服务小区", &bodies),
    ];
    book("人员.xlsx", &tables)
}

fn residents(rows: &[&str]) -> SheetFile {
    SheetFile { name: "居民.csv".to_owned(), bytes: csv(&table("居民", RESIDENTS, rows)) }
}

const THREE: [&str; 3] = [
    "和平苑|1号楼|1单元|101|李甲||13900000001|爱养花|wx1",
    "老和平|一栋|1|101|王乙||13900000001||",
    "柳巷里|1号楼|1单元|302|赵丙||||",
];

fn tally(new: u64, changed: u64, unchanged: u64) -> Tally {
    Tally { new, changed, unchanged }
}

#[test]
fn a_community_is_filled_at_once_and_the_second_time_nothing_happens() {
    on_both_engines(|place| {
        let files = [residents(&THREE), people(), places()];
        let preview = place.preview(&files);
        assert_eq!(preview.problems, []);
        assert_eq!(place.events(), 2, "a preview changes nothing");
        let done = place.import(&files).unwrap();
        assert_eq!(done, preview.counts);
        assert_eq!(
            (done.estates, done.buildings, done.rooms),
            (tally(2, 0, 0), tally(3, 0, 0), tally(104, 0, 0))
        );
        assert_eq!(
            (done.staff, done.grids, done.organisations),
            (tally(3, 0, 0), tally(2, 0, 0), tally(2, 0, 0))
        );
        assert_eq!((done.claims, done.residents), (tally(2, 0, 0), tally(3, 0, 0)));
        let events = place.events();
        for pause in [0, 1, 60_000] {
            place.clock.pass(pause);
            let again = place.import(&files).unwrap();
            assert_eq!(again.differences(), 0, "{again:?}");
            assert_eq!(
                (again.rooms, again.residents, again.claims),
                (tally(0, 0, 104), tally(0, 0, 3), tally(0, 0, 2))
            );
            assert_eq!(place.events(), events);
        }
        stewards_are_as_the_sheet_says(place);
    });
}

fn stewards_are_as_the_sheet_says(place: &Place) {
    let (app, code) = (&place.app, place.code);
    app.db
        .read(|tx| -> Result<()> {
            for line in app.overview(tx, code)? {
                let deputy = line.deputy.map(|it| it.name);
                let expected = if line.name == "和平苑" {
                    ("甲某", "乙某", 60)
                } else {
                    ("乙某", "甲某", 44)
                };
                assert_eq!(
                    (&*line.steward.name, deputy.as_deref(), line.households),
                    (expected.0, Some(expected.1), expected.2)
                );
            }
            let grids = tx.grids(code, None, app.now())?;
            assert_eq!(
                grids.iter().map(|it| (it.parts.len(), it.worker.is_some())).collect::<Vec<_>>(),
                [(2, true), (1, false)]
            );
            let company = tx.organisations(code)?.into_iter().find(|it| it.name == "示例物业").unwrap();
            assert_eq!(company.estates.len(), 1);
            Ok(())
        })
        .unwrap();
}

#[test]
fn one_wrong_row_and_nothing_is_written() {
    on_both_engines(|place| {
        let events = place.events();
        let wrong = ["和平苑|1号楼|1单元|101|李甲||13900000001||", "没有的小区|1号楼|1单元|102|王乙||||"];
        let problems = place.import(&[places(), people(), residents(&wrong)]).unwrap_err();
        let [problem] = problems.as_slice() else { panic!("{problems:?}") };
        assert_eq!(
            (problem.file(), problem.sheet(), problem.row()),
            (Some("居民.csv"), Some("居民"), Some(3))
        );
        assert!(problem.column().unwrap().starts_with('A'), "{problem:?}");
        assert!(!problem.cure(Lang::Zh).is_empty() && !problem.cure(Lang::En).is_empty());
        assert_eq!(place.events(), events);
        assert!(place.app.db.read(|tx| tx.estates(place.code)).unwrap().is_empty());
    });
}

#[test]
fn estates_need_a_secretary_and_the_cure_says_so() {
    let place = Place::found(None);
    let problems = place.import(&[places()]).unwrap_err();
    assert!(
        matches!(problems.as_slice(), [ImportProblem::House { what: HouseProblem::NoSecretary, .. }]),
        "{problems:?}"
    );
    assert!(problems[0].line(Lang::Zh).contains("书记") && problems[0].line(Lang::En).contains("secretary"));
    place.import(&[places(), people()]).unwrap();
}

#[test]
fn nothing_personal_is_in_the_ledger_and_unknown_columns_are_kept() {
    on_both_engines(|place| {
        place.import(&[places(), people(), residents(&THREE)]).unwrap();
        let (app, code) = (&place.app, place.code);
        app.db
            .read(|tx| -> Result<()> {
                let estate = tx.estates(code)?.into_iter().find(|it| it.facts.name == "和平苑").unwrap();
                assert!(estate.facts.other.is_empty(), "any cell of an unknown column may name somebody");
                let slot = Slot { community: code, owner: estate.id.0, kind: Kind::Card, n: 0 };
                let sealed: guanjia_app::import::Columns = app.opened(tx, &slot)?.unwrap();
                assert_eq!(sealed.0.get("业主姓名").map(String::as_str), Some("甲业主"));
                assert_eq!(sealed.0.get("绿化率").map(String::as_str), Some("0.3"));
                Ok(())
            })
            .unwrap();
        if let guanjia_store::Location::File(file) = app.db.location() {
            let mut bytes = std::fs::read(file).unwrap();
            bytes.extend(std::fs::read(file.with_extension("db-wal")).unwrap_or_default());
            for word in ["李甲", "王乙", "甲业主", "13900000001", "13800000001", "爱养花", "wx1", "甲某"]
            {
                let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
                assert!(!found, "{word} stands in clear in the database");
            }
        }
    });
}

#[test]
fn nobody_is_doubled_and_an_empty_cell_erases_nothing() {
    on_both_engines(|place| {
        place.import(&[places(), people(), residents(&THREE)]).unwrap();
        // Another phone, the ID number came to be known, a remark is gone from the sheet, one more person.
        let later = [
            "和平苑|1号楼|1单元|101|李甲|110101199003074514|13900000009||",
            "和平苑|1号楼|1单元|101|王乙||13900000001||",
            "柳巷里|1号楼|1单元|302|赵丙||||",
            "柳巷里|1号楼|1单元|302|赵小丙||||",
        ];
        let done = place.import(&[residents(&later)]).unwrap();
        assert_eq!(done.residents, tally(1, 1, 2));
        // Moved: the ID number tells who it is.
        let moved = ["柳巷里|1号楼|1单元|401|李甲|110101199003074514|||"];
        assert_eq!(place.import(&[residents(&moved)]).unwrap().residents, tally(0, 1, 0));
        assert_eq!(place.import(&[residents(&moved)]).unwrap().residents, tally(0, 0, 1));
        // Less is known of somebody who is there already.
        let bare = ["柳巷里|||| 赵小丙||||"];
        assert_eq!(place.import(&[residents(&bare)]).unwrap().residents, tally(0, 0, 1));
        place.events();
    });
}

#[test]
fn a_name_alone_is_not_enough_against_what_is_known() {
    on_both_engines(|place| {
        let stored = [
            "和平苑|1号楼|1单元|501|张伟||13900000001|爱下棋|",
            "柳巷里|1号楼|1单元|302|赵丙||13900000003||",
        ];
        place.import(&[places(), people(), residents(&stored)]).unwrap();
        let unclear = ["柳巷里||||赵丙||13900000002||"];
        let problems = place.import(&[residents(&unclear)]).unwrap_err();
        let several = |it: &ImportProblem| {
            matches!(it, ImportProblem::House { what: HouseProblem::SeveralResidents { .. }, .. })
        };
        assert!(problems.iter().all(several) && problems.len() == 1, "{problems:?}");
        let other = ["和平苑|2号楼|||张伟||13900000002||"];
        assert_eq!(
            place.import(&[residents(&other)]).unwrap().residents,
            tally(1, 0, 0),
            "of another building"
        );
        // One file names two homes of one person: the first stays, again and again.
        let two =
            ["和平苑|1号楼|1单元|501|张伟||13900000001||", "柳巷里|1号楼|1单元|401|张伟||13900000001||"];
        let preview = place.preview(&[residents(&two)]);
        let second = |it: &ImportProblem| {
            matches!(it, ImportProblem::House { what: HouseProblem::SecondHome { .. }, .. })
        };
        assert!(preview.notices.iter().any(second), "{:?}", preview.notices);
        assert_eq!(place.import(&[residents(&two)]).unwrap().residents.changed, 0);
        place.events();
    });
}

#[test]
fn a_list_without_the_columns_brings_nobody_back() {
    let place = Place::found(None);
    place.import(&[places(), people()]).unwrap();
    let header = "小区|楼栋|单元|室|姓名|出生日期|是否已死亡|关爱类别";
    let sheet = |rows: &[&str]| book("居民.xlsx", &[table("居民", header, rows)]);
    let rows = ["和平苑|1号楼|1单元|101|李甲|2019/5/1|是|独居;轮椅;新生儿"];
    assert_eq!(place.import(&[sheet(&rows)]).unwrap().residents, tally(1, 0, 0));
    assert_eq!(
        place.import(&[residents(&["和平苑|1号楼|1单元|101|李甲||||"])]).unwrap().residents,
        tally(0, 0, 1)
    );
    let cards = place.app.db.read(|tx| -> Result<Vec<Card>> {
        let ids = tx.all_residents(place.code)?.into_iter().map(|it| it.id);
        let slot = |owner| Slot { community: place.code, owner, kind: Kind::Card, n: 0 };
        ids.map(|id| Ok(place.app.opened(tx, &slot(id.0))?.unwrap())).collect()
    });
    let card = &cards.unwrap()[0];
    assert!(card.deceased, "whoever died stays so until a sheet says 否");
    assert_eq!(card.born.as_deref(), Some("2019-05-01"), "a child is known to be one");
    assert_eq!(card.care_tags, ["living_alone", "wheelchair", "newborn"]);
    let back = ["和平苑|1号楼|1单元|101|李甲||否|"];
    assert_eq!(place.import(&[sheet(&back)]).unwrap().residents, tally(0, 1, 0));
}

#[test]
fn a_room_that_no_building_has_is_told_and_kept_on_the_card() {
    let place = Place::found(None);
    place.import(&[places(), people()]).unwrap();
    let files = [residents(&["和平苑|1号楼|1单元|901|李甲||||"])];
    let preview = place.preview(&files);
    assert!(preview.notices.iter().any(|it| matches!(
        it,
        ImportProblem::House { what: HouseProblem::RoomsUnknown { residents: 1, .. }, .. }
    )));
    place.import(&files).unwrap();
    let more = table("户室", "小区|楼栋|单元|室|户数", &["和平苑|1号楼|1单元|901|1"]);
    assert_eq!(place.import(&[book("户室.xlsx", &[more])]).unwrap().rooms, tally(1, 0, 0));
    assert_eq!(place.import(&files).unwrap().residents, tally(0, 1, 0), "now the room is known");
    assert_eq!(place.import(&files).unwrap().residents, tally(0, 0, 1));
}

#[test]
fn stored_rooms_keep_their_ids_and_claims_change_hands() {
    let place = Place::found(None);
    place.import(&[places(), people()]).unwrap();
    let (app, code) = (&place.app, place.code);
    let rooms = || {
        app.db
            .read(|tx| -> Result<Vec<_>> {
                let unit = tx.units(code, None)?[0].id;
                Ok(tx.rooms(code, unit)?.into_iter().map(|room| room.id).collect())
            })
            .unwrap()
    };
    let before = rooms();
    let taller = table("楼栋", "小区|楼栋|单元数|层数|每层户数|户数", &["和平苑|1号楼|2|7|2|28"]);
    let done = place.import(&[book("楼栋.xlsx", &[taller])]).unwrap();
    assert_eq!((done.buildings, done.rooms), (tally(0, 1, 0), tally(4, 0, 24)));
    assert_eq!(rooms()[..before.len()], before);
    place.clock.pass(1_000);
    let hands = table(
        "工作人员",
        STAFF,
        &["乙某|社工|2|13800000002|和平苑、柳巷里|", "甲某|书记|1|13800000001||和平苑"],
    );
    let done = place.import(&[book("人员.xlsx", &[hands])]).unwrap();
    assert_eq!(done.claims, tally(0, 1, 1));
    place.clock.pass(1_000);
    let line =
        app.db.read(|tx| app.overview(tx, code)).unwrap().into_iter().find(|it| it.name == "和平苑").unwrap();
    assert_eq!((line.steward.name, line.deputy.unwrap().name), ("乙某".to_owned(), "甲某".to_owned()));
    let worse = table("工作人员", STAFF, &["乙某|网格员||13800000002||"]);
    let problems = place.import(&[book("人员.xlsx", &[worse])]).unwrap_err();
    assert!(matches!(&problems[0], ImportProblem::House { what: HouseProblem::StillAccountable { .. }, .. }));
}

#[test]
fn an_administrator_imports_but_does_not_decide_who_is_steward() {
    let place = Place::found(None);
    place.import(&[places(), people()]).unwrap();
    let admin = Principal::plain(Role::SystemAdministrator, place.code, None);
    let place = Place { who: admin, ..place };
    let hands = table("工作人员", STAFF, &["乙某|社工|2|13800000002|和平苑|"]);
    let problems = place.import(&[book("人员.xlsx", &[hands])]).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|it| matches!(it, ImportProblem::House { what: HouseProblem::ClaimsNotYours, .. }))
    );
    let more = table("工作人员", STAFF, &["丁某|网格员||13800000004||"]);
    assert_eq!(place.import(&[book("人员.xlsx", &[more])]).unwrap().staff, tally(1, 0, 0));
    let worker = Principal::plain(Role::GridWorker, place.code, None);
    let refused = place.app.commit_import(&worker, place.code, guanjia_sheets::Workbook::default()).wait();
    assert!(matches!(refused, Err(ImportError::App(AppError::Refused(Refusal::Forbidden)))));
}

#[test]
fn an_upload_waits_sealed_for_an_hour() {
    let place = Place::found(None);
    let (app, code, who) = (&place.app, place.code, &place.who);
    let files = [places(), people()];
    let upload = app.stage_upload(who, code, &files).unwrap().wait().unwrap();
    let staged = app.db.read(|tx| app.staged(tx, who, code, upload)).unwrap();
    assert_eq!(staged.len(), 2);
    assert!(staged.iter().zip(&files).all(|(one, other)| one.name == other.name && one.bytes == other.bytes));
    place.clock.pass(guanjia_app::import::UPLOAD_LIFE);
    app.tick().unwrap();
    let gone = app.db.read(|tx| app.staged(tx, who, code, upload));
    assert!(matches!(gone, Err(AppError::Refused(Refusal::LinkEnded))));
}

#[test]
fn templates_are_empty_until_somebody_fills_them_in() {
    let place = Place::found(None);
    for (kind, lang) in Template::ALL.into_iter().flat_map(|kind| [(kind, Lang::Zh), (kind, Lang::En)]) {
        let file = SheetFile { name: "模板.xlsx".to_owned(), bytes: template(kind, lang).unwrap() };
        assert_eq!(place.import(&[file]).unwrap(), Counts::default());
    }
    let staff = place.app.db.read(|tx| tx.staff(place.code)).unwrap();
    assert!(staff.iter().all(|it| it.post != Post::Secretary));
}

/// 13 estates, 7 119 households, a resident in each.
fn a_real_community() -> [SheetFile; 3] {
    let estates: Vec<String> = (1..=13).map(|number| format!("第{number}小区")).collect();
    let rows: Vec<String> = estates.iter().map(|estate| format!("{estate}||物业公司||||")).collect();
    let lines =
        |rows: &[String]| rows.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect();
    let header = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    let estate_table = Table { name: "小区".into(), header: header(ESTATES), rows: lines(&rows) };
    let rows: Vec<String> = (0..149)
        .map(|n| format!("{}|{}号楼|4|6|2|{}", estates[n % 13], n / 13 + 1, if n == 148 { 15 } else { 48 }))
        .collect();
    let buildings = Table {
        name: "楼栋".into(),
        header: header("小区|楼栋|单元数|层数|每层户数|户数"),
        rows: lines(&rows),
    };
    let rows: Vec<String> = (0..7_119)
        .map(|n| {
            let (building, room) = (n % 149, n / 149);
            let (unit, floor, door) = (room / 12 + 1, room / 2 % 6 + 1, room % 2 + 1);
            let estate = &estates[building % 13];
            format!("{estate}|{}号楼|{unit}单元|{floor}0{door}|居民{n}||138{n:08}||", building / 13 + 1)
        })
        .collect();
    let people = table("工作人员", STAFF, &["甲某|书记|1|13800000001||"]);
    let residents = Table { name: "居民".into(), header: header(RESIDENTS), rows: lines(&rows) };
    [
        book("小区楼栋.xlsx", &[estate_table, buildings]),
        book("人员.xlsx", &[people]),
        book("居民.xlsx", &[residents]),
    ]
}

#[test]
fn a_real_community_is_imported_quickly() {
    on_both_engines(|place| {
        let files = a_real_community();
        let (places, people) = (&files[..2], &files[2..]);
        let began = Instant::now();
        let done = place.import(places).unwrap();
        let households = began.elapsed();
        assert_eq!((done.buildings.new, done.rooms.new), (149, 7_152));
        let began = Instant::now();
        assert_eq!(place.import(people).unwrap().residents.new, 7_119);
        let residents = began.elapsed();
        let began = Instant::now();
        assert_eq!(place.import(&files).unwrap().differences(), 0);
        println!("households {households:?}, residents {residents:?}, again {:?}", began.elapsed());
        let sqlite = matches!(place.app.db.location(), guanjia_store::Location::File(_));
        let limit = if cfg!(debug_assertions) || !sqlite { 30 } else { 1 };
        assert!(households < Duration::from_secs(limit), "{households:?}");
    });
}
