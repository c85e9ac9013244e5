//! Law: the pure crates do no input or output, wait for nothing, and know neither clock nor chance.

use super::rust;
use super::tree::is_test;
use super::violation::{Violation, line_of, word_offsets};

/// The crates that the law names.
const PURE: &[&str] = &[
    "crates/domain/src/",
    "crates/discover/src/",
    "crates/plan/src/",
    "crates/simulate/src/",
    "crates/sheets/src/",
];

/// What must not be written in them.
const BANNED: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time::SystemTime",
    "SystemTime::now",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
    "Uuid::now_v7",
    "Uuid::new_v4",
    "tokio",
    "async fn",
    "async move",
    "rand::",
    "getrandom",
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
];

/// Modules of `std` that a grouped import could bring in.
const BANNED_IN_GROUP: &[&str] = &["fs", "net", "env", "process", "thread"];

/// Checks a Rust file of a pure crate; others pass.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    if !PURE.iter().any(|folder| path.starts_with(folder)) || is_test(path) || !path.ends_with(".rs") {
        return Vec::new();
    }
    let code = rust::read(text).code;
    let direct = BANNED
        .iter()
        .flat_map(|word| word_offsets(&code, word).into_iter().map(|at| (at, (*word).to_owned())));
    direct
        .chain(grouped(&code))
        .map(|(at, word)| {
            let cure = format!("`{word}` in a pure crate: take time, chance and contents as arguments");
            Violation::new(path, line_of(text, at), cure)
        })
        .collect()
}

/// Banned modules inside `std::{…}`.
fn grouped(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in word_offsets(code, "std::{") {
        let (mut depth, mut start_of_path) = (0_usize, true);
        for (place, part) in
            code[at + 5..].split_inclusive(['{', '}', ',', ':']).scan(at + 5, |place, part| {
                let here = *place;
                *place += part.len();
                Some((here, part))
            })
        {
            let name = part.trim_end_matches(['{', '}', ',', ':']).trim();
            if depth == 1 && start_of_path && BANNED_IN_GROUP.contains(&name) {
                found.push((place, format!("std::{name}")));
            }
            match part.chars().last() {
                Some('{') => depth += 1,
                Some('}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            start_of_path = part.ends_with([',', '{']);
            if depth == 0 {
                break;
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(path, text).into_iter().map(|one| one.line).collect()
    }

    #[test]
    fn every_banned_word_is_found() {
        for word in BANNED {
            assert_eq!(
                lines("crates/domain/src/a.rs", &format!("fn f() {{}}\n{word}(x)")).first(),
                Some(&2),
                "{word}"
            );
        }
    }

    #[test]
    fn a_grouped_import_is_found() {
        let text = "use std::{\n    collections::{HashMap, hash_map},\n    fs::File,\n    io,\n};";
        assert_eq!(lines("crates/sheets/src/a.rs", text).len(), 1);
        assert_eq!(lines("crates/sheets/src/a.rs", "use std::{fmt, fs, net};").len(), 2);
        assert!(lines("crates/sheets/src/a.rs", "use std::{fmt, io::{self, Read}};\nuse x::fs;").is_empty());
    }

    #[test]
    fn comments_tests_and_other_crates_pass() {
        let text = "// std::fs\n#[cfg(test)]\nmod tests { use std::fs; }";
        assert!(lines("crates/domain/src/a.rs", text).is_empty());
        assert!(lines("crates/store/src/a.rs", "use std::fs;").is_empty());
        assert!(lines("crates/domain/src/a.rs", "operand::x; brand::y").is_empty());
    }
}
