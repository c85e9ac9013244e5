//! The interchange form of the answer.

use super::Answer;
use crate::failure::Failure;
use crate::language::Language;
use guanjia_plan::allocation::index::Card;
use guanjia_plan::allocation::objective::{Objective, Values};
use guanjia_plan::allocation::replan::{Point, hand_overs};
use guanjia_plan::allocation::words::{self, Text};
use serde_json::{Map, Value, json};

/// The answer as one line.
pub fn json(answer: &Answer, language: Language) -> Result<String, Failure> {
    let Answer { case, solution, .. } = answer;
    let estate = |place: usize| case.estates[place].id.as_str();
    let officer = |place: usize| case.officers[place].id.as_str();
    let plan = || solution.plan.iter().enumerate();
    let assignments: Vec<Value> =
        plan().map(|(place, who)| json!({ "estate": estate(place), "officer": officer(*who) })).collect();
    let estates: Vec<Value> = case
        .estates
        .iter()
        .zip(&case.cards)
        .map(|(one, card)| {
            json!({
                "estate": one.id, "difficulty": one.difficulty, "workload": one.workload,
                "parts": parts(card), "missing": card.missing,
            })
        })
        .collect();
    let loads: Vec<Value> = (0..case.officers.len())
        .map(|who| {
            let held: Vec<&str> =
                plan().filter(|(_, to)| **to == who).map(|(place, _)| estate(place)).collect();
            json!({ "officer": officer(who), "load": solution.certificate.loads[who], "estates": held })
        })
        .collect();
    let explanations: Vec<Value> = (0..case.estates.len())
        .map(|place| {
            let text = words::explanation(case, solution, place, &answer.next[place]);
            json!({ "estate": estate(place), "text": told(&text, language) })
        })
        .collect();
    let binding: Vec<Value> = answer
        .binding
        .iter()
        .map(|one| {
            let rule = words::rule(case, one.rule);
            let rule = told(&rule, language);
            json!({ "rule": rule, "gain_if_dropped": one.gain, "objective": one.objective.name() })
        })
        .collect();
    let mut whole = json!({
        "assignments": assignments,
        "estates": estates,
        "loads": loads,
        "objective": values(&solution.certificate.values),
        "bounds": bounds(&solution.bounds),
        "proved_optimal": solution.proved,
        "seconds": answer.seconds,
        "explanations": explanations,
        "binding_rules": binding,
        "certificate": {
            "valid": solution.certificate.is_valid(),
            "mean_share": solution.certificate.mean_share,
            "order": case.order.iter().map(|one| one.name()).collect::<Vec<_>>(),
            "seed": answer.seed,
            "version": env!("CARGO_PKG_VERSION"),
        },
    });
    if !answer.curve.is_empty() {
        whole["curve"] = answer.curve.iter().map(|point| on_curve(answer, point)).collect();
    }
    serde_json::to_string(&whole).map_err(|error| Failure::output(&error.into()))
}

fn told(text: &Text, language: Language) -> &str {
    language.pick(&text.chinese, &text.english)
}

fn parts(card: &Card) -> Map<String, Value> {
    card.parts.iter().map(|part| (part.indicator.to_owned(), json!(part.points))).collect()
}

fn values(values: &Values) -> Map<String, Value> {
    Objective::ALL.iter().map(|one| (one.name().to_owned(), json!(values[one.place()]))).collect()
}

fn bounds(bounds: &[Option<f64>; 5]) -> Map<String, Value> {
    Objective::ALL.iter().map(|one| (one.name().to_owned(), json!(bounds[one.place()]))).collect()
}

fn on_curve(answer: &Answer, point: &Point) -> Value {
    let case = &answer.case;
    let moves: Vec<Value> = hand_overs(case, &point.solution.plan)
        .iter()
        .map(|one| {
            json!({
                "estate": case.estates[one.estate].id,
                "from": one.from.map(|who| case.officers[who].id.as_str()),
                "to": case.officers[one.to].id,
            })
        })
        .collect();
    json!({
        "max_changes": point.changes,
        "objective": values(&point.solution.certificate.values),
        "proved_optimal": point.solution.proved,
        "hand_overs": moves,
    })
}
