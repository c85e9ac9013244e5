//! `guanjia discover`: several requests, one issue.

use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use crate::text::{places, requests};
use clap::Args;
use guanjia_discover::issues::{Constraints, Found, Issue, Located, Places, Request, Weights, Why, discover};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;

/// `guanjia discover`.
#[derive(Args)]
pub struct DiscoverArgs {
    /// Requests, a line of JSON each.
    #[arg(value_name = "INPUT.jsonl")]
    input: PathBuf,
    /// The known estates and buildings; requests of two different estates never join.
    #[arg(long, value_name = "FILE")]
    places: Option<PathBuf>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Finds the issues of a file.
pub fn run(asked: &DiscoverArgs, language: Language) -> Result<(), Failure> {
    let began = Instant::now();
    let places = asked.places.as_deref().map_or_else(|| Ok(Places::default()), places::read)?;
    let read = requests::read(&asked.input, language)?;
    let requests: Vec<Request> = read.iter().map(|one| located(one, &places)).collect();
    let mut bar = Progress::new(language.pick("分组", "grouping"));
    let found = discover(&requests, &Constraints::default(), &Weights::default(), |done, all| {
        bar.show(done, Some(all));
    });
    drop(bar);
    if asked.json {
        return answer(&written(&found, &requests, began.elapsed().as_secs_f64(), language).to_string());
    }
    for issue in &found.issues {
        let (label, members) = (label(issue, &requests), issue.members.len());
        let reasons: Vec<String> = issue.why.iter().map(|why| told(why, language)).collect();
        answer(&format!("{members}\t{label}\t{}", reasons.join(language.pick("；", "; "))))?;
    }
    Ok(())
}

/// A request with its place.
pub fn located<'a>(read: &'a requests::Read, places: &Places) -> Request<'a> {
    Request {
        id: &read.id,
        at: read.at,
        title: &read.title,
        text: &read.text,
        reporter: read.reporter.as_deref(),
        place: places.locate(&read.place, &read.title, &read.text),
        category: read.category.as_deref(),
    }
}

fn written(found: &Found, requests: &[Request], seconds: f64, language: Language) -> Value {
    let id = |one: &usize| requests[*one].id;
    let issue = |issue: &Issue| {
        let times = || issue.members.iter().map(|one| requests[*one].at);
        let kind = |why: &Why| match why {
            Why::Words(_) => "words",
            Why::Place(_) => "place",
            Why::Time { .. } => "time",
        };
        let why: Vec<Value> =
            issue.why.iter().map(|why| json!({ "kind": kind(why), "text": told(why, language) })).collect();
        json!({
            "id": format!("issue-{}", issue.members.first().map_or("", id)),
            "requests": issue.members.iter().map(id).collect::<Vec<_>>(),
            "label": label(issue, requests),
            "place": place(&issue.place),
            "first": times().min().map(requests::moment),
            "last": times().max().map(requests::moment),
            "score": issue.score,
            "why": why,
        })
    };
    json!({
        "issues": found.issues.iter().map(issue).collect::<Vec<_>>(),
        "unassigned": found.unassigned.iter().map(id).collect::<Vec<_>>(),
        "seconds": seconds,
    })
}

fn place(place: &Located) -> Value {
    json!({ "estate": place.estate, "building": place.building, "unit": place.unit })
}

/// The title of the member that stands for the issue, or how its text begins.
fn label(issue: &Issue, requests: &[Request]) -> String {
    let request = &requests[issue.label];
    let text = if request.title.trim().is_empty() { request.text } else { request.title };
    text.trim().chars().take_while(|c| *c != '\n').take(60).collect()
}

fn told(why: &Why, language: Language) -> String {
    match why {
        Why::Words(phrases) => {
            let phrases: Vec<String> = phrases.iter().map(|phrase| format!("“{phrase}”")).collect();
            language.pick(
                format!("多数人都说到{}", phrases.join("、")),
                format!("most of them say {}", phrases.join(", ")),
            )
        }
        Why::Place(place) => {
            let parts = [&place.estate, &place.building, &place.unit].into_iter().flatten();
            let name = parts.map(String::as_str).collect::<String>();
            language.pick(format!("同在{name}"), format!("all in {name}"))
        }
        Why::Time { days, households, requests } => language.pick(
            format!("{days} 天内 {households} 户、{requests} 件"),
            format!("{households} households, {requests} requests within {days} days"),
        ),
    }
}
