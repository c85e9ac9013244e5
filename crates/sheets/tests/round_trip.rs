//! What goes out comes back the same, and the order of columns means nothing.

mod common;

use common::{assert_sound, places, read, read_bytes};
use guanjia_sheets::{Table, csv, text_cell, xlsx};
use proptest::prelude::*;

const DANGEROUS: [&str; 9] =
    ["=1+1", "+86", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "=HYPERLINK(\"http://x\",\"看\")"];

fn remarks(values: &[String]) -> Table {
    let rows =
        (1..).zip(values).map(|(number, value)| vec![format!("小区{number}"), value.clone()]).collect();
    Table { name: "小区".to_owned(), header: vec!["名称".to_owned(), "备注".to_owned()], rows }
}

fn returned(bytes: &[u8], name: &str) -> Vec<String> {
    let reading = read_bytes(name, bytes);
    assert_sound(&reading);
    reading.workbook.estates.into_iter().map(|row| row.remark.unwrap_or_default()).collect()
}

#[test]
fn dangerous_beginnings_leave_as_text_and_come_back_unchanged() {
    let values: Vec<String> =
        DANGEROUS.iter().map(ToString::to_string).chain(["'=1".to_owned(), "'quoted".to_owned()]).collect();
    let table = remarks(&values);
    assert_eq!(returned(&csv(&table), "小区.csv"), values);
    let book = xlsx(std::slice::from_ref(&table)).expect("a workbook");
    assert_eq!(returned(&book, "小区.xlsx"), values);
    for value in DANGEROUS.iter().chain(&["\t=1", "\r=1"]) {
        let field = text_cell(value).csv_field();
        assert!(field.trim_start_matches('"').starts_with('\''), "{field}");
    }
}

#[test]
fn a_workbook_holds_no_formula() {
    let values: Vec<String> = DANGEROUS.iter().map(ToString::to_string).collect();
    let bytes = xlsx(&[remarks(&values)]).expect("a workbook");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let sheet =
        std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet")).expect("text");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_survives_both_forms(values in proptest::collection::vec("[=+@＝'\",;a-c 小区\\n-]{0,12}", 1..8)) {
        let tidy: Vec<String> = values.iter().map(|value| value.trim().to_owned()).collect();
        let table = remarks(&tidy);
        prop_assert_eq!(returned(&csv(&table), "小区.csv"), tidy.clone());
        let book = xlsx(std::slice::from_ref(&table)).expect("a workbook");
        prop_assert_eq!(returned(&book, "小区.xlsx"), tidy);
    }

    #[test]
    fn the_order_of_columns_means_nothing(
        order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle(),
        wide in any::<bool>(),
    ) {
        let mut tables = places();
        let plain = read(&tables);
        let sheet = &mut tables[1];
        for row in std::iter::once(&mut sheet.header).chain(&mut sheet.rows) {
            *row = order.iter().map(|column| if wide { widen(&row[*column]) } else { row[*column].clone() }).collect();
        }
        let shuffled = read(&tables);
        prop_assert!(shuffled.problems.is_empty());
        prop_assert_eq!(shuffled.workbook.buildings, plain.workbook.buildings);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in "\\PC{0,200}") {
        read_bytes("x.csv", &bytes);
        read_bytes("x.csv", format!("小区,楼栋,单元,室,姓名,身份证号,电话\n{text}").as_bytes());
        read_bytes("x.csv", format!("网格名称,网格员,范围\n一,二,\"{}\"", text.replace('"', "")).as_bytes());
    }
}

/// Digits as an input method in full-width mode writes them.
fn widen(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|d| char::from_u32(0xFF10 + d)).unwrap_or(c)).collect()
}
