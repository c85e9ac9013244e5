//! From the cells of a case to the file: the first line says what it is, the others what stands in it.
//!
//! `xlsx NAME` is followed by `[sheet]` lines, rows with `|` between the cells, and `merge A2:A4`. A cell is a text;
//! `#24` is a number, `@2026-03-01` a day, `?1` a flag, `f:24` a formula with its value, `\n` a line's end.
//! `csv NAME [gbk] [bom] [utf16]` is followed by the lines as they stand, `→` for a tab. `map A=B` says of a heading
//! which field it is.

use guanjia_sheets::Mappings;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// The file's name and bytes; what the case says of columns goes into the mappings.
pub fn file(lines: &[String], mappings: &mut Mappings) -> (String, Vec<u8>) {
    let mut words = lines[0].split_whitespace();
    let (form, name) = (words.next().unwrap(), words.next().unwrap().to_owned());
    let options: Vec<&str> = words.collect();
    let mut rows = Vec::new();
    for line in &lines[1..] {
        match line.strip_prefix("map ") {
            Some(said) => {
                let (heading, field) = said.split_once('=').unwrap();
                mappings.names.push((heading.into(), field.into()));
            }
            None => rows.push(line.as_str()),
        }
    }
    let bytes = match form {
        "xlsx" => xlsx(&rows),
        "csv" => csv(&rows, &options),
        "raw" => rows.join("\n").into_bytes(),
        other => panic!("{other} is no form of a file"),
    };
    (name, bytes)
}

fn csv(rows: &[&str], options: &[&str]) -> Vec<u8> {
    let text = rows.join("\r\n").replace('→', "\t");
    if options.contains(&"gbk") {
        return encoding_rs::GB18030.encode(&text).0.into_owned();
    }
    if options.contains(&"utf16") {
        return [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    }
    let mark = if options.contains(&"bom") { "\u{FEFF}" } else { "" };
    format!("{mark}{text}").into_bytes()
}

fn xlsx(lines: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let mut sheets: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines {
        match line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(name) => sheets.push((name, Vec::new())),
            None => sheets.last_mut().unwrap().1.push(line),
        }
    }
    for (name, lines) in sheets {
        fill(workbook.add_worksheet().set_name(name).unwrap(), &lines);
    }
    workbook.save_to_buffer().unwrap()
}

fn fill(sheet: &mut Worksheet, lines: &[&str]) {
    for line in lines {
        if let Some(range) = line.strip_prefix("merge ") {
            let (first, last) = range.split_once(':').unwrap();
            let ((top, left), (bottom, right)) = (corner(first), corner(last));
            sheet.merge_range(top, left, bottom, right, "", &Format::new()).unwrap();
        }
    }
    let rows = lines.iter().filter(|line| !line.starts_with("merge "));
    for (row, line) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(line.split('|')) {
            put(sheet, row, column, &cell.replace("\\n", "\n"));
        }
    }
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let written = if let Some(number) = cell.strip_prefix('#') {
        sheet.write_number(row, column, number.parse::<f64>().unwrap())
    } else if let Some(date) = cell.strip_prefix('@') {
        sheet.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(date).unwrap(), &day)
    } else if let Some(flag) = cell.strip_prefix('?') {
        sheet.write_boolean(row, column, flag == "1")
    } else if let Some(value) = cell.strip_prefix("f:") {
        sheet.write_formula(row, column, Formula::new("=SUM(A1:A1)").set_result(value))
    } else if cell.is_empty() {
        return;
    } else {
        sheet.write_string(row, column, cell)
    };
    written.unwrap();
}

/// `B3` → row 2, column 1.
fn corner(cell: &str) -> (u32, u16) {
    let letter = cell.as_bytes()[0];
    (cell[1..].parse::<u32>().unwrap() - 1, u16::from(letter - b'A'))
}
