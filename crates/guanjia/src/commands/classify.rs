//! `guanjia classify`: which matter texts are about, by a model or by texts with labels.

use crate::failure::Failure;
use crate::language::Language;
use crate::output::answer;
use crate::progress::Progress;
use crate::text::csv::Table;
use crate::text::{model, unfit};
use clap::Args;
use guanjia_discover::category::{Category, Score, TrainError, score};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// `guanjia classify`.
#[derive(Args)]
pub struct ClassifyArgs {
    /// Texts to learn from: id,text,label.
    #[arg(long, value_name = "TRAIN.csv", conflicts_with = "model")]
    train: Option<PathBuf>,
    /// A model that was trained before; without both the product's own list of matters is used.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Texts to classify: id,text and, to measure, label.
    #[arg(long, value_name = "TEST.csv")]
    test: PathBuf,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// A text of a table.
struct Row {
    id: String,
    text: String,
    label: Option<String>,
}

/// Classifies the texts of a file.
pub fn run(asked: &ClassifyArgs, language: Language) -> Result<(), Failure> {
    let began = Instant::now();
    let category = match (&asked.train, &asked.model) {
        (Some(path), _) => learn(path, language)?,
        (None, Some(path)) => model::read(path, Category::from_bytes)?,
        (None, None) => Category::of_matters(),
    };
    let rows = rows(&asked.test, false)?;
    let answers: Vec<_> = rows.iter().map(|row| category.answer(&row.text)).collect();
    let given = |place: usize| answers[place].likeliest.first().map_or("", |(label, _)| *label);
    let pairs: Vec<(&str, &str)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| Some((row.label.as_deref()?, given(place))))
        .collect();
    let measured = score(&pairs);
    if !asked.json {
        for (row, answer_of) in rows.iter().zip(&answers) {
            let offered: Vec<String> = answer_of
                .likeliest
                .iter()
                .map(|(label, share)| format!("{label} {:.0} %", share * 100.0))
                .collect();
            let shown = if answer_of.sure { offered[..1].join("") } else { offered.join(" / ") };
            answer(&format!("{}\t{shown}", row.id))?;
        }
        return if pairs.is_empty() { Ok(()) } else { confusion(&measured) };
    }
    let predictions: Vec<Value> = rows
        .iter()
        .zip(&answers)
        .map(|(row, answer)| {
            let offered: Vec<&str> = answer.likeliest.iter().map(|(label, _)| *label).collect();
            let (label, confidence) = answer.likeliest.first().copied().unwrap_or_default();
            let mut out = json!({ "id": row.id, "label": label, "confidence": confidence });
            if !answer.sure {
                out["offered"] = json!(offered);
            }
            out
        })
        .collect();
    let per_label: Map<String, Value> = measured
        .per_label
        .iter()
        .map(|(label, [precision, recall, f1])| {
            (label.clone(), json!({ "precision": precision, "recall": recall, "f1": f1 }))
        })
        .collect();
    answer(
        &json!({
            "macro_f1": measured.macro_f1,
            "accuracy": measured.accuracy,
            "per_label": per_label,
            "predictions": predictions,
            "seconds": began.elapsed().as_secs_f64(),
        })
        .to_string(),
    )
}

/// Who was taken for whom.
fn confusion(measured: &Score) -> Result<(), Failure> {
    answer(&format!("macro F1 {:.3}  accuracy {:.3}", measured.macro_f1, measured.accuracy))?;
    for ((truth, given), count) in &measured.confusion {
        answer(&format!("{truth}\t→ {given}\t{count}"))?;
    }
    Ok(())
}

/// Trains on the texts of a file.
pub fn learn(path: &Path, language: Language) -> Result<Category, Failure> {
    let rows = rows(path, true)?;
    let texts: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.text.as_str(), row.label.as_deref().unwrap_or(""))).collect();
    let mut bar = Progress::new(language.pick("训练", "training"));
    Category::train(&texts, |part| bar.show((part * 100.0) as u64, Some(100))).map_err(|error| match error {
        TrainError::OneClass(only) => {
            let only = only.unwrap_or_default();
            unfit(
                path,
                &format!("label 只有一类“{only}”；训练至少要有两类"),
                &format!("label has one class only, “{only}”; training needs two at least"),
            )
        }
        TrainError::NoText => unfit(path, "text 列没有文字", "the column text holds no words"),
    })
}

fn rows(path: &Path, labelled: bool) -> Result<Vec<Row>, Failure> {
    let table = Table::read(path)?;
    let (id, text) = (table.column(&["id"])?, table.column(&["text"])?);
    let label = if labelled { Some(table.column(&["label"])?) } else { table.find(&["label"]) };
    table
        .rows()
        .map(|(line, row)| {
            let label = label.map(|column| row[column].trim().to_owned());
            if labelled && label.as_deref() == Some("") {
                return Err(crate::text::wrong(table.path(), line, "label 为空", "label is empty"));
            }
            Ok(Row { id: row[id].clone(), text: row[text].clone(), label })
        })
        .collect()
}
