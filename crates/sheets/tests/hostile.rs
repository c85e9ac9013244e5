//! Files that mean harm or are none: refused with a clear word, in little memory, without a panic.

mod common;

use common::{assert_sound, raw_cell, raw_sheet, raw_xlsx, read_bytes, spots};
use guanjia_sheets::{MOST_BYTES, ProblemKind, Reading};

fn kinds(reading: &Reading) -> Vec<ProblemKind> {
    reading.problems.iter().map(|problem| problem.what.clone()).collect()
}

fn header() -> String {
    format!("<row r=\"1\">{}{}</row>", raw_cell("A1", "名称"), raw_cell("B1", "别名"))
}

fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: 0 kB");
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024
}

#[test]
fn two_cells_in_opposite_corners_cost_nothing() {
    let before = peak_mib();
    for corner in ["AAA200000", "XFD1048576"] {
        let row = corner.trim_start_matches(char::is_alphabetic);
        let rows = format!("{}<row r=\"{row}\">{}</row>", header(), raw_cell(corner, "x"));
        let reading = read_bytes("corner.xlsx", &raw_xlsx(&raw_sheet(&rows), None));
        assert!(kinds(&reading).contains(&ProblemKind::CellOutside { cell: corner.to_owned() }), "{corner}");
    }
    assert!(peak_mib() - before < 64, "{} MiB", peak_mib() - before);
}

#[test]
fn a_sheet_of_zeros_is_not_unpacked_into_memory() {
    let blank = vec![b' '; 96 << 20];
    let reading = read_bytes("bomb.xlsx", &raw_xlsx(&blank, None));
    assert_eq!(kinds(&reading), [ProblemKind::Bomb { part: "xl/worksheets/sheet1.xml".to_owned() }]);
}

#[test]
fn a_header_that_lies_about_the_size_does_not_help() {
    let blank = vec![b' '; 96 << 20];
    let mut bytes = raw_xlsx(&blank, None);
    // Both the local and the central header say 100 bytes.
    let real = u32::try_from(blank.len()).expect("fits").to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|window| window == real) {
        bytes[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    let reading = read_bytes("liar.xlsx", &bytes);
    assert!(
        matches!(kinds(&reading)[..], [ProblemKind::Bomb { .. } | ProblemKind::Damaged { .. }]),
        "{:?}",
        kinds(&reading)
    );
}

#[test]
fn a_string_table_that_asks_for_all_memory_is_refused() {
    let sheet = raw_sheet(&header());
    for start in [
        r#"<sst uniqueCount="99999999999999">"#,
        r#"<?xml version="1.0"?><x:sst a=">" uniqueCount = '4000000000'>"#,
        r#"<!-- > --><sst uniqueCount="1">"#,
        r#"<?xml version="1.0" encoding="utf-16"?><sst>"#,
        r#"<sst xuniqueCount="1" uniqueCount="99999999999999">"#,
    ] {
        let strings = format!("{start}<si><t>x</t></si></sst>");
        let reading = read_bytes("sst.xlsx", &raw_xlsx(&sheet, Some(strings.as_bytes())));
        assert_eq!(
            kinds(&reading),
            [ProblemKind::Bomb { part: "xl/sharedStrings.xml".to_owned() }],
            "{start}"
        );
    }
    let many = format!("<sst>{}</sst>", "<si/>".repeat(12_500_000));
    let reading = read_bytes("many.xlsx", &raw_xlsx(&sheet, Some(many.as_bytes())));
    assert_eq!(kinds(&reading), [ProblemKind::Bomb { part: "xl/sharedStrings.xml".to_owned() }]);
    let sound = br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst count="1" uniqueCount="1"><si><t>x</t></si></sst>"#;
    assert_sound(&read_bytes("sound.xlsx", &raw_xlsx(&sheet, Some(sound))));
}

#[test]
fn rows_beyond_the_bound_and_out_of_order_are_named() {
    let far = format!("{}<row r=\"1000001\">{}</row>", header(), raw_cell("A1000001", "和平苑"));
    assert_eq!(
        kinds(&read_bytes("far.xlsx", &raw_xlsx(&raw_sheet(&far), None))),
        [ProblemKind::TooManyRows { limit: 1_000_000 }]
    );
    let back = format!(
        "{}<row r=\"9\">{}</row><row r=\"3\">{}</row>",
        header(),
        raw_cell("A9", "和平苑"),
        raw_cell("A3", "柳巷里")
    );
    assert_eq!(
        kinds(&read_bytes("back.xlsx", &raw_xlsx(&raw_sheet(&back), None))),
        [ProblemKind::RowsOutOfOrder]
    );
}

#[test]
fn a_file_that_is_no_sheet_is_told_so() {
    assert_eq!(kinds(&read_bytes("photo.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")), [ProblemKind::NotASheet]);
    assert_eq!(kinds(&read_bytes("empty.csv", b"")), [ProblemKind::NotASheet]);
    assert_eq!(
        kinds(&read_bytes("letter.txt", "各位居民：\n明天停水。\n".as_bytes())),
        [ProblemKind::NoKnownSheet]
    );
    assert_eq!(
        kinds(&read_bytes("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
        [ProblemKind::LegacyOrLocked]
    );
    assert!(matches!(
        kinds(&read_bytes("cut.xlsx", b"PK\x03\x04 cut off"))[..],
        [ProblemKind::Damaged { .. }]
    ));
    let large = vec![b'a'; MOST_BYTES + 1];
    assert!(matches!(kinds(&read_bytes("large.csv", &large))[..], [ProblemKind::FileTooLarge { .. }]));
}

#[test]
fn every_cut_and_every_flipped_byte_is_survived() {
    let sound =
        raw_xlsx(&raw_sheet(&format!("{}<row r=\"2\">{}</row>", header(), raw_cell("A2", "和平苑"))), None);
    for end in 0..sound.len() {
        read_bytes("cut.xlsx", &sound[..end]);
    }
    for at in 0..sound.len() {
        let mut flipped = sound.clone();
        flipped[at] ^= 0x55;
        read_bytes("flipped.xlsx", &flipped);
    }
}

#[test]
fn a_cell_longer_than_excel_allows_is_named() {
    let text = "长".repeat(40_000);
    let rows = format!("{}<row r=\"2\">{}</row>", header(), raw_cell("A2", &text));
    let reading = read_bytes("long.xlsx", &raw_xlsx(&raw_sheet(&rows), None));
    assert_eq!(
        spots(&reading)[0],
        ("小区".to_owned(), 2, String::new(), ProblemKind::TooLong { limit: 32_767 })
    );
}
