//! Sheets as people have them: every case of `tests/corpus/*.txt` is built into a file and read, and what comes out
//! must be what stands below its cells. A new case is one entry there; `CORPUS=write` writes what comes out instead.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test: what fails is its failure")]

#[path = "corpus/build.rs"]
mod build;
#[path = "corpus/shown.rs"]
mod shown;

use guanjia_sheets::{Known, KnownBuilding, KnownEstate, Lang, Mappings, read_workbook};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What stands between the cells of a case and what comes out.
const TURN: &str = "=>";
/// What begins a case.
const HEAD: &str = "## ";

struct Case {
    name: String,
    cells: Vec<String>,
    expected: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    files
}

fn cases(text: &str) -> Vec<Case> {
    let one = |block: &str| {
        let (head, expected) = block.split_once(&format!("\n{TURN}\n")).unwrap_or((block, ""));
        let mut lines = head.lines().map(str::to_owned);
        let name = lines.next().unwrap();
        Case { name, cells: lines.collect(), expected: expected.trim_end().to_owned() }
    };
    text.split(&format!("\n{HEAD}")).skip(1).map(one).collect()
}

/// The house that the sheets refer to.
fn house() -> Known {
    let building = |name: &str, units: u32| KnownBuilding {
        name: name.into(),
        units: (1..=units).map(|unit| format!("{unit}单元")).collect(),
    };
    let estate = |name: &str, aliases: &[&str], buildings: Vec<KnownBuilding>| KnownEstate {
        name: name.into(),
        aliases: aliases.iter().map(ToString::to_string).collect(),
        buildings,
    };
    Known {
        estates: vec![
            estate(
                "和平苑",
                &["老和平"],
                vec![building("1号楼", 2), building("2号楼", 3), building("3号楼", 2)],
            ),
            estate("柳巷里", &[], vec![building("1号楼", 1)]),
        ],
        staff: vec!["丙某".into()],
        mappings: Mappings::default(),
    }
}

fn read(case: &Case) -> String {
    let mut known = house();
    let (name, bytes) = build::file(&case.cells, &mut known.mappings);
    let reading = read_workbook(&name, &bytes, &known, &mut |_| {});
    let mut out = shown::rows(&reading.workbook);
    for (sign, problems) in [("!", &reading.problems), ("i", &reading.notices)] {
        for problem in problems {
            writeln!(out, "{sign} {}", problem.line(Lang::Zh)).unwrap();
            assert!(!problem.cure(Lang::En).is_empty() && !problem.text(Lang::En).is_empty());
        }
    }
    out.trim_end().to_owned()
}

#[test]
fn every_case_comes_out_as_it_stands_there() {
    let write = std::env::var("CORPUS").is_ok_and(|it| it == "write");
    let (mut count, mut wrong) = (0, String::new());
    for path in files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut anew = text.split(&format!("\n{HEAD}")).next().unwrap().to_owned();
        for case in cases(&text) {
            let found = read(&case);
            if found != case.expected {
                let file = path.file_name().unwrap().to_string_lossy();
                writeln!(
                    wrong,
                    "{file}: {}\n--- expected\n{}\n--- found\n{found}\n",
                    case.name, case.expected
                )
                .unwrap();
            }
            let cells = case.cells.join("\n");
            write!(anew, "\n{HEAD}{}\n{cells}\n{TURN}\n{found}\n", case.name).unwrap();
            count += 1;
        }
        if write {
            std::fs::write(&path, anew).unwrap();
        }
    }
    assert!(write || wrong.is_empty(), "{wrong}");
    assert!(count >= 60, "only {count} cases");
}
