//! `guanjia report`.

use super::{done, path, refused};
use serde_json::Value;

#[test]
fn a_month_is_told_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    done(&["community", "found", "L001", "--name", "示例社区", "--data", &data]);
    let place = ["--community", "L001", "--data", &data];
    let report = |what: &[&str]| done(&[&["report"][..], what, &place].concat());

    let told = report(&["--month", "2026-10"]);
    assert!(told.lines().any(|line| line == "reported\t0"), "{told}");
    let book = path(folder.path(), "2026-10月报.xlsx");
    let told: Value =
        serde_json::from_str(&report(&["--month", "2026-10", "--xlsx", &book, "--json"])).unwrap();
    assert_eq!((&told["month"], &told["figures"]["open"]), (&"2026-10".into(), &0.into()));
    assert_eq!((&told["xlsx"]["rows"], &told["xlsx"]["path"]), (&0.into(), &book.as_str().into()));
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    assert!(report(&["--month", "2026-10", "--xlsx", &book]).contains("WRITTEN rows=0"));

    for wrong in ["2026-13", "2026", "十月"] {
        refused(&[&["report", "--month", wrong][..], &place].concat(), 2);
    }
    let which = refused(&["report", "--month", "2026-10", "--data", &data], 2);
    assert!(which.contains("--community"), "{which}");
    refused(&["report", "--month", "2026-10", "--community", "L002", "--data", &data], 1);
    let nowhere = path(folder.path(), "no/such/folder.xlsx");
    refused(&[&["report", "--month", "2026-10", "--xlsx", &nowhere][..], &place].concat(), 1);
    done(&["verify", "--data", &data]);
}
