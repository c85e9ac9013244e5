//! `guanjia address`: the parts of addresses.

use crate::failure::Failure;
use crate::output::answer;
use crate::text::model;
use clap::Args;
use guanjia_discover::address::Tagger;
use serde_json::{Value, json};
use std::io::BufRead;
use std::path::PathBuf;

/// `guanjia address`.
#[derive(Args)]
pub struct AddressArgs {
    /// A model trained on real addresses; without it one that knows invented addresses only.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Answers each line of standard input with a line.
pub fn run(asked: &AddressArgs) -> Result<(), Failure> {
    let tagger = match &asked.model {
        Some(path) => model::read(path, Tagger::from_bytes)?,
        None => Tagger::of_invented_addresses(),
    };
    for (number, line) in (1_u64..).zip(std::io::stdin().lock().lines()) {
        let text = line.map_err(|error| {
            Failure::refused(
                format!("第 {number} 行无法读取：{error}。请用 UTF-8。"),
                format!("Line {number} cannot be read: {error}. Use UTF-8."),
            )
        })?;
        let chars: Vec<char> = text.chars().collect();
        let value = |start: usize, end: usize| chars[start..end].iter().collect::<String>();
        let spans = tagger.spans(&text);
        if asked.json {
            let spans: Vec<Value> = spans
                .iter()
                .map(|span| {
                    json!({ "tag": span.tag, "start": span.start, "end": span.end, "value": value(span.start, span.end) })
                })
                .collect();
            answer(&json!({ "text": text, "spans": spans }).to_string())?;
        } else {
            let parts: Vec<String> =
                spans.iter().map(|span| format!("{}={}", span.tag, value(span.start, span.end))).collect();
            answer(&parts.join(" "))?;
        }
    }
    Ok(())
}
