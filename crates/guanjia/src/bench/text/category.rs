//! Categories: macro-F1 from titles, and from titles and details, beside naive Bayes on the same texts.

use super::bayes::Bayes;
use super::held_out::held_out;
use crate::bench::figures::{Figures, Wanted};
use crate::failure::Failure;
use crate::text::{unfit, whole};
use guanjia_discover::category::{Category, score};
use serde::Deserialize;
use std::path::Path;

/// The file that is read here, below the folder of texts.
pub const FILE: &str = "teddy/fj2_train.jsonl";

#[derive(Deserialize)]
struct Line {
    label: String,
    topic: String,
    detail: Option<String>,
    seg: String,
}

/// What is learned from, with the names of its figures and what is wanted.
const WAYS: [(bool, [&str; 3], f64); 2] = [
    (false, ["category from the title, macro-F1", "  naive Bayes", "  seconds to train, title"], 0.885),
    (
        true,
        ["category from title and detail", "  naive Bayes, detail too", "  seconds to train, detail too"],
        0.915,
    ),
];

/// Trains on four fifths and measures on the rest.
pub fn measure(folder: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let path = folder.join(FILE);
    let lines: Vec<Line> =
        whole(&path)?.lines().map(serde_json::from_str).collect::<Result<_, _>>().map_err(|error| {
            unfit(&path, &format!("不是留言（{error}）"), &format!("it holds no messages ({error})"))
        })?;
    let titles: Vec<String> = lines.iter().map(|line| line.topic.clone()).collect();
    let held = held_out(&titles);
    for (detailed, names, wanted) in WAYS {
        let texts: Vec<(String, &str)> =
            lines.iter().map(|line| (text(line, detailed), line.label.as_str())).collect();
        let side = |out: bool| {
            let chosen = texts.iter().zip(&held).filter(move |(_, held)| **held == out);
            chosen.map(|((text, label), _)| (text.as_str(), *label)).collect::<Vec<_>>()
        };
        let (train, test) = (side(false), side(true));
        let began = std::time::Instant::now();
        let category = Category::train(&train, |_| {})
            .map_err(|_| unfit(&path, "不足两个类别", "it has fewer than two classes"))?;
        let seconds = began.elapsed().as_secs_f64();
        let given =
            |text: &str| category.answer(text).likeliest.first().map_or("", |(label, _)| *label).to_owned();
        figures.add(names[0], macro_f1(&test, given), "", Wanted::AtLeast(wanted));
        let bayes = Bayes::train(&train);
        figures.add(names[1], macro_f1(&test, |text| bayes.answer(text).to_owned()), "", Wanted::Told);
        figures.add(names[2], seconds, "s", Wanted::AtMost(60.0));
    }
    Ok(())
}

fn text(line: &Line, detailed: bool) -> String {
    if !detailed {
        return line.topic.clone();
    }
    let detail = line.detail.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| line.seg.replace(' ', ""));
    format!("{}。{detail}", line.topic).replace('\n', " ")
}

fn macro_f1(test: &[(&str, &str)], given: impl Fn(&str) -> String) -> f64 {
    let answers: Vec<(&str, String)> = test.iter().map(|(text, label)| (*label, given(text))).collect();
    let pairs: Vec<(&str, &str)> = answers.iter().map(|(label, given)| (*label, given.as_str())).collect();
    score(&pairs).macro_f1
}
