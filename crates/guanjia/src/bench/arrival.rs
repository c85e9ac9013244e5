//! A list of residents imported by the real program, beside reading it and beside writing as many rows by themselves.

use super::Ground;
use super::child::argument;
use super::figures::{Figures, Wanted};
use super::finished::Finished;
use crate::failure::Failure;
use guanjia_app::import::SheetFile;
use guanjia_app::place::NewCommunity;
use guanjia_app::{App, AppError, Clock, SystemClock};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Role};
use guanjia_sheets::{Known, Table, csv, read_workbook, xlsx};
use guanjia_store::StoreError;
use guanjia_store::bare::{Bare, Sizes};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tempfile::TempDir;
use uuid::Uuid;

/// Residents of a room, rooms of a unit and floor, units, floors.
const OF_ROOM: u64 = 3;
const MEASURES: (u64, u64, u64) = (2, 4, 18);
/// Buildings of an estate.
const OF_ESTATE: u64 = 12;
/// Bytes of the rows that one resident makes: event, read table, sealed card, tokens.
const SIZES: Sizes = Sizes { event: 260, request: 80, sealed: 280, tokens: 120 };
/// Rows of the plain database in a transaction: as many as the import has, all.
const TOGETHER: usize = 10_000;

/// Measures an import of so many residents into houses that stand there already.
pub fn arrival(ground: &Ground, residents: u64) -> Result<(), Failure> {
    let mut figures = Figures::new("import", ground.engine());
    let folder = TempDir::with_prefix_in("guanjia-bench-", &ground.folder)
        .map_err(|error| Failure::file(&ground.folder, &error))?;
    let code = found(ground, folder.path(), residents)?;
    let file = folder.path().join("居民.xlsx");
    let book = xlsx(&[people(residents)]).map_err(|error| StoreError::Refused(error.to_string()))?;
    std::fs::write(&file, &book).map_err(|error| Failure::file(&file, &error))?;
    let began = Instant::now();
    let reading = read_workbook("居民.xlsx", &book, &Known::default(), &mut |_| {});
    let alone = began.elapsed().as_secs_f64();
    let rows = reading.rows;
    drop((reading, book));
    let (data, code_text) = (argument(folder.path())?.to_owned(), code.to_string());
    let mut arguments =
        vec!["import", argument(&file)?, "--community", &code_text, "--data", &data, "--json"];
    if let Some(database) = &ground.database {
        arguments.extend(["--database", database]);
    }
    let done = Finished::run(&arguments)?;
    if rows != residents || !done.ok {
        figures.not_run("the import: it did not take every row");
    }
    let seconds = done.took.as_secs_f64();
    figures.add("import of residents", seconds, "s", Wanted::AtMost(20.0 * residents as f64 / 100_000.0));
    figures.add("residents a second", residents as f64 / seconds, "/s", Wanted::Told);
    match done.peak {
        Some(bytes) => figures.add("peak memory", bytes as f64 / 1e6, "MB", Wanted::AtMost(200.0)),
        None => figures.not_run("peak memory: the system does not tell it under /proc"),
    }
    let began = Instant::now();
    let again = Finished::run(&arguments)?;
    figures.add("the same file again", began.elapsed().as_secs_f64(), "s", Wanted::Told);
    if !again.ok {
        figures.not_run("the same file again");
    }
    figures.add("reading the workbook alone", alone, "s", Wanted::Told);
    figures.add("as many rows by plain SQL", plain(folder.path(), code, residents)?, "s", Wanted::Told);
    figures.tell(ground.json)
}

/// A community with its houses and a secretary.
fn found(ground: &Ground, folder: &Path, residents: u64) -> Result<CommunityCode, Failure> {
    let app = App::open(folder, ground.database.as_deref(), Arc::new(SystemClock))?;
    let code: CommunityCode = crate::data::code("L001")?;
    let name = "示例社区".to_owned();
    let (supervision, emergency) = (String::new(), Vec::new());
    let new =
        NewCommunity { code, name: name.clone(), full_name: name, street: None, supervision, emergency };
    app.found_community(Actor::SYSTEM, new).wait()?;
    let files =
        places(residents).map(|table| SheetFile { name: format!("{}.csv", table.name), bytes: csv(&table) });
    let sheets = app.db.read(|tx| app.read_sheets(tx, code, &files, &mut |_| {}))?;
    let who = Principal::plain(Role::System, code, None);
    app.commit_import(&who, code, sheets.workbook)
        .wait()
        .map_err(|error| AppError::from(StoreError::Refused(error.to_string())))?;
    Ok(code)
}

fn table(name: &str, header: &str, rows: Vec<Vec<String>>) -> Table {
    Table { name: name.to_owned(), header: header.split('|').map(str::to_owned).collect(), rows }
}

/// Estate and building by their number.
fn names(building: u64) -> [String; 2] {
    [format!("第{}小区", building / OF_ESTATE + 1), format!("{}号楼", building % OF_ESTATE + 1)]
}

const fn rooms_of_building() -> u64 {
    MEASURES.0 * MEASURES.1 * MEASURES.2
}

fn places(residents: u64) -> [Table; 3] {
    let buildings = residents.div_ceil(OF_ROOM * rooms_of_building());
    let measures = [MEASURES.1, MEASURES.2, MEASURES.0].map(|it| it.to_string());
    let row = |building| [names(building).to_vec(), measures.to_vec()].concat();
    let mut estates: Vec<Vec<String>> = (0..buildings).map(|n| names(n)[..1].to_vec()).collect();
    estates.dedup();
    let secretary = ["甲某", "书记"].map(str::to_owned).to_vec();
    [
        table("工作人员", "姓名|岗位", vec![secretary]),
        table(
            "小区",
            "名称|备注",
            estates.into_iter().map(|name| [name, vec![String::new()]].concat()).collect(),
        ),
        table("楼栋", "小区|楼栋|单元数|层数|每层户数", (0..buildings).map(row).collect()),
    ]
}

fn people(residents: u64) -> Table {
    let row = |n: u64| {
        let (room, member) = (n / OF_ROOM, n % OF_ROOM);
        let (building, within) = (room / rooms_of_building(), room % rooms_of_building());
        let (door, rest) = (within % MEASURES.0 + 1, within / MEASURES.0);
        let (floor, unit) = (rest % MEASURES.2 + 1, rest / MEASURES.2 + 1);
        let [estate, building] = names(building);
        let relation = ["户主", "配偶", "子女"][usize::try_from(member).unwrap_or(0)];
        let (phone, room) = (format!("138{n:08}"), format!("{floor}{door:02}"));
        let last = [format!("{unit}单元"), room, format!("居民{n}"), phone, relation.to_owned()];
        [vec![estate, building], last.to_vec(), vec!["常住人口".to_owned()]].concat()
    };
    table("居民", "小区|楼栋|单元|室|姓名|电话|与户主关系|人员类型", (0..residents).map(row).collect())
}

/// How long the engine takes for rows of the same size, by itself.
fn plain(folder: &Path, community: CommunityCode, residents: u64) -> Result<f64, Failure> {
    let mut bare = Bare::make(&folder.join("bare.db"), community, vec![Uuid::from_u128(1 << 64)], SIZES)?;
    let ids: Vec<Uuid> = (1..=u128::from(residents)).map(|n| Uuid::from_u128(n << 32)).collect();
    let began = Instant::now();
    for some in ids.chunks(TOGETHER) {
        bare.write(some, SystemClock.now().0)?;
    }
    Ok(began.elapsed().as_secs_f64())
}
