//! `guanjia similar`: earlier requests that say something similar.

use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use crate::text::requests;
use clap::Args;
use guanjia_discover::search::{Entry, Scratch, SearchIndex};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

/// `guanjia similar`.
#[derive(Args)]
pub struct SimilarArgs {
    /// The requests among which is searched, a line of JSON each.
    #[arg(long, value_name = "INPUT.jsonl")]
    index: PathBuf,
    /// The requests to which similar ones are searched.
    #[arg(long, value_name = "QUERIES.jsonl")]
    queries: PathBuf,
    /// How many are found at most.
    #[arg(short, default_value_t = 10)]
    k: usize,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Answers each query with a line.
pub fn run(asked: &SimilarArgs, language: Language) -> Result<(), Failure> {
    let (stored, queries) =
        (requests::read(&asked.index, language)?, requests::read(&asked.queries, language)?);
    let mut bar = Progress::new(language.pick("建立索引", "indexing"));
    let (mut done, all) = (0, 2 * stored.len() as u64);
    let entries: Vec<Entry> =
        stored.iter().map(|one| Entry { at: one.at, title: &one.title, text: &one.text }).collect();
    let index = SearchIndex::new(&entries, || {
        done += 1;
        if done % 4_096 == 0 {
            bar.show(done, Some(all));
        }
    });
    drop(bar);
    let numbers: HashMap<&str, usize> =
        stored.iter().zip(0..).map(|(one, number)| (one.id.as_str(), number)).collect();
    let mut scratch = Scratch::default();
    for query in &queries {
        let began = Instant::now();
        let own = numbers.get(query.id.as_str()).copied();
        let wanted = Entry { at: query.at, title: &query.title, text: &query.text };
        let hits = index.search(&wanted, own, asked.k, &mut scratch);
        let micros = began.elapsed().as_micros() as u64;
        let shown: Vec<Value> =
            hits.iter().map(|hit| json!({ "id": stored[hit.entry].id, "score": hit.score })).collect();
        if asked.json {
            answer(&json!({ "id": query.id, "hits": shown, "micros": micros }).to_string())?;
        } else {
            let ids: Vec<&str> = hits.iter().map(|hit| stored[hit.entry].id.as_str()).collect();
            answer(&format!("{}\t{}", query.id, ids.join(" ")))?;
        }
    }
    Ok(())
}
