//! Lists out of the house and into it again: nothing changes there, and an empty house becomes the same one.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/community.rs"]
mod community;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::export::Wanted;
use guanjia_app::import::SheetFile;
use guanjia_app::people::NewStaff;
use guanjia_app::place::NewCommunity;
use guanjia_app::{App, HandClock, Person, Result};
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Role};
use guanjia_sheets::{Lang, Table, Template, csv, xlsx};
use guanjia_store::{Kind, Slot, Tx};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::Cell;
use std::sync::Arc;

struct House {
    app: App,
    _folder: tempfile::TempDir,
}

impl House {
    fn new(server: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(HandClock::at(Moment(1_790_000_000_000)));
        Self { app: App::open(folder.path(), server, clock).unwrap(), _folder: folder }
    }

    fn found(&self, n: usize) -> CommunityCode {
        let code: CommunityCode = format!("L{n:03}").parse().unwrap();
        let new = NewCommunity {
            code,
            name: "示例社区".into(),
            full_name: "示例社区".into(),
            street: None,
            supervision: String::new(),
            emergency: Vec::new(),
        };
        self.app.found_community(Actor::SYSTEM, new).wait().unwrap();
        code
    }

    /// Imports; says how many things differed.
    fn import(&self, code: CommunityCode, files: &[SheetFile]) -> u64 {
        let sheets = self.app.db.read(|tx| self.app.read_sheets(tx, code, files, &mut |_| {})).unwrap();
        assert!(sheets.problems.is_empty(), "{:#?}", sheets.problems);
        let done = self.app.commit_import(&who(code), code, sheets.workbook).wait().unwrap();
        assert!(done.counts.differences() > 0 || done.lines.is_empty());
        done.counts.differences()
    }

    fn export(&self, code: CommunityCode, lang: Lang) -> Vec<Table> {
        let wanted = |list| Wanted { list, lang, reason: "换系统".into() };
        let export = |list| self.app.export(&who(code), code, &wanted(list)).unwrap();
        Template::ALL.into_iter().flat_map(export).collect()
    }
}

fn who(code: CommunityCode) -> Principal {
    Principal::plain(Role::System, code, None)
}

fn book(tables: &[Table]) -> Vec<SheetFile> {
    vec![SheetFile { name: "全部.xlsx".into(), bytes: xlsx(tables).unwrap() }]
}

fn texts(tables: &[Table]) -> Vec<SheetFile> {
    let file = |table: &Table| SheetFile { name: format!("{}.csv", table.name), bytes: csv(table) };
    tables.iter().map(file).collect()
}

/// The rows in an order of their own: a new house numbers them anew.
fn sorted(mut tables: Vec<Table>) -> Vec<Table> {
    tables.iter_mut().for_each(|table| table.rows.sort());
    tables
}

fn round_trips(server: Option<&str>, cases: u32) {
    let house = House::new(server);
    let count = Cell::new(1);
    let mut runner = TestRunner::new(ProptestConfig { cases, ..ProptestConfig::default() });
    let outcome = runner.run(&community::community(), |tables| {
        let code = house.found(count.replace(count.get() + 2));
        prop_assert!(house.import(code, &book(&tables)) > 0);
        let out = house.export(code, Lang::Zh);
        prop_assert_eq!(house.import(code, &book(&out)), 0, "{:#?}", out);
        prop_assert_eq!(house.import(code, &texts(&out)), 0, "{:#?}", out);
        prop_assert_eq!(house.import(code, &book(&house.export(code, Lang::En))), 0, "{:#?}", out);
        let other = house.found(count.get() - 1);
        house.import(other, &texts(&out));
        prop_assert_eq!(sorted(house.export(other, Lang::Zh)), sorted(out));
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.unwrap_err());
}

#[test]
fn what_leaves_comes_back_unchanged() {
    round_trips(None, 40);
}

#[test]
fn and_on_a_server() {
    if let Some(database) = postgres::database_url() {
        round_trips(Some(&database), 10);
    }
}

#[test]
fn residents_leave_with_a_reason_only_and_it_is_logged() {
    let house = House::new(None);
    let code = house.found(1);
    let may = |role: Role, list, reason: &str| {
        let who = Principal::plain(role, code, Some(uuid::Uuid::from_u128(7)));
        let wanted = Wanted { list, lang: Lang::Zh, reason: reason.into() };
        house.app.export(&who, code, &wanted).is_ok()
    };
    assert!(!may(Role::Secretary, Template::Residents, "  "));
    assert_eq!(house.app.db.read(|tx| tx.last_access(code, "export")).unwrap(), None);
    assert!(may(Role::Secretary, Template::Residents, "交接"));
    assert!(house.app.db.read(|tx| tx.last_access(code, "export")).unwrap().is_some());
    assert!(may(Role::SystemAdministrator, Template::People, ""));
    for role in
        [Role::SystemAdministrator, Role::Officer, Role::GridWorker, Role::Auditor, Role::StreetOffice]
    {
        assert!(!may(role, Template::Residents, "交接"), "{role:?}");
    }
    for role in [Role::Officer, Role::GridWorker, Role::Auditor, Role::Organisation, Role::Resident] {
        assert!(!may(role, Template::Places, "交接"), "{role:?}");
    }
}

/// Reading a list fails here, and would take the entry with it if both were one change: then the whole list would be
/// read where every other change waits.
fn who_took_it_is_written_down_before_it_is_read(server: Option<&str>) {
    let house = House::new(server);
    let (code, id) = (house.found(1), uuid::Uuid::from_u128(7));
    let person = Person { name: "甲某".into(), phone: String::new() };
    let new = NewStaff { id: id.into(), post: Post::Secretary, tier: None, organisation: None, person };
    let slot = Slot { community: code, owner: id, kind: Kind::Person, n: 0 };
    let app = house.app.clone();
    let put = move |tx: &mut Tx| -> Result<()> {
        app.put_staff(tx, &who(code), code, &new)?;
        Ok(tx.keep(&slot, b"damaged")?)
    };
    house.app.db.write(code, put).wait().unwrap();
    let wanted = Wanted { list: Template::People, lang: Lang::Zh, reason: "交接".into() };
    assert!(house.app.export(&who(code), code, &wanted).is_err());
    assert!(house.app.db.read(|tx| tx.last_access(code, "export")).unwrap().is_some());
}

#[test]
fn an_export_is_written_down_first_on_both_engines() {
    who_took_it_is_written_down_before_it_is_read(None);
    if let Some(database) = postgres::database_url() {
        who_took_it_is_written_down_before_it_is_read(Some(&database));
    }
}
