//! An address as signs, and what is looked at around each.

use crate::codec::feature;
use crate::normal::half_width_small;

/// A sign: a run of digits, or one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// As written, half-width, letters small.
    pub text: String,
    /// Where it begins, in characters of the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// The signs of a text; white space separates.
#[must_use]
pub fn signs(text: &str) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (place, c) in text.chars().map(half_width_small).enumerate() {
        let joins = |last: &Sign| last.end == place && last.text.ends_with(|d: char| d.is_ascii_digit());
        match signs.last_mut().filter(|last| c.is_ascii_digit() && joins(last)) {
            Some(last) => {
                last.text.push(c);
                last.end += 1;
            }
            None if c.is_whitespace() => {}
            None => signs.push(Sign { text: c.to_string(), start: place, end: place + 1 }),
        }
    }
    signs
}

/// What kind of sign: digits by their number, Latin letters, Chinese numerals, what numbers are followed by, dashes.
fn kind(sign: &str) -> char {
    let Some(c) = sign.chars().next() else { return '_' };
    match c {
        '0'..='9' => match sign.len() {
            1 => '1',
            2 => '2',
            3 => '3',
            4 => '4',
            _ => '5',
        },
        'a'..='z' => 'a',
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '零' | '百' => 'n',
        '甲' | '乙' | '丙' | '丁' | '东' | '南' | '西' | '北' | '中' => 'd',
        '-' | '—' | '－' | '~' | '/' | '_' => '-',
        '号' => 'h',
        '楼' => 'l',
        '栋' | '幢' | '座' | '#' => 'z',
        '单' | '元' => 'u',
        '室' | '房' => 's',
        '层' => 'f',
        '弄' | '巷' => 'x',
        '路' | '街' | '道' => 'r',
        c if c.is_alphanumeric() => 'c',
        _ => '.',
    }
}

/// So many signs after this one are seen as kinds.
const AHEAD: usize = 6;
const BEHIND: usize = 5;

/// The features of each sign.
pub fn features(signs: &[Sign]) -> Vec<Vec<u64>> {
    let kinds: Vec<char> = signs.iter().map(|sign| kind(&sign.text)).collect();
    let text = |at: isize| {
        usize::try_from(at).ok().and_then(|at| signs.get(at)).map_or("^", |sign| sign.text.as_str())
    };
    let of_kind = |at: isize| usize::try_from(at).ok().and_then(|at| kinds.get(at)).copied().unwrap_or('^');
    (0..signs.len())
        .map(|place| {
            let at = place as isize;
            // A number's value says little and would be learned by heart: beyond two digits only its length counts.
            let word = |at: isize| {
                let word = text(at);
                let long = word.len() > 2 && of_kind(at).is_ascii_digit();
                if long { of_kind(at).to_string() + "#" } else { word.to_owned() }
            };
            let words: Vec<String> = (-3..=3).map(|step| word(at + step)).collect();
            let mut row = Vec::with_capacity(40);
            let mut add = |number: u8, parts: &[&str]| {
                row.push(feature(number, parts.iter().flat_map(|part| part.chars().chain(['\u{1}']))));
            };
            add(0, &[]);
            for (number, (from, to)) in (1..).zip(WINDOWS) {
                let parts: Vec<&str> = words[*from..*to].iter().map(String::as_str).collect();
                add(number, &parts);
            }
            let around =
                |from: isize, to: isize| (from..=to).map(|step| of_kind(at + step)).collect::<String>();
            for (number, (from, to)) in (40..).zip(SHAPES) {
                add(number, &[&around(*from, *to)]);
            }
            // The number itself matters a little (building 3, room 301), and so does what the next numbers stand with.
            add(80, &[text(at)]);
            let next = next_unit(&kinds, place);
            add(81, &[&next]);
            add(82, &[&next, &around(0, 0), &around(-1, -1)]);
            let before = last_unit(signs, &kinds, place);
            add(83, &[&before, &around(0, 0)]);
            add(84, &[&before, &next, &around(0, 0)]);
            let groups =
                kinds[place..].iter().filter(|kind| kind.is_ascii_digit()).count().min(5).to_string();
            let earlier =
                kinds[..place].iter().filter(|kind| kind.is_ascii_digit()).count().min(5).to_string();
            add(85, &[&groups, &earlier, &around(0, 0)]);
            add(86, &[&tail(&kinds, place)]);
            add(87, &[&tail(&kinds, place), &before]);
            let ahead = around(0, AHEAD as isize);
            let behind = around(-(BEHIND as isize), 0);
            add(88, &[&ahead]);
            add(89, &[&behind]);
            row
        })
        .collect()
}

/// Windows of words, as places among the seven from three before to three after.
const WINDOWS: &[(usize, usize)] = &[
    (0, 1),
    (1, 2),
    (2, 3),
    (3, 4),
    (4, 5),
    (5, 6),
    (6, 7),
    (1, 3),
    (2, 4),
    (3, 5),
    (4, 6),
    (1, 4),
    (2, 5),
    (3, 6),
    (0, 4),
    (3, 7),
    (2, 6),
    (1, 5),
];

/// Windows of kinds around the sign.
const SHAPES: &[(isize, isize)] =
    &[(0, 0), (-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2), (-2, 2), (0, 3), (-3, 0), (0, 4), (-4, 1)];

/// The kinds from here to the end, equal ones drawn together: the tail of an address tells how its numbers are meant.
fn tail(kinds: &[char], place: usize) -> String {
    let mut tail: Vec<char> =
        kinds[place..].iter().take(14).map(|kind| if kind.is_ascii_digit() { '1' } else { *kind }).collect();
    tail.dedup();
    tail.into_iter().take(8).collect()
}

/// The first sign after this that is neither digit nor letter.
fn next_unit(kinds: &[char], place: usize) -> String {
    let next = kinds[place + 1..].iter().find(|kind| !kind.is_ascii_digit() && **kind != 'a');
    next.map_or_else(|| "$".to_owned(), ToString::to_string)
}

/// The last sign before this that is neither digit, letter nor dash, as written.
fn last_unit(signs: &[Sign], kinds: &[char], place: usize) -> String {
    let last = (0..place).rev().find(|at| !kinds[*at].is_ascii_digit() && !matches!(kinds[*at], 'a' | '-'));
    last.map_or_else(|| "^".to_owned(), |at| signs[at].text.clone())
}
