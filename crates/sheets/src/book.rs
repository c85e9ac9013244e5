//! A workbook that is written row by row into whatever takes bytes: memory stays the same however many rows it has.
//!
//! Text is written as inline strings, which no spreadsheet program ever runs as a formula; numbers, shares and times
//! are what they are, so that they can be added up and sorted.

use guanjia_domain::Moment;
use std::borrow::Cow;
use std::io::Write;
use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// The most rows of a sheet, its header included, that spreadsheet programs read.
pub const MOST_SHEET_ROWS: u32 = 1_048_576;

/// A cell of a [`Book`].
#[derive(Clone, Debug, PartialEq)]
pub enum BookCell<'a> {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(Cow<'a, str>),
    /// A number.
    Number(u64),
    /// A share from 0 to 1, shown in per cent.
    Share(f64),
    /// An instant, shown to the minute as the clocks in China tell it.
    Time(Moment),
    /// The day of an instant in China.
    Day(Moment),
}

impl<'a> BookCell<'a> {
    /// Text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }
}

/// A workbook on its way out.
pub struct Book<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    sheets: Vec<String>,
    row: u32,
    line: String,
}

impl<W: Write> Book<W> {
    /// Begins a workbook.
    pub fn new(sink: W) -> Self {
        Self { zip: ZipWriter::new_stream(sink), sheets: Vec::new(), row: 0, line: String::new() }
    }

    /// Begins a sheet with its header row. `name` has at most 31 characters, none of `[]:*?/\`; what does not fit is
    /// left out.
    ///
    /// # Errors
    /// What the sink says.
    pub fn sheet(&mut self, name: &str, header: &[&str]) -> ZipResult<()> {
        self.end_sheet()?;
        let name: String = name.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect();
        self.sheets.push(name);
        self.part(&format!("xl/worksheets/sheet{}.xml", self.sheets.len()))?;
        self.zip.write_all(SHEET_HEAD.as_bytes())?;
        self.row = 0;
        let cells: Vec<_> = header.iter().map(|text| BookCell::text(*text)).collect();
        self.line(&cells, true)
    }

    /// Adds a row to the sheet. Says `false` once the sheet holds no more: the row was not written then.
    ///
    /// # Errors
    /// What the sink says.
    pub fn row(&mut self, cells: &[BookCell<'_>]) -> ZipResult<bool> {
        if self.row >= MOST_SHEET_ROWS {
            return Ok(false);
        }
        self.line(cells, false).map(|()| true)
    }

    /// Ends the workbook.
    ///
    /// # Errors
    /// What the sink says.
    pub fn finish(mut self) -> ZipResult<()> {
        self.end_sheet()?;
        let sheets = (1..).zip(&self.sheets);
        let (mut types, mut names, mut links) = (String::new(), String::new(), String::new());
        for (n, name) in sheets {
            types.push_str(&format!(
                "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{TYPE}.worksheet+xml\"/>"
            ));
            names.push_str("<sheet name=\"");
            escape(name, &mut names);
            names.push_str(&format!("\" sheetId=\"{n}\" r:id=\"r{n}\"/>"));
            links.push_str(&format!(
                "<Relationship Id=\"r{n}\" Type=\"{LINK}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
            ));
        }
        let parts = [
            (
                "xl/workbook.xml",
                format!(
                    "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINK}\"><sheets>{names}</sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{links}<Relationship Id=\"s\" Type=\"{LINK}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            ("xl/styles.xml", STYLES.to_owned()),
            (
                "_rels/.rels",
                format!(
                    "{XML}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"w\" Type=\"{LINK}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "[Content_Types].xml",
                format!(
                    "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>{types}</Types>"
                ),
            ),
        ];
        for (name, text) in parts {
            self.part(name)?;
            self.zip.write_all(text.as_bytes())?;
        }
        self.zip.finish().map(drop)
    }

    fn part(&mut self, name: &str) -> ZipResult<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.zip.start_file(name, options.compression_level(Some(1)))
    }

    fn end_sheet(&mut self) -> ZipResult<()> {
        if !self.sheets.is_empty() && self.row > 0 {
            self.zip.write_all(b"</sheetData></worksheet>")?;
            self.row = 0;
        }
        Ok(())
    }

    fn line(&mut self, cells: &[BookCell<'_>], bold: bool) -> ZipResult<()> {
        self.row += 1;
        self.line.clear();
        self.line.push_str("<row>");
        for cell in cells {
            match cell {
                BookCell::Empty => self.line.push_str("<c/>"),
                BookCell::Text(text) if text.is_empty() => self.line.push_str("<c/>"),
                BookCell::Text(text) => {
                    let start = if bold { "<c s=\"1\" t=\"inlineStr\">" } else { "<c t=\"inlineStr\">" };
                    self.line.push_str(start);
                    self.line.push_str("<is><t xml:space=\"preserve\">");
                    escape(text, &mut self.line);
                    self.line.push_str("</t></is></c>");
                }
                BookCell::Number(number) => self.line.push_str(&format!("<c><v>{number}</v></c>")),
                BookCell::Share(share) => self.line.push_str(&format!("<c s=\"2\"><v>{share}</v></c>")),
                BookCell::Time(at) => {
                    let days = day_of(*at) as f64 + minute_of(*at) as f64 / MINUTES as f64;
                    self.line.push_str(&format!("<c s=\"3\"><v>{days}</v></c>"));
                }
                BookCell::Day(at) => {
                    self.line.push_str(&format!("<c s=\"4\"><v>{}</v></c>", day_of(*at)));
                }
            }
        }
        self.line.push_str("</row>");
        Ok(self.zip.write_all(self.line.as_bytes())?)
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINK: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const SHEET_HEAD: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>",
    "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
    "</sheetView></sheetViews><sheetFormatPr defaultColWidth=\"18\" defaultRowHeight=\"15\"/><sheetData>"
);
/// The formats in their order: plain, bold for headers, per cent, a time to the minute, a day.
const STYLES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>",
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"3\">",
    "<numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy-mm-dd hh:mm\"/>",
    "<numFmt numFmtId=\"166\" formatCode=\"yyyy-mm-dd\"/></numFmts><fonts count=\"2\"><font/><font><b/></font></fonts>",
    "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>",
    "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\">",
    "<xf xfId=\"0\"/><xf fontId=\"1\" applyFont=\"1\" xfId=\"0\"/>",
    "<xf numFmtId=\"164\" applyNumberFormat=\"1\" xfId=\"0\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\" xfId=\"0\"/>",
    "<xf numFmtId=\"166\" applyNumberFormat=\"1\" xfId=\"0\"/></cellXfs></styleSheet>"
);

/// The minutes of a day.
const MINUTES: i64 = 24 * 60;
/// China's clocks are so many milliseconds ahead of UTC.
const EAST: i64 = 8 * 60 * 60 * 1_000;
/// Workbooks count days from 30 December 1899; 1 January 1970 is this one.
const EPOCH: i64 = 25_569;

fn minutes(at: Moment) -> i64 {
    (at.0 + EAST).div_euclid(60_000)
}

/// The day as workbooks count it.
fn day_of(at: Moment) -> i64 {
    minutes(at).div_euclid(MINUTES) + EPOCH
}

/// The minute of the day.
fn minute_of(at: Moment) -> i64 {
    minutes(at).rem_euclid(MINUTES)
}

/// As XML has it; what XML cannot hold at all becomes a blank.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
}
