//! Bounds on what an xlsx file unpacks to, measured before the workbook is opened.
//!
//! A workbook is a zip archive, and its headers may lie about sizes. So every part is unpacked once into nothing and
//! counted; that costs a fraction of reading it. The table of shared strings is the one part that the workbook
//! reader holds as a whole, and it reserves as much room as the table claims: its count is measured, too.

use std::io::{Cursor, Read};

use crate::problem::ProblemKind;
use zip::ZipArchive;

/// Most bytes that all parts unpack to.
const MOST_UNPACKED: u64 = 512 << 20;
/// Most bytes of a worksheet.
const MOST_SHEET: u64 = 384 << 20;
/// Most bytes of any other part.
const MOST_PART: u64 = 64 << 20;
/// A part below this size may be packed as tightly as it likes.
const SMALL_PART: u64 = 4 << 20;
/// Most bytes that one packed byte may stand for; real sheets stay below 100.
const MOST_RATIO: u64 = 300;
/// Most parts of a workbook.
const MOST_PARTS: usize = 4096;
/// Most shared strings; each opens at least two elements.
const MOST_STRINGS: u64 = 3_000_000;

/// Most merged ranges of a workbook; a tag that chunks cut in two is not counted; the next one is.
const MOST_MERGES: usize = 200_000;

/// Most bytes in which the start of a string table must show its root element.
const MOST_HEAD: usize = 1 << 20;

/// Refuses an archive that is damaged, locked or unpacks to an unreasonable size.
/// Says whether some sheet has merged cells: they are looked for only then, because they stand behind all rows.
pub(super) fn check(bytes: &[u8]) -> Result<bool, ProblemKind> {
    let damaged = |error: zip::result::ZipError| ProblemKind::Damaged { detail: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(ProblemKind::Bomb { part: archive.len().to_string() });
    }
    let mut left = MOST_UNPACKED;
    let mut merges = 0;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(damaged)?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        let packed = part.compressed_size();
        let limit = allowance(&name, packed, left);
        let bomb = || ProblemKind::Bomb { part: name.clone() };
        if part.size() > limit {
            return Err(bomb());
        }
        let size = measure(&mut part, &name, limit, &mut merges)?.ok_or_else(bomb)?;
        left -= size.min(left);
    }
    Ok(merges > 0)
}

/// What a part may unpack to: by its place in the workbook, by its packed size, by what the others left.
fn allowance(name: &str, packed: u64, left: u64) -> u64 {
    let by_place = if name.to_ascii_lowercase().contains("worksheets/") { MOST_SHEET } else { MOST_PART };
    let by_ratio = packed.saturating_mul(MOST_RATIO).max(SMALL_PART);
    by_place.min(by_ratio).min(left)
}

/// The true unpacked size; `None` when it passes the limit or when the shared strings are too many.
fn measure(
    part: &mut impl Read,
    name: &str,
    limit: u64,
    merges: &mut usize,
) -> Result<Option<u64>, ProblemKind> {
    let mut strings = name.to_ascii_lowercase().ends_with("sharedstrings.xml").then(StringTable::default);
    let mut chunk = [0; 64 << 10];
    let mut size = 0;
    loop {
        let read =
            part.read(&mut chunk).map_err(|error| ProblemKind::Damaged { detail: error.to_string() })?;
        if read == 0 {
            break;
        }
        *merges += chunk[..read]
            .split(|byte| *byte == b'<')
            .skip(1)
            .filter(|tag| tag.starts_with(b"mergeCell"))
            .count();
        if *merges > MOST_MERGES {
            return Ok(None);
        }
        size += u64::try_from(read).unwrap_or(u64::MAX);
        if size > limit || strings.as_mut().is_some_and(|strings| !strings.takes(&chunk[..read])) {
            return Ok(None);
        }
    }
    Ok(Some(size))
}

/// Watches the bytes of a string table for its elements and for the room it asks for.
#[derive(Default)]
struct StringTable {
    elements: u64,
    /// The first bytes, up to the end of the root element's start tag.
    head: Vec<u8>,
    head_done: bool,
}

impl StringTable {
    /// Takes the next bytes; false when the table is unreasonable.
    fn takes(&mut self, bytes: &[u8]) -> bool {
        self.elements +=
            u64::try_from(bytes.iter().filter(|byte| **byte == b'<').count()).unwrap_or(u64::MAX);
        if self.elements > MOST_STRINGS * 4 {
            return false;
        }
        if self.head_done {
            return true;
        }
        self.head.extend_from_slice(bytes);
        match root_tag(&self.head) {
            Root::Tag(tag) => {
                self.head_done = true;
                claims_little(tag)
            }
            Root::Unfinished => self.head.len() < MOST_HEAD,
            Root::Foreign => false,
        }
    }
}

/// Where the table's root element was found.
enum Root<'a> {
    /// The start tag, without its `>`.
    Tag(&'a [u8]),
    /// More bytes are needed.
    Unfinished,
    /// Another encoding than UTF-8, or something before the root that no spreadsheet program writes.
    Foreign,
}

fn root_tag(head: &[u8]) -> Root<'_> {
    let mut rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if rest.starts_with(b"<?xml") {
        let Some(end) = rest.windows(2).position(|pair| pair == b"?>") else { return Root::Unfinished };
        let declaration = rest[..end].to_ascii_lowercase();
        let named = declaration.windows(8).any(|window| window == b"encoding");
        if named && !declaration.windows(5).any(|window| window == b"utf-8") {
            return Root::Foreign;
        }
        rest = rest[end + 2..].trim_ascii_start();
    }
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            (None, b'>') => {
                let tag = &rest[..at];
                let name: Vec<u8> =
                    tag.iter().copied().take_while(|byte| !byte.is_ascii_whitespace()).collect();
                let is_table = name.ends_with(b"<sst") || name.ends_with(b":sst") || name.ends_with(b"<sst/");
                return if is_table { Root::Tag(tag) } else { Root::Foreign };
            }
            _ => {}
        }
    }
    Root::Unfinished
}

/// Whether every `uniqueCount` of the tag is one that a real table can have.
fn claims_little(tag: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let places = tag.windows(NAME.len()).enumerate().filter(|(_, window)| *window == NAME);
    places
        .map(|(at, _)| first_number(&tag[at..]))
        .all(|claim| claim.is_some_and(|claim| claim <= MOST_STRINGS))
}

/// The first run of digits; `None` when there is none or it does not fit.
fn first_number(bytes: &[u8]) -> Option<u64> {
    let digits: Vec<u8> = bytes
        .iter()
        .copied()
        .skip_while(|byte| !byte.is_ascii_digit())
        .take_while(u8::is_ascii_digit)
        .collect();
    std::str::from_utf8(&digits).ok()?.parse().ok()
}
