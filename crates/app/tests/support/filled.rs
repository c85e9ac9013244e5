//! A community that is filled from sheets, for the tests of what people do in it.

use guanjia_app::import::SheetFile;
use guanjia_app::place::NewCommunity;
use guanjia_app::{App, Clock};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Role};
use std::path::Path;
use std::sync::Arc;

/// The community.
pub fn code() -> CommunityCode {
    "L001".parse().unwrap()
}

/// An installation in a folder, or with its data in a database on a server, with the sheets of one community.
pub fn filled(folder: &Path, server: Option<&str>, clock: Arc<dyn Clock>, sheets: &[(&str, &str)]) -> App {
    let app = App::open(folder, server, clock).unwrap();
    let new = NewCommunity {
        code: code(),
        name: "示例社区".into(),
        full_name: "示例社区".into(),
        street: None,
        supervision: String::new(),
        emergency: Vec::new(),
    };
    app.found_community(Actor::SYSTEM, new).wait().unwrap();
    let file = |(name, text): &(&str, &str)| SheetFile { name: (*name).into(), bytes: (*text).into() };
    let files: Vec<_> = sheets.iter().map(file).collect();
    let read = app.db.read(|tx| app.read_sheets(tx, code(), &files, &mut |_| {})).unwrap();
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let system = Principal::plain(Role::System, code(), None);
    assert!(app.commit_import(&system, code(), read.workbook).wait().is_ok(), "the import failed");
    app
}
