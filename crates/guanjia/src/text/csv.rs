//! Comma-separated tables with a header (RFC 4180): quoted fields may hold commas, quotes and line breaks.

use super::{unfit, whole, wrong};
use crate::failure::Failure;
use std::path::{Path, PathBuf};

/// A table.
pub struct Table {
    path: PathBuf,
    header: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads a table. Every row has as many fields as the header.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        Self::parted_by(path, ',')
    }

    /// The same of a table whose fields are parted by tabs.
    pub fn tabs(path: &Path) -> Result<Self, Failure> {
        Self::parted_by(path, '\t')
    }

    fn parted_by(path: &Path, separator: char) -> Result<Self, Failure> {
        let text = whole(path)?;
        let mut records = records(path, &text, separator)?.into_iter();
        let (_, header) = records.next().ok_or_else(|| unfit(path, "是空的", "it is empty"))?;
        let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        let rows: Vec<_> = records.collect();
        if let Some((line, row)) = rows.iter().find(|(_, row)| row.len() != header.len()) {
            let (found, asked) = (row.len(), header.len());
            return Err(wrong(
                path,
                *line,
                &format!("有 {found} 列，表头有 {asked} 列；含逗号的内容请加引号"),
                &format!(
                    "it has {found} fields, the header {asked}; put fields with commas in quotation marks"
                ),
            ));
        }
        Ok(Self { path: path.to_owned(), header, rows })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The place of the first of these columns that is there.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.header.iter().position(|column| column.eq_ignore_ascii_case(name)))
    }

    /// The same, or a failure that names them.
    pub fn column(&self, names: &[&str]) -> Result<usize, Failure> {
        self.find(names).ok_or_else(|| {
            let (asked, found) = (names.join(" / "), self.header.join(","));
            unfit(
                &self.path,
                &format!("缺少列 {asked}；现有 {found}"),
                &format!("the column {asked} is missing; there are {found}"),
            )
        })
    }

    /// Rows with their line in the file.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.rows.iter().map(|(line, row)| (*line, row.as_slice()))
    }

    /// A field as a number that is finite and at least `least`.
    pub fn number(&self, line: usize, row: &[String], column: usize, least: f64) -> Result<f64, Failure> {
        let text = row[column].trim();
        text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= least).ok_or_else(|| {
            let name = &self.header[column];
            wrong(
                &self.path,
                line,
                &format!("{name} “{text}” 不是可用的数字"),
                &format!("{name} “{text}” is no number that can be used"),
            )
        })
    }

    /// A field as a count.
    pub fn count(&self, line: usize, row: &[String], column: usize) -> Result<u64, Failure> {
        let text = row[column].trim();
        text.parse().map_err(|_| {
            let name = &self.header[column];
            wrong(
                &self.path,
                line,
                &format!("{name} “{text}” 不是非负整数"),
                &format!("{name} “{text}” is no whole number from 0 on"),
            )
        })
    }
}

/// Records with the line at which each begins; empty lines are left out.
fn records(path: &Path, text: &str, separator: char) -> Result<Vec<(usize, Vec<String>)>, Failure> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    let mut end = |record: &mut Vec<String>, field: &mut String, begun| {
        record.push(std::mem::take(field));
        let done = std::mem::take(record);
        if done.len() > 1 || !done[0].trim().is_empty() {
            records.push((begun, done));
        }
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted || field.is_empty() => quoted = !quoted,
            _ if c == separator && !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' => {
                line += 1;
                if quoted {
                    field.push('\n');
                } else {
                    end(&mut record, &mut field, begun);
                    begun = line;
                }
            }
            other => field.push(other),
        }
    }
    if quoted {
        return Err(wrong(path, begun, "引号没有结束", "a quotation mark is not closed"));
    }
    end(&mut record, &mut field, begun);
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_hold_everything() {
        let found = records(Path::new("a.csv"), "id,text\r\n1,\"a, \"\"b\"\"\nc\"\n\n2,x", ',').unwrap();
        assert_eq!(found[1], (2, vec!["1".to_owned(), "a, \"b\"\nc".to_owned()]));
        assert_eq!(found[2], (5, vec!["2".to_owned(), "x".to_owned()]));
        let tabs = records(Path::new("a.tsv"), "id\ttext\n1\ta, b", '\t').unwrap();
        assert_eq!(tabs[1].1, ["1", "a, b"]);
        assert!(records(Path::new("a.csv"), "a\n\"b", ',').is_err());
    }
}
