//! What the tests of this crate share: workbooks made on the spot.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::expect_used, reason = "helpers of tests stand outside of #[test] functions")]

use guanjia_sheets::{Known, Lang, Problem, ProblemKind, Reading, Table, read_workbook, xlsx};
use std::io::{Cursor, Write};

pub fn table(name: &str, header: &str, rows: &[&str]) -> Table {
    let split = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
    Table { name: name.to_owned(), header: split(header), rows: rows.iter().map(|row| split(row)).collect() }
}

pub fn read(tables: &[Table]) -> Reading {
    read_bytes("表.xlsx", &xlsx(tables).expect("a workbook"))
}

pub fn read_bytes(name: &str, bytes: &[u8]) -> Reading {
    read_workbook(name, bytes, &Known::default(), &mut |_| {})
}

pub fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| problem.line(Lang::Zh)).collect()
}

/// Sheet, row, column letter and kind of each problem.
pub fn spots(reading: &Reading) -> Vec<(String, u32, String, ProblemKind)> {
    let spot = |problem: &Problem| {
        let sheet = problem.sheet.as_deref().unwrap_or_default().to_owned();
        let letter = problem.column.as_ref().map(|column| column.letter.clone()).unwrap_or_default();
        (sheet, problem.row.unwrap_or(0), letter, problem.what.clone())
    };
    reading.problems.iter().map(spot).collect()
}

pub fn assert_sound(reading: &Reading) {
    assert!(reading.problems.is_empty(), "{:#?}", lines(&reading.problems));
}

/// The sheet of estates and buildings that most tests refer to.
pub fn places() -> Vec<Table> {
    vec![
        table("小区", "名称|别名|物业性质", &["和平苑|老和平|物业公司", "柳巷里||无"]),
        table(
            "楼栋",
            "小区|楼栋|单元数|层数|每层户数|户数",
            &["和平苑|1号楼|2|6|2|24", "和平苑|2|3|6|2|", "柳巷里|一号楼|1|11|4|44"],
        ),
    ]
}

/// An xlsx archive with one sheet of the given XML, and with a table of shared strings if one is given.
pub fn raw_xlsx(sheet: &[u8], strings: Option<&[u8]>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut part = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options).expect("part");
        zip.write_all(bytes).expect("bytes");
    };
    part("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#);
    part("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#);
    part("xl/workbook.xml", r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="小区" sheetId="1" r:id="rId1"/></sheets></workbook>"#.as_bytes());
    part("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#);
    part("xl/worksheets/sheet1.xml", sheet);
    if let Some(strings) = strings {
        part("xl/sharedStrings.xml", strings);
    }
    zip.finish().expect("archive").into_inner()
}

/// A sheet whose rows are given as XML.
pub fn raw_sheet(rows: &str) -> Vec<u8> {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
    .into_bytes()
}

/// An inline string cell.
pub fn raw_cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}
