//! Workbooks written row by row: what goes in comes out, whatever it looks like, and no cell is ever run.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use calamine::{Data, Reader, Xlsx};
use guanjia_sheets::{Book, BookCell};
use proptest::prelude::*;
use std::io::Cursor;

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut book = Book::new(&mut bytes);
    book.sheet("台账/一", &["编号", "内容"]).unwrap();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|text| BookCell::text(text.as_str())).collect();
        assert!(book.row(&cells).unwrap());
    }
    book.sheet("数", &["n"]).unwrap();
    assert!(book.row(&[BookCell::Number(42)]).unwrap());
    book.finish().unwrap();
    bytes
}

fn read(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn sheets_have_names_and_numbers_are_numbers() {
    let bytes = written(&[]);
    let mut book = read(&bytes);
    assert_eq!(book.sheet_names(), ["台账一", "数"]);
    let range = book.worksheet_range("数").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::Float(42.0)));
}

/// What a spreadsheet program shows: the serial numbers are those that programs count from 30 December 1899.
#[test]
fn shares_and_times_are_numbers_with_their_formats() {
    let at = |millis| guanjia_domain::Moment(millis);
    let mut bytes = Vec::new();
    let mut book = Book::new(&mut bytes);
    book.sheet("时", &["a"]).unwrap();
    // 2026-11-03 10:00:59 and 2026-11-30 23:59:59 in China; one is not yet that day in UTC.
    let (morning, night) = (at(1_793_671_259_999), at(1_796_054_399_000));
    let cells = [BookCell::Share(0.825), BookCell::Time(morning), BookCell::Day(night), BookCell::Empty];
    assert!(book.row(&cells).unwrap());
    book.finish().unwrap();
    let range = read(&bytes).worksheet_range("时").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::Float(0.825)));
    for (column, wanted) in [(1, 46_329.0 + 10.0 / 24.0), (2, 46_356.0)] {
        let Some(Data::DateTime(told)) = range.get_value((1, column)) else { unreachable!("a date") };
        assert!((told.as_f64() - wanted).abs() < 1e-9, "{told:?}");
    }
    assert!(matches!(range.get_value((1, 3)), None | Some(Data::Empty)));
}

#[test]
fn what_looks_like_a_formula_leaves_as_text() {
    let dangerous =
        ["=1+1", "+86", "-2", "@SUM(A1)", "＝HYPERLINK(\"x\")", "<b>&amp;", "'", "\u{1}\u{0}甲", "𠮷"];
    let rows: Vec<Vec<String>> = dangerous.iter().map(|text| vec![(*text).to_owned()]).collect();
    let bytes = written(&rows);
    let mut book = read(&bytes);
    assert!(book.worksheet_formula("台账一").unwrap().is_empty());
    let range = book.worksheet_range("台账一").unwrap();
    for (row, text) in (1..).zip(dangerous) {
        let wanted = text.replace(|c: char| c.is_control(), " ");
        assert_eq!(range.get_value((row, 0)), Some(&Data::String(wanted)));
    }
}

proptest! {
    #[test]
    fn texts_come_back(rows in prop::collection::vec(prop::collection::vec("[^\\p{C}]{1,12}", 2), 0..20)) {
        let bytes = written(&rows);
        let range = read(&bytes).worksheet_range("台账一").unwrap();
        for (row, cells) in (1..).zip(&rows) {
            for (column, text) in (0..).zip(cells) {
                prop_assert_eq!(range.get_value((row, column)), Some(&Data::String(text.clone())));
            }
        }
    }
}
